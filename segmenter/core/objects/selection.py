"""Which nodes of the component tree are objects: those with clear outlines and round shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.objects.component_tree import ComponentTree, Measured

    Floats = NDArray[np.float64]

ROUND = 0.6
"""Area over that of the ellipse of the same moments from which a shape counts as one object at all."""

SHAPE_POWER = 8.0
"""How much shape counts beside the outline: two discs that touch have a fit of .9."""


def quality(measured: Measured) -> Floats:
    """Return how much each node is like an object: its outline's mean step, less where the shape is not round.

    Parameters
    ----------
    measured : Measured
        Of the logarithm of the heights, so that dim objects beside bright ones count alike.

    Returns
    -------
    ndarray of float64, shape (nodes,)
    """
    shape = np.clip((measured.fit - ROUND) / (1 - ROUND), 1e-3, 1)
    return measured.edge * shape**SHAPE_POWER


def best(tree: ComponentTree, score: Floats, area: Floats) -> NDArray[np.bool_]:
    """Choose nodes, none inside another, so that at every node they are better than the node alone.

    From the leaves to the root, a node is taken if its score is at least the mean over what was taken inside it,
    weighted by area; the root and nodes with a score of 0 never are.

    Parameters
    ----------
    tree : ComponentTree
    score, area : ndarray of float64, shape (nodes,)

    Returns
    -------
    ndarray of bool, shape (nodes,)
    """
    count = len(score)
    inside, weight = np.zeros(count), np.zeros(count)
    taken = np.zeros(count, bool)
    levels = tree.levels()
    for nodes in levels[:0:-1]:
        mean = inside[nodes] / np.maximum(weight[nodes], 1e-12)
        take = (score[nodes] >= mean) & (score[nodes] > 0)
        taken[nodes] = take
        own = np.where(take, area[nodes], weight[nodes])
        np.add.at(inside, tree.parent[nodes], np.where(take, score[nodes], mean) * own)
        np.add.at(weight, tree.parent[nodes], own)
    covered = np.zeros(count, bool)
    for nodes in levels[1:]:
        above = covered[tree.parent[nodes]]
        covered[nodes] = above | taken[nodes]
        taken[nodes] &= ~above
    return taken


def painted(tree: ComponentTree, chosen: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Return 1 … n on the pixels of the chosen nodes, 0 elsewhere; shape of the image."""
    number = np.zeros(len(chosen), np.int32)
    number[chosen] = np.arange(1, chosen.sum() + 1)
    for nodes in tree.levels()[1:]:
        inherited = number[tree.parent[nodes]]
        number[nodes] = np.where(inherited > 0, inherited, number[nodes])
    return number[tree.deepest]
