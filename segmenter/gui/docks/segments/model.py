"""The segments as rows: what the table shows in each cell, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QPalette

from segmenter.document.state import State
from segmenter.gui.app import quantities
from segmenter.gui.docks.segments.columns import MEASURED, NUMBERS, TYPED, Column, explained, heading, spoken
from segmenter.gui.docks.segments.editing import suggested
from segmenter.gui.docks.segments.measuring import Measured
from segmenter.gui.docks.segments.order import ALL, area, class_name, passing, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from segmenter.core.image import PixelSize
    from segmenter.document.state import Segment

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
NAMED = PLAIN | Qt.ItemFlag.ItemIsEditable
ROOT = Qt.ItemFlag.NoItemFlags
"""Made once: Qt asks for the flags of every cell whenever the selection changes."""


class SegmentModel(QAbstractTableModel):
    """A row for each segment of a state."""

    renamed = Signal(int, str)
    """The number of a segment, and the name that was typed."""
    classed = Signal(int, str)
    """The number of a segment, and the name of the class that was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = State()
        self._colours = State().colours()
        self.safe = False
        """Whether segments have colours that people tell apart who see fewer of them."""
        self._measured = Measured()
        self._fresh = True
        self._hovered = 0
        self._numbers: list[int] = []
        self._rows: dict[int, int] = {}
        self._sorted: tuple[Column, Qt.SortOrder] = Column.NUMBER, Qt.SortOrder.AscendingOrder
        self._palette = QPalette()
        self._size: PixelSize | None = None
        self._wanted = ""
        self._kind: int | None = ALL
        self._names: set[str] = set()  # of other images, too

    # What is shown

    def show_state(self, state: State, size: PixelSize | None = None) -> None:
        """Show the segments of a state, their areas in the unit of the pixel size."""
        if size != self._size:
            self._size = size
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.AREA, Column.AREA)
        self._state, self._colours = state, state.colours(safe=self.safe)
        self._arrange()

    def show_only(self, text: str, class_number: int | None = ALL) -> None:
        """Show the segments of a class whose name, class or number has this in it; `ALL` is every class."""
        if (text, class_number) != (self._wanted, self._kind):
            self._wanted, self._kind = text, class_number
            self._arrange()

    def show_measured(self, measured: Measured, *, fresh: bool) -> None:
        """Show measurements; grey if they are not of what is on the screen."""
        same = measured is self._measured
        self._measured, self._fresh = measured, fresh
        if not same and self._sorted[0] in MEASURED:
            self._arrange()
        else:
            self._touch(range(len(self._numbers)))

    def show_hovered(self, number: int) -> None:
        """Mark the segment under the cursor; 0 is none."""
        before, self._hovered = self._hovered, number
        self._touch(self._rows[at] for at in {before, number} if at in self._rows)

    def use_palette(self, palette: QPalette) -> None:
        """Take the colours of the view."""
        self._palette = palette
        self._touch(range(len(self._numbers)))

    def number(self, row: int) -> int:
        """Return the segment of a row."""
        return self._numbers[row]

    def row(self, number: int) -> int | None:
        """Return the row of a segment; None if there is no such segment."""
        return self._rows.get(number)

    def segment(self, number: int) -> Segment:
        """Return what is known of a segment."""
        return self._state.segments[number]

    def colour(self, number: int) -> QColor:
        """Return the colour of a segment."""
        return QColor(*map(int, self._colours[number]))

    def mark(self, index: Index) -> tuple[str, bool]:
        """Return the icon of a cell, and whether it is faint; no name where there is none."""
        segment = self._segment(index)
        if index.column() == Column.EYE:
            return ("eye", False) if segment.visible else ("eye-off", True)
        if index.column() == Column.LOCK:
            return ("lock", False) if segment.locked else ("unlock", True)
        return ("pin" if index.column() == Column.NAME and segment.edited else "", True)

    def widest(self, column: Column) -> str:
        """Return the longest number of a column, as it is written."""
        if column == Column.NUMBER:
            return str(max(self._state.segments, default=0))
        if column == Column.AREA:
            areas = self._state.areas[1:]
            return quantities.area(int(areas.max()), self._size, unit=False) if areas.size else ""
        there = self._measured.pieces > 0
        if column == Column.PIECES or not there.any():
            return QLocale().toString(int(self._measured.pieces.max()))
        means = self._measured.means[there].mean(axis=1)
        return max((quantities.number(value) for value in (means.min(), means.max())), key=len)

    # What Qt asks for

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the root, as Qt has it
        """Return how many segments there are."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be edited."""
        if index.column() in TYPED:
            return NAMED
        return PLAIN if index.isValid() else ROOT

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what a cell shows."""
        if role == Role.DisplayRole:
            return self._text(index)
        if role == Role.EditRole:
            return self._typed(index) if index.column() in TYPED else None
        if role == Role.TextAlignmentRole and index.column() in NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Role.ToolTipRole:
            return self._tip(index)
        if role == Role.AccessibleTextRole:
            return self._spoken(index)
        return self._drawn(index, role)

    def _drawn(self, index: Index, role: int) -> object:
        """Return the colours of a cell that differ from the usual ones."""
        number = self._numbers[index.row()]
        if role == Role.ForegroundRole:
            old = index.column() in MEASURED and not (self._fresh and self._measured.has(number))
            segment = self._state.segments[number]
            grey = old or index.column() == Column.NUMBER or not segment.visible
            return self._palette.color(QPalette.ColorRole.PlaceholderText) if grey else None
        if role == Role.BackgroundRole and number == self._hovered:
            soft = self._palette.color(QPalette.ColorRole.Highlight)
            soft.setAlpha(56)
            return soft
        return None

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Hand on a name that was typed."""
        if role != Role.EditRole or index.column() not in TYPED:
            return False
        text = str(value).strip()
        if text != self._typed(index):
            asked = self.renamed if index.column() == Column.NAME else self.classed
            self._names.update([text] if index.column() == Column.NAME else [])
            asked.emit(self._numbers[index.row()], text)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return the titles of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return heading(Column(section), self._unit)
        if role == Role.AccessibleTextRole:
            return spoken(Column(section), self._unit)
        if role in (Role.ToolTipRole, Role.AccessibleDescriptionRole):
            return explained(Column(section), self._unit)
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows."""
        self._sorted = Column(column), order
        self._arrange()

    # Cells

    def _segment(self, index: Index) -> Segment:
        return self._state.segments[self._numbers[index.row()]]

    @property
    def _unit(self) -> str:
        return self._size.unit if self._size else ""

    def _typed(self, index: Index) -> str:
        """Return what a person wrote, or chose, in a cell."""
        if index.column() == Column.NAME:
            return self._segment(index).name
        return class_name(self._state, self._numbers[index.row()])

    def suggestions(self, index: Index) -> list[str]:
        """Return what may be written into a cell."""
        if index.column() == Column.CLASS:
            return [each.name for each in self._state.classes]
        self._names.update(segment.name for segment in self._state.segments.values())
        return suggested(self._names)

    def _text(self, index: Index) -> str | None:
        number = self._numbers[index.row()]
        if index.column() == Column.NUMBER:
            return str(number)
        if index.column() in TYPED:
            return self._typed(index)
        if index.column() == Column.AREA:
            return quantities.area(area(self._state, number), self._size, unit=False)
        if index.column() in MEASURED:
            if not self._measured.has(number):
                return "…"
            if index.column() == Column.PIECES:
                return QLocale().toString(int(self._measured.pieces[number]))
            return quantities.number(self._measured.mean(number))
        return None

    def title(self, number: int) -> str:
        """Return what a segment is called."""
        return self._state.segments[number].name or self.tr("Segment {number}").format(number=number)

    def _tip(self, index: Index) -> str:
        number, column = self._numbers[index.row()], Column(index.column())
        segment, title = self._state.segments[number], self.title(number)
        if column == Column.AREA and self._state.labels:
            rows, columns = self._state.labels.shape
            part = QLocale().toString(100 * area(self._state, number) / (rows * columns), "f", 2)
            pixels = quantities.area(area(self._state, number), None)
            return f"{pixels}, " + self.tr("{part} % of the image").format(part=part)
        if column == Column.MEAN and self._measured.has(number):
            return self.tr("Mean of each channel: {means}").format(
                means=", ".join(map(quantities.number, self._measured.means[number]))
            )
        if column == Column.NAME:
            return f"{title}\n{self._kept(segment)}" if segment.held else title
        return {
            Column.EYE: self.tr("Click to show or hide it, Alt-click to show it alone."),
            Column.COLOUR: self.tr("Click to choose another colour."),
            Column.LOCK: self.tr("Click to lock or unlock it."),
        }.get(column, explained(column, self._unit))

    def _kept(self, segment: Segment) -> str:
        """Say why a segment stays when parameters change."""
        if segment.edited:
            return self.tr("It was edited, and is kept when parameters change; “Follow Parameters Again” ends that.")
        return self.tr("It is locked or has a name, and is kept when parameters change.")

    def _spoken(self, index: Index) -> str | None:
        """Return the text of a cell for a screen reader."""
        segment = self._segment(index)
        return {
            Column.EYE: self.tr("shown") if segment.visible else self.tr("hidden"),
            Column.COLOUR: self.colour(self._numbers[index.row()]).name(),
            Column.CLASS: class_name(self._state, self._numbers[index.row()]) or self.tr("no class"),
            Column.NAME: self.title(self._numbers[index.row()]),
            Column.LOCK: self.tr("locked") if segment.locked else self.tr("not locked"),
        }.get(Column(index.column()), self._text(index))

    # Order

    def _arrange(self) -> None:
        """Sort the segments, and tell the view what is different."""
        column, order = self._sorted
        descending = order == Qt.SortOrder.DescendingOrder
        numbers = passing(self._state, self._wanted, self._kind)
        numbers.sort(key=sort_key(column, self._state, self._measured), reverse=descending)
        if numbers == self._numbers:
            self._touch(range(len(numbers)))
        elif self._rows.keys() == set(numbers):
            self._reorder(numbers)
        else:
            self.beginResetModel()
            self._take(numbers)
            self.endResetModel()

    def _reorder(self, numbers: list[int]) -> None:
        """Put the rows into another order: selection, focus and scrolling stay with their segments."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._numbers[index.row()], index.column()) for index in before]
        self._take(numbers)
        self.changePersistentIndexList(before, [self.index(self._rows[number], column) for number, column in kept])
        self.layoutChanged.emit()

    def _take(self, numbers: list[int]) -> None:
        self._numbers = numbers
        self._rows = {number: row for row, number in enumerate(numbers)}

    def _touch(self, rows: Iterable[int]) -> None:
        """Tell the view that rows are to be drawn again."""
        touched = list(rows)
        if touched:
            first, last = min(touched), max(touched)
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
