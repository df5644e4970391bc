"""Where objects end: each has a threshold of its own, between its ground and its height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import distance_transform_edt
from skimage.segmentation import watershed

from segmenter.core.objects.components import quantile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

LOW = 4.0
"""Outlines lie above this many times the noise."""

GROW = 0.6
"""How far a seed may grow, as a part of the typical radius."""

TOP, BOTTOM = 0.75, 0.2
"""Quantiles of the heights inside and around an object that its height and its ground are taken from."""

BRIGHT, BRIGHTER, DARK = 0.25, 0.006, 0.6
"""Where outlines lie, as a part of the height: BRIGHT + BRIGHTER × the typical height of bright objects, or DARK.

People draw around the glow of what shines faintly, halfway up what shines brightly, and along the inner rim of what is
stained.
"""


@dataclass(frozen=True, eq=False)
class Around:
    """How far each pixel is from the nearest seed, in pixels, and which that is."""

    distance: Array
    seed: NDArray[np.int32]


def around(seeds: NDArray[np.int32]) -> Around:
    """Measure distances to the seeds."""
    distance, nearest = distance_transform_edt(seeds == 0, return_indices=True)
    return Around(distance.astype(np.float32), seeds[tuple(nearest)])


def grow(seeds: NDArray[np.int32], near: Around, heights: Array, noise: float, radius: float) -> NDArray[np.int32]:
    """Give each pixel near a seed that stands out of the ground to the seed whose slope it lies on.

    Parameters
    ----------
    seeds : ndarray of int32, shape (rows, columns)
    near : Around
    heights : ndarray of float32, shape (rows, columns)
    noise, radius : float

    Returns
    -------
    ndarray of int32, shape (rows, columns)
    """
    within = near.distance <= max(2, GROW * radius)
    basins: NDArray[np.int32] = watershed(-heights, seeds, mask=within & (heights > LOW * noise) | (seeds > 0))
    return basins


def thresholds(
    seeds: NDArray[np.int32],
    near: Around,
    heights: Array,
    noise: float,
    radius: float,
    part: float | None,
    dark: bool,
) -> NDArray[np.float64]:
    """Return the height of each seed's outline, infinite of 0.

    Parameters
    ----------
    seeds : ndarray of int32, shape (rows, columns)
    near : Around
    heights : ndarray of float32, shape (rows, columns)
    noise : float
    radius : float
        The typical one; the ground is looked for within it.
    part : float or None
        Where outlines lie between ground (0) and height (1); None: what people draw.
    dark : bool
        Whether the objects are darker than the ground.

    Returns
    -------
    ndarray of float64, shape (n + 1,)
    """
    count = int(seeds.max(initial=0))
    top = quantile(heights, seeds, count, TOP)
    reach = max(2.0, radius)
    ring = (near.distance > reach / 2) & (near.distance <= reach)
    ground = np.clip(quantile(heights, np.where(ring, near.seed, 0), count, BOTTOM), 0, 0.8 * top)
    height = top - ground
    drawn = DARK if dark or not count else min(BRIGHT + BRIGHTER * float(np.median(height[1:])), DARK)
    between = drawn if part is None else part
    result: NDArray[np.float64] = np.maximum(ground + between * height, LOW * noise)
    result[0] = np.inf
    return result


def outlined(basins: NDArray[np.int32], heights: Array, threshold: NDArray[np.float64]) -> NDArray[np.int32]:
    """Return the pixels of each basin above its threshold."""
    return np.where(heights > threshold.astype(np.float32)[basins], basins, 0).astype(np.int32)
