"""Objects that touch are parted where a neck lies between them, narrow or dim."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter
from skimage.segmentation import watershed

from segmenter.core.objects import component_tree
from segmenter.core.objects.selection import painted
from segmenter.core.solver.blocks import interruption_point

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.objects.component_tree import ComponentTree
    from segmenter.core.solver.blocks import Array

STEP = 1.12
"""Ratio of the levels at which necks are looked for."""

SMOOTH = 0.1
"""Smoothing of widths and heights, as a part of the typical radius."""

SHALLOW = 0.7
"""Pixels: nothing is parted that is not deeper than this."""


def part(labels: NDArray[np.int32], heights: Array, radius: float, neck: float) -> NDArray[np.int32]:
    """Part labels at necks.

    The strength of a pixel is its distance to the outline times its height over the mean height around it. Two parts
    are two objects if on any way from one to the other it falls below `neck` times its maximum in the weaker one.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)
    heights : ndarray of float32, shape (rows, columns)
    radius : float
        The typical one.
    neck : float
        0 (nothing is parted) to 1.

    Returns
    -------
    ndarray of int32, shape (rows, columns)
        New numbers.
    """
    if not labels.any() or neck <= 0:
        return labels
    inside = _inside(labels)
    strength = _strength(labels, inside, heights, radius)
    most = float(strength.max())
    if most <= SHALLOW * STEP:
        return labels
    levels = SHALLOW * np.power(STEP, np.arange(math.ceil(math.log(most / SHALLOW, STEP)), dtype=np.float64))
    tree = component_tree.build(strength, levels)
    persistent = max(1, round(-math.log(max(neck, 1e-9), STEP)))
    seeds = painted(tree, _separate(tree, persistent))
    interruption_point()
    grown: NDArray[np.int32] = watershed(-strength, seeds, mask=inside)
    return _completed(grown, labels)


def _inside(labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return the pixels of labels, without those that touch another label above or to the left."""
    inside = labels > 0
    for near, far, place in (
        (labels[:, :-1], labels[:, 1:], inside[:, 1:]),
        (labels[:-1], labels[1:], inside[1:]),
    ):
        place &= (near == far) | (near == 0)
    return inside


def _strength(labels: NDArray[np.int32], inside: NDArray[np.bool_], heights: Array, radius: float) -> Array:
    """Return the distance to the outline times the height relative to what is around; 0 outside."""
    blur = max(1.0, SMOOTH * radius)
    depth = distance_transform_edt(np.pad(inside, 1, mode="edge"))[1:-1, 1:-1].astype(np.float32)
    depth = gaussian_filter(depth, max(0.7, SMOOTH * radius))
    interruption_point()
    weight = (labels > 0).astype(np.float32)
    own = np.where(labels > 0, heights, 0).astype(np.float32)
    near, far = (
        gaussian_filter(own, sigma) / np.maximum(gaussian_filter(weight, sigma), 1e-3) for sigma in (blur, radius)
    )
    relative = np.clip(near / np.maximum(far, 1e-3), 0.3, 2)
    return np.where(inside, np.maximum(depth, 0.1) * relative, 0).astype(np.float32)


def _separate(tree: ComponentTree, persistent: int) -> NDArray[np.bool_]:
    """Return the nodes that are one object each: pieces that reach `persistent` levels above where they meet."""
    peak = tree.level.copy()
    levels = tree.levels()
    for nodes in levels[:0:-1]:
        np.maximum.at(peak, tree.parent[nodes], peak[nodes])
    rises = peak - tree.level[tree.parent] >= persistent
    rises[0] = False
    siblings = np.bincount(tree.parent[rises], minlength=len(peak))
    begins = rises & (siblings[tree.parent] >= 2) | (tree.level == 1)
    holds = np.zeros(len(peak), bool)
    for nodes in levels[:0:-1]:
        np.logical_or.at(holds, tree.parent[nodes], holds[nodes] | begins[nodes])
    separate: NDArray[np.bool_] = begins & ~holds
    return separate


def _completed(grown: NDArray[np.int32], labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Give pixels that were left over to a neighbour of the same label."""
    owner = np.zeros(int(grown.max(initial=0)) + 1, np.int32)
    owner[grown.ravel()] = labels.ravel()
    owner[0] = 0
    result, padded = grown.copy(), np.pad(grown, 1)
    for beside in (padded[1:-1, :-2], padded[1:-1, 2:], padded[:-2, 1:-1], padded[2:, 1:-1]):
        take = (labels > 0) & (result == 0) & (beside > 0) & (owner[beside] == labels)
        result[take] = beside[take]
    return result
