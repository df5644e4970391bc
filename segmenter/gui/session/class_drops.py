"""A class that is dropped on a segment, in the image or in the table: what that does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from segmenter.core.classes import NONE
from segmenter.document import classes

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.gui.session.session import Session


def dropped_class(session: Session, kind: int | None, number: int) -> Callable[[], object] | None:
    """Return what the drop of a class on a segment does: one of several selected, to all of them.

    None where that is nothing: no segment is there, or the class is none of this project's.
    """
    known = {NONE, *(each.number for each in session.state.classes)}
    if kind is None or kind not in known or number not in session.state.segments:
        return None
    numbers = session.selection if number in session.selection else frozenset({number})
    return partial(give_class, session, numbers, kind)


def give_class(session: Session, numbers: frozenset[int], kind: int) -> None:
    """Give segments a class, or none, as one step."""
    session.edit(QCoreApplication.translate("Canvas", "Class"), classes.assigned, numbers, kind)
