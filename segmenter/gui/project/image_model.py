"""The rows of the list of images: what they say, and how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QImage, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from segmenter.gui.app.icons import icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from segmenter.document.project import Entry
    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.project.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

PICTURE = QSize(72, 54)
MARGIN, GAP, MARK = 4, 8, 16
NONE = QModelIndex()


class ImageModel(QAbstractListModel):
    """The images of a project, by their place in the list."""

    def __init__(self, controller: ProjectController, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._controller, self._thumbnails = controller, thumbnails
        self._entries: tuple[Entry, ...] = ()
        self._keys: list[tuple[Path, int]] = []
        self._pages: set[Path] = set()
        self.refresh()

    def refresh(self) -> None:
        """Follow the controller."""
        self._entries = self._controller.entries
        keys = [(entry.path, entry.page) for entry in self._entries]
        if keys == self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(keys) - 1))
            return
        self.beginResetModel()
        self._keys = keys
        self._pages = {path for path, page in keys if page}
        self.endResetModel()

    def key(self, row: int) -> tuple[Path, int]:
        """Return file and page of an image."""
        return self._keys[row]

    def rowCount(self, parent: Index = NONE) -> int:
        """Return the number of images."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a row says."""
        row = index.row()
        if role == Role.DisplayRole:
            return self._keys[row][0].name
        if role == Role.DecorationRole:
            return self._thumbnails.get(self._keys[row])
        if role == Role.ToolTipRole:
            return self._controller.trouble(row) or str(self._keys[row][0])
        if role == Role.AccessibleTextRole:
            return ", ".join([self._keys[row][0].name, *self.remarks(row), *[self.tr("done")] * self.done(row)])
        return None

    def remarks(self, row: int) -> list[str]:
        """Return what there is to be said of an image, in few words."""
        path, page = self._keys[row]
        remarks = [self.tr("Page {number}").format(number=page + 1)] if path in self._pages else []
        if self._controller.loading == row:
            return [self.tr("Loading…"), *remarks]
        if self._controller.trouble(row):
            missing = self._controller.is_missing(row)
            return [self.tr("Missing") if missing else self.tr("Cannot be shown"), *remarks]
        return [*remarks, self.tr("Edited")] if self._controller.edited(row) else remarks

    def done(self, row: int) -> bool:
        """Tell whether an image is marked as done."""
        return self._entries[row].done

    def trouble(self, row: int) -> bool:
        """Tell whether an image could not be shown."""
        return bool(self._controller.trouble(row))

    def shown(self, row: int) -> bool:
        """Tell whether an image is the one that is shown."""
        return self._controller.current == row


class ImageDelegate(QStyledItemDelegate):
    """Draws a row: the picture, the name, what is to be said, and the marks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        return QSize(160, PICTURE.height() + 2 * MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        model, row = index.model(), index.row()
        assert isinstance(model, ImageModel)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        inner = option.rect.adjusted(MARGIN, MARGIN, -GAP, -MARGIN)
        picture = QRect(inner.topLeft(), PICTURE)
        _draw_picture(painter, picture, index.data(Role.DecorationRole))
        mark = QRect(inner.right() - MARK + 1, inner.center().y() - MARK // 2, MARK, MARK)
        if model.trouble(row):
            icon("warning").paint(painter, mark)
        elif model.done(row):
            icon("done").paint(painter, mark)
        text = inner.adjusted(PICTURE.width() + GAP, 0, -MARK - MARGIN, 0)
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._draw_text(painter, text, option, model, row, chosen=chosen)
        if model.shown(row):
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), option.palette.highlight())
        painter.restore()

    def _draw_text(
        self,
        painter: QPainter,
        place: QRect,
        option: QStyleOptionViewItem,
        model: ImageModel,
        row: int,
        *,
        chosen: bool,
    ) -> None:
        """Draw the name, with what there is to be said below it."""
        name, remarks = str(model.data(model.index(row))), " · ".join(model.remarks(row))
        font = QFont(option.font)
        font.setBold(model.shown(row))
        painter.setFont(font)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        metrics = painter.fontMetrics()
        height = metrics.height()
        top = place.center().y() + 1 - (height if remarks else height // 2)
        elided = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())
        painter.drawText(QRect(place.left(), top, place.width(), height), Qt.AlignmentFlag.AlignVCenter, elided)
        if remarks:
            painter.setFont(option.font)
            painter.setOpacity(0.75)
            elided = painter.fontMetrics().elidedText(remarks, Qt.TextElideMode.ElideRight, place.width())
            below = QRect(place.left(), top + height, place.width(), height)
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, elided)


def _draw_picture(painter: QPainter, place: QRect, picture: QImage | None) -> None:
    """Draw a small picture in the middle of its place, or a sign where there is none."""
    if picture is None:
        return
    if picture.isNull():
        mark = QRect(0, 0, 24, 24)
        mark.moveCenter(place.center())
        icon("image").paint(painter, mark, mode=QIcon.Mode.Disabled)
        return
    size = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    if size.width() > picture.width():
        size = picture.size()
    target = QRect(place.topLeft(), size)
    target.moveCenter(place.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, picture)
    painter.restore()
