"""The segments dock: a table in step with the canvas."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolBar, QVBoxLayout, QWidget

from segmenter.document import classes, edits
from segmenter.gui.app.dialog import ask_colour, popup
from segmenter.gui.docks.segments.class_list import ClassList
from segmenter.gui.docks.segments.class_menu import ClassMenu
from segmenter.gui.docks.segments.columns import Column
from segmenter.gui.docks.segments.editing import FocusReturn
from segmenter.gui.docks.segments.measuring import Measured, measured
from segmenter.gui.docks.segments.model import SegmentModel
from segmenter.gui.docks.segments.naming import name_in_order
from segmenter.gui.docks.segments.row_drags import RowDrags
from segmenter.gui.docks.segments.view import ICON, SegmentView
from segmenter.gui.session.class_drops import give_class
from segmenter.gui.session.pixel_sizes import pixel_size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QShowEvent

    from segmenter.document.label_map import LabelMap
    from segmenter.document.state import State
    from segmenter.gui.session.session import Session

MEASURE = "measure"
"""The kind of the clerk's job."""


class SegmentTable(QWidget):
    """What is known of each segment; eye, colour, name and lock are changed here."""

    shown_wanted = Signal()
    """Something in the table is to be seen, so the dock has to be open."""

    def __init__(self, session: Session, edits: Iterable[QAction] = (), parent: QWidget | None = None) -> None:
        """Show the segments of a session; `edits` are offered in the menu of a row."""
        super().__init__(parent)
        self._session = session
        self._edits = list(edits)
        self._measured = Measured()
        self._measured_of: LabelMap | None = None
        self._following = False
        self.model = SegmentModel(self)
        self.view = SegmentView(self.model, self)
        self.view.setAccessibleName(self.tr("Segments"))
        self._filter = QLineEdit(self, clearButtonEnabled=True, frame=False)
        self._filter.setPlaceholderText(self.tr("Filter by name, class or number"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self._filter.setTextMargins(6, 2, 6, 2)
        self._kinds = ClassList(self)
        self._summary = QLabel(self)
        self._summary.setContentsMargins(8, 2, 8, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._filter)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._kinds)
        below = QHBoxLayout()
        below.addWidget(self._summary, 1)
        self._tools = QToolBar(self)
        self._tools.setIconSize(QSize(ICON, ICON))
        self._tools.setAccessibleName(self.tr("Classes"))
        below.addWidget(self._tools)
        layout.addLayout(below)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.model.renamed.connect(lambda number, name: self._describe(self.tr("Rename"), {number}, name=name))
        self.model.classed.connect(self._classify)
        self.model.modelReset.connect(self._show_selection)
        self._filter.textChanged.connect(self._filtered)
        self._kinds.filtered.connect(self._filtered)
        self._kinds.members_wanted.connect(self._select_members)
        self._kinds.given.connect(lambda kind: give_class(self._session, self._session.selection, kind))
        self._drags = RowDrags(self._session, self.model, self.view)
        self.model.layoutChanged.connect(self._follow_current)
        self.view.marked.connect(self._mark)
        self.view.toggled.connect(self._toggle_all)
        self.view.hide_asked.connect(self._toggle_eyes)
        self.view.rename_asked.connect(self.rename_selected)
        self._came_from = FocusReturn(self.view.itemDelegate())
        self.view.menu_asked.connect(self._open_menu)
        self.view.selectionModel().selectionChanged.connect(self._select)
        session = self._session
        session.opened.connect(self._show)
        session.changed.connect(self._show)
        session.previewed.connect(self._show_fresh)
        session.selection_changed.connect(self._show_selection)

    # From the session to the table

    def hover(self, number: int) -> None:
        """Highlight the segment under the cursor of the canvas; 0 is none."""
        self.model.show_hovered(number)

    def use_safe_colours(self, safe: bool) -> None:
        """Show the colours that the canvas shows."""
        if safe != self.model.safe:
            self.model.safe = safe
            self._show()

    def offer(self, tool: QAction) -> None:
        """Offer a tool for classes below them."""
        self._tools.addAction(tool)

    def rename_selected(self) -> None:
        """Edit the name of the selected segment in its place; a closed dock opens for it."""
        self.shown_wanted.emit()
        if not any(self.model.row(number) is not None for number in self._session.selection):
            self._show_all()
        current = self.view.currentIndex()
        rows = sorted(row for number in self._session.selection if (row := self.model.row(number)) is not None)
        row = current.row() if current.row() in rows or not rows else rows[0]
        index = self.model.index(row, Column.NAME)
        if index.isValid():
            self._came_from.remember(self)
            self.view.scrollTo(index)
            self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.view.edit(index)

    def name_selected(self) -> None:
        """Ask for a name, and call the selected segments by it and 1 … n."""
        name_in_order(self._session, self)

    def renumber(self) -> None:
        """Give the segments the numbers 1 … n by area."""
        self._session.edit(self.tr("Renumber by size"), edits.renumbered)

    def _show(self) -> None:
        if self.isVisible():
            state, size = self._session.state, pixel_size(self._session)
            self.view.show_classes(bool(state.classes))
            self._tools.setVisible(bool(state.classes))
            self._kinds.show_statistics(classes.statistics(state), state.labels, size)
            self.model.show_state(state, size)
            self._show_fresh()
            self._measure()
            self._count()

    def _show_fresh(self, _: State | None = None) -> None:
        """Grey the measurements that are not of what the canvas shows."""
        if self.isVisible():
            state = self._session.state
            fresh = self._measured_of is state.labels and self._session.preview is None
            self.model.show_measured(self._measured, fresh=fresh)
            self.view.fit_numbers()

    def _measure(self) -> None:
        """Have the labels measured, if they have not been."""
        document, labels = self._session.document, self._session.state.labels
        self._session.io_worker.cancel(MEASURE)
        if labels is self._measured_of:
            return
        if document is None or labels is None:
            self._take(None, Measured())
            return
        job = partial(measured, labels, document.image.pixels)
        self._session.in_background(MEASURE, job, partial(self._take, labels))

    def _take(self, labels: LabelMap | None, found: Measured) -> None:
        self._measured, self._measured_of = found, labels
        self._show_fresh()

    def _show_selection(self) -> None:
        """Select the rows that the session has selected."""
        rows = sorted(row for number in self._session.selection if (row := self.model.row(number)) is not None)
        if rows != self._selected():
            self._select_rows(rows)
        if rows and self.view.currentIndex().row() not in rows:
            current = self.model.index(rows[0], Column.NAME)
            self.view.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.view.scrollTo(current)
        self._count()

    def _follow_current(self) -> None:
        """Keep the current row in sight where the order has changed."""
        self.view.scrollTo(self.view.currentIndex())

    def _select_rows(self, rows: list[int]) -> None:
        """Select rows, in as few ranges as there are: thousands of them would take a second."""
        wanted, last = QItemSelection(), len(Column) - 1
        first = [row for row, before in zip(rows, [-2, *rows], strict=False) if row != before + 1]
        end = [row for row, after in zip(rows, [*rows[1:], -2], strict=False) if row != after - 1]
        for top, bottom in zip(first, end, strict=True):
            wanted.append(QItemSelectionRange(self.model.index(top, 0), self.model.index(bottom, last)))
        self._following = True
        self.view.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False

    def _selected(self) -> list[int]:
        """Return the rows that are selected."""
        ranges: list[QItemSelectionRange] = list(self.view.selectionModel().selection())  # type: ignore[call-overload]
        return sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})

    def _count(self) -> None:
        """Say how many segments there are, and how many are selected."""
        count, chosen = len(self._session.state.segments), len(self._session.selection)
        if count == 0:
            text = self.tr("Segments come with the first result.")
        elif count == 1:
            text = self.tr("One segment, selected") if chosen else self.tr("One segment")
        elif chosen:
            text = self.tr("{count} segments, {chosen} selected").format(count=count, chosen=chosen)
        else:
            text = self.tr("{count} segments").format(count=count)
        if (passing := self.model.rowCount()) < count:
            text += self.tr(" · {count} in the table").format(count=passing)
        self._summary.setText(text)

    def _filtered(self) -> None:
        """Show what passes the filters."""
        self.model.show_only(self._filter.text().strip(), self._kinds.wanted)
        self._show_selection()

    def _show_all(self) -> None:
        """Take the filters away."""
        self._filter.clear()
        self._kinds.show_all()

    # From the table to the session

    def _select(self) -> None:
        if not self._following:
            self._session.select(map(self.model.number, self._selected()))

    def _classify(self, number: int, name: str) -> None:
        """Give the segment whose class was written that class; one of several selected, all of them."""
        several = self._session.selection
        numbers = several if number in several else frozenset({number})
        self._session.edit(self.tr("Class"), classes.assigned_by_name, numbers, name)

    def _select_members(self, class_number: int) -> None:
        self._session.select(classes.members(self._session.state, class_number))

    def _describe(self, step: str, numbers: Iterable[int], **changes: object) -> None:
        self._session.describe(step, numbers, **changes)

    def _mark(self, number: int, column: int, alone: bool) -> None:
        """Do what a click on eye, colour or lock means; on one of several selected, for all of them."""
        several = self._session.selection
        numbers = several if number in several else frozenset({number})
        segment = self.model.segment(number)
        if column == Column.COLOUR:
            self._ask_colour(numbers, self._colour(number))
        elif column == Column.LOCK:
            self._lock(numbers, not segment.locked)
        elif alone:
            self._session.solo(number)
        else:
            self._reveal(numbers, not segment.visible)

    def _toggle_all(self, column: int) -> None:
        """Show or hide, lock or unlock all: the same for everyone."""
        segments = self._session.state.segments
        if not segments:
            return
        if column == Column.EYE:
            self._reveal(segments, not all(segment.visible for segment in segments.values()))
        else:
            self._lock(segments, not all(segment.locked for segment in segments.values()))

    def _toggle_eyes(self) -> None:
        """Show or hide the selected segments."""
        if chosen := self._session.selection:
            segments = self._session.state.segments
            self._reveal(chosen, not any(segments[number].visible for number in chosen if number in segments))

    def _reveal(self, numbers: Iterable[int], visible: bool) -> None:
        self._describe(self.tr("Show") if visible else self.tr("Hide"), numbers, visible=visible)

    def _lock(self, numbers: Iterable[int], locked: bool) -> None:
        self._describe(self.tr("Lock") if locked else self.tr("Unlock"), numbers, locked=locked)

    def _colour(self, number: int) -> QColor:
        """Return the colour of a segment now, whatever the table has been told while its dock is closed."""
        return QColor(*self._session.state.colours(safe=self.model.safe)[number].tolist())

    def _ask_colour(self, numbers: Iterable[int], present: QColor) -> None:
        chosen, step = frozenset(numbers), self.tr("Colour")
        title = self.tr("Colour of the Segment")
        ask_colour(self, title, present, lambda colour: self._describe(step, chosen, colour=colour))

    # The menu of a row

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            popup(menu, place)

    def menu(self) -> QMenu | None:
        """Return what can be done with the selected segments; None if none is selected."""
        segments, numbers = self._session.state.segments, self._session.selection
        chosen = [number for number in sorted(numbers) if number in segments]
        if not chosen:
            return None
        menu, first = QMenu(self), chosen[0]
        visible = any(segments[number].visible for number in chosen)
        menu.addActions(self._edits)
        menu.addSeparator()
        menu.addMenu(ClassMenu(self._session, menu))
        menu.addAction(self.tr("Rename"), self.rename_selected)
        if len(chosen) > 1:
            menu.addAction(self.tr("Name in Order…"), self.name_selected)
        menu.addAction(self.tr("Colour…"), lambda: self._ask_colour(numbers, self._colour(first)))
        automatic = menu.addAction(
            self.tr("Automatic Colour"), lambda: self._describe(self.tr("Automatic Colour"), numbers, colour=None)
        )
        automatic.setEnabled(any(segments[number].colour for number in chosen))
        menu.addSeparator()
        menu.addAction(self.tr("Hide") if visible else self.tr("Show"), self._toggle_eyes)
        alone = menu.addAction(self.tr("Show Alone"), lambda: self._session.solo(first))
        alone.setEnabled(len(chosen) == 1)
        return menu

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened behind a closed dock."""
        super().showEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "model"):
            self.model.use_palette(self.palette())
