"""Edits of outlines, by keys and menu, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.document import outline_edits

if TYPE_CHECKING:
    from segmenter.gui.session.session import Session


class OutlineCommands(QObject):
    """Smooths, grows and shrinks what is selected."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = session.background_edits

    def smooth(self) -> None:
        """Round the outlines of the selected segments."""
        self._edits.do(self.tr("Smooth outline"), outline_edits.smooth)

    def grow(self) -> None:
        """Move their outlines outwards by a pixel."""
        self.move(1)

    def shrink(self) -> None:
        """Move their outlines inwards by a pixel."""
        self.move(-1)

    def move(self, pixels: int) -> None:
        """Move their outlines outwards, or inwards."""
        if pixels:
            self._edits.do(self.tr("Grow") if pixels > 0 else self.tr("Shrink"), outline_edits.grow, pixels)
