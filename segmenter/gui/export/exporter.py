"""Exports what is on screen: asks what and where, waits for the final result, and says what became of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from segmenter.document.replaying import only_objects
from segmenter.errors import SegmenterError
from segmenter.files.formats import DEFAULT, MODULES, in_order
from segmenter.files.formats.format import DEFAULT_OPTIONS
from segmenter.gui.app.dialog import show_folder
from segmenter.gui.export.choices import keep, kept
from segmenter.gui.export.command_line import export_command, run_command
from segmenter.gui.export.spec import ExportSource, ExportSpec, existing, taken
from segmenter.gui.project.output_folder import default_results_folder
from segmenter.gui.session.message import Message
from segmenter.gui.session.sentences import whole_sentence
from segmenter.gui.session.worker import Job
from segmenter.jobs.naming import of_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.core.image import Source
    from segmenter.files.formats.format import Options
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.session import Session


class Exporter(QObject):
    """Exports of the image that is shown.

    Parameters
    ----------
    session : Session
    controller : ProjectController
        Its images are never overwritten.
    settings : Settings
        Remembers folder and formats from one start to the next.
    parent : QObject
    """

    waiting = Signal()
    """The final result is computed first."""
    progressed = Signal(float)
    written = Signal()
    refused = Signal(str)
    """Nothing was written; why, in a sentence."""
    asked = Signal()
    """A person is to be asked what to export, and where: whoever shows the window opens the dialog."""
    described = Signal(object)
    """What each format would write, by its name."""

    def __init__(self, session: Session, controller: ProjectController, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._controller, self._settings = session, controller, settings
        self.attended = False  # a dialog is open, which says what becomes of an export
        self._waiting: tuple[Document, ExportSpec] | None = None
        self._last: ExportSpec | None = None
        self._written: dict[Path, Source] = {}  # since the start, and of which image
        self._numbers = count()
        self._running = ""
        self._options = DEFAULT_OPTIONS
        self._after: list[Callable[[], object]] = []
        for signal in (session.opened, session.solved, session.history_changed):
            signal.connect(self._write_if_final)
        # queued: between the end of one computation and the begin of the next nothing has stopped
        session.busy_changed.connect(self._look_whether_it_stopped, Qt.ConnectionType.QueuedConnection)
        session.io_worker.progressed.connect(self._report)

    # What is asked for

    def ask(self) -> None:
        """Ask what to export, and where."""
        if self._session.document is not None and not self.attended:
            self.asked.emit()
            self.describe()

    def again(self) -> None:
        """Export as last time; ask, if nothing was exported yet, or if files of something else would be replaced."""
        spec = self.spec()
        others = [file for file in existing(spec.files().values()) if self._written.get(file) != self.source]
        if self._last is None or others:
            self.ask()
        else:
            self.export(spec)

    def copy_command(self, spec: ExportSpec | None = None) -> None:
        """Put the command line that writes the same files onto the clipboard, and say so."""
        command = self.command(spec or self.spec())
        if command:
            QGuiApplication.clipboard().setText(command)
            self._session.say(self.tr("The command line is on the clipboard."))
        else:
            text = self.tr("Save the project first: the command line reads the edits from there.")
            self._session.say(text, "warning")

    # What would be written

    @property
    def source(self) -> Source | None:
        """The file of the image that is shown."""
        return self._session.document.image.source if self._session.document else None

    @property
    def stem(self) -> str:
        """What files of this image are called on the command line."""
        return of_page(self.source.path, self.source.page, self.source.pages) if self.source else "image"

    @property
    def final(self) -> bool:
        """Whether what is on screen is the final result for the parameters."""
        document, state = self._session.document, self._session.state
        if document is None or state.labels is None or state.stale or self._session.preview is not None:
            return False
        if document.segmentation is not None and document.segmentation.parameters == state.parameters:
            return True
        known = document.findings is not None and document.findings.of(self.source, state.solved)
        return known and not only_objects(state)  # what was pointed at is tried again, with the tree

    def spec(self) -> ExportSpec:
        """Return what was exported last, for this image: to the same folder, if the images are of one folder, too."""
        before = Path(str(self._settings.value("export folder", "")))
        image = self.source.path if self.source else None
        together = image is not None and str(image.parent) == self._settings.value("exported from", "")
        folder = before if together and before.is_dir() else default_results_folder(image, self._controller.path)
        formats = set(str(self._settings.value("export formats", "")).split(",")) & MODULES.keys()
        spec = ExportSpec(folder, self.stem, in_order(formats or set(DEFAULT)), kept(self._settings))
        last = self._last
        if last is not None and any(self._written.get(file) == self.source for file in last.files().values()):
            return replace(spec, stem=last.stem)  # this image was exported under a name of its own
        return spec

    def images(self) -> list[Path]:
        """Return the images that must not be overwritten."""
        return [entry.path for entry in self._controller.entries] + ([self.source.path] if self.source else [])

    def taken(self, spec: ExportSpec) -> list[Path]:
        """Return the files that are open images."""
        return taken(spec.files().values(), self.images())

    def command(self, spec: ExportSpec) -> str:
        """Return the command line that writes the same files; empty if the project must be saved first."""
        state = self._session.state
        if not state.edited:
            chosen = spec.folder, spec.exports, spec.options
            return run_command(self.source, state.parameters, *chosen) if self.source else ""
        if self._controller.path is None or self._controller.modified:
            return ""
        return export_command(self._controller.path, spec.folder, spec.exports, spec.options)

    def describe(self, options: Options | None = None) -> None:
        """Find out in the background what each format would write."""
        self._options = options or self._options
        if self._session.state.labels is not None:
            work = partial(self._export_source().describe, self._options)
            self._session.in_background("describe", work, self.described.emit)

    def _export_source(self) -> ExportSource:
        """Return what is on screen."""
        document = self._session.document
        assert document is not None
        return ExportSource(document.image, self._session.state, document.segmentation, document.findings)

    # Writing

    def export(self, spec: ExportSpec) -> None:
        """Write; if the result is not final, compute that first."""
        if self._session.document is None:
            return
        self._session.background_edits.finish()
        self._waiting = self._session.document, spec
        if self.final:
            self._write(spec)
            return
        self.waiting.emit()
        if not self.attended:
            self._session.say(self.tr("The files are written as soon as the final result is there."))
        if not self._session.solver.solving:
            self._session.solve()

    @property
    def busy(self) -> bool:
        """Whether an export waits for its result, or is written."""
        return self._waiting is not None or bool(self._running)

    def when_done(self, then: Callable[[], object]) -> None:
        """Do something when all was written; nothing if that fails, which a person is to see."""
        self._after.append(then)
        if not self.busy:
            self._end()

    def cancel(self) -> None:
        """Stop waiting or writing; nothing is left of what was not finished."""
        self._waiting = None
        self._after.clear()
        if self._running:
            self._session.io_worker.cancel(self._running)
            self._running = ""

    def _write_if_final(self) -> None:
        """Write what was asked for, if it is there now."""
        if self.attended:
            self.describe()
        if self._waiting is None:
            return
        document, spec = self._waiting
        if self._session.document is not document:
            self._refuse(self.tr("Nothing was exported: another image was opened before the final result was there."))
        elif self.final:
            self._write(spec)

    def _look_whether_it_stopped(self) -> None:
        if self._waiting is not None and not self._session.solver.busy:
            self._refuse(self.tr("Nothing was exported: the final result was not computed."))

    def _write(self, spec: ExportSpec) -> None:
        """Write in the background what is on screen now."""
        self._waiting = None
        self._running = f"export {next(self._numbers)}"  # a kind of its own: no later one takes its place
        work = partial(self._export_source().write, spec, self.images())
        take = partial(self._take_written, spec, self.source)
        self._session.io_worker.submit(Job(self._running, work, take, self._fail))

    def _take_written(self, spec: ExportSpec, source: Source | None, files: tuple[Path, ...]) -> None:
        self._running, self._last = "", spec
        self._settings.set_value("export folder", str(spec.folder))
        self._settings.set_value("exported from", str(source.path.parent) if source else "")
        self._settings.set_value("export formats", ",".join(spec.exports))
        keep(spec.options, self._settings)
        self._written |= {file: source for file in files if source is not None}
        one, many = self.tr("“{name}” was written to {folder}."), self.tr("{count} files were written to {folder}.")
        text = (one if len(files) == 1 else many).format(name=files[0].name, count=len(files), folder=spec.folder)
        show = partial(show_folder, spec.folder)
        self._session.said.emit(Message(text, action=self.tr("Open Folder"), act=show))
        self.written.emit()
        self._end()

    def _end(self) -> None:
        """Do what waits for the end of the export."""
        after, self._after = self._after, []
        for then in after:
            then()

    def _fail(self, error: Exception) -> None:
        self._running = ""
        if isinstance(error, SegmenterError):
            self._refuse(whole_sentence(error))
        else:
            self._session.report(error)
            self._refuse(self.tr("Nothing was exported."))

    def _refuse(self, sentence: str) -> None:
        """Say why nothing was written: in the dialog, or in the bar."""
        self._waiting = None
        self.refused.emit(sentence)
        if not self.attended:
            self._session.say(sentence, "error")
        self._after.clear()  # a person is to see that nothing was written

    def _report(self, kind: str, stage: str, fraction: float) -> None:
        if kind == self._running:
            self.progressed.emit(fraction)
