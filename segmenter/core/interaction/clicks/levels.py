"""A mask grown or shrunk along the region tree: what merges with the clicks next comes in, what merged last goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.interaction.clicks.quantities import Touch
    from segmenter.core.interaction.clicks.selecting import Selector

    Mask = NDArray[np.bool_]

LEAST = 0.03
"""A level changes at least this part of the mask, or it would not be seen."""


def grown(selector: Selector, mask: Mask, touches: Sequence[Touch], levels: int) -> Mask:
    """Return a mask with more, or fewer, of the regions of the tree.

    The level of a region is the smallest node that joins it to a place of the object.

    Parameters
    ----------
    selector : Selector
    mask : ndarray of bool, shape of the image
    touches : sequence of Touch
        Regions that are joined more closely to one that is not the object than to the object never come in; those
        that were clicked on stay.
    levels : int
        How many levels come in; negative: how many go.

    Returns
    -------
    ndarray of bool, shape of the image
    """
    scene = selector.scene
    positive = sorted({touch.region for touch in touches if touch.positive})
    if levels == 0 or not positive:
        return mask
    joins = np.min([scene.joins(region) for region in positive], axis=0)
    shares = selector.shares(mask)
    inside = shares > 0.5
    free = np.zeros(scene.count, bool)
    if levels > 0:
        other = [scene.joins(touch.region) for touch in touches if not touch.positive]
        free = (shares < 1) & (joins < np.min(other, axis=0) if other else True)
    else:
        free = inside.copy()
        free[positive] = False
        joins = -joins
    changed = _first(joins, scene.areas, free, abs(levels), LEAST * float(scene.areas[inside].sum()))
    pixels: Mask = np.concatenate([[False], changed])[scene.regions.base]
    return mask | pixels if levels > 0 else mask & ~pixels


def _first(
    order: NDArray[np.int64], areas: NDArray[np.float64], free: NDArray[np.bool_], levels: int, least: float
) -> NDArray[np.bool_]:
    """Return the free regions of the first levels; one that is too small goes with the next."""
    chosen = np.zeros(len(order), bool)
    regions = np.flatnonzero(free)
    regions = regions[np.argsort(order[regions], kind="stable")]
    done, taken = 0, 0.0
    for at, region in enumerate(regions.tolist()):
        chosen[region] = True
        taken += areas[region]
        ends = at + 1 == len(regions) or order[regions[at + 1]] != order[region]
        if ends and taken >= least:
            done, taken = done + 1, 0.0
            if done == levels:
                break
    return chosen
