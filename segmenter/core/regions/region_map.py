"""The region tree on every pixel of the image: from here on, other labels are a table and one look-up.

Regions smaller than a minimum are no labels of their own. They are told inside the tree: where one side of a merge is
too small, it belongs to a neighbour from the beginning. What remains are *leaves*, each of them large enough, and the
merges between them; so every cut has as many labels as it is asked for, none is too small, and all are nested.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

from segmenter.core.regions.dendrogram import cut, nodes, summed
from segmenter.core.regions.runs import STRIP, runs
from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.regions.tree import RegionTree

TYPICAL, NEAR = 800.0, 1.1
"""A boundary strength that suits most photographs, and how far around it a clear step is looked for, as a factor."""

MAX_SUGGESTED = 30
"""Labels that are suggested at most: more say nothing at first sight."""


class Suggestion(NamedTuple):
    """A number of labels, and the strength of the boundaries between them."""

    k: int
    strength: float


@dataclass(frozen=True, eq=False)
class Leaves:
    """The smallest regions that are large enough, and how they merge.

    Attributes
    ----------
    leaf : ndarray of int32, shape (n + 1,)
        Of each base region the leaf that it belongs to, 1 … m; 0 for 0.
    areas : ndarray of int64, shape (m + 1,)
        Pixels of each leaf.
    merges : ndarray of int32, shape (m - 1, 2)
        A leaf of either side of each merge, in order.
    heights : ndarray of float64, shape (m - 1,)
        See `RegionTree.heights`.
    """

    leaf: NDArray[np.int32]
    areas: NDArray[np.int64]
    merges: NDArray[np.int32]
    heights: NDArray[np.float64]

    def table(self, *, k: int | None = None, strength: float | None = None) -> NDArray[np.int32]:
        """Return the label of each base region where the tree is cut.

        Parameters
        ----------
        k : int, optional
            So many labels; fewer where there are no more leaves.
        strength : float, optional
            Instead: boundaries weaker than this are removed. Separate components stay apart.

        Returns
        -------
        ndarray of int32, shape (n + 1,)
            1 … by area, the largest first; 0 for 0.
        """
        labels = cut(len(self.areas) - 1, self.merges, self.heights, k=k, strength=strength)
        return by_area(labels, self.areas)[self.leaf]

    def suggest(self, strength: float | Literal["auto"]) -> Suggestion:
        """Return how many labels boundaries of a strength leave, or those of a strength that suits the tree.

        That lies in the widest step between merges near `TYPICAL`, and leaves no more than `MAX_SUGGESTED` labels, but
        for separate components.
        """
        if strength == "auto":
            strength = self._clear_step()
        return Suggestion(self.count(strength), strength)

    def _clear_step(self) -> float:
        """Return the strength in the middle of the widest step, as a ratio."""
        finite = self.heights[np.isfinite(self.heights)]
        low, high = TYPICAL / NEAR, TYPICAL * NEAR
        steps = np.concatenate([[low], finite[(finite > low) & (finite < high)], [high]])
        widest = int(np.diff(np.log(steps)).argmax())
        strength = float(np.sqrt(steps[widest] * steps[widest + 1]))
        if self.count(strength) > MAX_SUGGESTED and len(finite):
            kept = max(MAX_SUGGESTED - 1 - (len(self.heights) - len(finite)), 0)
            below, above = finite[len(finite) - kept - 1], np.append(finite, np.inf)[len(finite) - kept]
            strength = float(
                max(np.sqrt(below * min(above, 4 * below)), np.nextafter(below, np.inf))
            )  # they may be equal
        return strength

    def count(self, strength: float) -> int:
        """Return how many labels are left where boundaries weaker than this are removed."""
        return len(self.areas) - 1 - int(np.searchsorted(self.heights, strength))


@dataclass(frozen=True, eq=False)
class RegionMap:
    """The base regions of a tree on every pixel.

    Attributes
    ----------
    tree : RegionTree
    base : ndarray of uint16, or int32 above 65,535 regions, shape (rows, columns), read-only
        1 … n, each of them connected; 0 outside the mask.
    areas : ndarray of int64, shape (n + 1,)
        Pixels of each; 0 for 0.
    pairs : ndarray of int64, shape (pairs, 2)
        Those that touch, each pair once, the smaller number first, sorted.
    strengths : ndarray of float64, shape (pairs,)
        Of the boundary between them; infinite where they do not touch in the reduced image.
    """

    tree: RegionTree
    base: NDArray[np.integer]
    areas: NDArray[np.int64]
    pairs: NDArray[np.int64]
    strengths: NDArray[np.float64]

    def leaves(self, minimum: int) -> Leaves:
        """Return the smallest regions of at least `minimum` pixels; smaller ones where there is nothing beside them."""
        cores = _Cores(self.tree, self.areas, minimum)
        parts = _parts(cores.group, self.pairs)
        of_part = _main(cores, parts, self.areas, minimum)
        core = _hand_on(of_part, parts, self.pairs, self.strengths)[parts]
        core = np.where(core > 0, core, cores.beside)  # nothing is beside it
        core[0] = 0
        present = np.unique(core[1:])
        number = np.zeros(int(cores.beside.max(initial=0)) + 1, np.int32)
        number[present] = np.arange(1, len(present) + 1)
        leaf = number[core]
        areas = np.bincount(leaf, self.areas, len(present) + 1).astype(np.int64)
        return Leaves(leaf, areas, number[cores.merges], cores.heights)


def of(tree: RegionTree, base: NDArray[np.integer]) -> RegionMap:
    """Measure a tree whose base regions are brought to every pixel, see `enlarging`."""
    count = len(tree.merges) + 1 if base.any() else 0
    base.flags.writeable = False
    return RegionMap(tree, base, areas(base, count + 1), *_bordering(tree, base, count + 1))


def _bordering(tree: RegionTree, base: NDArray[np.integer], size: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return which regions touch on the full image, and how strong the tree finds the boundary between them."""
    pairs, strengths = np.zeros((0, 2), np.int64), np.zeros(0)
    if tree.borders is not None:
        pairs, strengths = tree.borders.pairs, tree.borders.totals / tree.borders.lengths
        if base.shape == tree.base.shape:  # nothing was enlarged
            return pairs, strengths
    keys = np.unique(np.concatenate(parallel(lambda rows: _touching(base, rows, size), blocks(len(base), STRIP))))
    found = np.full(len(keys), np.inf)
    _, here, there = np.intersect1d(keys, pairs @ [size, 1], assume_unique=True, return_indices=True)
    found[here] = strengths[there]
    return np.stack([keys // size, keys % size], axis=1), found


def areas(base: NDArray[np.integer], size: int) -> NDArray[np.int64]:
    """Return how many pixels each region has; shape (size,), 0 for 0."""

    def counted(rows: slice) -> NDArray[np.int64]:
        found = runs(base[rows])
        return np.bincount(found.labels, found.lengths, size).astype(np.int64)

    found: NDArray[np.int64] = np.sum(parallel(counted, blocks(len(base), STRIP)), axis=0)
    found[0] = 0
    return found


def by_area(labels: NDArray[np.int32], areas: NDArray[np.int64]) -> NDArray[np.int32]:
    """Give labels of regions the numbers 1 … by their area, the largest first; equal ones by their first region.

    Parameters
    ----------
    labels : ndarray of int32, shape (n + 1,)
        Of each region; 0 stays 0.
    areas : ndarray of int64, shape (n + 1,)

    Returns
    -------
    ndarray of int32, shape (n + 1,)
    """
    whole = np.bincount(labels, areas, int(labels.max(initial=0)) + 1)
    present, first = np.unique(labels, return_index=True)
    ordered = present[np.lexsort((first, -whole[present]))]
    number = np.zeros(len(whole), np.int32)
    ordered = ordered[ordered > 0]
    number[ordered] = np.arange(1, len(ordered) + 1)
    return number[labels]


def painted(base: NDArray[np.integer], table: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the label of every pixel, read-only: its region's."""
    labels = np.empty(base.shape, np.int32)

    def fill(rows: slice) -> None:
        np.take(table, base[rows], out=labels[rows], mode="clip")

    parallel(fill, blocks(len(base), STRIP))
    labels.flags.writeable = False
    return labels


def _touching(base: NDArray[np.integer], rows: slice, size: int) -> NDArray[np.int64]:
    """Return which regions touch in some rows, the next row included: smaller number · size + larger number."""
    found = runs(base[rows.start : rows.stop + 1])
    labels = found.labels.astype(np.int64)
    near, far = (labels[np.concatenate(ends)] for ends in zip(found.beside(), found.above(), strict=True))
    border = (near != far) & (near > 0) & (far > 0)
    near, far = near[border], far[border]
    return np.unique(np.minimum(near, far) * size + np.maximum(near, far))


class _Cores:
    """Where regions of the tree have become large enough.

    A node of the tree is a base region, 1 … n, or n + 1 + i: what merge i makes. A *core* is a node that is large
    enough while neither of its parts is.

    Attributes
    ----------
    group : ndarray of int64, shape (n + 1,)
        Of each base region its core, or else the node that is too small and merged with a larger one.
    beside : ndarray of int64, shape (n + 1,)
        Its core, or one that the tree joins the small node with.
    merges : ndarray of int64, shape (any, 2)
        The cores of either side of each merge of two large nodes, in order.
    heights : ndarray of float64, shape (any,)
    """

    def __init__(self, tree: RegionTree, areas: NDArray[np.int64], minimum: int) -> None:
        sides = nodes(tree.merges)
        itself = np.arange(len(areas) + len(sides))
        made, (one, other) = itself[len(areas) :], sides.T
        large = summed(sides, areas) >= minimum
        large[sides[np.isinf(tree.heights)]] = True  # of separate components each is large enough
        large[made] |= large[sides].any(axis=1)
        core = itself.copy()
        core[made] = np.where(large[one], one, np.where(large[other], other, made))
        core = _ends(core)
        both = large[sides].all(axis=1)
        self.merges, self.heights = core[sides[both]], tree.heights[both]
        # A node is told its core, or the one that it is merged with; what is told of neither asks the node above.
        beside = np.where(large, core, 0)
        torn = np.flatnonzero(large[one] != large[other])
        beside[np.where(large[one], other, one)[torn]] = core[made[torn]]
        beside[-1] = beside[-1] or itself[-1]  # the whole image is small
        above = itself.copy()
        above[sides] = made[:, None]
        self.group = _ends(np.where(beside > 0, itself, above))[: len(areas)]
        self.beside = beside[self.group]


def _ends(following: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return where each way ends that leads from place to place, twice as far in every pass."""
    while not np.array_equal(following, ahead := following[following]):
        following = ahead
    return following


def _parts(group: NDArray[np.int64], pairs: NDArray[np.int64]) -> NDArray[np.int32]:
    """Return the connected part of its group that each base region is in: a group may be torn on the full image."""
    same = pairs[group[pairs[:, 0]] == group[pairs[:, 1]]]
    graph = sparse.coo_array((np.ones(len(same), bool), (same[:, 0], same[:, 1])), shape=(len(group), len(group)))
    parts: NDArray[np.int32] = connected_components(graph, directed=False)[1]
    return parts


def _main(cores: _Cores, parts: NDArray[np.int32], areas: NDArray[np.int64], minimum: int) -> NDArray[np.int64]:
    """Return the core of each part that is one's main part, or large itself; 0 for all others."""
    of_part = np.zeros(int(parts.max()) + 1, np.int64)
    own = cores.group == cores.beside
    of_part[parts[own]] = cores.group[own]
    sizes = np.bincount(parts, areas)
    order = np.lexsort((-sizes, of_part))
    largest = order[np.unique(of_part[order], return_index=True)[1]]
    stays = sizes >= minimum
    stays[largest] = True
    return np.where(stays, of_part, 0)


def _hand_on(
    of_part: NDArray[np.int64], parts: NDArray[np.int32], pairs: NDArray[np.int64], strengths: NDArray[np.float64]
) -> NDArray[np.int64]:
    """Give each part without a core the core that is nearest behind weak boundaries; 0 where there is none.

    Nearest is where the strongest boundary on the way is weakest: the way through the minimum spanning tree of the
    parts, with all cores joined at one more node.
    """
    count = len(of_part)
    ends = np.sort(parts[pairs], axis=1)
    useful = (ends[:, 0] != ends[:, 1]) & (of_part[ends] == 0).any(axis=1)
    ends = ends[useful]
    order = np.lexsort((ends[:, 1], ends[:, 0], strengths[useful]))
    first = np.unique(ends[order] @ [count, 1], return_index=True)[1]  # parts may touch in several places
    cores = np.flatnonzero(of_part)
    weights = np.concatenate([first + 2.0, np.ones(len(cores))])
    ones = np.concatenate([ends[order][first, 0], cores])
    others = np.concatenate([ends[order][first, 1], np.full(len(cores), count)])
    graph = sparse.csr_array((weights, (ones, others)), shape=(count + 1, count + 1))
    found = connected_components(minimum_spanning_tree(graph)[:count, :count], directed=False)[1]
    handed = np.zeros(int(found.max()) + 1, np.int64)
    handed[found[cores]] = of_part[cores]
    cores_of_parts: NDArray[np.int64] = handed[found]
    return cores_of_parts
