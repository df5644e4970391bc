"""Several trees of the large regions, and the one tree that they agree on.

Each rule of merging errs in places of its own: one for its weight on texture, another for a gradient that is too fine,
a third for going by what is near a border (`evidence`).
A boundary that is strong in all of their trees is one that people draw. So the strength of a boundary is the weighted
geometric mean of the heights at which the trees remove it, and what it divides is merged once more, by these alone.

Small regions are merged by the usual rule: rules differ little there, and trees of few regions cost little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from segmenter.core.regions import descriptors, evidence
from segmenter.core.regions.dendrogram import cut
from segmenter.core.regions.merging import USUAL, Borders, Rule, merge
from segmenter.core.regions.rounds import Merging
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.regions.evidence import Seen

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
        Which strength its borders have: of those that `agree` is given, or, after them, what `evidence` says.
    looks : {"all", "texture", "histograms"}
        What regions are compared by.
    rule : Rule
    power, factor : float
        Its heights are raised to this power, then multiplied by this, to be like those of the usual rule: means and
        standard deviations of their logarithms, over the borders of training photographs.
    weight : float
        How many trees it counts as.
    """

    cue: int
    looks: Literal["all", "texture", "histograms"]
    rule: Rule
    power: float = 1.0
    factor: float = 1.0
    weight: float = 1.0


MEMBERS = (
    Member(0, "all", USUAL),
    Member(0, "all", Rule(0.3, 0.7, 0.28), power=1.128, factor=0.689),
    Member(0, "texture", USUAL, power=1.03, factor=1.053),
    Member(0, "histograms", USUAL, power=0.948, factor=1.91),
    Member(1, "all", Rule(0.5, 0.5, 0.2), power=1.429, factor=1.697),
    Member(2, "all", USUAL, power=1.161, factor=4.655),
    Member(3, "all", BORDERS_ALONE, power=1.036, factor=0.789, weight=6.0),
    Member(3, "all", Rule(1.0, 0.3, 0.1), power=0.865, factor=0.542, weight=6.0),
    Member(3, "all", USUAL, power=0.951, factor=1.049, weight=6.0),
)


class Large(NamedTuple):
    """The regions that are left after the first merges, 1 … m.

    Attributes
    ----------
    group : ndarray of int32, shape (n + 1,)
        Which of them each base region is part of.
    borders : list of Borders
        One for each cue.
    looks : ndarray of float64, shape (m + 1, any)
    areas : ndarray of int64, shape (m + 1,)
    named : ndarray of int64, shape (m + 1,)
        The base region that stands for each.
    """

    group: NDArray[np.int32]
    borders: list[Borders]
    looks: Numbers
    areas: NDArray[np.int64]
    named: NDArray[np.int64]


def agree(
    merges: NDArray[np.int32],
    heights: Numbers,
    borders: Sequence[Borders],
    looks: Numbers,
    areas: NDArray[np.int64],
    seen: Seen,
) -> tuple[NDArray[np.int32], Numbers]:
    """Merge the last regions of a tree as several trees agree.

    Parameters
    ----------
    merges : ndarray of int32, shape (n - 1, 2)
        Of the tree by the usual rule, see `merging.merge`.
    heights : ndarray of float64, shape (n - 1,)
    borders : sequence of Borders
        One for each cue but the last: the boundary strength, and the gradients of the image at two scales. Pairs and
        lengths are the same in all.
    looks : ndarray of float64, shape (n + 1, any)
        See `descriptors.describe`.
    areas : ndarray of int64, shape (n + 1,)
    seen : Seen
        The image.

    Returns
    -------
    merges, heights
        As they came, but for the last merges: of `LARGE` regions, or of those that nothing joins. Heights never fall.
    """
    finite = int(np.isfinite(heights).sum())
    done = max(min(len(merges) + 1 - LARGE, finite), 0)
    if done == finite:
        return merges, heights
    large = divided(merges, done, borders, looks, areas)
    means = np.exp(logarithms(_judged(large, seen), seen.values.shape[2], MEMBERS))
    pairs, lengths = large.borders[0].pairs, large.borders[0].lengths
    # By borders alone, rounds find what one merge after the other does: means do not fall below the smallest of them.
    dividing = Borders(pairs, lengths, np.asarray(means * lengths, np.float64))
    agreed, strengths = merge(dividing, large.looks, large.areas, ignore, BORDERS_ALONE, few=1)
    lowest = heights[done - 1] if done else 0.0
    return (
        np.concatenate([merges[:done], large.named[agreed].astype(np.int32)]),
        np.concatenate([heights[:done], np.maximum(strengths, lowest)]),
    )


