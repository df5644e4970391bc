"""The region tree: small regions merged two by two, weakest boundary first.

The eigenvectors are nearly constant inside a segment and step at its border, so the sum of their gradients, each
weighted by 1 / sqrt(eigenvalue), is a boundary strength that knows of the whole image (Arbeláez, Maire, Fowlkes &
Malik 2011). Its watershed gives the regions to start from. Pairs of neighbours are then merged greedily: their
strength is the mean along their common border, plus how different they are in colour and texture, times a small power
of the smaller one's area, so that specks go first. Heights never fall on the way up, hence every cut of the tree is
nested in every coarser one.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.ndimage import distance_transform_edt, gaussian_filter
from scipy.sparse.csgraph import connected_components
from skimage.measure import label
from skimage.morphology import local_minima
from skimage.segmentation import watershed

from segmenter.core.blocks import parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.checkpoint import Checkpoint
    from segmenter.core.affinity import Graph
    from segmenter.core.blocks import Array
    from segmenter.core.eigenvectors import Eigenvectors
    from segmenter.core.features import Features

SPECTRAL_SCALE = 1.0
"""Standard deviation of the derivative of Gaussian on eigenvectors, pixels."""

TEXTURE_SCALES = (0.7, 1.0, 2.0)
"""The same for the colour gradients whose logarithms describe texture."""

CONTRAST = 8.0
"""Boundary strength that a difference of one CIELAB unit between the means of two regions adds."""

TEXTURE = 20.0
"""CIELAB units that a doubling of the gradients (one unit of their logarithm) counts as."""

AREA_POWER = 0.25
"""The strength of a boundary is multiplied by this power of the smaller region's area."""

SMALLEST_VALUE = 1e-6
"""Eigenvalues are raised to this: those of separate components are 0 and have no gradient worth a weight."""


@dataclass(frozen=True, eq=False)
class RegionTree:
    """Regions and the order in which they merge.

    Attributes
    ----------
    base : ndarray of int32, shape (rows, columns), read-only
        The regions at the bottom, 1 … n; 0 outside the mask.
    merges : ndarray of int32, shape (n - 1, 2), read-only
        A region of either side of each merge, in order.
    heights : ndarray of float64, shape (n - 1,), read-only
        The strength of the boundary that each merge removes; never falling. Infinite where there is none: separate
        components of a mask are joined last, the smallest first, each with the one it resembles most.
    """

    base: NDArray[np.int32]
    merges: NDArray[np.int32]
    heights: NDArray[np.float64]

    def cut(self, *, k: int | None = None, strength: float | None = None) -> NDArray[np.int32]:
        """Return the label of each base region where the tree is cut.

        Parameters
        ----------
        k : int, optional
            So many labels, as far as there are.
        strength : float, optional
            Instead: boundaries weaker than this are removed. Separate components stay apart.

        Returns
        -------
        ndarray of int32, shape (n + 1,)
            0 for 0, else 1 … ; `tree.cut(k=8)[tree.base]` is a label image.
        """
        count = int(self.base.max(initial=0))
        if strength is not None:
            done = int(np.searchsorted(self.heights, strength))
        else:
            done = min(max(count - (k or 1), 0), len(self.merges))
        links = self.merges[:done].T
        graph = sparse.coo_array((np.ones(done, bool), (links[0], links[1])), shape=(count + 1, count + 1))
        # Region 0 is never merged and is the first to be numbered: 0.
        labels: NDArray[np.int32] = connected_components(graph, directed=False)[1].astype(np.int32)
        return labels


def build(described: Features, graph: Graph, eigen: Eigenvectors, check: Checkpoint) -> RegionTree:
    """Build the tree of an image.

    Parameters
    ----------
    described : Features
        Of the image that the graph was built on.
    graph : Graph
    eigen : Eigenvectors
    check : Checkpoint

    Returns
    -------
    RegionTree
    """
    strength = spectral_gradient(graph, eigen)
    check("labels", 0.3)
    base = _oversegment(strength, described.mask)
    check("labels", 0.4)
    pairs, lengths, totals = _boundaries(base, strength)
    means, areas = _describe(base, described)
    check("labels", 0.5)
    merges, heights = _merge(pairs, lengths, totals, means, areas, check)
    for array in (base, merges, heights):
        array.flags.writeable = False
    return RegionTree(base, merges, heights)


def spectral_gradient(graph: Graph, eigen: Eigenvectors) -> Array:
    """Return the boundary strength of each pixel: Σ |∇ u_j / sqrt(d)| / sqrt(θ_j) over the eigenvectors but the first.

    Parameters
    ----------
    graph : Graph
    eigen : Eigenvectors

    Returns
    -------
    ndarray of float32, shape (rows, columns)
        Of no unit, and of the same scale for images of any size. Outside the graph as at the nearest node.
    """
    nodes = graph.nodes
    strength = np.zeros(nodes.shape, np.float32)
    if eigen.vectors.shape[1] < 2:
        return strength
    inside = _nearest(nodes)
    weights = 1 / np.sqrt(np.maximum(eigen.values, SMALLEST_VALUE))

    def gradient(column: int) -> Array:
        image = np.zeros(nodes.shape, np.float32)
        image[nodes] = eigen.vectors[:, column] / eigen.vectors[:, 0] * weights[column]
        return _slope(image if inside is None else image[inside], SPECTRAL_SCALE)

    for part in parallel(gradient, range(1, eigen.vectors.shape[1])):
        strength += part
    return strength


def _nearest(nodes: NDArray[np.bool_]) -> tuple[NDArray[np.int32], ...] | None:
    """Return where the nearest node of each pixel is; None if all are nodes."""
    if nodes.all() or not nodes.any():
        return None
    return tuple(distance_transform_edt(~nodes, return_distances=False, return_indices=True))


