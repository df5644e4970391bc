"""The two-way cut: pixels on either side of a threshold of the second eigenvector (Shi & Malik 2000)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.solver.blocks import each_block
from segmenter.core.solver.products import rows_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.affinity import Graph
    from segmenter.core.solver.blocks import Array


def bisect(graph: Graph, vector: Array, least: int = 1) -> tuple[NDArray[np.bool_], float]:
    """Cut a graph in two where a threshold of an eigenvector gives the smallest normalized cut.

    All thresholds are tried: sorted by u / sqrt(d), each link adds its weight to the cuts between its ends.

    Parameters
    ----------
    graph : Graph
    vector : ndarray of float32, shape (nodes,)
        An eigenvector of I - S; the second gives the best cut, the third an alternative.
    least : int
        Nodes on either side, at least.

    Returns
    -------
    side : ndarray of bool, shape (nodes,)
        True on the side of larger values. All False where nothing can be cut.
    cut : float
        W(A, B) / vol(A) + W(A, B) / vol(B), 0 … 2; infinity where nothing can be cut.
    """
    height = vector / np.sqrt(graph.degrees)
    order = np.argsort(height, kind="stable")
    cuts = np.cumsum(_weight_changes(graph, order))[:-1]
    below = np.cumsum(graph.degrees[order])
    between = height[order[:-1]] < height[order[1:]]
    between[: least - 1] = between[max(len(vector) - least, 0) :] = False
    if not between.any():
        return np.zeros(len(vector), bool), float("inf")
    above = np.maximum(below[-1] - below[:-1], np.finfo(float).tiny)
    values = np.where(between, cuts / below[:-1] + cuts / above, np.inf)
    best = int(values.argmin())
    side = np.ones(len(vector), bool)
    side[order[: best + 1]] = False
    return side, max(float(values[best]), 0.0)


def _weight_changes(graph: Graph, order: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how the cut weight changes as each node, in order, moves to the lower side."""
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    root = np.sqrt(graph.degrees)

    def changes(rows: slice) -> NDArray[np.float64]:
        part = rows_of(graph.S, rows)
        near = np.repeat(np.arange(rows.start, rows.stop), np.diff(part.indptr))
        weight = part.data * root[near] * root[part.indices]
        # A link to a higher node begins to be cut here, one to a lower node ends.
        signed = np.where(rank[part.indices] > rank[near], weight, -weight)
        return np.bincount(near - rows.start, signed).astype(np.float64)

    return np.concatenate(each_block(changes, len(order)))[order]
