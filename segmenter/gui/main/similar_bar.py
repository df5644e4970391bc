"""The bar over the canvas while segments are selected that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QSlider

from segmenter.gui.app.canvas_bar import CanvasBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.session.similar_assistant import SimilarAssistant

POSITIONS = 400
"""Of the slider; the distance is as their square, so that near ones are told apart."""


class SimilarBar(CanvasBar):
    """A slider for how different what is selected may look, how many segments that are, and a way back."""

    def __init__(self, assistant: SimilarAssistant, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Segments that look alike"), parent)
        self._assistant = assistant
        self._count = QLabel(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setMaximum(POSITIONS)
        self.slider.setMinimumWidth(90)
        self.slider.setAccessibleName(self.tr("How different they may look"))
        self.slider.setToolTip(self.tr("How different they may look from what was selected"))
        self.slider.valueChanged.connect(self._choose)
        self.row.addWidget(QLabel(self.tr("Similar:"), self))
        self.row.addWidget(self.slider, 1)
        self.row.addWidget(self._count)
        self.button(self.tr("&Keep Selection"), self.tr("Go on with these (Return)"), assistant.end)
        self.button(self.tr("&Back"), self.tr("Select what was selected before (Esc)"), assistant.cancel)
        assistant.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Follow what is selected."""
        assistant = self._assistant
        appears = assistant.active and self.isHidden()
        self.setVisible(assistant.active)
        share = assistant.threshold / assistant.farthest if assistant.farthest else 0.0
        with QSignalBlocker(self.slider):
            if (not self.slider.isSliderDown() and not self.slider.hasFocus()) or appears:
                self.slider.setValue(round(POSITIONS * min(share, 1.0) ** 0.5))
        self._count.setText(self.tr("{count} selected").format(count=assistant.count))
        if appears:
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Return."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._assistant.end()
        else:
            super().keyPressEvent(event)

    def _choose(self, position: int) -> None:
        self._assistant.choose(self._assistant.farthest * (position / POSITIONS) ** 2)
