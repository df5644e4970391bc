"""How the table of segments is drawn, and what mouse and keys mean in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QStyledItemDelegate, QTableView

from segmenter.gui.app.dialog import popup
from segmenter.gui.app.icons import icon
from segmenter.gui.docks.segments.columns import TYPED, Column, heading
from segmenter.gui.docks.segments.editing import name_editor
from segmenter.gui.docks.segments.model import SegmentModel

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionModel
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from segmenter.gui.docks.segments.model import Index

ROW = 24
"""Height of a row, logical pixels."""

ICON, SPACE = 16, 10
"""Of an icon, and around a number."""

WIDTHS = {
    Column.EYE: 24,
    Column.COLOUR: 20,
    Column.NUMBER: 34,
    Column.CLASS: 64,
    Column.AREA: 62,
    Column.PIECES: 44,
    Column.MEAN: 44,
    Column.LOCK: 24,
}
"""Of the columns but the name, which takes what is left."""

GIVES_WAY, NAME = (Column.MEAN, Column.PIECES), 72
"""Columns that are not shown, one after the other, where the name would be narrower than this."""

CLICKED = Column.EYE, Column.COLOUR, Column.LOCK
"""Columns in which a click changes the segment and selects nothing."""

TOGGLES = Column.EYE, Column.LOCK
"""Columns whose title changes all segments."""


class SegmentDelegate(QStyledItemDelegate):
    """Draws icons, swatches and the pin of edited segments."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        super().paint(painter, option, index)
        model = index.model()
        assert isinstance(model, SegmentModel)
        if index.column() == Column.COLOUR:
            _draw_swatch(painter, option, model.colour(model.number(index.row())))
        elif name := model.mark(index)[0]:
            faint = model.mark(index)[1]
            side = Qt.AlignmentFlag.AlignRight if index.column() == Column.NAME else Qt.AlignmentFlag.AlignHCenter
            place = option.rect.adjusted(0, (ROW - ICON) // 2, -2, -((ROW - ICON) // 2))
            mode = QIcon.Mode.Disabled if faint else QIcon.Mode.Normal
            icon(name).paint(painter, place, side | Qt.AlignmentFlag.AlignVCenter, mode)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the field in which a name or a class is written."""
        model = index.model()
        if isinstance(model, SegmentModel) and index.column() in TYPED:
            return name_editor(parent, model.suggestions(index), heading(Column(index.column())) or "")
        return super().createEditor(parent, option, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill in the name, but not over what is being typed: the table changes while it is."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the pin."""
        super().initStyleOption(option, index)
        model = index.model()
        if index.column() == Column.NAME and isinstance(model, SegmentModel) and model.mark(index)[0]:
            room = option.rect.width() - ICON - 12
            option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)


def _draw_swatch(painter: QPainter, option: QStyleOptionViewItem, colour: QColor) -> None:
    middle, half = option.rect.center(), 6
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = option.palette.color(QPalette.ColorRole.Text)
    edge.setAlpha(110)
    painter.setPen(edge)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRect(middle.x() - half + 1, middle.y() - half + 1, 2 * half, 2 * half), 3, 3)
    painter.restore()


