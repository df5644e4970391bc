"""Greedy merging: of all pairs of regions that touch, the one of the weakest boundary first.

The strength of a boundary is b ^ border · c ^ looks · a ^ area: b is the mean strength of the pixels along it, c how
different the two regions look, a the area of the smaller one; the powers are a `Rule`. The product asks for both, a
step and a difference: shading has no step, and the grain of one texture makes no difference. Specks go first, for their
area.

Where there are many regions the first merges are made in rounds (`rounds`), which costs a tenth.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.core.regions import rounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from segmenter.progress import ProgressCallback

REPORT = 256
"""Merges between two calls of `progress`."""

FEW = 256
"""Regions that are merged one pair after the other; more are merged in rounds until so many are left."""

PART = 0.25
"""Of the pairs that could be merged in a round, what is merged: with all, large regions grow before specks are gone."""

MAX_APART = 256
"""Regions that touch nothing and are compared with each other: with all, tens of thousands would take minutes."""


class Rule(NamedTuple):
    """The powers that make the strength of a boundary: of the border, of the looks, of the smaller area."""

    border: float = 0.5
    looks: float = 0.5
    area: float = 0.28


USUAL = Rule()


@dataclass(frozen=True, eq=False)
class Borders:
    """Which regions touch, and along what.

    Attributes
    ----------
    pairs : ndarray of int64, shape (pairs, 2)
        Each pair once; regions are numbered from 1.
    lengths : ndarray of int64, shape (pairs,)
        Of the common border, pixel edges.
    totals : ndarray of float64, shape (pairs,)
        The boundary strength summed along it.
    """

    pairs: NDArray[np.int64]
    lengths: NDArray[np.int64]
    totals: NDArray[np.float64]


def merge(
    borders: Borders,
    looks: NDArray[np.float64],
    areas: NDArray[np.int64],
    progress: ProgressCallback,
    rule: Rule = USUAL,
    few: int = FEW,
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Merge the pair of weakest boundary until one region is left.

    Parameters
    ----------
    borders : Borders
    looks : ndarray of float64, shape (n + 1, any)
        What each region looks like, see `descriptors.describe`; row 0 is not used.
    areas : ndarray of int64, shape (n + 1,)
    progress : ProgressCallback
    rule : Rule, optional
    few : int, optional
        As long as there are more regions, all pairs that are each other's weakest are merged at once.

    Returns
    -------
    merges : ndarray of int32, shape (n - 1, 2)
        A region of either side of each merge, in order; one of the two stands for both from then on.
    heights : ndarray of float64, shape (n - 1,)
        Never falling. Infinite where two regions touch nothing any more: the smallest first, each is joined with
        the one it resembles most, of those that are larger, or of the `MAX_APART` largest.
    """
    count = len(areas)

    def report(left: int) -> None:
        progress("labels", 1 - 0.5 * left / count)

    first = rounds.Merging(borders.pairs, borders.lengths, borders.totals, looks.copy(), areas.copy(), np.array(rule))
    first.merge(max(few, FEW), report, part=PART)
    first.merge(few, report)
    regions = _Regions(Borders(first.pairs, first.lengths, first.totals), first.looks, first.areas, rule)
    left = int(np.count_nonzero(first.areas))
    merges: list[tuple[int, int]] = []
    heights, height = [], 0.0
    for weakest, one, other in regions.weakest_first():
        if len(merges) % REPORT == 0:
            report(left - len(merges))
        height = max(height, weakest, first.heights[one], first.heights[other])
        merges.append((one, other))
        heights.append(height)
        regions.join(one, other)
    apart = _join_apart(regions.areas, regions.looks, progress)
    return _ordered(first.rounds, merges + apart, heights + [math.inf] * len(apart))


def _ordered(
    first: list[rounds.Round], last: list[tuple[int, int]], heights: list[float]
) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """Put all merges in the order of their heights; of equal ones in that of their making, so none before its parts."""
    pairs = np.concatenate([*(each.pairs for each in first), np.array(last, np.int64).reshape(-1, 2)])
    at = np.concatenate([*(each.heights for each in first), np.array(heights, np.float64)])
    order = np.argsort(at, kind="stable")
    return pairs[order].astype(np.int32), at[order]


