"""Catchment basins by descent: every pixel runs down to a minimum, all pixels at once.

Flooding from the minima (`skimage.segmentation.watershed`) takes one pixel after the other, in the order of their
heights, in one thread: seconds at ten megapixels. Where the water runs down instead, basins are nearly the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

STRIP = 64
"""Image rows that one thread works on at a time."""

NEIGHBOURS = ((-1, 0), (0, -1), (0, 1), (1, 0))
"""In the order of their numbers: of equally low ones the first is taken."""


def basins(heights: Array, mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the basin that each pixel's way down ends in.

    The way leads to the lowest of the 4 neighbours, as long as that is lower; of equal pixels an earlier one counts as
    lower, so that plains lead somewhere, too (Cousty et al., Watershed Cuts, 2009).

    Parameters
    ----------
    heights : ndarray of float32, shape (rows, columns)
    mask : ndarray of bool, shape (rows, columns)
        Water stays inside.

    Returns
    -------
    ndarray of int32, shape (rows, columns)
        1 … n, each connected; 0 outside the mask.
    """
    rows, columns = heights.shape
    if not mask.all():
        heights = np.where(mask, heights, np.inf)
    down = np.empty(heights.shape, np.int32)

    def step(part: slice) -> None:
        own = heights[part]
        number = np.arange(part.start * columns, part.stop * columns, dtype=np.int32).reshape(own.shape)
        best, lowest = number.copy(), own.copy()
        for i, j in NEIGHBOURS:
            top, bottom = max(part.start, -i), min(part.stop, rows - max(0, i))
            left, right = max(0, -j), columns - max(0, j)
            if top >= bottom:
                continue
            here = (slice(top - part.start, bottom - part.start), slice(left, right))
            near = heights[top + i : bottom + i, left + j : right + j]
            lower = near < lowest[here]
            if i < 0 or j < 0:
                lower |= (near == own[here]) & (best[here] == number[here])
            np.copyto(lowest[here], near, where=lower)
            np.copyto(best[here], number[here] + np.int32(i * columns + j), where=lower)
        down[part] = best

    parallel(step, blocks(rows, STRIP))
    flat = down.reshape(-1)
    _run_down(flat)
    sinks = np.flatnonzero((flat == np.arange(flat.size, dtype=np.int32)) & mask.reshape(-1))
    label = np.zeros(flat.size, np.int32)
    label[sinks] = np.arange(1, len(sinks) + 1, dtype=np.int32)

    def tell(part: slice) -> None:
        down[part] = label.take(down[part])
        down[part][~mask[part]] = 0

    parallel(tell, blocks(rows, STRIP))
    return down


def _run_down(down: NDArray[np.int32]) -> None:
    """Follow every pixel's way to its end, in place: twice as far in every pass."""
    parts = blocks(len(down), 1 << 18)
    ahead = np.empty_like(down)

    def go(part: slice) -> bool:
        np.take(down, down[part], out=ahead[part], mode="clip")
        return np.array_equal(ahead[part], down[part])

    while not all(parallel(go, parts)):
        down[...] = ahead
