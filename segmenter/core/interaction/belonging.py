"""What belongs together under a brush: the regions there that look like its middle, and the pixels of divided ones.

The colours under the middle of the brush are one population, those around the brush another. A region of the tree goes
to the one that it looks like as a whole; where that is not clear, each of its pixels goes by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]

CLEAR = 0.7
"""How much more of a region must look like one than like the other, for it to go as a whole; of 1."""

ALIKE = 0.1
"""The same of the middle, below which nothing around the brush is different."""

FEWEST = 8
"""Pixels around the brush that a population has at least."""

SPREAD = 0.02
"""Least standard deviation of a population, of the range of the values around the brush: no image is without noise."""


def belonging(values: NDArray[np.float32], base: NDArray[np.integer] | None, covered: Mask, core: Mask) -> Mask:
    """Return which of the pixels under a brush belong to what its middle is on.

    Parameters
    ----------
    values : ndarray of float32, shape (rows, columns, channels)
        Colours around the brush.
    base : ndarray of int, shape (rows, columns), or None
        Regions at the bottom of the tree, where they are known.
    covered : ndarray of bool, shape (rows, columns)
        What is under the brush.
    core : ndarray of bool, shape (rows, columns)
        What is under its middle, where a person points; part of `covered`.

    Returns
    -------
    ndarray of bool, shape (rows, columns)
        Connected to the core; all of `covered` where nothing around looks different.
    """
    around = ~covered
    if not core.any() or np.count_nonzero(around) < FEWEST:
        return covered
    pixels = values.reshape(-1, values.shape[2])
    least = SPREAD * max(float(np.ptp(pixels, axis=0).max()), 1e-6)
    own, other = (_population(values[part], least) for part in (core, around))
    ratio = _likelihood(pixels, *own).reshape(covered.shape) - _likelihood(pixels, *other).reshape(covered.shape)
    if float(ratio[core].mean()) < ALIKE:
        return covered
    inside = covered & (ratio > 0)
    if base is not None:
        means = _means(base, np.sign(ratio), covered)
        inside = covered & np.where(np.abs(means) > CLEAR, means > 0, ratio > 0)
    pieces, _ = ndimage.label(ndimage.binary_opening(inside) | (inside & core))
    wanted = np.unique(pieces[core & inside])
    found: Mask = ndimage.binary_fill_holes(np.isin(pieces, wanted[wanted > 0]))
    return found & covered


def _population(values: NDArray[np.float32], least: float) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the means and the standard deviations of the channels."""
    return values.mean(axis=0), np.maximum(values.std(axis=0), least)


def _likelihood(
    pixels: NDArray[np.float32], mean: NDArray[np.float32], spread: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Return the logarithm of the likelihood of pixels, per channel, cut off where it says nothing more."""
    apart = np.minimum(((pixels - mean) / spread) ** 2, 50)
    return np.asarray(-(0.5 * apart + np.log(spread)).mean(axis=1), np.float32)


def _means(base: NDArray[np.integer], ratio: NDArray[np.float32], covered: Mask) -> NDArray[np.float64]:
    """Return for each pixel the mean over the part of its region under the brush."""
    regions = base - base.min()
    flat = regions[covered]
    count = int(regions.max()) + 1
    sums = np.bincount(flat, ratio[covered], count) / np.maximum(np.bincount(flat, minlength=count), 1)
    return np.asarray(sums[regions])
