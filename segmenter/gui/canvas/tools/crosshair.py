"""The crosshair that the arrow keys move in place of the mouse; and lines that are seen on every ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from segmenter.gui.canvas.tools.strokes import Point

UNDER, OVER = QColor(0, 0, 0, 150), QColor(255, 255, 255, 235)
"""A light line between dark edges."""

ARM = 12
"""Length of an arm, times the width of its line."""


def outline_pens(width: int = 1) -> tuple[QPen, QPen]:
    """Return the pens to draw a line with, one after the other."""
    return QPen(UNDER, 3 * width), QPen(OVER, width)


def moved(point: Point, right: int, down: int, shape: tuple[int, int]) -> Point:
    """Return the middle of the pixel so far from the one at a point; those at the edge of the image are the last."""
    rows, columns = shape
    column, row = int(point[0] // 1) + right, int(point[1] // 1) + down
    return min(max(column, 0), columns - 1) + 0.5, min(max(row, 0), rows - 1) + 0.5


def extent(x: float, y: float, width: int) -> QRect:
    """Return the pixels that a crosshair is drawn on."""
    arm = (ARM + 3) * width
    return QRect(round(x) - arm, round(y) - arm, 2 * arm + 1, 2 * arm + 1)


def paint(painter: QPainter, x: float, y: float, width: int) -> None:
    """Draw a crosshair."""
    arm = ARM * width
    for pen in outline_pens(width):
        painter.setPen(pen)
        painter.drawLine(QPointF(x - arm, y), QPointF(x + arm, y))
        painter.drawLine(QPointF(x, y - arm), QPointF(x, y + arm))
