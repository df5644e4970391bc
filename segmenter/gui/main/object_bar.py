"""The bar over the canvas while an object is selected by clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from segmenter.gui.session.object_assistant import ObjectAssistant


class ObjectBar(QFrame):
    """Says what clicks do; makes the object a segment, takes a click back, or gives up."""

    def __init__(self, assistant: ObjectAssistant, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assistant = assistant
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Object from clicks"))
        tip = self.tr("Shift and a drag draw a box around it; plus, minus or Ctrl and the wheel grow and shrink it.")
        text = QLabel(self.tr("Click what is missing; right-click what is too much."), self)
        text.setToolTip(tip)
        less = self._button("\N{MINUS SIGN}", self.tr("Shrink it along the region tree (-)"), self._shrink)
        more = self._button("+", self.tr("Grow it along the region tree (+)"), self._grow)
        less.setAccessibleName(self.tr("Shrink"))
        more.setAccessibleName(self.tr("Grow"))
        for button in (less, more):
            button.setFixedWidth(button.sizeHint().height() + 6)
        self._take = self._button(self.tr("&Make a Segment"), self.tr("Keep the object (Return)"), assistant.take)
        back = self._button(self.tr("Take &Back"), self.tr("Take the last click back (Backspace)"), assistant.back)
        cancel = self._button(self.tr("&Cancel"), self.tr("Drop the clicks (Esc)"), assistant.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(text, 1)
        for button in (less, more, self._take, back, cancel):
            row.addWidget(button)
        assistant.changed.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Follow the clicks."""
        candidate = self._assistant.candidate
        self.setVisible(self._assistant.active)
        self._take.setEnabled(candidate is not None and not candidate.part.empty)

    def _grow(self) -> None:
        self._assistant.grow(1)

    def _shrink(self) -> None:
        self._assistant.grow(-1)

    def _button(self, text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button
