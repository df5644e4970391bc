"""What regions look like: colour and texture in one space, in which distance means difference.

Colour is the mean and a histogram, so that two mixtures of one mean differ. Texture is described by the gradients of
the image, without filters to learn and without clusters: the logarithm of their length at several scales says how
strong and how fine it is, and its share along each direction how it runs. All of it are means over a region, which
cost little to keep while regions merge.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter

from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

SCALES = (0.7, 1.0, 2.0)
"""Standard deviations of the derivatives of Gaussian, pixels."""

STRIP = 64
"""Image rows that one thread works on at a time."""

TRUNCATE = 4.0
"""Standard deviations after which their Gaussians end: SciPy's own."""

MIDDLE = 1
"""Which of the scales tells the direction of texture, and is the local gradient of the boundary strength."""

TEXTURE = 40.0
"""CIELAB units that one unit of the natural logarithm of the gradient counts as."""

HISTOGRAM = 40.0
"""CIELAB units that histograms of one bin each, and not the same, are apart; divided by sqrt(2)."""

BIN = 8.0
"""Distance of the bins, CIELAB units."""

FARTHEST = 128.0
"""Values beyond this, of either sign, are taken as this: CIELAB ends there, measurements may not. CIELAB units."""


TEXTURES = len(SCALES) + 2
"""Channels of texture: the gradient at each scale, and its direction twice."""


def cues(values: Array) -> tuple[list[Array], list[Array]]:
    """Return the local gradients of an image, and its colour and texture at each pixel.

    Parameters
    ----------
    values : ndarray of float32, shape (rows, columns, channels)
        CIELAB units, within ±FARTHEST.

    Returns
    -------
    gradients : list of ndarray of float32, shape (rows, columns)
        At each of the `SCALES`, its length over all channels, CIELAB units per pixel.
    channels : list of ndarray of float32, shape (rows, columns)
        What regions are compared by the means of: the channels of `values`; the logarithm of the gradient at each
        scale; the cosine and the sine of twice its angle, times that logarithm at one scale. All in CIELAB units.
    """
    shape = values.shape[:2]
    lengths, logarithms = ([np.empty(shape, np.float32) for _ in SCALES] for _ in range(2))
    direction = [np.empty(shape, np.float32) for _ in range(2)]

    def fill(rows: slice) -> None:
        for at, scale in enumerate(SCALES):
            reach = math.ceil(TRUNCATE * scale)
            above = max(rows.start - reach, 0)
            inner = slice(rows.start - above, rows.stop - above)
            down, right, both = (each[inner] for each in _tensor(values[above : rows.stop + reach], scale))
            lengths[at][rows] = np.sqrt(down + right)
            logarithms[at][rows] = np.float32(TEXTURE) * np.log1p(lengths[at][rows])
            if at == MIDDLE:
                share = logarithms[at][rows] / np.maximum(down + right, np.finfo(np.float32).tiny)
                direction[0][rows], direction[1][rows] = (right - down) * share, 2 * both * share

    parallel(fill, blocks(len(values), STRIP))
    return lengths, [*np.moveaxis(values, 2, 0), *logarithms, *direction]


def slope(image: Array, scale: float) -> tuple[Array, Array]:
    """Return the derivatives of a smoothed image, or of each of a stack, downwards and to the right."""
    down, right = (
        gaussian_filter(image, scale, order=order, truncate=TRUNCATE, axes=(-2, -1)) for order in ((1, 0), (0, 1))
    )
    return down, right


def _tensor(values: Array, scale: float) -> tuple[Array, Array, Array]:
    """Return the sums over the channels of the squared derivatives, down and right, and of their product."""
    sums = tuple(np.zeros(values.shape[:2], np.float32) for _ in range(3))
    for channel in np.moveaxis(values, 2, 0):
        down, right = slope(channel, scale)
        for sum_, one, other in zip(sums, (down, right, down), (down, right, right), strict=True):
            sum_ += one * other
    return sums  # type: ignore[return-value]


def describe(
    base: NDArray[np.int32], values: Array, channels: list[Array]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return what each region looks like, and its area.

    Parameters
    ----------
    base : ndarray of int32, shape (rows, columns)
        Regions 0 … n.
    values : ndarray of float32, shape (rows, columns, channels)
        CIELAB units, within ±FARTHEST.
    channels : list of ndarray, shape (rows, columns)
        From `cues`.

    Returns
    -------
    looks : ndarray of float64, shape (n + 1, means and bins)
        CIELAB units. The look of a union is the mean of the looks, weighted by area.
    areas : ndarray of int64, shape (n + 1,)
        Pixels.
    """
    count = int(base.max(initial=0)) + 1
    lowest = [np.floor(each.min(initial=0) / BIN) for each in np.moveaxis(values, 2, 0)]
    bins = [
        int(np.floor(each.max(initial=0) / BIN) - low) + 2
        for low, each in zip(lowest, np.moveaxis(values, 2, 0), strict=True)
    ]

    def summed(rows: slice) -> tuple[NDArray[np.intp], NDArray[np.int64], NDArray[np.float64]]:
        present, at = _numbered(base[rows].ravel(), count)
        areas = np.bincount(at, minlength=len(present))
        sums = [np.bincount(at, channel[rows].ravel(), len(present)) for channel in channels]
        found = zip(np.moveaxis(values[rows], 2, 0), lowest, bins, strict=True)
        return present, areas, np.column_stack([*sums, *(_histograms(at, *each, len(present)) for each in found)])

    areas = np.zeros(count, np.int64)
    looks = np.zeros((count, len(channels) + sum(bins)))
    for present, parts, sums in parallel(summed, blocks(len(base), STRIP)):
        areas[present] += parts
        looks[present] += sums
    looks /= np.maximum(areas, 1)[:, None]
    return looks, areas


def _numbered(flat: NDArray[np.int32], count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return which of `count` numbers there are, and where among these each is."""
    seen = np.zeros(count, bool)
    seen[flat] = True
    present = np.flatnonzero(seen)
    place = np.empty(count, np.intp)
    place[present] = np.arange(len(present))
    return present, place[flat]


def texture(channels: int) -> slice:
    """Return which columns of the looks are texture, in an image of so many channels."""
    return slice(channels, channels + TEXTURES)


def histograms(channels: int) -> slice:
    """Return which columns of the looks are histograms, in an image of so many channels."""
    return slice(channels + TEXTURES, None)


def _histograms(at: NDArray[np.intp], channel: Array, lowest: float, bins: int, count: int) -> NDArray[np.float64]:
    """Return the histogram of each region, times HISTOGRAM; a value counts for both bins it lies between."""
    position = channel.ravel() / np.float32(BIN)
    below = np.floor(position)
    share = HISTOGRAM * (position - below).astype(np.float64)
    places = at * bins + (below - np.float32(lowest)).astype(np.intp)
    lower = np.bincount(places, HISTOGRAM - share, count * bins)
    upper = np.bincount(places + 1, share, count * bins)
    return np.asarray(lower + upper, np.float64).reshape(count, bins)
