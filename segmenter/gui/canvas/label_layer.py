"""The segments over the image: their colours, their borders, and which are selected or under the cursor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage, QPainter

from segmenter.document.edits import BACKGROUND
from segmenter.document.label_map import Rectangle
from segmenter.gui.app.qimages import from_argb, from_codes
from segmenter.gui.canvas.contour_lines import POINTED, SELECTED, contours, marks, reach
from segmenter.gui.canvas.squares import Squares, seen

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor

    from segmenter.document.label_map import LabelMap
    from segmenter.document.state import State
    from segmenter.gui.canvas.picture import Picture
    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.gui.session.view_state import Mode

    Labels = NDArray[np.int32]

CONTOUR_COLOURS = (0x00000000, 0x70000000, 0xF0FFFFFF)
"""Of nothing, dark edges, light lines; alpha, red, green, blue."""

VEIL, BRIGHT, RIM = 0x30FFFFFF, 0xF0FFFFFF, 0xE0FFFFFF
"""Of the segment under the cursor and its line; of the outer line of a selected one."""

PALER = 1.5
"""How much faster than the fill comes, the picture under it loses its own colours."""

GLOW = 0x60
"""Opacity of the accent inside its line."""


@dataclass(eq=False)
class Patch:
    """A square of the screen.

    Attributes
    ----------
    labels : ndarray of int32
        With a margin; hidden segments are background.
    inside : tuple of slice
        Which of them show the image.
    fill, lines, marks : QImage
        What is drawn, without the margin; no marks if there are none, or as long as they are not made.
    covered : float
        The part of it that segments are on.
    grey : QImage or None
        The picture without its colours, where segments are; None where it is needed as a whole, or not at all.
    """

    labels: Labels
    inside: tuple[slice, slice]
    fill: QImage
    lines: QImage
    covered: float
    grey: QImage | None = None
    marks: QImage | None = None
    marked: bool = False


class LabelLayer:
    """Draws a state's labels at the resolution of the screen."""

    def __init__(self) -> None:
        self.by_class = self.safe = False
        self._labels: LabelMap | None = None
        self._factor = 1
        self._colours, self._numbers = _tables({}, np.zeros((1, 3), np.uint8))
        self._roles = np.zeros(1, np.uint8)
        self._marked: tuple[frozenset[int], int] = frozenset(), BACKGROUND
        self._mark_colours = [0, VEIL, BRIGHT, 0, RIM, 0]
        self._source: tuple[object, ...] | None = None  # what the tables were made from
        self._width = 1
        self._picture: Picture | None = None
        self._patches, self._greys = Squares(self._patch), Squares(self._grey)

    def use_picture(self, picture: Picture | None) -> None:
        """Know what is under the segments; to be told again when it looks different."""
        self._picture = picture
        self._greys.forget()
        for patch in self._patches.kept():
            patch.grey = None

    def show(self, state: State, factor: int = 1) -> None:
        """Show a state; its labels may be those of the image reduced by a factor."""
        old, new = self._labels, state.labels
        same = self._use_tables(state) and factor == self._factor
        self._labels, self._factor = new, factor
        if same and old is not None and new is not None and old.shape == new.shape:
            for part in new.changes(old):
                self._forget(part)
        else:
            self._patches.forget()

    def refresh(self, state: State, part: Rectangle) -> None:
        """Show a state that differs from the one before in a part only, but for the colours of new segments."""
        self._use_tables(state)
        self._labels = state.labels
        self._forget(part)

    def mark(self, selected: Collection[int], pointed: int) -> bool:
        """Mark segments; tell whether these are others than before."""
        marked = frozenset(selected), pointed
        if marked == self._marked:
            return False
        self._marked = marked
        self._set_roles()
        return True

    def set_style(self, width: int, accent: QColor) -> None:
        """Choose how many device pixels lines are wide, and the colour of what is selected."""
        glow = (accent.rgb() & 0xFFFFFF) | GLOW << 24
        colours = [0, VEIL, BRIGHT, accent.rgba(), RIM, glow]
        if (width, colours) != (self._width, self._mark_colours):
            self._width, self._mark_colours = width, colours
            self._patches.forget()

    def number_at(self, row: int, column: int) -> int:
        """Return the number of the segment that is seen at a pixel of the image; 0 where there is none."""
        if self._labels is None:
            return BACKGROUND
        number = self._labels.at(row // self._factor, column // self._factor)
        return int(self._numbers.take(number, mode="clip"))

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect, mode: Mode, opacity: float) -> None:
        """Draw what meets a part of the screen."""
        if self._labels is None:
            return
        tinted = self._picture is not None and mode != "contour"
        greys = self._greys.met(view, exposed) if tinted else repeat((0, 0, None))
        for (x, y, patch), (_, _, grey) in zip(self._patches.met(view, exposed), greys, strict=False):
            if mode != "contour":
                if grey is not None:
                    self._draw_grey(painter, x, y, patch, grey, opacity)
                painter.setOpacity(opacity)
                painter.drawImage(x, y, patch.fill)
                painter.setOpacity(1)
            if mode != "fill":
                painter.drawImage(x, y, patch.lines)
            if not patch.marked:
                self._make_marks(patch)
            if patch.marks is not None:
                painter.drawImage(x, y, patch.marks)

    def _patch(self, place: Rectangle, view: ViewTransform) -> Patch:
        """Make a square."""
        margin = reach(self._width)
        rows, columns, inside = seen(place.grown(margin), view)
        assert self._labels is not None
        numbers = self._labels.picked(rows // self._factor, columns // self._factor)
        middle = slice(margin, -margin), slice(margin, -margin)
        fill = self._colours.take(numbers[middle], mode="clip")
        labels = self._numbers.take(numbers, mode="clip")
        lines = contours(labels, self._width)[middle]
        covered = int(np.count_nonzero(fill)) / fill.size
        return Patch(labels, inside, from_argb(fill), from_codes(lines, CONTOUR_COLOURS), covered)

    def _grey(self, place: Rectangle, view: ViewTransform) -> QImage:
        """Return the picture without its colours: those of segments and its own would mix to mud."""
        assert self._picture is not None
        ground = QImage(place.right - place.left, place.bottom - place.top, QImage.Format.Format_RGB32)
        with QPainter(ground) as painter:
            painter.translate(-place.left, -place.top)
            self._picture.draw(painter, replace(view, left=0, top=0))
        grey = ground.convertToFormat(QImage.Format.Format_Grayscale8)
        return grey.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)

    def _draw_grey(self, painter: QPainter, x: int, y: int, patch: Patch, grey: QImage, opacity: float) -> None:
        """Draw the picture without its colours, where segments are."""
        if not patch.covered:
            return
        if patch.grey is None and patch.covered < 1:
            patch.grey = grey.copy()
            with QPainter(patch.grey) as mask:
                mask.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
                mask.drawImage(0, 0, patch.fill)
        painter.setOpacity(min(opacity * PALER, 1))
        painter.drawImage(x, y, patch.grey or grey)

    def _make_marks(self, patch: Patch) -> None:
        """Make the marks of a square, if it has any."""
        patch.marked, patch.marks = True, None
        if not self._roles.any():
            return
        roles = np.zeros(patch.labels.shape, np.uint8)
        roles[patch.inside] = self._roles.take(patch.labels[patch.inside], mode="clip")
        if roles.any():
            margin = reach(self._width)
            drawn = marks(roles, self._width)[margin:-margin, margin:-margin]
            patch.marks = from_codes(drawn, self._mark_colours)

    def _use_tables(self, state: State) -> bool:
        """Take colours and visibility from a state; tell whether they are the same as before."""
        source = state.segments, state.classes, self.by_class, self.safe
        if self._source is not None and all(one is other for one, other in zip(source, self._source, strict=True)):
            return True
        self._source = source
        hidden = {number for number, segment in state.segments.items() if not segment.visible}
        colours, numbers = _tables(hidden, state.class_colours() if self.by_class else state.colours(safe=self.safe))
        same = np.array_equal(colours, self._colours) and np.array_equal(numbers, self._numbers)
        self._colours, self._numbers = colours, numbers
        if not same:
            self._set_roles()
        return same

    def _set_roles(self) -> None:
        """Write down which number has which role, and have the marks made anew."""
        selected, pointed = self._marked
        self._roles = np.zeros(len(self._numbers), np.uint8)
        known = range(1, len(self._numbers) - 1)
        self._roles[[number for number in selected if number in known]] = SELECTED
        if pointed in known:
            self._roles[pointed] += POINTED
        for patch in self._patches.kept():
            patch.marked = False

    def _forget(self, part: Rectangle) -> None:
        """Have made anew what shows a part of the labels."""
        factor = self._factor
        whole = Rectangle(part.top * factor, part.left * factor, part.bottom * factor, part.right * factor)
        self._patches.forget(whole, reach(self._width) + 1)


def _tables(hidden: Collection[int], colours: NDArray[np.uint8]) -> tuple[NDArray[np.uint32], Labels]:
    """Return by number the colour of its fill, and the number itself; both 0 of what is not seen.

    The last entries are for all numbers that are too large for the tables.
    """
    red, green, blue = colours.T.astype(np.uint32)
    fills = np.append(0xFF000000 | red << 16 | green << 8 | blue, 0).astype(np.uint32)
    numbers = np.append(np.arange(len(colours)), BACKGROUND).astype(np.int32)
    for table in (fills, numbers):
        table[[BACKGROUND, *hidden]] = 0
    return fills, numbers
