"""Several trees of the large regions, and the one tree that they agree on.

Each rule of merging errs in places of its own: one for its weight on texture, another for a gradient that is too fine.
A boundary that is strong in all of their trees is one that people draw. So the strength of a boundary is the weighted
geometric mean of the heights at which the trees remove it, and what it divides is merged once more, by these alone.

Small regions are merged by the usual rule: rules differ little there, and trees of few regions cost little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from segmenter.core.regions import descriptors
from segmenter.core.regions.dendrogram import cut
from segmenter.core.regions.merging import USUAL, Borders, Rule, merge
from segmenter.core.regions.rounds import Merging
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

LARGE = 256
"""Regions that are left to the trees."""

BORDERS_ALONE = Rule(border=1.0, looks=0.0, area=0.0)
"""Merging by nothing but the mean along the common border."""

LEAST = 0.01
"""Heights below this are taken as this: equal regions have no boundary at all, and no logarithm."""


class Member(NamedTuple):
    """How one of the trees is made, and how it is brought to the scale of the others.

    Attributes
    ----------
    cue : int
        Which strength its borders have, of those that `agree` is given.
    looks : {"all", "texture", "histograms"}
        What regions are compared by.
    rule : Rule
    power, factor : float
        Its heights are raised to this power, then multiplied by this, to be like those of the usual rule: means and
        standard deviations of their logarithms, over the borders of 100 training photographs.
    """

    cue: int
    looks: Literal["all", "texture", "histograms"]
    rule: Rule
    power: float = 1.0
    factor: float = 1.0


MEMBERS = (
    Member(0, "all", USUAL),
    Member(0, "all", Rule(0.3, 0.7, 0.28), power=1.128, factor=0.689),
    Member(0, "texture", USUAL, power=1.03, factor=1.053),
    Member(0, "histograms", USUAL, power=0.948, factor=1.91),
    Member(1, "all", Rule(0.5, 0.5, 0.2), power=1.429, factor=1.697),
    Member(2, "all", USUAL, power=1.161, factor=4.655),
)


class _Large(NamedTuple):
    """The regions that are left after the first merges, numbered from 1, and the first base region of each."""

    borders: list[Borders]
    looks: Numbers
    areas: NDArray[np.int64]
    first: NDArray[np.int64]


def agree(
    merges: NDArray[np.int32],
    heights: Numbers,
    borders: Sequence[Borders],
    looks: Numbers,
    areas: NDArray[np.int64],
    channels: int,
) -> tuple[NDArray[np.int32], Numbers]:
    """Merge the last regions of a tree as several trees agree.

    Parameters
    ----------
    merges : ndarray of int32, shape (n - 1, 2)
        Of the tree by the usual rule, see `merging.merge`.
    heights : ndarray of float64, shape (n - 1,)
    borders : sequence of Borders
        One for each cue: the boundary strength, and the gradients of the image at two scales. Pairs and lengths are
        the same in all.
    looks : ndarray of float64, shape (n + 1, any)
        See `descriptors.describe`.
    areas : ndarray of int64, shape (n + 1,)
    channels : int
        Of the image.

    Returns
    -------
    merges, heights
        As they came, but for the last `LARGE` - 1 merges. Heights never fall.
    """
    finite = int(np.isfinite(heights).sum())
    done = max(min(len(merges) + 1 - LARGE, finite), 0)
    if done == finite:
        return merges, heights
    large = _large(cut(len(areas) - 1, merges, heights, k=len(areas) - 1 - done), borders, looks, areas)
    means = np.exp(np.mean(_logarithms(large, channels), axis=0))
    pairs, lengths = large.borders[0].pairs, large.borders[0].lengths
    # By borders alone, rounds find what one merge after the other does: means do not fall below the smallest of them.
    agreed, strengths = merge(
        Borders(pairs, lengths, lengths * means), large.looks, large.areas, ignore, BORDERS_ALONE, few=1
    )
    last = len(agreed) - (len(merges) - finite)  # then separate components join, as before
    lowest = heights[done - 1] if done else 0.0
    return (
        np.concatenate([merges[:done], large.first[agreed[:last]].astype(np.int32), merges[finite:]]),
        np.concatenate([heights[:done], np.maximum(strengths[:last], lowest), heights[finite:]]),
    )


def _large(group: NDArray[np.int32], borders: Sequence[Borders], looks: Numbers, areas: NDArray[np.int64]) -> _Large:
    """Sum up what is known of base regions over the groups that they were merged to."""
    size = int(group.max()) + 1
    whole = np.bincount(group, areas, size).astype(np.int64)
    mean = np.stack([np.bincount(group, look * areas, size) for look in looks.T], axis=1)
    ends = np.sort(group[borders[0].pairs], axis=1).astype(np.int64)
    between = ends[:, 0] != ends[:, 1]
    keys, which = np.unique(ends[between] @ [size, 1], return_inverse=True)
    lengths = np.bincount(which, borders[0].lengths[between], len(keys)).astype(np.int64)
    pairs = np.stack([keys // size, keys % size], axis=1)
    totals = [np.bincount(which, each.totals[between], len(keys)).astype(np.float64) for each in borders]
    return _Large(
        [Borders(pairs, lengths, total) for total in totals],
        mean / np.maximum(whole, 1)[:, None],
        whole,
        np.unique(group, return_index=True)[1],
    )


def _logarithms(large: _Large, channels: int) -> Numbers:
    """Return the logarithms of the heights at which each tree removes each border, in the scale of the usual rule.

    All trees are grown at once, as those of separate parts of one graph.
    """
    size, first = len(large.areas), large.borders[0]
    offsets = size * np.arange(len(MEMBERS))[:, None, None]
    merging = Merging(
        (first.pairs + offsets).reshape(-1, 2),
        np.tile(first.lengths, len(MEMBERS)),
        np.concatenate([large.borders[member.cue].totals for member in MEMBERS]),
        np.concatenate([_seen(large.looks, member, channels) for member in MEMBERS]),
        np.tile(large.areas, len(MEMBERS)),
        np.repeat([member.rule for member in MEMBERS], size, axis=0).T,
    )
    pairs = merging.pairs
    merging.merge(0, lambda left: None, stalled=0)
    removed = merging.removed(pairs).reshape(len(MEMBERS), -1)
    powers, factors = np.array([(member.power, member.factor) for member in MEMBERS]).T[:, :, None]
    return np.asarray(powers * np.log(np.maximum(removed, LEAST)) + np.log(factors))


def _seen(looks: Numbers, member: Member, channels: int) -> Numbers:
    """Return the looks with nothing but what a tree compares."""
    columns = {
        "all": slice(None),
        "texture": descriptors.texture(channels),
        "histograms": descriptors.histograms(channels),
    }[member.looks]
    seen = np.zeros_like(looks)
    seen[:, columns] = looks[:, columns]
    return seen
