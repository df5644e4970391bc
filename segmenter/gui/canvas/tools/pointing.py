"""The tool that selects objects by clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPen

from segmenter.gui.canvas.tools.tools import Button, Modifier, Pointer, Tool

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from segmenter.gui.canvas.tools.tools import Easel

APART, MOST = 24.0, 6
"""Device pixels that must lie between two clicks of a scribble, and how many it counts for at most."""

RADIUS = 5.0
"""Of the marks, logical line widths."""

GIVEN, TAKEN = QColor(46, 160, 67), QColor(215, 58, 73)
"""Marks of what belongs to the object, and of what does not."""


class Object(Tool):
    """A click adds what is there to the object, the right button or Alt takes it away; dragging scribbles."""

    cursor = Qt.CursorShape.CrossCursor
    buttons = Button.LeftButton | Button.RightButton
    holds = False

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._path: list[Pointer] = []

    @property
    def active(self) -> bool:
        """Whether a scribble is under way."""
        return bool(self._path)

    def press(self, pointer: Pointer) -> None:
        """Begin."""
        self._path = [pointer]

    def drag(self, pointer: Pointer) -> None:
        """Go on."""
        last = self._path[-1]
        if np.hypot(pointer.x - last.x, pointer.y - last.y) >= APART:
            self._path.append(pointer)

    def release(self, pointer: Pointer) -> None:
        """Ask what this selects."""
        del pointer
        path, self._path = self._path, []
        chosen = np.unique(np.linspace(0, len(path) - 1, min(len(path), MOST)).round().astype(int))
        places = [place.pixel for place in (path[at] for at in chosen) if place.pixel is not None]
        if places:
            first = path[0]
            away = first.button == Button.RightButton or bool(first.modifiers & Modifier.AltModifier)
            self._easel.session.object_assistant.click(places, positive=not away)

    def cancel(self) -> None:
        """Forget the scribble."""
        self._path = []

    def extent(self, _pointer: Pointer) -> QRect:
        """Return nothing: marks change with the clicks only, and then all is painted."""
        return QRect()

    def paint(self, painter: QPainter, pointer: Pointer) -> None:
        """Mark the clicks: a plus where the object is, a minus where it is not."""
        del pointer
        for row, column, positive in self._easel.session.object_assistant.clicks:
            x, y = self._easel.view.to_screen(column + 0.5, row + 0.5)
            _mark(painter, QPointF(x, y), GIVEN if positive else TAKEN, plus=positive)


def _mark(painter: QPainter, place: QPointF, colour: QColor, *, plus: bool) -> None:
    scale = painter.device().devicePixelRatioF()
    radius, half = RADIUS * scale, 0.55 * RADIUS * scale
    painter.setPen(QPen(Qt.GlobalColor.white, 1.2 * scale))
    painter.setBrush(colour)
    painter.drawEllipse(place, radius, radius)
    painter.drawLine(place - QPointF(half, 0), place + QPointF(half, 0))
    if plus:
        painter.drawLine(place - QPointF(0, half), place + QPointF(0, half))
