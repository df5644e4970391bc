"""The region tree: small regions merged two by two, weakest boundary first.

The eigenvectors are nearly constant inside a segment and step at its border, so the sum of their gradients, each
weighted by 1 / sqrt(eigenvalue), is a boundary strength that knows of the whole image (Arbeláez, Maire, Fowlkes &
Malik 2011). Some of the image's own gradient sharpens it. Its watershed gives the regions to start from, and pairs of
neighbours are then merged greedily (`merging`), by the strength along their border and by how different they look
(`descriptors`), the last of them as several trees agree (`consensus`). Heights never fall on the way up, hence every
cut of the tree is nested in every coarser one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.ndimage import distance_transform_edt
from skimage.measure import label
from skimage.morphology import local_minima
from skimage.segmentation import watershed

from segmenter.core.regions import consensus, descriptors, evidence, merging
from segmenter.core.regions.basins import basins
from segmenter.core.regions.dendrogram import cut
from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.affinity import Graph
    from segmenter.core.features import Features
    from segmenter.core.solver.blocks import Array
    from segmenter.core.solver.eigenvectors import Eigenvectors
    from segmenter.progress import ProgressCallback

SPECTRAL_SCALE = 1.0
"""Standard deviation of the derivative of Gaussian on eigenvectors, pixels."""

LEADING = 7
"""Eigenvectors, but the first, whose gradients are summed up alone as well: they tell the largest parts apart."""

LOCAL = 4.0
"""Boundary strength that one CIELAB unit per pixel of the image's own gradient adds."""

FEW = 256
"""Images of so few pixels start from the pixels: the gradients are smoother than they are small."""

MANY = 500_000
"""Images of more pixels start from basins by descent: flooding takes seconds for them."""

STRIP = 64
"""Image rows whose spectral gradient one thread sums up at a time."""