class Header(QHeaderView):
    """The titles: icons for eye and lock, and a line where the rows are sorted.

    The line is below the title where the values rise, above it where they fall; an arrow would cover the titles.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(22)
        self.setAccessibleName(self.tr("Columns"))

    def setSelectionModel(self, selection: QItemSelectionModel) -> None:
        """Keep to a selection of its own, an empty one: at each title Qt would look through all rows."""
        if selection.parent() is self:
            super().setSelectionModel(selection)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        if section in TOGGLES:
            name = "eye" if section == Column.EYE else "lock"
            place = QRect(QPoint(0, 0), QSize(ICON, ICON))
            place.moveCenter(rect.center())
            icon(name).paint(painter, place)
        if section == self.sortIndicatorSection():
            rising = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            top = rect.bottom() - 1 if rising else rect.top()
            painter.fillRect(rect.left(), top, rect.width(), 2, self.palette().color(QPalette.ColorRole.Highlight))


class SegmentView(QTableView):
    """A table in which a click on eye, colour or lock selects nothing."""

    marked = Signal(int, int, bool)
    """Segment and column of a click on eye, colour or lock; whether Alt was held."""
    toggled = Signal(int)
    """Column whose title was clicked to change all segments."""
    hide_asked = Signal()
    rename_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, model: SegmentModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._segments = model
        self._clicking = self._classes = False
        self._widths = dict(WIDTHS)
        self._sorted = int(Column.NUMBER), Qt.SortOrder.AscendingOrder
        self.setHorizontalHeader(Header(self))
        self.setModel(model)
        self.setItemDelegate(SegmentDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setMinimumSectionSize(ROW)
        self._arrange_header()

    def _arrange_header(self) -> None:
        header = self.horizontalHeader()
        for column in Column:
            fixed = column in WIDTHS
            mode = QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if fixed:
                header.resizeSection(column, WIDTHS[column])
        header.setSortIndicator(*self._sorted)
        header.sortIndicatorChanged.connect(self._click_title)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._open_sort_menu)

    def show_classes(self, shown: bool) -> None:
        """Show the column of classes, where there are any."""
        self._classes = shown
        self._fit()

    def _fit(self) -> None:
        """Leave the name the room that it needs."""
        widths = self._widths
        shown = {column: width for column, width in widths.items() if column != Column.CLASS or self._classes}
        left = self.viewport().width() - sum(shown.values())
        hidden = set() if self._classes else {Column.CLASS}
        for column in GIVES_WAY:
            if left < NAME:
                hidden.add(column)
                left += widths[column]
        for column in (Column.CLASS, *GIVES_WAY):
            self.setColumnHidden(column, column in hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def fit_numbers(self) -> None:
        """Give the columns of numbers as much room as the longest of them needs, or their heading."""
        for column in (Column.NUMBER, Column.AREA, Column.PIECES, Column.MEAN):
            heading = str(self._segments.headerData(column, Qt.Orientation.Horizontal))
            needed = SPACE + max(map(self.fontMetrics().horizontalAdvance, (heading, self._segments.widest(column))))
            self._widths[column] = max(WIDTHS[column], needed)
            self.horizontalHeader().resizeSection(column, self._widths[column])
        self._fit()

    def sort_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column."""
        self._sorted = column, order
        header = self.horizontalHeader()
        with QSignalBlocker(header):
            header.setSortIndicator(column, order)
        self._segments.sort(column, order)

    def _click_title(self, column: int, order: Qt.SortOrder) -> None:
        """Sort; or change all segments, where the title is an eye or a lock."""
        if column in TOGGLES:
            self.sort_by(*self._sorted)
            self.toggled.emit(column)
        else:
            self.sort_by(column, order)

    def _open_sort_menu(self, place: QPoint) -> None:
        popup(self.sort_menu(), self.horizontalHeader().mapToGlobal(place))

    def sort_menu(self) -> QMenu:
        """Return a menu that sorts by any column."""
        menu = QMenu(self)
        titles = {
            Column.EYE: self.tr("Sort by Visibility"),
            Column.NUMBER: self.tr("Sort by Number"),
            Column.NAME: self.tr("Sort by Name"),
            Column.CLASS: self.tr("Sort by Class"),
            Column.AREA: self.tr("Sort by Area"),
            Column.PIECES: self.tr("Sort by Pieces"),
            Column.MEAN: self.tr("Sort by Mean Intensity"),
            Column.LOCK: self.tr("Sort by Lock"),
        }
        for column, title in titles.items():
            menu.addAction(title, partial(self.sort_by, column))
        return menu

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Change the segment in some columns, select in the others."""
        index = self.indexAt(event.position().toPoint())
        self._clicking = index.isValid() and index.column() in CLICKED and event.button() == Qt.MouseButton.LeftButton
        if self._clicking:
            alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.marked.emit(self._segments.number(index.row()), index.column(), alone)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second click on eye, colour or lock as one more."""
        if self.indexAt(event.position().toPoint()).column() in CLICKED:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select nothing on the way from an eye."""
        if not self._clicking:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        if self._clicking:
            self._clicking = False
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show or hide with Space, rename with Return or F2."""
        if self.state() == QAbstractItemView.State.EditingState:  # the Return that ends it comes here, too
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.hide_asked.emit()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rename_asked.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selection."""
        self.menu_asked.emit(event.globalPos())
