"""The line at the bottom: what is under the cursor, how far the work is, and what the labels are."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QStatusBar, QToolButton, QWidget

from segmenter.gui.app import quantities
from segmenter.gui.app.icons import tint
from segmenter.gui.main.pixel_size import PixelSizeButton
from segmenter.gui.main.pixel_values import pixel_values
from segmenter.gui.session.pixel_sizes import pixel_size
from segmenter.gui.session.sentences import sentence_in_words
from segmenter.gui.session.standing import standing

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.session.session import Session

SHARES = {
    "features": 0.1,
    "affinity": 0.15,
    "multigrid": 0.2,
    "eigenvectors": 0.35,
    "labels": 0.15,
    "regions": 0.05,
}
"""Of the whole time that each stage usually takes."""

LONG = 2.0
"""Seconds that must be left for the time left to be worth a word."""


class StatusBar(QStatusBar):
    """Follows the session."""

    def __init__(self, session: Session, controller: ProjectController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._started = 0.0
        self._pixel: QPoint | None = None  # under the cursor
        self._pointer = QLabel(self)
        self._pointer.setAccessibleDescription(self.tr("Under the cursor"))
        self._pointer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._values = QLabel(self)
        self._values.setAccessibleDescription(self.tr("Values of the pixel"))
        self._values.setToolTip(self.tr("What the image holds at the pixel under the cursor, as it is stored"))
        self._stage = QLabel(self)
        self._progress = QProgressBar(self, minimum=0, maximum=1000, textVisible=False)
        self._progress.setFixedSize(110, 12)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._cancel = QToolButton(self, autoRaise=True)
        self._cancel.setToolTip(self.tr("Stop computing (Esc)"))
        self._cancel.setAccessibleName(self.tr("Stop computing"))
        tint(self._cancel, "close")
        self._cancel.clicked.connect(session.cancel)
        self._badge, self._zoom = QLabel(self), QLabel(self)
        self._badge.setMargin(4)
        self._badge.setAccessibleDescription(self.tr("State of the result"))
        self._zoom.setAccessibleDescription(self.tr("Magnification"))
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._zoom.setMinimumWidth(self._zoom.fontMetrics().horizontalAdvance("8,888 %"))
        self.scale = PixelSizeButton(session, controller, self)
        self.addWidget(self._pointer, 1)
        for widget in (self._values, self._stage, self._progress, self._cancel, self._badge, self.scale, self._zoom):
            self.addPermanentWidget(widget)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        session.progressed.connect(self._show_progress)
        session.io_worker.progressed.connect(self._show_reading)
        for signal in (session.busy_changed, session.solved, session.history_changed, session.opened):
            signal.connect(self.refresh)
        session.previewed.connect(self.refresh)
        session.changed.connect(self._point_again)
        self.refresh()

    def refresh(self) -> None:
        """Show what the labels on screen are, and whether something is computed."""
        busy = self._session.solver.solving or self._session.io_worker.busy("open")
        if not busy:
            self._started = 0.0
        for widget in (self._stage, self._progress, self._cancel):
            widget.setVisible(busy)
        if busy and not self._started:
            self._started = time.monotonic()
            self._stage.setText("")
            self._progress.setRange(0, 1000)
            self._progress.setValue(0)
        if self._session.io_worker.busy("open"):
            self._show_reading("open", "reading", 0.0)
        self._badge.setText(self._describe())
        document = self._session.document
        self._zoom.setVisible(document is not None)
        found = document.segmentation if document else None
        self._badge.setToolTip("\n".join(map(sentence_in_words, found.warnings)) if found else "")

    def show_zoom(self, zoom: float) -> None:
        """Show the magnification."""
        self._zoom.setText(_percent(zoom, 0 if zoom >= 0.1 else 1))

    def show_pointer(self, number: int, pixel: QPoint) -> None:
        """Show which segment is under the cursor, and where that is."""
        state, document = self._session.shown, self._session.document
        self._pixel = pixel if pixel.x() >= 0 else None
        self._values.clear()
        if document is None or pixel.x() < 0:
            self._pointer.clear()
            return
        self._values.setText(pixel_values(document.image, pixel.y(), pixel.x()) + "   ")
        place = f"({pixel.x()}, {pixel.y()})"
        if state.labels is None:
            self._pointer.setText(place)
            return
        if number not in state.segments:
            self._pointer.setText("   ".join((self.tr("Background"), place)))
            return
        rows, columns = state.labels.shape
        scale = document.image.shape[0] * document.image.shape[1] / (rows * columns)
        area = state.areas[number] * scale
        share = area / (document.image.shape[0] * document.image.shape[1])
        about = "≈ " if scale > 1 else ""
        size = quantities.area(area, pixel_size(self._session))
        self._pointer.setText(f"{state.title(number)}   {about}{size}   {_percent(share, 1)}   {place}")

    def _point_again(self) -> None:
        """Say what is under the cursor after an edit: it may have another name, area and number."""
        state, document, pixel = self._session.shown, self._session.document, self._pixel
        if document is None or pixel is None or state.labels is None:
            return
        (rows, columns), shape = document.image.shape, state.labels.shape
        if pixel.y() < rows and pixel.x() < columns:
            row, column = pixel.y() * shape[0] // rows, pixel.x() * shape[1] // columns
            self.show_pointer(state.labels.at(row, column), pixel)

    def show_value(self, text: str) -> None:
        """Show what a map says at the cursor."""
        self._pixel = None
        self._pointer.setText(text)

    def _describe(self) -> str:
        """Return what the labels on screen are, in a few words."""
        words = {
            "nothing": "",
            "preview": self.tr("Preview"),
            "no result": self.tr("No result yet"),
            "earlier": self.tr("Earlier result"),
            "unconverged": self.tr("Final, not converged"),
            "final": self.tr("Final"),
        }
        return words[standing(self._session)]

    def _show_reading(self, kind: str, stage: str, fraction: float) -> None:
        """Show that an image is read; how far, where its decoder tells."""
        if kind == "open":
            self._stage.setText(self.tr("Reading"))
            self._progress.setRange(0, 1000 if fraction else 0)
            self._progress.setValue(round(1000 * fraction))

    def _show_progress(self, stage: str, fraction: float) -> None:
        titles = {
            "features": self.tr("Looking at colours"),
            "affinity": self.tr("Comparing pixels"),
            "multigrid": self.tr("Preparing"),
            "eigenvectors": self.tr("Finding structure"),
            "labels": self.tr("Forming segments"),
            "regions": self.tr("Measuring"),
        }
        before = 0.0
        for name, share in SHARES.items():
            if name == stage:
                before += share * fraction
                break
            before += share
        text = titles.get(stage, stage)
        elapsed = time.monotonic() - self._started
        left = elapsed * (1 - before) / before if before > 0.05 else 0.0
        if left > LONG:
            text += " " + self.tr("· about {seconds} s left").format(seconds=round(left))
        self._stage.setText(text)
        self._progress.setRange(0, 1000)
        self._progress.setValue(round(before * 1000))


def _percent(part: float, digits: int) -> str:
    """Return a part of the whole as it is written in the person's language."""
    return f"{QLocale().toString(100 * part, 'f', digits)} %"
