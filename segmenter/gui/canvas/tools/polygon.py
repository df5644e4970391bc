"""The tool that draws an outline click by click; between two clicks it follows the edges."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPolygonF
from shiboken6 import isValid

from segmenter.gui.canvas.tools.crosshair import outline_pens
from segmenter.gui.canvas.tools.painting import Painting
from segmenter.gui.canvas.tools.strokes import enclosed
from segmenter.gui.canvas.tools.tools import Button, Easel, Modifier, Pointer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from segmenter.core.interaction.live_wire import Edges
    from segmenter.core.segmentation import Segmentation
    from segmenter.gui.canvas.tools.strokes import Point
    from segmenter.gui.session.document import Document
    from segmenter.progress import ProgressCallback

NEAR, MAGNET = 8, 8
"""Logical pixels of the screen: within which a click means a corner that is there; from which edges draw it."""

CORNER = 3
"""Half the side of a corner, logical pixels."""


class Polygon(Painting):
    """Each click sets a corner; edges draw the line to them, but with Alt it is straight.

    A click on the first corner, a double click or Return closes the outline, Backspace takes the last corner back.
    What is inside goes to the selected segment, to a new one if none is selected.
    """

    buttons = Button.LeftButton
    holds = False

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._ways: list[list[Point]] = []  # to each corner from the one before; the first is the corner alone
        self._shown: list[Point] = []  # from the last corner to the cursor
        self._edges: tuple[Segmentation | None, Edges | None] | None = None  # of which result

    @property
    def active(self) -> bool:
        """Whether an outline is under way."""
        return bool(self._ways)

    def press(self, pointer: Pointer) -> None:
        """Set a corner, or close the outline."""
        session = self._easel.session
        if not self._ways:
            if session.state.labels is None:
                session.say(self.tr("There are no segments yet; they come with the first result."))
            elif session.may_edit():
                self._prepare()
                self._ways = [[self._drawn(pointer)]]
        elif self._is_at(pointer, self._ways[0][0]) or self._is_at(pointer, self._ways[-1][-1]):
            self._close(pointer)
        else:
            self._ways.append(self._way(pointer))
        self._shown = []

    def drag(self, _pointer: Pointer) -> None:
        """Do nothing: corners are clicked."""

    def hover(self, pointer: Pointer) -> None:
        """Show where the line would go."""
        if self._ways:
            self._shown = self._way(pointer)

    def release(self, pointer: Pointer) -> None:
        """Do nothing: corners are clicked."""

    def finish(self) -> bool:
        """Close the outline; tell whether there is one."""
        if self._ways:
            column, row = self._ways[-1][-1]
            self._close(Pointer(0, 0, (column, row), None))
            return True
        return False

    def back(self) -> bool:
        """Take the last corner back; tell whether there is one."""
        if not self._ways:
            return False
        self._ways.pop()
        self._shown = []
        return True

    def cancel(self) -> None:
        """Drop the outline."""
        super().cancel()
        self._ways, self._shown = [], []

    def extent(self, pointer: Pointer) -> QRect:
        """Return the rectangle around the outline and the cursor."""
        if not self._ways:
            return QRect()
        reach = (CORNER + 3) * self._easel.line_width
        whole = self._polygon().boundingRect() | QRectF(pointer.x, pointer.y, 1, 1)
        return whole.adjusted(-reach, -reach, reach, reach).toAlignedRect()

    def paint_left(self, painter: QPainter) -> None:
        """Draw the outline so far, its corners, and how it would be closed."""
        if not self._ways:
            return
        line, half = self._polygon(), CORNER * self._easel.line_width
        for pen in outline_pens(self._easel.line_width):
            painter.setPen(pen)
            painter.drawPolyline(line)
            for way in self._ways:
                x, y = self._easel.view.to_screen(*way[-1])
                painter.drawRect(round(x) - half, round(y) - half, 2 * half, 2 * half)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(line.last(), line.first())

    def _points(self) -> list[Point]:
        return [point for way in self._ways for point in way]

    def _polygon(self) -> QPolygonF:
        return QPolygonF([QPointF(*self._easel.view.to_screen(*point)) for point in [*self._points(), *self._shown]])

    def _close(self, pointer: Pointer) -> None:
        """Give what is inside to a segment."""
        last, first = self._ways[-1][-1], self._ways[0][0]
        points = self._points() + self._between(last, first, pointer)
        corners, self._ways, self._shown = len(self._ways), [], []
        if corners < 2:
            return
        super().press(replace(pointer, modifiers=pointer.modifiers & ~Modifier.AltModifier))
        if self._state is not None:
            self._cover(*enclosed(points, self._easel.view.shape))
            self._finish(self.tr("Polygon"))

    def _is_at(self, pointer: Pointer, corner: Point) -> bool:
        x, y = self._easel.view.to_screen(*corner)
        return max(abs(pointer.x - x), abs(pointer.y - y)) <= NEAR * self._easel.line_width

    def _way(self, pointer: Pointer) -> list[Point]:
        """Return the points from the last corner to where an edge draws the cursor."""
        return self._between(self._ways[-1][-1], self._drawn(pointer), pointer)

    def _between(self, start: Point, end: Point, pointer: Pointer) -> list[Point]:
        edges = self._ready
        if edges is None or pointer.modifiers & Modifier.AltModifier or start == end:
            return [end]
        from segmenter.core.interaction.live_wire import wire  # noqa: PLC0415 - few need it

        return wire(edges, start, end)[1:]

    def _drawn(self, pointer: Pointer) -> Point:
        rows, columns = self._easel.view.shape
        column, row = pointer.point
        inside = min(max(column, 0.0), float(columns)), min(max(row, 0.0), float(rows))
        edges = self._ready
        if edges is None or pointer.modifiers & Modifier.AltModifier:
            return inside
        from segmenter.core.interaction.live_wire import drawn_to  # noqa: PLC0415

        return drawn_to(edges, inside, MAGNET * self._easel.line_width / self._easel.view.scale)

    # What the line follows

    @property
    def _ready(self) -> Edges | None:
        """What the line follows, once it is there, and if it is of this result."""
        document = self._easel.session.document
        if self._edges is None or document is None or self._edges[0] is not document.segmentation:
            return None
        return self._edges[1]

    def _prepare(self) -> None:
        """Have the edges made, in the background; until they are there, lines are straight."""
        document = self._easel.session.document
        if document is None or self._ready is not None:
            return
        found = document.segmentation

        def take(edges: Edges) -> None:
            if isValid(self):
                self._edges = found, edges

        self._easel.session.in_background("wire", partial(_edges, document, found), take)


def _edges(document: Document, found: Segmentation | None, progress: ProgressCallback) -> Edges:
    """Return what lines follow: the boundaries of the tree, or of the picture where there is none."""
    import skimage.graph  # noqa: F401, PLC0415 - so that the first line need not wait for it

    from segmenter.core.interaction.live_wire import PictureEdges, TreeEdges  # noqa: PLC0415

    progress("labels", 0.0)
    if found is not None and found.tree is not None and found.base is not None:
        return TreeEdges.of(found.tree, found.base)
    return PictureEdges(document.picture)
