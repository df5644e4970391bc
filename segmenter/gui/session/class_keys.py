"""The keys 1 to 9 give the selected segments a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.document import classes

if TYPE_CHECKING:
    from segmenter.gui.session.session import Session


def assign_by_key(session: Session, key: int, step: str) -> None:
    """Give the selected segments the class of a key, 1 … 9; nothing happens where none has it."""
    kind = classes.with_key(session.state, key)
    if kind is not None and session.selection:
        session.edit(step, classes.assigned, session.selection, kind.number)
