"""How far pixels stand out of the ground: one number a pixel, whatever the channels and the light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from segmenter.core.solver.blocks import interruption_point

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import Features
    from segmenter.core.solver.blocks import Array

SAMPLE = 20_000
"""Pixels that the direction of the objects' colour is found from."""

GRID = 128
"""Cells along the longer side of the image on which the ground is estimated."""

REACH = 0.15
"""Standard deviation of the ground's smoothing, as a part of the image's longer side."""

FLOOR = 0.3
"""Noise that is assumed at least, feature units: the step of 8-bit samples near black."""


@dataclass(frozen=True, eq=False)
class Relief:
    """An image as heights: objects rise from a ground at about 0.

    Attributes
    ----------
    heights : ndarray of float32, shape (rows, columns)
        Feature units, smoothed; negative below the ground, far below it outside the mask.
    noise : float
        Standard deviation of the heights on the ground.
    """

    heights: Array
    noise: float


def direction(features: Features) -> Array:
    """Find the direction in which objects and ground differ most.

    The principal axis of all pixels divides them by Otsu's threshold; Fisher's discriminant of both sides is the next
    axis, and so on until the sides stay.

    Parameters
    ----------
    features : Features

    Returns
    -------
    ndarray of float32, shape (channels,)
        Of length 1; pixels that are high in it are lighter on the whole than those that are low: what is high in the
        first channel.
    """
    points = features.values[features.mask]
    count = points.shape[1]
    if count == 1 or len(points) < SAMPLE // 100:
        return np.array([1.0] + [0.0] * (count - 1), np.float32)
    points = points[:: max(1, len(points) // SAMPLE)].astype(np.float64)
    axis = np.linalg.eigh(np.cov(points.T))[1][:, -1]
    for _ in range(10):
        along = points @ axis
        above = along > otsu(along)
        if min(above.sum(), (~above).sum()) < 10:
            break
        within = (np.cov(points[above].T) * above.sum() + np.cov(points[~above].T) * (~above).sum()) / len(points)
        new = np.linalg.solve(within + np.eye(count), points[above].mean(axis=0) - points[~above].mean(axis=0))
        new /= np.linalg.norm(new)
        settled = abs(new @ axis) > 1 - 1e-6
        axis = new
        if settled:
            break
    along = points @ axis
    lighter = ((along - along.mean()) * (points[:, 0] - points[:, 0].mean())).sum() >= 0
    result: Array = (axis if lighter else -axis).astype(np.float32)
    return result


def otsu(values: NDArray[np.floating]) -> float:
    """Return the threshold that leaves the least variance on its two sides (Otsu 1979), of 128 bins."""
    counts, edges = np.histogram(values, 128)
    middles = (edges[1:] + edges[:-1]) / 2
    below = np.cumsum(counts)[:-1].astype(np.float64)
    above = len(values.ravel()) - below
    sums = np.cumsum(counts * middles)
    difference = sums[:-1] / np.maximum(below, 1) - (sums[-1] - sums[:-1]) / np.maximum(above, 1)
    return float(edges[1 + np.argmax(below * above * difference**2)])


def relief(features: Features, axis: Array, smoothing: float) -> Relief:
    """Measure heights along an axis, above a ground that may be lit unevenly.

    Parameters
    ----------
    features : Features
    axis : ndarray of float32, shape (channels,)
        Objects lie in its direction from the ground.
    smoothing : float
        Standard deviation, pixels.

    Returns
    -------
    Relief
    """
    mask = features.mask
    heights = features.values @ axis
    if not mask.all():
        heights[~mask] = np.median(heights[mask]) if mask.any() else 0
    heights = gaussian_filter(heights, smoothing)
    interruption_point()
    cells, weights, factor = _cells(heights, mask)
    level, flat = _ground(cells, weights)
    zoomed = zoom(level, factor, order=1, grid_mode=True, mode="nearest")
    heights -= zoomed[: mask.shape[0], : mask.shape[1]].astype(np.float32)
    interruption_point()
    flat = np.repeat(np.repeat(flat, factor, axis=0), factor, axis=1)[: mask.shape[0], : mask.shape[1]] & mask
    noise = _noise(heights, flat, max(2, round(2 * smoothing)))
    heights[~mask] = -1e3
    return Relief(heights, noise + FLOOR)


def _noise(heights: Array, flat: NDArray[np.bool_], apart: int) -> float:
    """Return the geometric mean of two measures: the spread on the ground, and that of differences some pixels apart.

    The first counts what the ground has of texture and uneven light as noise, the second does not.
    """
    both = flat[:, apart:] & flat[:, :-apart]
    if not both.any():
        return 0.0
    own = heights[flat]
    spread = np.median(np.abs(own - np.median(own)))
    differences = np.median(np.abs(heights[:, apart:] - heights[:, :-apart])[both]) / np.sqrt(2)
    return 1.4826 * float(np.sqrt(spread * differences))


def _cells(heights: Array, mask: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
    """Return the means of square cells, how many pixels of the mask each has, and the cells' side."""
    factor = max(1, -(-max(mask.shape) // GRID))
    starts = [np.arange(0, extent, factor) for extent in mask.shape]

    def sums(array: NDArray[np.floating]) -> NDArray[np.float64]:
        rows = np.add.reduceat(array, starts[0], axis=0, dtype=np.float64)
        return np.add.reduceat(rows, starts[1], axis=1)

    weights = sums(mask.astype(np.float32))
    return sums(np.where(mask, heights, 0)) / np.maximum(weights, 1), weights, factor


def _ground(cells: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the ground's level in every cell, and which cells are ground."""
    inside = weights > 0
    if not inside.any():
        return np.zeros_like(cells), inside
    reach = max(cells.shape) * REACH
    flat = inside & (cells <= otsu(cells[inside]))
    level = np.full(cells.shape, np.median(cells[flat]) if flat.any() else cells[inside].min())
    for _ in range(4):
        near = gaussian_filter(flat.astype(np.float64), reach, mode="nearest")
        level = (gaussian_filter(cells * flat, reach, mode="nearest") + 1e-3 * level) / (near + 1e-3)
        above = cells - level
        spread = 1.4826 * float(np.median(np.abs(above[flat]))) + 1e-3 if flat.any() else 1e-3
        flat = inside & (flat & (above < 2.5 * spread) | (above < 0.5 * spread))
    return level, flat
