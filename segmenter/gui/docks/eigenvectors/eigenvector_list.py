"""How the list of eigenvectors is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionButton

from segmenter.gui.docks.eigenvectors.model import EigenvectorModel

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from segmenter.gui.docks.eigenvectors.model import Index

SIDE = 80
"""The longer one of a thumbnail, logical pixels."""

EDGE = 4
BOX = 16


class EigenvectorDelegate(QStyledItemDelegate):
    """Draws a thumbnail with two lines below it, and a box to leave it out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of an item."""
        size = self.place(QRect(), index).size()
        return QSize(SIDE + 2 * EDGE, size.height() + 2 * EDGE + 2 * option.fontMetrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an item."""
        model, number = index.model(), index.row() + 1
        assert isinstance(model, EigenvectorModel)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        used, roles, palette = model.used(number), QPalette.ColorRole, option.palette
        painter.save()
        if selected:
            painter.fillRect(option.rect, palette.color(roles.Highlight))
        place = self.place(option.rect, index)
        painter.setOpacity(1 if used else 0.35)
        picture = model.picture(number)
        if picture is None:
            painter.fillRect(place, palette.color(roles.AlternateBase))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, picture)
        painter.setOpacity(1 if used else 0.6)
        painter.setPen(palette.color(roles.HighlightedText if selected else roles.Text))
        height = option.fontMetrics.height()
        for line, text in enumerate(model.lines(number)):
            below = QRect(option.rect.left(), place.bottom() + 3 + line * height, option.rect.width(), height)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
        if number > 1:
            self._draw_box(painter, option, self.box(place), used=used)

    def place(self, item: QRect, index: Index) -> QRect:
        """Return where the thumbnail is drawn."""
        model = index.model()
        picture = model.picture(index.row() + 1) if isinstance(model, EigenvectorModel) else None
        size = QSize(SIDE, SIDE)
        if picture is not None:
            size = picture.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        return QRect(item.left() + EDGE + (SIDE - size.width()) // 2, item.top() + EDGE, size.width(), size.height())

    def box(self, thumbnail: QRect) -> QRect:
        """Return where the check box is."""
        return QRect(thumbnail.right() - BOX - 1, thumbnail.top() + 2, BOX, BOX)

    def _draw_box(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, *, used: bool) -> None:
        check = QStyleOptionButton()
        check.rect = box
        check.palette = option.palette
        check.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if used else QStyle.StateFlag.State_Off
        )
        option.widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, check, painter, option.widget)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Turn the box with a click on it, or with Space."""
        if index.row() == 0:
            return False
        box = self.box(self.place(option.rect, index))
        clicked = isinstance(event, QMouseEvent) and box.contains(event.position().toPoint())
        spaced = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not clicked and not spaced:
            return False
        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.KeyPress):
            used = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            turned = Qt.CheckState.Unchecked if used else Qt.CheckState.Checked
            model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)
        return True  # the press on it, too: it does not show the eigenvector


class EigenvectorList(QListView):
    """Thumbnails side by side."""

    def __init__(self, model: EigenvectorModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(EigenvectorDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Eigenvectors"))

    def minimumSizeHint(self) -> QSize:
        """Return the room of one thumbnail and the scroll bar."""
        return QSize(SIDE + 40, SIDE + 24)
