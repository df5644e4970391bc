"""A bar of a round length in the corner of the canvas: how large things are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from segmenter.gui.canvas.lengths import round_length, written

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from segmenter.core.image import PixelSize
    from segmenter.gui.canvas.view_transform import ViewTransform

WIDEST, MARGIN, HEIGHT, PADDING = 160, 12, 4, 6
"""Logical pixels: of the bar at most, from the corner, of its thickness, around it."""

GROUND, INK = QColor(0, 0, 0, 150), QColor(255, 255, 255)


def scale_bar(view: ViewTransform, size: PixelSize | None, widest: float) -> tuple[float, str]:
    """Return how many device pixels the bar is long, and what is written above it."""
    unit, per_pixel = ("px", 1.0) if size is None else (size.unit, size.width)
    length = round_length(widest / view.scale * per_pixel)
    return length / per_pixel * view.scale, written(length, unit)


def tall(ratio: float) -> float:
    """Return how much of the lower edge of the canvas the bar takes, device pixels."""
    return (MARGIN + HEIGHT + 2 * PADDING + 18) * ratio


def paint(painter: QPainter, view: ViewTransform, size: PixelSize | None, floor: float, ratio: float) -> None:
    """Draw the bar at the left, above a floor, in device pixels."""
    width, text = scale_bar(view, size, min(WIDEST * ratio, view.size[0] / 3))
    painter.save()
    font = painter.font()
    font.setPixelSize(round(12 * ratio))
    painter.setFont(font)
    high = painter.fontMetrics().height()
    wide = max(width, painter.fontMetrics().horizontalAdvance(text)) + 2 * PADDING * ratio
    tall = high + (HEIGHT + 2 * PADDING) * ratio
    place = QRectF(MARGIN * ratio, floor - MARGIN * ratio - tall, wide, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GROUND)
    painter.drawRoundedRect(place, 4 * ratio, 4 * ratio)
    middle = place.center().x()
    bar = QRectF(middle - width / 2, place.bottom() - (PADDING + HEIGHT) * ratio, width, HEIGHT * ratio)
    painter.fillRect(bar, INK)
    painter.setPen(INK)
    wide = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(QPointF(middle - wide / 2, place.top() + painter.fontMetrics().ascent() + 2 * ratio), text)
    painter.restore()
