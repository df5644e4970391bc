"""The pixels inside polygons: what `segmenter.core.regions.outlines` traces, and any other polygon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

CROSSINGS = 400_000
"""Crossings of edges with rows of pixels that are in memory at once."""


def filled(rings: Sequence[NDArray[Any]], shape: tuple[int, int]) -> tuple[int, int, NDArray[np.bool_]]:
    """Fill rings, even-odd.

    Parameters
    ----------
    rings : sequence of ndarray, shape (corners, 2)
        Rows of corners (x, y) = (column, row) in pixels, finite: pixel (row, column) is the square from (column, row)
        to (column + 1, row + 1). The last corner joins the first.
    shape : tuple of int
        Rows and columns of the image. What lies outside is left out.

    Returns
    -------
    top, left : int
        Where the mask lies in the image.
    inside : ndarray of bool, shape (height, width)
        Whether the middle of each pixel is inside. Of rings along the edges of pixels it is exactly their pixels.
    """
    rings = [np.asarray(ring, np.float64) for ring in rings if len(ring) > 2]
    if not rings:
        return 0, 0, np.zeros((0, 0), bool)
    low = np.min([ring.min(axis=0) for ring in rings], axis=0)
    high = np.max([ring.max(axis=0) for ring in rings], axis=0)
    left, top = (int(np.clip(np.floor(low[axis]), 0, shape[1 - axis])) for axis in (0, 1))
    right, bottom = (int(np.clip(np.ceil(high[axis]), 0, shape[1 - axis])) for axis in (0, 1))
    height, width = max(bottom - top, 0), max(right - left, 0)
    # at each place the number of edges that cross the row at its left: from there on it is inside, or outside again
    turns = np.zeros((height, width + 1), np.uint8)
    for ring in rings:
        _count(turns, ring - [left, top], np.roll(ring, -1, axis=0) - [left, top])
    return top, left, (np.cumsum(turns[:, :width], axis=1, dtype=np.uint8) & 1).astype(bool)


def _count(turns: NDArray[np.uint8], start: NDArray[np.float64], end: NDArray[np.float64]) -> None:
    """Add one at each crossing of an edge with the middles of a row of pixels."""
    height, width = turns.shape[0], turns.shape[1] - 1
    upper, lower = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    first = np.clip(np.ceil(upper - 0.5), 0, height).astype(np.int64)  # rows whose middle is between the two
    last = np.clip(np.ceil(lower - 0.5), 0, height).astype(np.int64)
    crossing = np.flatnonzero(last > first)
    counts = (last - first)[crossing]
    ends = np.cumsum(counts)
    at = 0
    while at < len(crossing):
        until = max(int(np.searchsorted(ends, (ends[at - 1] if at else 0) + CROSSINGS, side="right")), at + 1)
        edges, many = crossing[at:until], counts[at:until]
        edge = np.repeat(edges, many)
        row = np.arange(len(edge)) - np.repeat(np.cumsum(many) - many, many) + first[edge]
        (x0, y0), (x1, y1) = start[edge].T, end[edge].T
        x = x0 + (row + 0.5 - y0) * ((x1 - x0) / (y1 - y0))
        column = np.clip(np.ceil(x - 0.5), 0, width).astype(np.int64)
        np.add.at(turns, (row, column), np.uint8(1))
        at = until