class _Regions:
    """The regions that are left, with what changes while they merge: looks, areas, borders, and who is next."""

    def __init__(
        self, borders: Borders, looks: NDArray[np.float64], areas: NDArray[np.int64], rule: Rule = USUAL
    ) -> None:
        self.looks, self.areas, self._rule = looks, areas, rule
        self._around: defaultdict[int, dict[int, tuple[int, float]]] = defaultdict(dict)
        ones, others = borders.pairs.T.tolist()
        for one, other, *border in zip(ones, others, borders.lengths.tolist(), borders.totals.tolist(), strict=True):
            self._around[one][other] = self._around[other][one] = border[0], border[1]
        strengths = self._strengths(borders.pairs[:, 0], borders.pairs[:, 1], borders.totals / borders.lengths)
        sizes = self.areas[borders.pairs].T.tolist()
        self._queue = list(zip(strengths, ones, others, *sizes, strict=True))
        heapq.heapify(self._queue)

    def _strengths(
        self, one: NDArray[np.int64] | int, others: NDArray[np.int64], border: NDArray[np.float64]
    ) -> list[float]:
        """Return the strengths of the boundaries between regions, from the mean strengths along their borders."""
        difference = self.looks[others] - self.looks[one]
        contrast = np.sqrt(np.einsum("ij,ij->i", difference, difference))
        smaller = np.minimum(self.areas[others], self.areas[one])
        rule = self._rule
        strengths: list[float] = (border**rule.border * contrast**rule.looks * smaller**rule.area).tolist()
        return strengths

    def weakest_first(self) -> Iterator[tuple[float, int, int]]:
        """Yield the weakest boundary and its two regions, until nothing touches; the caller joins each pair."""
        while self._queue:
            strength, one, other, area, area_other = heapq.heappop(self._queue)
            # Stale where one of the two has grown since, or is gone.
            if self.areas[one] == area and self.areas[other] == area_other:
                yield strength, one, other

    def join(self, one: int, other: int) -> None:
        """Make one region of two; the one with more neighbours keeps its number."""
        if len(self._around[one]) < len(self._around[other]):
            one, other = other, one
        area = self.areas[one] + self.areas[other]
        self.looks[one] = (self.looks[one] * self.areas[one] + self.looks[other] * self.areas[other]) / area
        self.areas[one], self.areas[other] = area, 0
        self._hand_over(one, other)
        around = self._around[one]
        if not around:
            return
        thirds = np.fromiter(around, np.int64, len(around))
        lengths, totals = np.array(list(around.values())).T
        areas = self.areas[thirds].tolist()
        for strength, third, size in zip(self._strengths(one, thirds, totals / lengths), around, areas, strict=True):
            heapq.heappush(self._queue, (strength, one, third, int(area), size))

    def _hand_over(self, one: int, other: int) -> None:
        """Give the borders of `other` to `one`."""
        around = self._around
        del around[one][other]
        for third, (length, total) in around[other].items():
            if third == one:
                continue
            del around[third][other]
            if third in around[one]:
                more, total_more = around[one][third]
                length, total = length + more, total + total_more
            around[one][third] = around[third][one] = length, total
        around[other] = {}


def _join_apart(
    areas: NDArray[np.int64], looks: NDArray[np.float64], progress: ProgressCallback
) -> list[tuple[int, int]]:
    """Return pairs that join what no boundary joins, the smallest first."""
    order = np.argsort(areas, kind="stable")
    left = order[(areas[order] > 0) & (order > 0)]
    ordered = looks[left]
    pairs = []
    for number, region in enumerate(left[:-1].tolist()):
        if number % REPORT == 0:
            progress("labels", 1.0)
        first = max(number + 1, len(left) - MAX_APART)
        nearest = first + int(((ordered[first:] - ordered[number]) ** 2).sum(axis=1).argmin())
        pairs.append((region, int(left[nearest])))
    return pairs
