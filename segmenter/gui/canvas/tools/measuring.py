"""The tool that measures: a line, and how long it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor

from segmenter.gui.canvas.lengths import distance
from segmenter.gui.canvas.tools.crosshair import outline_pens
from segmenter.gui.canvas.tools.tools import Easel, Modifier, Pointer, Tool
from segmenter.gui.session.pixel_sizes import pixel_size

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from segmenter.gui.canvas.tools.strokes import Point

TICK, GAP, PADDING = 5, 14, 5
"""Of the marks at the ends, from the end to the text, around the text; logical pixels."""

TEXT = 320, 40
"""What the text takes at most, logical pixels."""

TURNS = 8
"""Directions that a line keeps to with Shift."""


class Measure(Tool):
    """Dragging draws a line and tells its length; it stays until another one is drawn, or Esc."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._line: tuple[Point, Point] | None = None

    @property
    def active(self) -> bool:
        """Whether there is a line."""
        return self._line is not None

    @property
    def text(self) -> str:
        """How long the line is."""
        return distance(*self._line, pixel_size(self._easel.session)) if self._line is not None else ""

    def press(self, pointer: Pointer) -> None:
        """Begin a line."""
        self._line = pointer.point, pointer.point

    def drag(self, pointer: Pointer) -> None:
        """Draw it to where the cursor is."""
        if self._line is not None:
            self._line = self._line[0], self._end(pointer)

    def release(self, pointer: Pointer) -> None:
        """Let it stay; a mere click takes the one before away."""
        self.drag(pointer)
        if self._line is not None and self._line[0] == self._line[1]:
            self._line = None

    def cancel(self) -> None:
        """Take the line away."""
        self._line = None

    def extent(self, pointer: Pointer) -> QRect:
        """Return the rectangle around the line and its text, where it is and where it goes."""
        if self._line is None:
            return QRect()
        ratio = self._easel.line_width
        points = [QPointF(*self._easel.view.to_screen(*each)) for each in (*self._line, self._end(pointer))]
        whole = QRectF(points[0], points[1]).normalized() | QRectF(points[0], points[2]).normalized()
        wide, tall = (each * ratio for each in TEXT)
        return whole.adjusted(-wide, -tall, wide, tall).toAlignedRect()

    def paint_left(self, painter: QPainter) -> None:
        """Draw the line and how long it is."""
        if self._line is None:
            return
        ratio = self._easel.line_width
        start, end = (QPointF(*self._easel.view.to_screen(*each)) for each in self._line)
        way = end - start
        length = math.hypot(way.x(), way.y()) or 1.0
        aside = QPointF(-way.y(), way.x()) * (TICK * ratio / length)
        for pen in outline_pens(ratio):
            painter.setPen(pen)
            for one, other in ((start, end), (start - aside, start + aside), (end - aside, end + aside)):
                painter.drawLine(one, other)
        self._write(painter, end, ratio)

    def _write(self, painter: QPainter, end: QPointF, ratio: int) -> None:
        """Write the length beside the end, inside the canvas."""
        font = painter.font()
        font.setPixelSize(13 * ratio)
        painter.setFont(font)
        metrics, pad = painter.fontMetrics(), PADDING * ratio
        wide, tall = metrics.horizontalAdvance(self.text) + 2 * pad, metrics.height() + 2 * pad
        width, height = self._easel.view.size
        left = min(max(end.x() + GAP * ratio, 0), width - wide)
        top = min(max(end.y() - tall / 2, 0), height - tall)
        place = QRectF(left, top, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 170))
        painter.drawRoundedRect(place, 4 * ratio, 4 * ratio)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text)

    def _end(self, pointer: Pointer) -> Point:
        """Return where the line goes; with Shift straight on or slanted."""
        if self._line is None or not pointer.modifiers & Modifier.ShiftModifier:
            return pointer.point
        column, row = self._line[0]
        across, down = pointer.point[0] - column, pointer.point[1] - row
        turn = 2 * math.pi / TURNS
        angle = round(math.atan2(down, across) / turn) * turn
        along = across * math.cos(angle) + down * math.sin(angle)
        return column + along * math.cos(angle), row + along * math.sin(angle)
