"""The menu that gives classes to the selected segments, and changes the classes themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu

from segmenter.core.classes import NONE
from segmenter.document import classes
from segmenter.gui.app.dialog import ask_colour, question
from segmenter.gui.docks.segments.class_list import swatch
from segmenter.gui.session.class_keys import choose_for_new

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segmenter.core.classes import SegmentClass
    from segmenter.document.state import State
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState

SWATCH = 14


class ClassMenu(QMenu):
    """Filled anew whenever it is opened."""

    def __init__(self, session: Session, parent: QWidget, view_state: ViewState | None = None) -> None:
        super().__init__(parent)
        self._session, self._view_state = session, view_state
        self.setTitle(self.tr("&Class"))
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the classes of the project."""
        self.clear()
        for menu in self.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            menu.deleteLater()  # those of the classes, which are left over otherwise
        state = self._session.state
        chosen = self._session.selection & state.segments.keys()
        given = {state.segments[number].class_number for number in chosen}
        for each in state.classes:
            text = each.name if each.key is None else f"{each.name}\t{each.key}"
            action = self.addAction(swatch(each.colour, SWATCH), text, partial(self._assign, each.number))
            action.setCheckable(True)
            action.setChecked(given == {each.number})
            action.setEnabled(bool(chosen))
        none = self.addAction(self.tr("No Class"), partial(self._assign, NONE))
        none.setEnabled(bool(chosen) and given != {NONE})
        self.addSeparator()
        self.addAction(self.tr("&New Class…"), self._ask_for_new)
        rest = classes.members(state, NONE)
        without = self.addAction(self.tr("Select Segments &Without a Class"), partial(self._session.select, rest))
        without.setEnabled(bool(state.classes and rest))
        for each in state.classes:
            self._manage(self.addMenu(swatch(each.colour, SWATCH), each.name), each)

    def _manage(self, menu: QMenu, kind: SegmentClass) -> None:
        """Offer what can be done with a class itself."""
        members = classes.members(self._session.state, kind.number)
        all_of_it = menu.addAction(self.tr("Select Its Segments"), partial(self._session.select, members))
        all_of_it.setEnabled(bool(members))
        if self._view_state is not None:
            painted = menu.addAction(self.tr("For Painted Segments"), partial(self._choose_for_new, kind.number))
            painted.setCheckable(True)
            painted.setChecked(self._view_state.new_class == kind.number)
        menu.addAction(self.tr("Rename…"), partial(self._ask_for_name, kind))
        menu.addAction(self.tr("Colour…"), partial(self._ask_for_colour, kind))
        keys = menu.addMenu(self.tr("Key"))
        for key in classes.KEYS:
            change = partial(self._session.edit, self.tr("Key of class"), classes.changed, kind.number, key=key)
            action = keys.addAction(str(key), change)
            action.setCheckable(True)
            action.setChecked(kind.key == key)
        menu.addAction(
            self.tr("Remove"), partial(self._session.edit, self.tr("Remove class"), classes.removed, kind.number)
        )

    def _assign(self, number: int) -> None:
        self._session.edit(self.tr("Class"), classes.assigned, self._session.selection, number)

    def _choose_for_new(self, number: int) -> None:
        if self._view_state is not None:
            now = self._view_state.new_class
            choose_for_new(self._session, self._view_state, NONE if now == number else number)

    def _ask_for_new(self) -> None:
        dialog = question(self._over(), self.tr("New Class"), self.tr("Name of the class:"))
        edit = partial(self._session.edit, self.tr("New class"), _new)
        dialog.textValueSelected.connect(lambda name: edit(name, self._session.selection))
        dialog.open()

    def _ask_for_name(self, kind: SegmentClass) -> None:
        dialog = question(self._over(), self.tr("Class"), self.tr("Name of the class:"))
        dialog.setTextValue(kind.name)
        edit = partial(self._session.edit, self.tr("Rename class"), classes.changed, kind.number)
        dialog.textValueSelected.connect(lambda name: edit(name=name))
        dialog.open()

    def _ask_for_colour(self, kind: SegmentClass) -> None:
        edit = partial(self._session.edit, self.tr("Colour class"), classes.changed, kind.number)
        title = self.tr("Colour of the Class")
        ask_colour(self._over(), title, QColor(*kind.colour), lambda colour: edit(colour=colour))

    def _over(self) -> QWidget | None:
        """Return what a dialog stands over: a menu that this one is in is gone before the dialog is answered."""
        widget = self.parentWidget()
        while isinstance(widget, QMenu):
            widget = widget.parentWidget()
        return widget


def _new(state: State, name: str, selection: frozenset[int]) -> State:
    """Add a class, and give it to the selection."""
    after = classes.added(state, name)
    chosen = selection & after.segments.keys()
    return classes.assigned(after, chosen, after.classes[-1].number) if chosen else after
