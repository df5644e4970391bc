"""A rectangle that is drawn around segments, and which of them are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt

from segmenter.document.label_map import Rectangle
from segmenter.gui.canvas.tools.crosshair import outline_pens

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from segmenter.document.state import State
    from segmenter.gui.canvas.tools.strokes import Point


def banded(state: State, first: Point, last: Point) -> frozenset[int]:
    """Return the segments of which more than half is between two points of the image; hidden ones cannot be meant."""
    if state.labels is None:
        return frozenset()
    (left, right), (top, bottom) = (sorted(ends) for ends in zip(first, last, strict=True))
    part = Rectangle(round(top), round(left), round(bottom), round(right)).within(state.labels.shape)
    if part.empty:
        return frozenset()
    areas = state.areas
    inside = np.bincount(state.labels.window(part).ravel(), minlength=len(areas))
    most = np.flatnonzero(2 * inside > areas).tolist()
    return frozenset(each for each in most if each in state.segments and state.segments[each].visible)


def extent(first: Point, last: Point, width: int) -> QRect:
    """Return the pixels that the rectangle is drawn on, from one place of the screen to another."""
    whole = _rectangle(first, last).adjusted(-3 * width, -3 * width, 3 * width, 3 * width)
    return whole.toAlignedRect()


def paint(painter: QPainter, first: Point, last: Point, width: int) -> None:
    """Draw the rectangle."""
    under, over = outline_pens(width)
    over.setStyle(Qt.PenStyle.DashLine)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (under, over):
        painter.setPen(pen)
        painter.drawRect(_rectangle(first, last))


def _rectangle(first: Point, last: Point) -> QRectF:
    return QRectF(QPointF(*first), QPointF(*last)).normalized()
