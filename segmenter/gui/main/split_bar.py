"""The bar over the canvas while a segment is being split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from segmenter.gui.app.canvas_bar import CanvasBar
from segmenter.gui.app.numbers import scientific

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.session.split_assistant import SplitAssistant


class SplitBar(CanvasBar):
    """Says where the cut comes from; takes it, asks for another, or gives up."""

    def __init__(self, split_assistant: SplitAssistant, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Ways to split the segment"), parent)
        self._split_assistant = split_assistant
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # until there is a cut to take
        self._text = QLabel(self)
        self._text.setAccessibleDescription(self.tr("Where the cut comes from"))
        self._text.setWordWrap(True)
        self.row.addWidget(self._text, 1)
        self._take = self.button(self.tr("&Split"), self.tr("Cut the segment like this (Return)"), split_assistant.take)
        self._next = self.button(self.tr("&Next Alternative"), self.tr("Show another cut (N)"), split_assistant.next)
        self.button(self.tr("&Cancel"), self.tr("Leave the segment as it is (Esc)"), split_assistant.cancel)
        self._next.setShortcut("N")
        split_assistant.candidate_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Follow the search."""
        candidate = self._split_assistant.candidate
        appears = self._split_assistant.active and self.isHidden()
        self.setVisible(self._split_assistant.active)
        for button in (self._take, self._next):
            button.setEnabled(candidate is not None)
        if candidate is None:
            self._text.setText(self.tr("Looking for a cut…"))
        elif candidate.split.source == "tree":
            self._text.setText(self.tr("Cut {place}: where the region tree splits it").format(place=candidate.place))
        else:
            self._text.setText(
                self.tr("Cut {place}: by its own eigenvector {number}, normalized cut {cut}").format(
                    place=candidate.place, number=candidate.split.number, cut=scientific(candidate.split.cut or 0.0)
                )
            )
        if appears:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        # who has gone on to something else meanwhile must not take the cut with the next key
        if candidate is not None and self.hasFocus():
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)