def divided(
    merges: NDArray[np.int32], done: int, borders: Sequence[Borders], looks: Numbers, areas: NDArray[np.int64]
) -> Large:
    """Return the regions that some merges make, and sum up for them what is known of base regions; see `agree`."""
    group = cut(len(areas) - 1, merges, np.zeros(len(merges)), k=len(areas) - 1 - done)
    size = int(group.max()) + 1
    named = np.zeros(size, np.int64)
    named[group] = np.arange(len(group))
    named[group[merges[:done, 0]]] = merges[:done, 0]  # as in the last merge of each
    whole = np.bincount(group, areas, size).astype(np.int64)
    mean = np.stack([np.bincount(group, look * areas, size) for look in looks.T], axis=1)
    ends = np.sort(group[borders[0].pairs], axis=1).astype(np.int64)
    between = ends[:, 0] != ends[:, 1]
    keys, which = np.unique(ends[between] @ [size, 1], return_inverse=True)
    lengths = np.bincount(which, borders[0].lengths[between], len(keys)).astype(np.int64)
    pairs = np.stack([keys // size, keys % size], axis=1)
    totals = [np.bincount(which, each.totals[between], len(keys)).astype(np.float64) for each in borders]
    return Large(
        group,
        [Borders(pairs, lengths, total) for total in totals],
        mean / np.maximum(whole, 1)[:, None],
        whole,
        named,
    )


def _judged(large: Large, seen: Seen) -> Large:
    """Add one more cue to the borders: what the image says of them."""
    pairs, lengths = large.borders[0].pairs, large.borders[0].lengths
    totals: Numbers = lengths * evidence.strengths(evidence.cues(seen, large.group, pairs, large.looks, large.areas))
    return large._replace(borders=[*large.borders, Borders(pairs, lengths, totals)])


def logarithms(large: Large, channels: int, members: Sequence[Member]) -> Numbers:
    """Return the logarithm of the height at which trees remove each border, in the scale of the usual rule: their mean.

    All trees are grown at once, as those of separate parts of one graph.

    Parameters
    ----------
    large : Large
        With the cues that the members name.
    channels : int
        Of the image.
    members : sequence of Member

    Returns
    -------
    ndarray of float64, shape (borders,)
    """
    size, first = len(large.areas), large.borders[0]
    offsets = size * np.arange(len(members))[:, None, None]
    merging = Merging(
        (first.pairs + offsets).reshape(-1, 2),
        np.tile(first.lengths, len(members)),
        np.concatenate([large.borders[member.cue].totals for member in members]),
        np.concatenate([_compared(large.looks, member, channels) for member in members]),
        np.tile(large.areas, len(members)),
        np.repeat([member.rule for member in members], size, axis=0).T,
    )
    pairs = merging.pairs
    merging.merge(0, lambda left: None, stalled=0)
    removed = merging.removed(pairs).reshape(len(members), -1)
    powers, factors, weights = np.array([(member.power, member.factor, member.weight) for member in members]).T
    found = powers[:, None] * np.log(np.maximum(removed, LEAST)) + np.log(factors)[:, None]
    return np.asarray(weights @ found / weights.sum())


def _compared(looks: Numbers, member: Member, channels: int) -> Numbers:
    """Return the looks with nothing but what a tree compares."""
    columns = {
        "all": slice(None),
        "texture": descriptors.texture(channels),
        "histograms": descriptors.histograms(channels),
    }[member.looks]
    seen = np.zeros_like(looks)
    seen[:, columns] = looks[:, columns]
    return seen
