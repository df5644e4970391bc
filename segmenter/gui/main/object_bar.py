"""The bar over the canvas while an object is selected by clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from segmenter.gui.app.canvas_bar import CanvasBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.session.object_assistant import ObjectAssistant


class ObjectBar(CanvasBar):
    """Says what clicks do; makes the object a segment, takes a click back, or gives up."""

    def __init__(self, assistant: ObjectAssistant, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Object from clicks"), parent)
        self._assistant = assistant
        tip = self.tr("Shift and a drag draw a box around it; plus, minus or Ctrl and the wheel grow and shrink it.")
        text = QLabel(self.tr("Click what is missing; right-click what is too much."), self)
        text.setToolTip(tip)
        text.setWordWrap(True)  # on a small screen there is less room than words
        self.row.addWidget(text, 1)
        less = self.button("\N{MINUS SIGN}", self.tr("Shrink it along the region tree (-)"), self._shrink)
        more = self.button("+", self.tr("Grow it along the region tree (+)"), self._grow)
        less.setAccessibleName(self.tr("Shrink"))
        more.setAccessibleName(self.tr("Grow"))
        for button in (less, more):
            button.setFixedWidth(button.sizeHint().height() + 6)
        self._take = self.button(self.tr("&Make a Segment"), self.tr("Keep the object (Return)"), assistant.take)
        self.button(self.tr("Take &Back"), self.tr("Take the last click back (Backspace)"), assistant.back)
        self.button(self.tr("&Cancel"), self.tr("Drop the clicks (Esc)"), assistant.cancel)
        assistant.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Follow the clicks."""
        candidate = self._assistant.candidate
        self.setVisible(self._assistant.active)
        self._take.setEnabled(candidate is not None and not candidate.part.empty)

    def _grow(self) -> None:
        self._assistant.grow(1)

    def _shrink(self) -> None:
        self._assistant.grow(-1)
