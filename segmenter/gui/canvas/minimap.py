"""The whole image in a corner of the canvas, and which part of it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from segmenter.gui.canvas.image_view import ImageView
    from segmenter.gui.canvas.picture import Picture

LARGEST = QSize(170, 130)
MARGIN = 12
"""Logical pixels from the corner."""

CROWDED = 1.6
"""It is there from where the image is so many times as wide or high as the canvas."""

MARK = QColor(255, 0, 200)


class Minimap(QWidget):
    """Is there while only a small part of the image is seen; a click or a drag shows another part."""

    def __init__(self, view: ImageView) -> None:
        super().__init__(view)
        self._view = view
        self._picture: Picture | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("The whole image"))
        self.setToolTip(self.tr("The whole image; click to see another part"))
        self.hide()

    def follow(self, picture: Picture | None, wanted: bool, covered: int = 0) -> None:
        """Show a picture, if that is wanted and there is more of it than is seen, above what covers the lower edge."""
        self._picture = picture
        (rows, columns), (width, height) = self._view.view.shape, self._view.view.size
        scale = self._view.view.scale
        crowded = columns * scale > CROWDED * width or rows * scale > CROWDED * height
        roomy = self._view.width() >= 3 * LARGEST.width() and self._view.height() >= 2 * LARGEST.height()
        there = picture is not None and wanted and crowded and roomy
        if there:
            size = QSize(columns, rows).scaled(LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
            size = size.expandedTo(QSize(16, 16))
            self.setGeometry(
                self._view.width() - MARGIN - size.width(),
                self._view.height() - covered - MARGIN - size.height(),
                size.width(),
                size.height(),
            )
            self.update()
        self.setVisible(there)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the part that is clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._show(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._show(event.position())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image and a frame around what is seen."""
        if self._picture is None:
            return
        view = self._view.view
        (rows, columns), (width, height) = view.shape, view.size
        (left, top), (right, bottom) = view.to_image(0, 0), view.to_image(width, height)
        across, down = self.width() / columns, self.height() / rows
        seen = QRectF(QPointF(left * across, top * down), QPointF(right * across, bottom * down))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.drawPixmap(self.rect(), self._pixmap(self._picture))
            painter.setPen(QPen(QColor(255, 255, 255), 1))
            painter.drawRect(whole)
            painter.setPen(QPen(MARK, 2))
            painter.drawRect(seen & whole.adjusted(1, 1, -1, -1))

    def _pixmap(self, picture: Picture) -> QPixmap:
        """Return the picture in the size in which it is shown."""
        size = self.size() * self.devicePixelRatioF()
        smallest = picture.smallest
        key = smallest.cacheKey(), size.width(), size.height()
        if self._drawn is None or self._drawn[0] != key:
            smooth = Qt.TransformationMode.SmoothTransformation
            small = smallest.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._drawn = key, QPixmap.fromImage(small)
        return self._drawn[1]

    def _show(self, position: QPointF) -> None:
        """Bring what is at a place of this map to the middle of the canvas."""
        view = self._view.view
        column = position.x() / self.width() * view.shape[1]
        row = position.y() / self.height() * view.shape[0]
        x, y = view.to_screen(column, row)
        self._view.pan(view.size[0] / 2 - x, view.size[1] / 2 - y)