def _slope(image: Array, scale: float) -> Array:
    """Return the length of the gradient of a smoothed image."""
    down, right = (gaussian_filter(image, scale, order=order) for order in ((1, 0), (0, 1)))
    slope: Array = np.hypot(down, right)
    return slope


def _oversegment(strength: Array, mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the catchment basins of the strength, 1 … n, and a region for each area that has none."""
    base: NDArray[np.int32] = watershed(strength, label(local_minima(strength)), mask=mask).astype(np.int32)
    bare = mask & (base == 0)
    if bare.any():
        base[bare] = base.max() + label(bare, connectivity=1)[bare]
    # A minimum outside the mask leaves a gap in the numbers.
    numbers = np.unique(base[mask])
    lookup = np.zeros(int(base.max()) + 1, np.int32)
    lookup[numbers] = np.arange(1, len(numbers) + 1)
    return lookup[base]


def _boundaries(
    base: NDArray[np.int32], strength: Array
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Return the pairs of regions that touch, the length of each common border, and its summed strength."""
    size = int(base.max(initial=0)) + 1
    keys, values = [], []
    for near, far in (((..., slice(-1)), (..., slice(1, None))), ((slice(-1),), (slice(1, None),))):
        one, other = base[near], base[far]
        border = (one != other) & (one > 0) & (other > 0)
        low, high = np.minimum(one[border], other[border]), np.maximum(one[border], other[border])
        keys.append(low.astype(np.int64) * size + high)
        values.append(np.maximum(strength[near][border], strength[far][border]))
    pairs, which = np.unique(np.concatenate(keys), return_inverse=True)
    lengths = np.bincount(which, minlength=len(pairs))
    totals = np.bincount(which, np.concatenate(values), minlength=len(pairs)).astype(np.float64)
    return np.stack([pairs // size, pairs % size], axis=1), lengths, totals


def _describe(base: NDArray[np.int32], described: Features) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the mean colour and texture of each region, in CIELAB units, and its area."""
    inside = _nearest(described.mask)
    values = described.values if inside is None else described.values[inside]

    def texture(scale: float) -> Array:
        squares = [_slope(values[:, :, at], scale) ** 2 for at in range(values.shape[2])]
        logarithm: Array = np.log1p(np.sqrt(np.sum(squares, axis=0)))
        return np.float32(TEXTURE) * logarithm

    channels = [*np.moveaxis(values, 2, 0), *parallel(texture, TEXTURE_SCALES)]
    flat = base.ravel()
    areas = np.bincount(flat)
    sums = np.stack([np.bincount(flat, channel.ravel(), len(areas)) for channel in channels], axis=1)
    return sums / np.maximum(areas, 1)[:, None], areas


def _merge(
    pairs: NDArray[np.int64],
    lengths: NDArray[np.int64],
    totals: NDArray[np.float64],
    means: NDArray[np.float64],
    areas: NDArray[np.int64],
    check: Checkpoint,
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Merge the pair of weakest boundary until none is left; return the pairs and the heights."""
    area = areas.tolist()
    means = means.copy()
    around: list[dict[int, tuple[int, float]]] = [{} for _ in area]
    for (one, other), border in zip(pairs.tolist(), zip(lengths.tolist(), totals.tolist(), strict=True), strict=True):
        around[one][other] = around[other][one] = border

    def strength(one: int, other: int) -> float:
        length, sum_ = around[one][other]
        step = means[one] - means[other]
        contrast = CONTRAST * math.sqrt(step @ step)
        return float((sum_ / length + contrast) * min(area[one], area[other]) ** AREA_POWER)

    # An entry is stale when one of the two has grown since, or is gone.
    queue = [(strength(one, other), one, other, area[one], area[other]) for one, other in pairs.tolist()]
    heapq.heapify(queue)
    merges: list[tuple[int, int]] = []
    heights, height = [], 0.0
    while queue:
        weakest, one, other, area_one, area_other = heapq.heappop(queue)
        if area[one] != area_one or area[other] != area_other:
            continue
        if len(merges) % 256 == 0:
            check("labels", 0.5 + 0.5 * len(merges) / len(area))
        height = max(height, weakest)
        merges.append((one, other))
        heights.append(height)
        if len(around[one]) < len(around[other]):
            one, other = other, one
        means[one] = (means[one] * area[one] + means[other] * area[other]) / (area[one] + area[other])
        area[one], area[other] = area[one] + area[other], 0
        _hand_over(around, one, other)
        for third in around[one]:
            heapq.heappush(queue, (strength(one, third), one, third, area[one], area[third]))
    apart = _join_components(np.array(area), means)
    heights += [math.inf] * len(apart)
    return np.array(merges + apart, np.int32).reshape(-1, 2), np.array(heights)


def _join_components(area: NDArray[np.int64], means: NDArray[np.float64]) -> list[tuple[int, int]]:
    """Return pairs that join what no boundary joins, the smallest first."""
    left = [int(region) for region in np.argsort(area, kind="stable") if area[region] > 0 and region > 0]
    pairs = []
    for number, region in enumerate(left[:-1]):
        larger = left[number + 1 :]
        nearest = int(((means[larger] - means[region]) ** 2).sum(axis=1).argmin())
        pairs.append((region, larger[nearest]))
    return pairs


def _hand_over(around: list[dict[int, tuple[int, float]]], one: int, other: int) -> None:
    """Give the borders of `other` to `one`, in place."""
    del around[one][other]
    for third, (length, sum_) in around[other].items():
        if third == one:
            continue
        del around[third][other]
        if third in around[one]:
            more, sum_more = around[one][third]
            length, sum_ = length + more, sum_ + sum_more
        around[one][third] = around[third][one] = length, sum_
    around[other] = {}
