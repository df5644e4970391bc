"""From what speaks for each region to a mask: the cheapest cut between object and ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCALE = 100.0
"""Capacities are whole numbers, of so many parts of 1."""

CERTAIN = 10**8
"""The capacity of what a person said."""


def cheapest_cut(
    likely: NDArray[np.float64],
    pairs: NDArray[np.int64],
    ties: NDArray[np.float64],
    certain: NDArray[np.int8],
) -> NDArray[np.bool_]:
    """Divide regions into object and ground.

    Parameters
    ----------
    likely : ndarray of float64, shape (n,)
        What it costs to call a region ground; where negative, what it costs to call it object.
    pairs : ndarray of int64, shape (pairs, 2)
        Regions that touch.
    ties : ndarray of float64, shape (pairs,)
        What it costs to divide them.
    certain : ndarray of int8, shape (n,)
        1 object, -1 ground, 0 not known.

    Returns
    -------
    ndarray of bool, shape (n,)
        The object: the division that costs least. Where several do, that of the smallest object.

    References
    ----------
    Boykov & Jolly, Interactive Graph Cuts, ICCV 2001.
    """
    count = len(likely)
    source, sink = count, count + 1
    own = np.minimum(np.rint(np.abs(likely) * SCALE), CERTAIN / 10).astype(np.int64)
    to_object = np.where(certain > 0, CERTAIN, np.where((certain == 0) & (likely > 0), own, 0))
    to_ground = np.where(certain < 0, CERTAIN, np.where((certain == 0) & (likely < 0), own, 0))
    between = np.rint(ties * SCALE).astype(np.int64)
    regions = np.arange(count)
    ones = np.concatenate([np.full(count, source), regions, pairs[:, 0], pairs[:, 1]])
    others = np.concatenate([regions, np.full(count, sink), pairs[:, 1], pairs[:, 0]])
    capacities = np.concatenate([to_object, to_ground, between, between]).astype(np.int32)
    graph = sparse.csr_array((capacities, (ones, others)), shape=(count + 2, count + 2))
    graph.eliminate_zeros()
    left = graph - maximum_flow(graph, source, sink).flow
    left.data = np.maximum(left.data, 0)
    left.eliminate_zeros()
    reached = breadth_first_order(left, source, return_predecessors=False)
    found = np.zeros(count + 2, bool)
    found[reached] = True
    return found[:count]
