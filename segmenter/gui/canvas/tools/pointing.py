"""The tool that selects objects by clicks."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QMargins, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from segmenter.gui.canvas.tools.crosshair import outline_pens
from segmenter.gui.canvas.tools.tools import Button, Modifier, Pointer, Tool

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from segmenter.core.clicked import Box
    from segmenter.gui.canvas.tools.tools import Easel

APART, MOST = 24.0, 6
"""Device pixels that must lie between two clicks of a scribble, and how many it counts for at most."""

SMALLEST = 4.0
"""Device pixels that the sides of a box have at least; a click with Shift is a click."""

_MARGIN = QMargins(3, 3, 3, 3)

RADIUS = 5.0
"""Of the marks, logical line widths."""

GIVEN, TAKEN = QColor(46, 160, 67), QColor(215, 58, 73)
"""Marks of what belongs to the object, and of what does not."""


class Object(Tool):
    """A click adds what is there to the object, the right button or Alt takes it away; dragging scribbles.

    With Shift, dragging draws a box that the object lies in.
    """

    cursor = Qt.CursorShape.CrossCursor
    buttons = Button.LeftButton | Button.RightButton
    holds = False

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._path: list[Pointer] = []
        self._corner: Pointer | None = None  # of a box, while one is drawn: the end of its diagonal

    @property
    def active(self) -> bool:
        """Whether a scribble is under way."""
        return bool(self._path)

    def press(self, pointer: Pointer) -> None:
        """Begin."""
        self._path = [pointer]
        boxes = pointer.button == Button.LeftButton and pointer.modifiers & Modifier.ShiftModifier
        self._corner = pointer if boxes else None

    def drag(self, pointer: Pointer) -> None:
        """Go on."""
        if self._corner is not None:
            self._corner = pointer
            return
        if not self._path:  # it was dropped
            return
        last = self._path[-1]
        if np.hypot(pointer.x - last.x, pointer.y - last.y) >= APART:
            self._path.append(pointer)

    def release(self, pointer: Pointer) -> None:
        """Ask what this selects."""
        del pointer
        path, self._path = self._path, []
        corner, self._corner = self._corner, None
        if corner is not None and (box := self._box(path[0], corner)) is not None:
            self._easel.session.object_assistant.draw_box(box)
            return
        chosen = np.unique(np.linspace(0, len(path) - 1, min(len(path), MOST)).round().astype(int))
        places = [place.pixel for place in (path[at] for at in chosen) if place.pixel is not None]
        if places:
            first = path[0]
            away = first.button == Button.RightButton or bool(first.modifiers & Modifier.AltModifier)
            self._easel.session.object_assistant.click(places, positive=not away)

    def cancel(self) -> None:
        """Forget the scribble, or the box."""
        self._path, self._corner = [], None

    def extent(self, pointer: Pointer) -> QRect:
        """Return where a box is drawn; marks change with the clicks only, and then all is painted."""
        if self._corner is None:
            return QRect()
        first = self._path[0]
        return QRectF(QPointF(first.x, first.y), QPointF(pointer.x, pointer.y)).normalized().toAlignedRect() + _MARGIN

    def paint(self, painter: QPainter, pointer: Pointer) -> None:
        """Mark the clicks: a plus where the object is, a minus where it is not; and the box around it."""
        if self._corner is not None:
            first = self._path[0]
            _outline(
                painter,
                QRectF(QPointF(first.x, first.y), QPointF(pointer.x, pointer.y)).normalized(),
                self._easel.line_width,
            )
        elif (box := self._easel.session.object_assistant.pointed.box) is not None:
            top, left, bottom, right = box
            corners = self._easel.view.to_screen(left, top), self._easel.view.to_screen(right, bottom)
            _outline(painter, QRectF(QPointF(*corners[0]), QPointF(*corners[1])), self._easel.line_width)
        for row, column, positive in self._easel.session.object_assistant.clicks:
            x, y = self._easel.view.to_screen(column + 0.5, row + 0.5)
            _mark(painter, QPointF(x, y), GIVEN if positive else TAKEN, plus=positive)

    def _box(self, first: Pointer, last: Pointer) -> Box | None:
        """Return the pixels between two corners that lie in the image; None if it is too small to be meant."""
        if min(abs(first.x - last.x), abs(first.y - last.y)) < SMALLEST:
            return None
        rows, columns = self._easel.view.shape
        (left, right), (top, bottom) = (
            sorted((one, other)) for one, other in zip(first.point, last.point, strict=True)
        )
        box = max(floor(top), 0), max(floor(left), 0), min(ceil(bottom), rows), min(ceil(right), columns)
        return box if box[0] < box[2] and box[1] < box[3] else None


def _outline(painter: QPainter, box: QRectF, width: int) -> None:
    """Draw a box that is seen on any image."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in outline_pens(width):
        painter.setPen(pen)
        painter.drawRect(box)


def _mark(painter: QPainter, place: QPointF, colour: QColor, *, plus: bool) -> None:
    scale = painter.device().devicePixelRatioF()
    radius, half = RADIUS * scale, 0.55 * RADIUS * scale
    painter.setPen(QPen(Qt.GlobalColor.white, 1.2 * scale))
    painter.setBrush(colour)
    painter.drawEllipse(place, radius, radius)
    painter.drawLine(place - QPointF(half, 0), place + QPointF(half, 0))
    if plus:
        painter.drawLine(place - QPointF(0, half), place + QPointF(0, half))
