"""The dialog for folders of images: asks, shows what is planned, and how it goes. The window stays free meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from segmenter.errors import SegmenterError
from segmenter.gui.app.dialog import message_box, show_folder
from segmenter.gui.app.focus_area import FocusArea
from segmenter.gui.app.icons import icon, tint
from segmenter.gui.batch import wording
from segmenter.gui.batch.form import BatchForm
from segmenter.gui.batch.runner import BatchRunner
from segmenter.gui.batch.table import BatchTable
from segmenter.gui.session.sentences import whole_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.batch.plan import Plan
    from segmenter.batch.survey import Survey
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.session.session import Session
    from segmenter.jobs.job import Report

PATIENCE = 300
"""Milliseconds without a key, after which what was typed is planned."""

FORM, TABLE = 340, 480
"""Width of the form at least, and of the table beside it, logical pixels."""


class BatchDialog(QDialog):
    """One batch: what is asked for, then how far it is."""

    def __init__(
        self, session: Session, controller: ProjectController, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._session, self._controller = session, controller
        self._asking = True
        self._question: QMessageBox | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.runner = BatchRunner(self)
        self.form = BatchForm(session, settings, self)
        self.table = BatchTable(self)
        self._sign, self._note = QLabel(self), QLabel(self)
        self._note.setAccessibleDescription(self.tr("Summary"))
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._note.setWordWrap(True)
        self._progress = QProgressBar(self, maximum=1000, textVisible=False)
        self._progress.setFixedHeight(12)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._failed_only = QCheckBox(self.tr("Only &failed ones"), self)
        self._failed_only.setToolTip(self.tr("Show only the images that failed."))
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._build()
        self._connect()
        self.resize(min(self._area.width() + TABLE, self.screen().availableGeometry().width()), 470)
        self._plan()

    def _build(self) -> None:
        self._area = FocusArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.form)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self._area.setFixedWidth(max(FORM, self.form.minimumSizeHint().width() + bar + 4))
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self._area)
        above.addWidget(self.table, 1)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._sign)
        said.addWidget(self._note, 1)
        said.addWidget(self._failed_only)
        self._start = self._button(self.tr("&Start"), self.tr("Segment all images"), "solve")
        self._pause = self._button(self.tr("&Pause"), self.tr("Begin no further image until you resume"), "pause")
        self._resume = self._button(self.tr("&Resume"), self.tr("Go on with the next image"), "solve")
        self._cancel = self._button(self.tr("&Cancel"), self.tr("Stop; finished results stay"), "stop")
        self._again = self._button(self.tr("&Back"), self.tr("Back to the settings of the batch"), "previous")
        self._results = self._button(self.tr("Show &Results"), self.tr("Open the folder of the results"), "folder")
        self._close = self._button(self.tr("C&lose"), self.tr("Close the batch"))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch(1)
        for button in (
            *(self._again, self._results, self._start, self._pause),
            *(self._resume, self._cancel, self._close),
        ):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addLayout(above, 1)
        column.addLayout(said)
        column.addWidget(self._progress)
        column.addLayout(below)

    def _button(self, text: str, tip: str, drawing: str = "") -> QPushButton:
        """Return a button that Return does not press: in the table it opens an image."""
        button = QPushButton(text, self, autoDefault=False)
        button.setToolTip(tip)
        if drawing:
            tint(button, drawing)
        return button

    def _connect(self) -> None:
        self.form.changed.connect(self._wait)
        self._timer.timeout.connect(self._plan)
        self.table.open_asked.connect(lambda path: self._controller.open([path]))
        self._failed_only.toggled.connect(self.table.show_failed_only)
        self._start.clicked.connect(self._begin)
        self._pause.clicked.connect(lambda: self.runner.pause(True))
        self._resume.clicked.connect(lambda: self.runner.pause(False))
        self._cancel.clicked.connect(self.runner.cancel)
        self._again.clicked.connect(self._ask_again)
        self._results.clicked.connect(self._show_results)
        self._close.clicked.connect(self.reject)
        runner = self.runner
        runner.planned.connect(self._show_plan)
        runner.surveyed.connect(self._show_survey)
        runner.refused.connect(self._show_refusal)
        runner.moved.connect(self._show_progress)
        runner.changed.connect(self.refresh)
        runner.ended.connect(self._show_end)

    # Coming and going

    def open(self) -> None:
        """Show the dialog, or bring it to the front; the window stays usable."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def may_close(self, then: Callable[[], object]) -> bool:
        """Close if nothing runs. Otherwise ask; if it is to be stopped, `then` is done when that has happened."""
        if not self.runner.running:
            super().reject()
            return True
        if self._question is None:
            self._ask_to_stop(then)
        return False

    def reject(self) -> None:
        """Close, if need be after a question."""
        self.may_close(self.reject)

    def done(self, result: int) -> None:
        """Leave nothing behind that works."""
        self._timer.stop()
        self.form.keep()
        self.runner.close()
        super().done(result)

    def _ask_to_stop(self, then: Callable[[], object]) -> None:
        title, text, more = self.tr("Stop the Batch?"), self.tr("Stop the batch?"), self.tr("Finished results stay.")
        box = message_box(self, QMessageBox.Icon.Question, title, text, more)
        stop = box.addButton(self.tr("&Stop"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(self.tr("&Keep Running"), QMessageBox.ButtonRole.RejectRole))
        stop.clicked.connect(lambda: self._stop(then))
        box.finished.connect(self._forget_question)
        self._question = box
        box.open()

    def _stop(self, then: Callable[[], object]) -> None:
        """Stop, and do something when that has happened."""
        if self.runner.running:
            self.runner.ended.connect(lambda _: then(), Qt.ConnectionType.QueuedConnection)
            self.runner.cancel()
        else:
            then()

    def _forget_question(self) -> None:
        self._question = None

    # Before the start

    def _wait(self) -> None:
        """Plan when nothing was typed for a moment; what is carried out is not planned anew."""
        if not self._asking:
            return
        self.runner.make_plan(None)
        self._timer.start()
        self.refresh()

    def _plan(self) -> None:
        trouble = self.form.trouble
        self.runner.make_plan(None if trouble else self.form.order())
        self._tell(trouble or self.tr("Looking for images…"), "information")
        if trouble:
            self.table.show_plan(None)
        self.refresh()

    def _show_plan(self, plan: Plan) -> None:
        self.table.show_plan(plan)
        self._tell(wording.counted(len(plan.jobs)), "information")
        self.refresh()

    def _show_survey(self, known: Survey) -> None:
        troubles = self.runner.plan.troubles if self.runner.plan else ()
        words = wording.surveyed(known, self.form.order())
        self._tell(". ".join([words, *troubles]), "warning" if troubles else "information")

    def _show_refusal(self, error: Exception) -> None:
        if not isinstance(error, SegmenterError):
            self._session.report(error)
        if self.runner.plan is None:
            self.table.show_plan(None)
        self._tell(whole_sentence(error), "error")
        self.refresh()

    def _begin(self) -> None:
        self._asking = False
        self._timer.stop()
        self.form.keep()
        self.table.show_start()
        self.runner.start()
        self._show_progress([])
        self._pause.setFocus()

    # On the way

    def _show_progress(self, reports: list[Report]) -> None:
        runner = self.runner
        progress = runner.progress
        self.table.show_progress(reports, runner.under_way)
        self._progress.setValue(round(1000 * progress.fraction))
        self.setWindowTitle(self.tr("{percent} % – Batch").format(percent=int(100 * progress.fraction)))
        self._failed_only.setEnabled(bool(progress.failed))
        if runner.running:
            self._tell(wording.under_way(runner), "information")

    def _show_end(self, error: Exception | None) -> None:
        """Say how it went."""
        if self._question is not None:
            self._question.reject()
        progress = self.runner.progress
        text = wording.ended(progress)
        if error is not None:
            self._tell(f"{whole_sentence(error)} {text}", "error")
        else:
            kind = "information" if progress.ended < progress.total else "done"
            self._tell(text, "warning" if progress.failed else kind)
        if error is not None and not isinstance(error, SegmenterError):
            self._session.report(error)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._note.text()))
        QApplication.alert(self)
        if self.isActiveWindow():
            self._close.setFocus()

    def _ask_again(self) -> None:
        """Go back to the form: what is not finished can be done by another start."""
        self._asking = True
        self._failed_only.setChecked(False)
        self._plan()

    def _show_results(self) -> None:
        plan = self.runner.plan
        if plan is not None:
            show_folder(plan.out)

    def refresh(self) -> None:
        """Show what can be done now."""
        runner, asking = self.runner, self._asking
        running = runner.running
        self._area.setVisible(asking)
        self._start.setVisible(asking)
        self._start.setEnabled(runner.plan is not None)
        self._pause.setVisible(running and not runner.paused)
        self._resume.setVisible(running and runner.paused)
        for button in (self._pause, self._resume, self._cancel):
            button.setEnabled(not runner.stopping)
        self._cancel.setVisible(running)
        for button in (self._again, self._results):
            button.setVisible(not asking and not running)
        for widget in (self._progress, self._failed_only):
            widget.setVisible(not asking)
        if asking:
            self.setWindowTitle(self.tr("Batch"))

    def _tell(self, text: str, kind: str) -> None:
        self._note.setText(text)
        self._sign.setPixmap(icon(kind).pixmap(16))
