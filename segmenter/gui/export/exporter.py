"""Exports what is on screen: asks what and where, waits for the final result, and says what became of it."""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from segmenter.errors import SegmenterError
from segmenter.files.formats import DEFAULT, MODULES, in_order
from segmenter.gui.export.command_line import export_command, run_command
from segmenter.gui.export.dialog import ExportDialog
from segmenter.gui.export.spec import ExportSource, Order, existing, taken
from segmenter.gui.project.output_folder import beside
from segmenter.gui.session.message import Message
from segmenter.gui.session.worker import Job
from segmenter.jobs.naming import of_page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segmenter.core.image import Source
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
    parent : QWidget
        Dialogs are shown over it.
    """

    waiting = Signal()
    """The final result is computed first."""
    progressed = Signal(float)
    written = Signal()
    refused = Signal(str)
    """Nothing was written; why, in a sentence."""
    described = Signal(object)
    """What each format would write, by its name."""

    def __init__(self, session: Session, controller: ProjectController, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._controller, self._settings, self._parent = session, controller, settings, parent
        self._dialog: ExportDialog | None = None
        self._waiting: tuple[Document, Order] | None = None
        self._last: Order | None = None
        self._written: dict[Path, Source] = {}  # since the start, and of which image
        self._numbers = count()
        self._running = ""
        for signal in (session.opened, session.solved, session.history_changed):
            signal.connect(self._view_state)
        # queued: between the end of one computation and the begin of the next nothing has stopped
        session.busy_changed.connect(self._look_whether_it_stopped, Qt.ConnectionType.QueuedConnection)
        session.io_worker.progressed.connect(self._report)

    # What is asked for

    def ask(self) -> None:
        """Ask what to export, and where."""
        if self._session.document is not None and self._dialog is None:
            self._dialog = ExportDialog(self, self._parent)
            self._dialog.finished.connect(self._forget_dialog)
            self._dialog.open()
            self.describe()

    def again(self) -> None:
        """Export as last time; ask, if nothing was exported yet, or if files of something else would be replaced."""
        order = self.order()
        others = [file for file in existing(order.files().values()) if self._written.get(file) != self.source]
        if self._last is None or others:
            self.ask()
        else:
            self.export(order)

    def copy_command(self, order: Order | None = None) -> None:
        """Put the command line that writes the same files onto the clipboard, and say so."""
        command = self.command(order or self.order())
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
        return document.segmentation is not None and document.segmentation.parameters == state.parameters

    def order(self) -> Order:
        """Return what was exported last, for this image: to the same folder, if the images are of one folder, too."""
        kept = Path(str(self._settings.value("export folder", "")))
        image = self.source.path if self.source else None
        together = image is not None and str(image.parent) == self._settings.value("exported from", "")
        folder = kept if together and kept.is_dir() else beside(image)
        formats = set(str(self._settings.value("export formats", "")).split(",")) & MODULES.keys()
        order = Order(folder, self.stem, in_order(formats or set(DEFAULT)))
        last = self._last
        if last is not None and any(self._written.get(file) == self.source for file in last.files().values()):
            return Order(folder, last.stem, order.exports)  # this image was exported under a name of its own
        return order

    def images(self) -> list[Path]:
        """Return the images that must not be overwritten."""
        return [entry.path for entry in self._controller.entries] + ([self.source.path] if self.source else [])

    def taken(self, order: Order) -> list[Path]:
        """Return the files of an order that are open images."""
        return taken(order.files().values(), self.images())

    def command(self, order: Order) -> str:
        """Return the command line that writes the same files; empty if the project must be saved first."""
        state = self._session.state
        if not state.edited:
            return run_command(self.source, state.parameters, order.folder, order.exports) if self.source else ""
        if self._controller.path is None or self._controller.modified:
            return ""
        return export_command(self._controller.path, order.folder, order.exports)

    def describe(self) -> None:
        """Find out in the background what each format would write."""
        if self._session.state.labels is not None:
            work = self._subject().describe
            self._session.io_worker.submit(Job("describe", work, self.described.emit, self._session.report))

    def _subject(self) -> ExportSource:
        """Return what is on screen."""
        document = self._session.document
        assert document is not None
        return ExportSource(document.image, self._session.state, document.segmentation)

    # Writing

    def export(self, order: Order) -> None:
        """Write; if the result is not final, compute that first."""
        if self._session.document is None:
            return
        self._waiting = self._session.document, order
        if self.final:
            self._write(order)
            return
        self.waiting.emit()
        if self._dialog is None:
            self._session.say(self.tr("The files are written as soon as the final result is there."))
        if not self._session.solver.solving:
            self._session.solve()

    def cancel(self) -> None:
        """Stop waiting or writing; nothing is left of what was not finished."""
        self._waiting = None
        if self._running:
            self._session.io_worker.cancel(self._running)
            self._running = ""

    def _view_state(self) -> None:
        """Write what was asked for, if it is there now."""
        if self._dialog is not None:
            self.describe()
        if self._waiting is None:
            return
        document, order = self._waiting
        if self._session.document is not document:
            self._refuse(self.tr("Nothing was exported: another image was opened before the final result was there."))
        elif self.final:
            self._write(order)

    def _look_whether_it_stopped(self) -> None:
        if self._waiting is not None and not self._session.solver.busy:
            self._refuse(self.tr("Nothing was exported: the final result was not computed."))

    def _write(self, order: Order) -> None:
        """Write in the background what is on screen now."""
        self._waiting = None
        self._running = f"export {next(self._numbers)}"  # a kind of its own: no later one takes its place
        work = partial(self._subject().write, order, self.images())
        take = partial(self._take_written, order, self.source)
        self._session.io_worker.submit(Job(self._running, work, take, self._fail))

    def _take_written(self, order: Order, source: Source | None, files: tuple[Path, ...]) -> None:
        self._running, self._last = "", order
        self._settings.set_value("export folder", str(order.folder))
        self._settings.set_value("exported from", str(source.path.parent) if source else "")
        self._settings.set_value("export formats", ",".join(order.exports))
        self._written |= {file: source for file in files if source is not None}
        one, many = self.tr("“{name}” was written to {folder}."), self.tr("{count} files were written to {folder}.")
        text = (one if len(files) == 1 else many).format(name=files[0].name, count=len(files), folder=order.folder)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(order.folder)))
        self._session.said.emit(Message(text, action=self.tr("Open Folder"), act=show))
        self.written.emit()

    def _fail(self, error: Exception) -> None:
        self._running = ""
        if isinstance(error, SegmenterError):
            self._refuse(str(error))
        else:
            self._session.report(error)
            self._refuse(self.tr("Nothing was exported."))

    def _refuse(self, sentence: str) -> None:
        """Say why nothing was written: in the dialog, or in the bar."""
        self._waiting = None
        self.refused.emit(sentence)
        if self._dialog is None:
            self._session.say(sentence, "error")

    def _report(self, kind: str, stage: str, fraction: float) -> None:
        if kind == self._running:
            self.progressed.emit(fraction)

    def _forget_dialog(self) -> None:
        self._dialog = None
