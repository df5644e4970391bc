"""Tools that give pixels to segments: brush, eraser, lasso."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from segmenter.document import edits
from segmenter.document.edits import BACKGROUND
from segmenter.errors import EditError
from segmenter.gui.canvas.tools.crosshair import outline_pens
from segmenter.gui.canvas.tools.edges import cut_to_edges, places
from segmenter.gui.canvas.tools.strokes import capsule, enclosed, snapped
from segmenter.gui.canvas.tools.tools import Easel, Modifier, Pointer, Tool
from segmenter.gui.session.class_keys import kind_for_new

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtCore import QObject

    from segmenter.document.label_map import Rectangle
    from segmenter.document.state import State
    from segmenter.gui.canvas.tools.strokes import Point


class Painting(Tool):
    """Gives pixels to a segment, or to the background: one stroke is one step to undo.

    The selected segment gets them if there is exactly one, else `_unselected` decides; with Ctrl a new segment does,
    of the class that new ones get.
    Alt paints background.
    """

    cursor = Qt.CursorShape.CrossCursor
    stays: ClassVar = False
    """Whether with Shift only pixels of the segment change in which the stroke began."""

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._state: State | None = None
        self._number = BACKGROUND
        self._within: int | None = None
        self._drafted = False

    @property
    def active(self) -> bool:
        """Whether a stroke is under way."""
        return self._state is not None

    def press(self, pointer: Pointer) -> None:
        """Decide which segment gets the pixels."""
        session = self._easel.session
        state = session.state
        if state.labels is None:
            session.say(self.tr("There are no segments yet; they come with the first result."))
            return
        if not session.strokes.begin():
            return
        begun = state.labels.at(*pointer.pixel) if pointer.pixel else BACKGROUND
        selected = session.selection & state.segments.keys()
        self._state, self._drafted = state, False
        self._within = begun if self.stays and pointer.modifiers & Modifier.ShiftModifier else None
        if self._erases(pointer):
            self._number = BACKGROUND
        elif pointer.modifiers & Modifier.ControlModifier:
            self._number = state.free_number()
        elif len(selected) == 1:
            (self._number,) = selected
        else:
            self._number = self._unselected(begun) or state.free_number()
        if self._within == self._number != BACKGROUND:
            session.say(self.tr("Shift stays inside the segment where the stroke begins: select another one to paint."))

    def cancel(self) -> None:
        """Drop the stroke."""
        if self._state is not None:
            self._state = None
            if self._drafted:
                self._easel.session.strokes.drop()
            self._easel.session.strokes.end()

    def _unselected(self, _begun: int) -> int:
        """Return the segment that gets the pixels if none is selected; 0 for a new one."""
        return BACKGROUND

    def _erases(self, pointer: Pointer) -> bool:
        return bool(pointer.modifiers & Modifier.AltModifier)

    def _cover(self, part: Rectangle, covered: NDArray[np.bool_]) -> None:
        """Paint some pixels, if the stroke is still wanted."""
        session = self._easel.session
        if part.empty or not self._goes_on() or self._state is None:
            return
        try:
            kind = kind_for_new(session, self._easel.view_state)
            after = edits.paint(self._state, self._number, part, covered, within=self._within, kind=kind)
        except EditError as error:
            session.refuse(error)
            self.cancel()
            return
        if after is not self._state:
            self._state, self._drafted = after, True
            session.strokes.show(after, part)

    def _goes_on(self) -> bool:
        """Tell whether the stroke is still wanted; it begins on what is there when the first pixel is painted."""
        session = self._easel.session
        if self._state is None:
            return False
        if not self._drafted:
            self._state = session.state  # nothing is painted yet: an undo since the press stays undone
        elif session.shown is not self._state:  # somebody else took it back
            self._state = None
            session.strokes.end()
        return self._state is not None

    def _finish(self, name: str) -> None:
        """Keep the stroke; a segment that is new is the one to go on with."""
        session = self._easel.session
        if self._state is not None and self._drafted:
            new = self._number not in session.state.segments
            session.strokes.keep(name)
            if new and self._number in session.state.segments:
                session.select({self._number})
        if self._state is not None:
            self._state = None
            session.strokes.end()


class Brush(Painting):
    """Paints with a round brush; with nothing selected, the segment in which the stroke begins.

    With Shift it paints only what belongs to what is under its middle: it ends at edges.
    """

    _edges = False

    def press(self, pointer: Pointer) -> None:
        """Set the brush down."""
        super().press(pointer)
        self._edges = bool(pointer.modifiers & Modifier.ShiftModifier)
        self._last = self._set_down(pointer)
        self._sweep(self._last)

    def drag(self, pointer: Pointer) -> None:
        """Paint from where the brush was to where it is."""
        now = self._set_down(pointer)
        if self.active and now != self._last:
            self._sweep(now)
            self._last = now

    def release(self, pointer: Pointer) -> None:
        """Lift the brush."""
        self.drag(pointer)
        self._finish(self.tr("Eraser") if self._number == BACKGROUND else self.tr("Brush"))

    def extent(self, pointer: Pointer) -> QRect:
        """Return the rectangle around the circle."""
        edge = 3 * self._easel.line_width
        return self._circle(pointer).adjusted(-edge, -edge, edge, edge).toAlignedRect()

    def paint(self, painter: QPainter, pointer: Pointer) -> None:
        """Draw the circle that shows the size."""
        for pen in outline_pens(self._easel.line_width):
            painter.setPen(pen)
            painter.drawEllipse(self._circle(pointer))

    def _unselected(self, begun: int) -> int:
        return begun

    def _sweep(self, now: Point) -> None:
        """Paint from where the brush was to where it is."""
        size, shape, document = self._easel.view_state.brush, self._easel.view.shape, self._easel.session.document
        if not self._edges or document is None:
            self._cover(*capsule(self._last, now, size, shape))
            return
        for place in places(self._last, now, size):
            part, covered = capsule(place, place, size, shape)
            if not part.empty:
                self._cover(part, cut_to_edges(document, part, covered, place, size))

    def _set_down(self, pointer: Pointer) -> Point:
        return snapped(pointer.point, self._easel.view_state.brush)

    def _circle(self, pointer: Pointer) -> QRectF:
        view, size = self._easel.view, self._easel.view_state.brush
        x, y = view.to_screen(*self._set_down(pointer))
        radius = max(size * view.scale / 2, 1.5)
        return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)


class Eraser(Brush):
    """Paints background with a round brush."""

    def _erases(self, _pointer: Pointer) -> bool:
        return True


class Lasso(Painting):
    """Gives what a free-hand line encloses to the selected segment; with none selected, to a new one."""

    stays = True

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._line: list[Point] = []

    def press(self, pointer: Pointer) -> None:
        """Begin the line."""
        super().press(pointer)
        self._line = [pointer.point] if self.active else []

    def drag(self, pointer: Pointer) -> None:
        """Draw it."""
        if self.active and pointer.point != self._line[-1]:
            self._line.append(pointer.point)

    def release(self, pointer: Pointer) -> None:
        """Close it."""
        self.drag(pointer)
        if self.active:
            self._cover(*enclosed(self._line, self._easel.view.shape))
        self._finish(self.tr("Lasso"))
        self._line = []

    def cancel(self) -> None:
        """Drop the line."""
        super().cancel()
        self._line = []

    def extent(self, _pointer: Pointer) -> QRect:
        """Return the rectangle around the line."""
        edge = 3 * self._easel.line_width
        box = self._polygon().boundingRect().adjusted(-edge, -edge, edge, edge)
        return box.toAlignedRect() if self._line else QRect()

    def paint(self, painter: QPainter, _pointer: Pointer) -> None:
        """Draw the line so far, and how it would be closed."""
        if len(self._line) < 2:
            return
        line = self._polygon()
        for pen in outline_pens(self._easel.line_width):
            painter.setPen(pen)
            painter.drawPolyline(line)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(line.last(), line.first())

    def _polygon(self) -> QPolygonF:
        return QPolygonF([QPointF(*self._easel.view.to_screen(*point)) for point in self._line])
