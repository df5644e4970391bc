"""Merging in rounds: all pairs of regions at once that are each other's weakest boundary.

Two regions whose weakest boundary is the one between them are merged with each other in the end, whatever happens
elsewhere, as long as boundaries do not weaken when regions grow (reciprocal nearest neighbours; Murtagh 1983). Ours
hardly ever do. So the tree is nearly that of merging one pair after the other, and a round is a few passes over arrays.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Integers = NDArray[np.int64]

CHUNK = 4096
"""Pairs whose looks are compared at a time."""

CAREFUL = 16_384
"""So many regions, or fewer, may be merged with care: only a part of the pairs, the weakest, in a round."""

STALLED = 100
"""A round that merges less than one of so many regions is the last: there are orders that leave one pair a round."""

SCATTER = np.uint64(0x9E3779B97F4A7C15)
"""Numbers times this, modulo 2^64, are in no order: of equally weak boundaries any one is taken, not the first."""


class Round(NamedTuple):
    """What one round merged.

    Attributes
    ----------
    pairs : ndarray of int64, shape (merges, 2)
        The first region of each keeps its number.
    heights : ndarray of float64, shape (merges,)
        Never below those of the merges inside the two regions.
    """

    pairs: Integers
    heights: Numbers


@dataclass(eq=False)
class Merging:
    """Regions while they merge; its arrays are written to.

    Attributes
    ----------
    pairs : ndarray of int64, shape (pairs, 2)
        Which regions touch, each pair once.
    lengths : ndarray of int64, shape (pairs,)
        Of the common border, pixel edges.
    totals : ndarray of float64, shape (pairs,)
        The boundary strength summed along it.
    looks : ndarray of float64, shape (n + 1, any)
    areas : ndarray of int64, shape (n + 1,)
        0 of regions that are part of another.
    powers : ndarray of float64, shape (3,) or (3, n + 1)
        Of the mean strength along a border, of the difference in looks, and of the smaller area; of all regions, or of
        each, where several graphs are merged at once.
    """

    pairs: Integers
    lengths: Integers
    totals: Numbers
    looks: Numbers
    areas: Integers
    powers: Numbers
    heights: Numbers = field(init=False)
    rounds: list[Round] = field(init=False, default_factory=list)
    _strengths: Numbers = field(init=False)

    def __post_init__(self) -> None:
        """Measure the boundaries as they are."""
        self.heights = np.zeros(len(self.areas))
        self._strengths = self._measured(self.pairs, self.totals / self.lengths)

    def merge(self, few: int, progress: Callable[[int], None], *, part: float = 1.0, stalled: int = STALLED) -> None:
        """Merge until `few` regions are left, or nothing touches.

        Parameters
        ----------
        few : int
        progress : callable
            Is given the number of regions that are left.
        part : float, optional
            Of the pairs that are each other's weakest, what a round merges: fewer are nearer to one after the other.
        stalled : int, optional
            A round that merges less than one of so many regions is the last; 0: none is.
        """
        left = int(np.count_nonzero(self.areas))
        while left > few and len(self.pairs):
            progress(left)
            chosen = self._mutual()
            most = min(left - few, math.ceil(part * len(chosen)) if left <= CAREFUL else len(chosen))
            if len(chosen) > most:
                weakest = np.argsort(self._strengths[chosen], kind="stable")
                chosen = np.sort(chosen[weakest[:most]])
            self._join(chosen)
            left -= len(chosen)
            if len(chosen) * stalled < left and stalled:
                break

    def removed(self, pairs: Integers) -> Numbers:
        """Return the heights at which pairs of regions were merged; infinite where they were not."""
        found = np.full(len(pairs), np.inf)
        at = np.arange(len(pairs))
        for joined, heights in self.rounds:
            into, height = np.arange(len(self.areas)), np.zeros(len(self.areas))
            into[joined[:, 1]], height[joined[:, 0]] = joined[:, 0], heights
            pairs = into[pairs]
            same = pairs[:, 0] == pairs[:, 1]
            found[at[same]] = height[pairs[same, 0]]
            at, pairs = at[~same], pairs[~same]
        return found

    def _measured(self, pairs: Integers, border: Numbers) -> Numbers:
        """Return the strength of the boundaries between regions, from the mean strengths along their borders."""
        strengths = np.empty(len(pairs))

        def fill(part: slice) -> None:
            one, other = pairs[part].T
            difference = self.looks[other] - self.looks[one]
            contrast = np.sqrt(np.einsum("ij,ij->i", difference, difference))
            smaller = np.minimum(self.areas[other], self.areas[one])
            of_border, of_looks, of_area = self.powers if self.powers.ndim == 1 else self.powers[:, one]
            strengths[part] = border[part] ** of_border * contrast**of_looks * smaller**of_area

        parallel(fill, blocks(len(pairs), CHUNK))
        return strengths

    def _mutual(self) -> Integers:
        """Return which pairs are the weakest of both their regions; of equal ones such that no region is in two."""
        one, other = self.pairs.T
        least = np.full(len(self.areas), np.inf)
        for ends in (one, other):
            np.minimum.at(least, ends, self._strengths)
        weakest = np.flatnonzero((self._strengths == least[one]) & (self._strengths == least[other]))
        rank, one, other = weakest.astype(np.uint64) * SCATTER, one[weakest], other[weakest]
        first = np.full(len(self.areas), np.iinfo(np.uint64).max, np.uint64)
        for ends in (one, other):
            np.minimum.at(first, ends, rank)
        chosen: Integers = weakest[(rank == first[one]) & (rank == first[other])]
        return chosen

    def _join(self, chosen: Integers) -> None:
        """Make one region of each of some pairs, and one border of those that fall together."""
        one, other = self.pairs[chosen].T
        self._unite(one, other)
        height = np.maximum(self._strengths[chosen], np.maximum(self.heights[one], self.heights[other]))
        self.heights[one] = height
        self.rounds.append(Round(self.pairs[chosen], height))
        into, grown = np.arange(len(self.areas)), np.zeros(len(self.areas), bool)
        into[other], grown[one] = one, True
        near, far = into[self.pairs].T
        touched = grown[near] | grown[far]
        same, anew = np.flatnonzero(~touched), np.flatnonzero(touched & (near != far))
        near, far = near[anew], far[anew]
        keys, which = np.unique(np.minimum(near, far) * len(into) + np.maximum(near, far), return_inverse=True)
        pairs = np.stack([keys // len(into), keys % len(into)], axis=1)
        lengths = np.bincount(which, self.lengths[anew], len(keys)).astype(np.int64)
        totals = np.bincount(which, self.totals[anew], len(keys)).astype(np.float64)
        strengths = self._measured(pairs, totals / lengths)
        self.pairs = np.concatenate([self.pairs[same], pairs])
        self.lengths = np.concatenate([self.lengths[same], lengths])
        self.totals = np.concatenate([self.totals[same], totals])
        self._strengths = np.concatenate([self._strengths[same], strengths])

    def _unite(self, one: Integers, other: Integers) -> None:
        """Give regions the looks and the areas of others as well."""

        def fill(part: slice) -> None:
            stays, goes = one[part], other[part]
            share = self.areas[goes] / (self.areas[stays] + self.areas[goes])
            self.looks[stays] += share[:, None] * (self.looks[goes] - self.looks[stays])

        parallel(fill, blocks(len(one), CHUNK))
        self.areas[one] += self.areas[other]
        self.areas[other] = 0
