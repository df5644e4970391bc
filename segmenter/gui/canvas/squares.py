"""What lies over the image, in squares of the screen: they move with the image, and only what changed is redrawn."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from segmenter.document.label_map import Rectangle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from PySide6.QtCore import QRect

    from segmenter.gui.canvas.view_transform import ViewTransform

    Indices = NDArray[np.intp]

Content = TypeVar("Content")

SIDE = 256
"""Screen pixels of a square: its arrays stay in the processor's cache."""


class Squares(Generic[Content]):
    """Contents of the squares on the screen, made when they are first seen.

    The image at the present scale is a plane of screen pixels; squares are parts of that plane. Panning makes only
    those that come into sight; another scale is another plane.

    Parameters
    ----------
    make : callable
        Is given a part of the plane and the view, returns the content.
    """

    def __init__(self, make: Callable[[Rectangle, ViewTransform], Content]) -> None:
        self._make = make
        self._kept: dict[tuple[int, int], Content] = {}
        self._view: ViewTransform | None = None

    def met(self, view: ViewTransform, exposed: QRect) -> Iterator[tuple[int, int, Content]]:
        """Go through the squares that meet a part of the screen: x, y, content."""
        if self._view is None or (view.scale, view.shape) != (self._view.scale, self._view.shape):
            self._kept.clear()
        self._view = view
        left, top = view.origin
        size = plane_size(view)
        wanted = Rectangle(
            exposed.top() - top, exposed.left() - left, exposed.bottom() + 1 - top, exposed.right() + 1 - left
        ).within(size)
        for row in range(wanted.top // SIDE, -(-wanted.bottom // SIDE)):
            for column in range(wanted.left // SIDE, -(-wanted.right // SIDE)):
                place = row, column
                if place not in self._kept:
                    self._kept[place] = self._make(_square(place).within(size), view)
                yield left + column * SIDE, top + row * SIDE, self._kept[place]
        self._drop_far(view)

    def kept(self) -> Iterator[Content]:
        """Go through the contents there are."""
        yield from self._kept.values()

    def forget(self, part: Rectangle | None = None, margin: int = 0) -> None:
        """Forget what shows a part of the image, with a margin of screen pixels; or everything."""
        if part is None or self._view is None:
            self._kept.clear()
            return
        scale = self._view.scale
        top, left = (math.floor(edge * scale) - margin for edge in (part.top, part.left))
        bottom, right = (math.ceil(edge * scale) + margin for edge in (part.bottom, part.right))
        for row in range(top // SIDE, -(-bottom // SIDE)):
            for column in range(left // SIDE, -(-right // SIDE)):
                self._kept.pop((row, column), None)

    def _drop_far(self, view: ViewTransform) -> None:
        """Forget squares far outside the canvas, as soon as they are many."""
        width, height = view.size
        if len(self._kept) <= (width // SIDE + 4) * (height // SIDE + 4):
            return
        left, top = view.origin
        rows = range(-top // SIDE - 1, (height - top) // SIDE + 2)
        columns = range(-left // SIDE - 1, (width - left) // SIDE + 2)
        self._kept = {place: kept for place, kept in self._kept.items() if place[0] in rows and place[1] in columns}


def plane_size(view: ViewTransform) -> tuple[int, int]:
    """Return rows and columns of the plane: the screen pixels whose middles are in the image."""
    rows, columns = (math.ceil(extent * view.scale - 0.5) for extent in view.shape)
    return rows, columns


def seen(place: Rectangle, view: ViewTransform) -> tuple[Indices, Indices, tuple[slice, slice]]:
    """Return which rows and columns of the image a part of the plane shows, and which of its pixels do show it.

    Parameters
    ----------
    place : Rectangle
        May reach beyond the plane: the last rows and columns of the image are repeated there.
    view : ViewTransform

    Returns
    -------
    rows, columns : ndarray of int
    inside : tuple of slice
        Of those the ones that are not repeated.
    """
    (rows, down), (columns, across) = (
        _shown(place.top, place.bottom, view.scale, view.shape[0]),
        _shown(place.left, place.right, view.scale, view.shape[1]),
    )
    return rows, columns, (down, across)


def _shown(start: int, stop: int, scale: float, extent: int) -> tuple[Indices, slice]:
    """Return which of so many rows, or columns, some screen pixels show; and which of these show one at all."""
    at = np.floor((np.arange(start, stop) + 0.5) / scale).astype(np.intp)
    return np.clip(at, 0, extent - 1), slice(*np.searchsorted(at, [0, extent]).tolist())


def _square(place: tuple[int, int]) -> Rectangle:
    top, left = place[0] * SIDE, place[1] * SIDE
    return Rectangle(top, left, top + SIDE, left + SIDE)
