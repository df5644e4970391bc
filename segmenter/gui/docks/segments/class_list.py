"""The classes below the table of segments: what belongs to each, and which of them the table shows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from segmenter.core.classes import NONE
from segmenter.document.state import CLASSLESS
from segmenter.gui.app import quantities
from segmenter.gui.app.dragging import CLASS, SEGMENTS, DragSource, DropTarget, carried
from segmenter.gui.docks.segments.order import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from segmenter.core.image import PixelSize
    from segmenter.document.classes import Statistics
    from segmenter.document.label_map import LabelMap
    from segmenter.document.state import Colour

SWATCH, ROWS = 12, 5
NUMBER = Qt.ItemDataRole.UserRole


class ClassList(QTreeWidget):
    """A line for each class: how many segments, how much of the image, which area; a click shows only those."""

    filtered = Signal()
    """Another class is wanted, or all again."""
    members_wanted = Signal(int)
    """The number of a class whose segments are to be selected."""
    given = Signal(int)
    """The number of a class that the selected segments are to get: they were dropped on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted: int | None = ALL
        self._shown: object = None
        self.setAccessibleName(self.tr("Classes"))
        self.setToolTip(
            self.tr(
                "Click to show only this class, double-click to select all its segments. "
                "Drag it to a segment to give it the class, or rows of the table here."
            )
        )
        self.setColumnCount(4)
        self.setHeaderLabels(
            [self.tr("Class"), self.tr("Segments"), self.tr("Share"), self.tr("Area")]
        )  # read out only
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setViewportMargins(6, 0, 6, 0)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIconSize(QSize(SWATCH, SWATCH))
        self.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.itemClicked.connect(lambda item, _: self._toggle(item))
        self.itemDoubleClicked.connect(lambda item, _: self._ask_for_members(item))
        DragSource(self.viewport(), self._carried)
        DropTarget(self.viewport(), SEGMENTS, self._does, self._show_target)
        self.hide()

    def show_statistics(self, found: Sequence[Statistics], labels: LabelMap | None, size: PixelSize | None) -> None:
        """Show what belongs to each class; nothing is shown where there are none."""
        rows, columns = labels.shape if labels else (1, 1)
        shown = (tuple(found), rows * columns, size)
        if shown == self._shown:
            return
        self._shown = shown
        self.clear()
        for each in found:
            self.addTopLevelItem(self._line(each, rows * columns, size))
        self.setVisible(bool(found))
        self.setFixedHeight(min(len(found), ROWS) * max(self.sizeHintForRow(0), 1) + 2)
        if self.wanted is not ALL and self.wanted not in self._numbers():
            self.show_all()
        self._mark()

    def show_all(self) -> None:
        """Let the table show all classes."""
        if self.wanted is not ALL:
            self._want(ALL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with Return and Space what a click does."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(item)
        else:
            super().keyPressEvent(event)

    def _line(self, each: Statistics, pixels: int, size: PixelSize | None) -> QTreeWidgetItem:
        name = each.kind.name if each.kind else self.tr("No class")
        share = QLocale().toString(100 * each.area / pixels, "f", 1)
        item = QTreeWidgetItem([name, QLocale().toString(each.count), f"{share} %", quantities.area(each.area, size)])
        item.setData(0, NUMBER, each.kind.number if each.kind else NONE)
        item.setIcon(0, swatch(each.kind.colour if each.kind else CLASSLESS, SWATCH))
        item.setToolTip(1, self.tr("Segments"))
        item.setToolTip(2, self.tr("Of the image"))
        item.setToolTip(3, self.tr("Area"))
        for column in (1, 2, 3):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _lines(self) -> list[QTreeWidgetItem]:
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        return [item for item in items if item is not None]

    def _numbers(self) -> list[int]:
        return [item.data(0, NUMBER) for item in self._lines()]

    def _toggle(self, item: QTreeWidgetItem) -> None:
        number = item.data(0, NUMBER)
        self._want(ALL if number == self.wanted else number)

    def _ask_for_members(self, item: QTreeWidgetItem) -> None:
        self.members_wanted.emit(item.data(0, NUMBER))

    # What is dragged

    def _carried(self, place: QPoint) -> tuple[QMimeData, QPixmap] | None:
        """Return what a drag of a line carries."""
        item = self.itemAt(place)
        if item is None:
            return None
        return carried(CLASS, str(item.data(0, NUMBER))), item.icon(0).pixmap(self.iconSize())

    def _does(self, _dragged: QMimeData, place: QPoint) -> Callable[[], object] | None:
        """Return what a drop of segments on a line does."""
        item = self.itemAt(place)
        return None if item is None else partial(self.given.emit, item.data(0, NUMBER))

    def _show_target(self, place: QPoint | None) -> None:
        """Mark the line that a drop would be on."""
        target = None if place is None else self.itemAt(place)
        soft = self.palette().highlight().color()
        soft.setAlpha(56)
        for item in self._lines():
            for column in range(4):
                item.setBackground(column, soft if item is target else QBrush())

    def _want(self, number: int | None) -> None:
        self.wanted = number
        self._mark()
        self.filtered.emit()

    def _mark(self) -> None:
        """Write the class that the table shows in bold letters."""
        for item in self._lines():
            font = self.font()
            font.setBold(item.data(0, NUMBER) == self.wanted)
            for column in range(4):
                item.setFont(column, font)


def swatch(colour: Colour, size: int) -> QIcon:
    """Return a square of a colour."""
    picture = QPixmap(size, size)
    picture.fill(QColor(*colour))
    return QIcon(picture)
