"""A way to cut a segment in two, shown before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.gui.app.qimages import from_codes
from segmenter.gui.canvas.contour_lines import contours, reach
from segmenter.gui.canvas.squares import Squares, seen

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from segmenter.document.label_map import LabelMap, Rectangle
    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.gui.session.split_assistant import Candidate

GROUND, ONE, OTHER = 0x60000000, 0xA0F28C28, 0xA02F7FE0
"""What is no part of the segment is darkened; one part is orange, the other blue. Alpha, red, green, blue."""

EDGE, LINE = 0xC0000000, 0xFFFFFFFF

LIT = 3
"""The part that is left as it is."""

COLOURS = (GROUND, ONE, OTHER, 0, *[EDGE] * 4, *[LINE] * 4)
"""By part, and four times whether it is an edge or a line."""


class CandidateLayer:
    """Draws the two parts of a segment at the resolution of the screen."""

    def __init__(self) -> None:
        self._parts: NDArray[np.integer] | None = None
        self._codes: NDArray[np.uint8] | None = None  # what the parts stand for, where they are regions
        self._corner = 0, 0
        self._width = 1
        self._squares = Squares(self._square)

    def show(self, candidate: Candidate | None, labels: LabelMap | None) -> None:
        """Show a cut, or none."""
        self._squares.forget()
        self._parts = self._codes = None
        if candidate is None or labels is None:
            return
        place = candidate.part
        inside = labels.window(place) == candidate.number
        parts = np.where(inside, np.where(candidate.split.side, np.uint8(1), np.uint8(2)), np.uint8(0))
        self._parts = np.pad(parts, 1)  # the margin stands for everything around
        self._corner = place.top - 1, place.left - 1

    def show_mask(self, part: Rectangle, inside: NDArray[np.bool_]) -> None:
        """Show some pixels; all others are darkened."""
        self._squares.forget()
        self._codes = None
        self._parts = np.pad(np.where(inside, np.uint8(LIT), np.uint8(0)), 1)
        self._corner = part.top - 1, part.left - 1

    def show_regions(self, base: NDArray[np.integer], chosen: NDArray[np.bool_]) -> None:
        """Show some regions of the image, by the region of each pixel; all others are darkened."""
        self._squares.forget()
        self._parts, self._corner = base, (0, 0)
        self._codes = np.where(chosen, np.uint8(LIT), np.uint8(0))

    def set_width(self, width: int) -> None:
        """Choose how many device pixels lines are wide."""
        self._width = width
        self._squares.forget()

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect) -> None:
        """Draw what meets a part of the screen."""
        if self._parts is not None:
            for x, y, image in self._squares.met(view, exposed):
                painter.drawImage(x, y, image)

    def _square(self, place: Rectangle, view: ViewTransform) -> QImage:
        """Draw a square."""
        assert self._parts is not None
        margin = reach(self._width)
        rows, columns, _ = seen(place.grown(margin), view)
        (down, across), (top, left) = self._parts.shape, self._corner
        rows, columns = np.clip(rows - top, 0, down - 1), np.clip(columns - left, 0, across - 1)
        first, last = int(columns[0]), int(columns[-1])  # of a whole image most would be taken for nothing
        taken = self._parts[rows, first : last + 1].take(columns - first, axis=1)
        parts = taken.astype(np.uint8) if self._codes is None else self._codes.take(taken)
        codes = parts + 4 * contours(parts, self._width)
        return from_codes(codes[margin:-margin, margin:-margin], COLOURS)
