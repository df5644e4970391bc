"""What can be done with the selected segments as a whole, by the name that undo calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.document import edits
from segmenter.gui.session.message import undoable

if TYPE_CHECKING:
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
        self._session.edit(self.tr("Merge"), edits.merge, self._session.selection)

    def delete(self) -> None:
        """Make the selected segments background."""
        self._session.edit(self.tr("Delete"), edits.delete, self._session.selection)

    def split_pieces(self) -> None:
        """Split the selected segments into their connected pieces."""
        self._session.edit(self.tr("Split into pieces"), edits.split_pieces, self._session.selection)

    def fill_holes(self) -> None:
        """Fill the holes of the selected segments."""
        self._session.edit(self.tr("Fill holes"), edits.fill_holes, self._session.selection)

    def absorb(self) -> None:
        """Give the selected segments to their neighbours."""
        self._session.edit(self.tr("Give to neighbours"), edits.absorb, self._session.selection)

    def lock(self, locked: bool) -> None:
        """Protect the selected segments from edits, or not."""
        self._session.describe(self.tr("Lock") if locked else self.tr("Unlock"), self._session.selection, locked=locked)

    def release(self) -> None:
        """Let the selected segments follow the parameters again."""
        session = self._session
        segments = session.state.segments
        named = [segments[each].name for each in sorted(session.selection & segments.keys()) if segments[each].name]
        if session.edit(self.tr("Follow parameters again"), edits.release, session.selection) and named:
            text = self.tr("{names} follow the parameters again, and have no name any more.")
            session.said.emit(undoable(session, text.format(names=", ".join(named))))
        if session.live:
            session.follow()
