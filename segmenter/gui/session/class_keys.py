"""The keys 1 to 9 give the selected segments a class, or choose the class that is painted from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from segmenter.core.classes import NONE
from segmenter.document import classes

if TYPE_CHECKING:
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState


def use_key(session: Session, view_state: ViewState, key: int) -> None:
    """Give the selection the class of a key, 1 … 9; with nothing selected, what is painted gets it, or none."""
    kind = classes.with_key(session.state, key)
    if kind is None:
        if session.document is not None:
            text = QCoreApplication.translate("ClassKeys", "No class has the key {key}: Edit > Class makes classes.")
            session.say(text.format(key=key))
        return
    if session.selection and view_state.tool != "class brush":
        view_state.set(last_class=kind.number)
        session.edit(QCoreApplication.translate("Canvas", "Class"), classes.assigned, session.selection, kind.number)
    else:
        choose_for_new(session, view_state, NONE if view_state.new_class == kind.number else kind.number)


def choose_for_new(session: Session, view_state: ViewState, number: int) -> None:
    """Choose the class that segments get which are painted from now on, and say so."""
    view_state.set(new_class=number)
    kind = next((each for each in session.state.classes if each.number == number), None)
    if kind is None:
        session.say(QCoreApplication.translate("ClassKeys", "New segments that are painted have no class."))
    elif view_state.tool == "class brush":
        text = QCoreApplication.translate("ClassKeys", "The brush gives the class “{name}”.")
        session.say(text.format(name=kind.name))
    else:
        text = QCoreApplication.translate("ClassKeys", "New segments that are painted are of the class “{name}”.")
        session.say(text.format(name=kind.name))


def kind_for_new(session: Session, view_state: ViewState) -> int:
    """Return the number of the class that a new segment gets; `NONE` if the project does not have it any more."""
    known = {each.number for each in session.state.classes}
    return view_state.new_class if view_state.new_class in known else NONE


def kind_of_brush(session: Session, view_state: ViewState) -> int:
    """Return the number of the class that the class brush gives: that of new segments, else the one of the last key.

    Where no key was pressed yet and there is one class only, it is that.
    """
    known, chosen = {each.number for each in session.state.classes}, (view_state.new_class, view_state.last_class)
    if not any(chosen) and len(known) == 1:
        return min(known)
    return next((number for number in chosen if number in known), NONE)
