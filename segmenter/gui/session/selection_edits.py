"""What can be done with the selected segments as a whole, by the name that undo calls it.

What takes a moment is done in the background; all else waits only if something is under way there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.document import edits
from segmenter.gui.session.message import undoable

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.document.state import State
    from segmenter.gui.session.session import Session


class SelectionEdits(QObject):
    """Edits of what is selected."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def invert(self) -> None:
        """Select all segments that are not selected, and none that is."""
        self._session.select(self._session.state.segments.keys() - self._session.selection)

    def merge(self) -> None:
        """Merge the selected segments."""
        self._edit(self.tr("Merge"), edits.merge)

    def delete(self) -> None:
        """Make the selected segments background."""
        self._edit(self.tr("Delete"), edits.delete)

    def split_pieces(self) -> None:
        """Split the selected segments into their connected pieces."""
        self._session.background_edits.do(self.tr("Split into pieces"), edits.split_pieces)

    def fill_holes(self) -> None:
        """Fill the holes of the selected segments."""
        self._session.background_edits.do(self.tr("Fill holes"), edits.fill_holes)

    def absorb(self) -> None:
        """Give the selected segments to their neighbours."""
        self._session.background_edits.do(self.tr("Give to neighbours"), edits.absorb)

    def lock(self, locked: bool) -> None:
        """Protect the selected segments from edits, or not."""
        step = self.tr("Lock") if locked else self.tr("Unlock")
        self._session.background_edits.in_turn(lambda numbers: self._session.describe(step, numbers, locked=locked))

    def release(self) -> None:
        """Let the selected segments follow the parameters again."""
        self._session.background_edits.in_turn(self._release)

    def undo(self) -> None:
        """Take back the last step: the one that is under way, if there is one."""
        self._session.background_edits.in_turn(lambda _: self._session.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._session.background_edits.in_turn(lambda _: self._session.redo())

    def _edit(self, step: str, function: Callable[..., State]) -> None:
        self._session.background_edits.in_turn(lambda numbers: self._session.edit(step, function, numbers))

    def _release(self, numbers: frozenset[int]) -> None:
        session = self._session
        segments = session.state.segments
        named = [segments[each].name for each in sorted(numbers & segments.keys()) if segments[each].name]
        if session.edit(self.tr("Follow parameters again"), edits.release, numbers) and named:
            text = self.tr("{names} follow the parameters again, and have no name any more.")
            session.said.emit(undoable(session, text.format(names=", ".join(named))))
        if session.live:
            session.follow()