STACK = 1 << 17
"""Pixels of eigenvectors that are filtered at a time: what is made of them stays in the cache."""

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
        A region of either side of each merge, in order; one of the two stands for both from then on.
    heights : ndarray of float64, shape (n - 1,), read-only
        The strength of the boundary that each merge removes; never falling. Infinite where there is none: separate
        components of a mask are joined last, the smallest first, each with the one it resembles most.
    borders : Borders or None
        Which regions touch, and how strong the boundary between them is.
    looks : ndarray of float32, shape (n + 1, any), or None
        What each region looks like, see `descriptors.describe`; CIELAB units.
    embedding : ndarray of float32, shape (n + 1, eigenvectors - 1), or None
        The mean of u_j / sqrt(d θ_j) over each region: near where regions belong together.
    """

    base: NDArray[np.int32]
    merges: NDArray[np.int32]
    heights: NDArray[np.float64]
    borders: merging.Borders | None = None
    looks: Array | None = None
    embedding: Array | None = None

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
        return cut(int(self.base.max(initial=0)), self.merges, self.heights, k=k, strength=strength)


def build(described: Features, graph: Graph, eigen: Eigenvectors, progress: ProgressCallback) -> RegionTree:
    """Build the tree of an image.

    Parameters
    ----------
    described : Features
        Of the image that the graph was built on.
    graph : Graph
    eigen : Eigenvectors
    progress : ProgressCallback

    Returns
    -------
    RegionTree
    """
    grown = usual(described, graph, eigen, progress)
    merges, heights = consensus.agree(grown.merges, grown.heights, grown.borders, grown.looks, grown.areas, grown.seen)
    base = grown.seen.base
    for array in (base, merges, heights):
        array.flags.writeable = False
    embedding = _embedded(base, graph, eigen)
    return RegionTree(base, merges, heights, grown.borders[0], grown.looks.astype(np.float32), embedding)


class Usual(NamedTuple):
    """The tree by the usual rule alone, and what it was made from: see `consensus.agree`."""

    merges: NDArray[np.int32]
    heights: NDArray[np.float64]
    borders: list[merging.Borders]
    looks: NDArray[np.float64]
    areas: NDArray[np.int64]
    seen: evidence.Seen


def usual(described: Features, graph: Graph, eigen: Eigenvectors, progress: ProgressCallback) -> Usual:
    """Build the tree that the others are made from; see `build`."""
    strength, leading = spectral_gradients(graph, eigen)
    progress("labels", 0.3)
    inside = _nearest(described.mask)
    values = np.clip(described.values, -descriptors.FARTHEST, descriptors.FARTHEST)
    values = values if inside is None else values[inside]
    gradients, channels = descriptors.cues(values)
    strength += np.float32(LOCAL) * gradients[descriptors.MIDDLE]
    progress("labels", 0.4)
    base = _oversegment(strength, described.mask)
    progress("labels", 0.5)
    looks, areas = descriptors.describe(base, values, channels)
    borders = _borders(base, [strength, *gradients[descriptors.MIDDLE :]])
    # All of it in rounds: the last merges are made again, as several trees agree.
    merges, heights = merging.merge(borders[0], looks, areas, progress, few=1)
    textures = channels[descriptors.texture(values.shape[2])]
    seen = evidence.Seen(base, [strength, leading, *gradients], values, textures[: len(descriptors.SCALES)])
    return Usual(merges, heights, borders, looks, areas, seen)


def _embedded(base: NDArray[np.int32], graph: Graph, eigen: Eigenvectors) -> Array:
    """Return where each region lies in the space of the eigenvectors."""
    regions = base[graph.nodes]
    counts = np.maximum(np.bincount(regions, minlength=int(base.max(initial=0)) + 1), 1)
    weights = 1 / np.sqrt(np.maximum(eigen.values, SMALLEST_VALUE))

    def mean(column: int) -> NDArray[np.float64]:
        values = eigen.vectors[:, column] / eigen.vectors[:, 0] * weights[column]
        return np.bincount(regions, values, len(counts)) / counts

    found = parallel(mean, range(1, eigen.vectors.shape[1]))
    return np.array(found, np.float32).reshape(-1, len(counts)).T


def spectral_gradients(graph: Graph, eigen: Eigenvectors) -> tuple[Array, Array]:
    """Return the boundary strength of each pixel: Σ |∇ u_j / sqrt(d)| / sqrt(θ_j) over the eigenvectors but the first.

    Parameters
    ----------
    graph : Graph
    eigen : Eigenvectors

    Returns
    -------
    strength, leading : ndarray of float32, shape (rows, columns)
        The sum over all of them, and over the first `LEADING`. Of no unit, and of the same scale for images of any
        size. Outside the graph as at the nearest node.
    """
    nodes = graph.nodes
    strength, leading = np.zeros(nodes.shape, np.float32), np.zeros(nodes.shape, np.float32)
    if eigen.vectors.shape[1] < 2:
        return strength, leading
    inside = _nearest(nodes)
    number = None if inside is None else np.cumsum(nodes, dtype=np.int32).reshape(nodes.shape)[inside] - 1
    weights = 1 / np.sqrt(np.maximum(eigen.values, SMALLEST_VALUE))
    reach = math.ceil(descriptors.TRUNCATE * SPECTRAL_SCALE)

    def fill(rows: slice) -> None:
        above, below = max(rows.start - reach, 0), min(rows.stop + reach, len(nodes))
        which = slice(above * nodes.shape[1], below * nodes.shape[1])
        near = eigen.vectors[which if number is None else number[above:below].ravel()]
        for columns in blocks(near.shape[1] - 1, max(1, STACK // len(near))):
            inner = slice(1 + columns.start, 1 + columns.stop)
            images = (near[:, inner] / near[:, :1] * weights[inner]).astype(np.float32).T
            slope = descriptors.slope(images.reshape(-1, below - above, nodes.shape[1]), SPECTRAL_SCALE)
            for column, part in enumerate(np.hypot(*slope), inner.start):
                strength[rows] += part[rows.start - above : rows.stop - above]
                if column <= LEADING:
                    leading[rows] = strength[rows]

    parallel(fill, blocks(len(nodes), STRIP))
    return strength, leading


def _nearest(nodes: NDArray[np.bool_]) -> tuple[NDArray[np.int32], ...] | None:
    """Return where the nearest node of each pixel is; None if all are nodes."""
    if nodes.all() or not nodes.any():
        return None
    return tuple(distance_transform_edt(~nodes, return_distances=False, return_indices=True))


def _oversegment(strength: Array, mask: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return the catchment basins of the strength, 1 … n, and a region for each area that has none."""
    pixels = np.count_nonzero(mask)
    if pixels <= FEW:
        alone = np.zeros(mask.shape, np.int32)
        alone[mask] = np.arange(1, pixels + 1)
        return alone
    if pixels > MANY:
        return basins(strength, mask)
    base: NDArray[np.int32] = watershed(strength, label(local_minima(strength)), mask=mask).astype(np.int32)
    bare = mask & (base == 0)
    if bare.any():
        base[bare] = base.max() + label(bare, connectivity=1)[bare]
    # A minimum outside the mask leaves a gap in the numbers.
    numbers = np.unique(base[mask])
    lookup = np.zeros(int(base.max()) + 1, np.int32)
    lookup[numbers] = np.arange(1, len(numbers) + 1)
    return lookup[base]


def _borders(base: NDArray[np.int32], strengths: list[Array]) -> list[merging.Borders]:
    """Return the pairs of regions that touch, the length of each common border, and its summed strengths."""
    size = int(base.max(initial=0)) + 1

    def touching(rows: slice) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        height, below = rows.stop - rows.start, slice(rows.start, rows.stop + 1)
        labels, maps = base[below], [strength[below] for strength in strengths]
        keys, values = [], []
        for near, far in ((np.s_[:height, :-1], np.s_[:height, 1:]), (np.s_[:-1], np.s_[1:])):
            one, other = labels[near], labels[far]
            border = np.nonzero((one != other) & (one > 0) & (other > 0))
            one, other = one[border], other[border]
            keys.append(np.minimum(one, other).astype(np.int64) * size + np.maximum(one, other))
            values.append([np.ones(len(one)), *(np.maximum(each[near][border], each[far][border]) for each in maps)])
        found, which = np.unique(np.concatenate(keys), return_inverse=True)
        return found, np.stack(
            [np.bincount(which, np.concatenate(each), len(found)) for each in zip(*values, strict=True)]
        )

    parts, sums = zip(*parallel(touching, blocks(len(base), STRIP)), strict=True)
    keys, which = np.unique(np.concatenate(parts), return_inverse=True)
    pairs = np.stack([keys // size, keys % size], axis=1)
    lengths, *totals = (np.bincount(which, each, len(keys)) for each in np.concatenate(sums, axis=1))
    return [merging.Borders(pairs, lengths.astype(np.int64), total.astype(np.float64)) for total in totals]
