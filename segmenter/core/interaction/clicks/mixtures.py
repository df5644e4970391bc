"""How much more often a look is found inside than outside: looks are sorted into few, and the few are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.core import clustering
from segmenter.progress import ignore

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

    Numbers = NDArray[np.float64]

WORDS = 48
"""How many looks are told apart."""

ALIKE = 25.0
"""Looks so far apart count as one another exp(-1/2) times, in their unit."""

FLOOR = 0.01
"""The part of either side that any look has at least, times what all looks together have in common with it."""

MOST = 4.0
"""The odds are at most exp(MOST)."""


class Words(NamedTuple):
    """Which look each region has, shape (n,), and how alike two looks are, shape (words, words)."""

    of: NDArray[np.int32]
    alike: Numbers


def sorted_into(looks: Array) -> Words:
    """Sort the looks of regions into few."""
    points = np.asarray(looks, np.float32)
    count = min(WORDS, len(points))
    of = clustering.colour(points, count, 0, ignore)
    sizes = np.maximum(np.bincount(of, minlength=count), 1)
    centres = np.stack([np.bincount(of, column, count) for column in points.T], axis=1) / sizes[:, None]
    squares = ((centres[:, None] - centres) ** 2).sum(axis=2)
    return Words(of, np.exp(-squares / (2 * ALIKE**2)))


def odds(words: Words, inside: Numbers, outside: Numbers) -> Numbers:
    """Return the logarithm of how much more often each region's look is found inside than outside.

    Parameters
    ----------
    words : Words
    inside, outside : ndarray of float64, shape (n,)
        How much of each region is there.

    Returns
    -------
    ndarray of float64, shape (n,)
        Between -MOST and MOST; zeros where one of both is empty.
    """
    if not inside.any() or not outside.any():
        return np.zeros(len(words.of))
    shares = []
    for weights in (inside, outside):
        counts = words.alike @ np.bincount(words.of, weights, len(words.alike))
        shares.append(counts / counts.sum() + FLOOR / len(counts))
    return np.asarray(np.clip(np.log(shares[0] / shares[1]), -MOST, MOST)[words.of])
