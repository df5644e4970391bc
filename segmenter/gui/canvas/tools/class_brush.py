"""A brush that gives segments a class: all that it touches in one stroke, and one step to undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor

from segmenter.core.classes import NONE
from segmenter.document import classes
from segmenter.document.edits import BACKGROUND
from segmenter.gui.canvas.tools.painting import Brush
from segmenter.gui.session.class_keys import kind_of_brush

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPainter

    from segmenter.document.label_map import Rectangle
    from segmenter.gui.canvas.tools.tools import Pointer

INSIDE = 110
"""How opaque the circle is filled with the colour of the class, of 255."""


class ClassBrush(Brush):
    """Gives the class that was chosen to every segment under the brush; Alt takes it away. No pixel changes."""

    _kind = NONE

    def press(self, pointer: Pointer) -> None:
        """Set the brush down."""
        session = self._easel.session
        takes_away = self._erases(pointer)
        self._kind = NONE if takes_away else kind_of_brush(session, self._easel.view_state)
        if session.state.labels is None:
            session.say(self.tr("There are no segments yet; they come with the first result."))
        elif self._kind == NONE and not takes_away:
            session.say(self._how_to_choose())
        elif session.strokes.begin():
            self._state, self._drafted, self._number = session.state, False, BACKGROUND
            self._last = self._set_down(pointer)
            self._sweep(self._last)

    def release(self, pointer: Pointer) -> None:
        """Lift the brush."""
        self.drag(pointer)
        self._finish(self.tr("Class"))

    def paint(self, painter: QPainter, pointer: Pointer) -> None:
        """Draw the circle that shows the size, in the colour of the class."""
        kind = kind_of_brush(self._easel.session, self._easel.view_state)
        if kind != NONE:
            colour = QColor(*classes.find(self._easel.session.state, kind).colour)
            colour.setAlpha(INSIDE)
            painter.setBrush(colour)
        super().paint(painter, pointer)
        painter.setBrush(QColor(0, 0, 0, 0))

    def _cover(self, part: Rectangle, covered: NDArray[np.bool_]) -> None:
        """Give the class to what is seen there and has it not."""
        if part.empty or not self._goes_on() or self._state is None or self._state.labels is None:
            return
        segments, labels = self._state.segments, self._state.labels
        touched = [
            number
            for number in np.unique(labels.window(part)[covered]).tolist()
            if number in segments and segments[number].visible and segments[number].class_number != self._kind
        ]
        if touched:
            self._state = classes.assigned(self._state, touched, self._kind)
            self._drafted = True
            self._easel.session.strokes.show(self._state, labels.bounds(touched))

    def _how_to_choose(self) -> str:
        if not self._easel.session.state.classes:
            return self.tr("There are no classes yet: Edit > Class > New Class makes one.")
        return self.tr("Choose what the brush gives first: press the key of a class, 1 to 9.")
