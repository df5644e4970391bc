"""The outline of a mask, told again pixel by pixel: a narrow band along it is cut where colours change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import binary_dilation, binary_erosion, gaussian_filter

from segmenter.core.interaction.clicks.cutting import cheapest_cut

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import ImageFeatures
    from segmenter.core.solver.blocks import Array

    Mask = NDArray[np.bool_]

BAND = 4
"""Pixels to either side of the outline that are told again."""

REACH = 8.0
"""Standard deviation of the surroundings whose mean colours a pixel is compared with, pixels."""

SPREAD = 12.0
"""Colours of one side differ by so much, CIELAB units."""

STEP = 6.0
"""A difference of neighbours that is worth a border, CIELAB units."""

TIE = 2.0
"""What a border between two pixels of one colour costs; a pixel SPREAD nearer to the other side costs a half."""

STAY = 0.3
"""What a pixel costs that changes sides."""


def refined(mask: Mask, features: ImageFeatures) -> Mask:
    """Move the outline of a mask to where colours change beside it.

    Parameters
    ----------
    mask : ndarray of bool, shape (rows, columns)
    features : ImageFeatures
        Of the same image.

    Returns
    -------
    ndarray of bool, shape (rows, columns)
        Equal to `mask` but within `BAND` pixels of its outline.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return mask
    margin = BAND + int(2 * REACH)
    part = tuple(
        slice(max(int(found[0]) - margin, 0), min(int(found[-1]) + margin + 1, extent))
        for found, extent in zip((rows, columns), mask.shape, strict=True)
    )
    out = mask.copy()
    out[part] = _cut_band(mask[part], features.strip(part[0])[:, part[1]]) & features.mask[part]
    return out


def _cut_band(mask: Mask, values: Array) -> Mask:
    """Return the mask of a part of the image, its outline moved."""
    inside = binary_erosion(mask, iterations=BAND, border_value=1)
    outside = ~binary_dilation(mask, iterations=BAND)
    band = ~(inside | outside)
    if not band.any() or not inside.any() or not outside.any():
        return mask
    number = np.full(mask.shape, -1)
    number[band] = np.arange(np.count_nonzero(band))
    nearer = _nearer(values, inside, outside)[band]
    likely = np.clip(nearer, -3, 3) + np.where(mask[band], STAY, -STAY)
    pairs, ties = [], []
    for near, far in (
        ((slice(None), slice(-1)), (slice(None), slice(1, None))),
        ((slice(-1),), (slice(1, None),)),
    ):
        apart = ((values[near] - values[far]) ** 2).sum(axis=2)
        tie = TIE * np.exp(-apart / (2 * STEP**2))
        both = band[near] & band[far]
        pairs.append(np.stack([number[near][both], number[far][both]], axis=1))
        ties.append(tie[both])
        for own, other in ((near, far), (far, near)):  # beside what is certain
            edge = band[own] & ~band[other]
            np.add.at(likely, number[own][edge], np.where(mask[other][edge], tie[edge], -tie[edge]))
    certain = np.zeros(len(likely), np.int8)
    out = mask.copy()
    out[band] = cheapest_cut(likely, np.concatenate(pairs), np.concatenate(ties), certain)
    return out


def _nearer(values: Array, inside: Mask, outside: Mask) -> NDArray[np.float64]:
    """Return how much nearer each pixel is to the colours inside than to those outside, of its surroundings."""

    def distance(side: Mask) -> Array:
        weight = gaussian_filter(side.astype(np.float32), REACH) + np.float32(1e-6)
        squares = np.zeros(side.shape, np.float32)
        for channel in np.moveaxis(values, 2, 0):
            squares += (channel - gaussian_filter(np.where(side, channel, 0), REACH) / weight) ** 2
        return squares

    found: NDArray[np.float64] = (distance(outside) - distance(inside)).astype(np.float64) / (2 * SPREAD**2)
    return found
