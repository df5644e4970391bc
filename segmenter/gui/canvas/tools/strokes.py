"""What a brush or a lasso covers: masks of pixels from points with fractions. Pure NumPy.

Points are (column, row); pixel (row, column) is the square from there to the next whole numbers, its middle is half
a pixel farther.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from skimage.draw import polygon2mask

from segmenter.document.label_map import Rectangle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

Point = tuple[float, float]

ROUNDING = 1e-6


def snapped(point: Point, diameter: int) -> Point:
    """Return where a brush is set down: in the middle of a pixel or on a corner, so that it covers whole pixels."""
    if diameter % 2:
        return math.floor(point[0]) + 0.5, math.floor(point[1]) + 0.5
    return float(round(point[0])), float(round(point[1]))


def capsule(start: Point, end: Point, diameter: int, shape: tuple[int, int]) -> tuple[Rectangle, Mask]:
    """Return what a round brush covers on a straight way.

    Parameters
    ----------
    start, end : tuple of float
        Column and row of the brush's middle.
    diameter : int
        Pixels.
    shape : tuple of int
        Rows and columns of the image; what lies outside is cut off.

    Returns
    -------
    part : Rectangle
        Empty where nothing is covered.
    covered : ndarray of bool, shape of the rectangle
        Pixels whose middle is within half a diameter of the way.
    """
    radius = diameter / 2
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(start, end, strict=True))
    part = _clipped(top - radius, left - radius, bottom + radius, right + radius, shape)
    across = np.arange(part.left, part.right, dtype=np.float32) + np.float32(0.5 - start[0])
    down = (np.arange(part.top, part.bottom, dtype=np.float32) + np.float32(0.5 - start[1]))[:, None]
    way, fall = end[0] - start[0], end[1] - start[1]
    length = way * way + fall * fall
    if length > ROUNDING:
        along = np.clip((across * np.float32(way / length)) + down * np.float32(fall / length), 0, 1)
        across = across - along * np.float32(way)
        down = down - along * np.float32(fall)
    return part, across * across + down * down <= radius * radius + ROUNDING


def enclosed(points: Sequence[Point], shape: tuple[int, int]) -> tuple[Rectangle, Mask]:
    """Return what a free-hand line encloses; its end is joined to its start.

    Parameters
    ----------
    points : sequence of tuple of float
        Columns and rows.
    shape : tuple of int
        Rows and columns of the image; what lies outside is cut off.

    Returns
    -------
    part : Rectangle
        Empty where nothing is enclosed.
    inside : ndarray of bool, shape of the rectangle
        Pixels whose middle is inside; where the line crosses itself, by the even-odd rule.
    """
    line = np.array(points, np.float64)[:, ::-1]
    (top, left), (bottom, right) = line.min(axis=0), line.max(axis=0)
    part = _clipped(top, left, bottom, right, shape)
    size = (max(part.bottom - part.top, 0), max(part.right - part.left, 0))
    if not all(size) or len(points) < 3:
        return part, np.zeros(size, bool)
    inside: Mask = polygon2mask(size, line - (part.top + 0.5, part.left + 0.5))
    return part, inside


def _clipped(top: float, left: float, bottom: float, right: float, shape: tuple[int, int]) -> Rectangle:
    """Return the pixels that a rectangle meets, inside an image; none if there are none."""
    part = Rectangle(math.floor(top), math.floor(left), math.ceil(bottom), math.ceil(right)).within(shape)
    return Rectangle(0, 0, 0, 0) if part.empty else part
