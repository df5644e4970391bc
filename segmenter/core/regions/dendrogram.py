"""The merges of a tree: cut where one likes, and as a dendrogram is drawn, so that every merge joins two neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Number = TypeVar("Number", np.int64, np.float64)


@dataclass(frozen=True, eq=False)
class Dendrogram:
    """The leaves of a region tree in an order in which whatever is merged is a run of places.

    Attributes
    ----------
    order : ndarray of int32, shape (n,)
        The base region at each place.
    joins : ndarray of int32, shape (n - 1,)
        The number of the merge that joins each place with the next one. The merge that joins two places is the last
        of those between them.
    """

    order: NDArray[np.int32]
    joins: NDArray[np.int32]


def cut(
    count: int,
    merges: NDArray[np.int32],
    heights: NDArray[np.float64],
    *,
    k: int | None = None,
    strength: float | None = None,
) -> NDArray[np.int32]:
    """Return the label of each of `count` regions, 1 … count, where their tree is cut: see `RegionTree.cut`."""
    if strength is not None:
        done = int(np.searchsorted(heights, strength))
    else:
        done = min(max(count - (k or 1), 0), len(merges))
    links = merges[:done].T
    graph = sparse.coo_array((np.ones(done, bool), (links[0], links[1])), shape=(count + 1, count + 1))
    # Region 0 is never merged and is the first to be numbered: 0.
    labels: NDArray[np.int32] = connected_components(graph, directed=False)[1].astype(np.int32)
    return labels


def nodes(merges: NDArray[np.int32]) -> NDArray[np.int64]:
    """Return the nodes on either side of each merge: base regions 1 … n, and n + 1 + i for what merge i makes.

    Parameters
    ----------
    merges : ndarray of int32, shape (n - 1, 2)
        See `RegionTree.merges`.

    Returns
    -------
    ndarray of int64, shape (n - 1, 2)
    """
    named = merges.ravel()
    order = np.argsort(named, kind="stable")
    again = named[order[1:]] == named[order[:-1]]
    # A region that was named before stands for what that merge made.
    sides = named.astype(np.int64)
    sides[order[1:][again]] = len(merges) + 2 + order[:-1][again] // 2
    return sides.reshape(-1, 2)


def generations(sides: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return the merges in groups that can be made at once: all that a merge needs is in earlier ones.

    Parameters
    ----------
    sides : ndarray of int64, shape (n - 1, 2)
        From `nodes`.

    Returns
    -------
    list of ndarray of int64
        The merges are counted from 0.
    """
    first = len(sides) + 2
    above = np.full(len(sides), -1, np.int64)
    inner = sides >= first
    above[sides[inner] - first] = np.nonzero(inner)[0]
    waiting = inner.sum(axis=1)
    found, ready = [], np.flatnonzero(waiting == 0)
    while len(ready):
        found.append(ready)
        next_ = above[ready]
        next_ = next_[next_ >= 0]
        np.subtract.at(waiting, next_, 1)
        ready = np.unique(next_[waiting[next_] == 0])
    return found


def summed(sides: NDArray[np.int64], values: NDArray[Number]) -> NDArray[Number]:
    """Return the sum over the base regions of every node, shape (2 n,), from what they have, shape (n + 1,)."""
    sums = np.concatenate([values, np.zeros(len(sides), values.dtype)])
    for merges in generations(sides):
        sums[len(values) + merges] = sums[sides[merges]].sum(axis=1)
    return sums


def lay_out(merges: NDArray[np.int32]) -> Dendrogram:
    """Put the base regions of a tree side by side.

    Parameters
    ----------
    merges : ndarray of int32, shape (n - 1, 2)
        See `RegionTree.merges`.

    Returns
    -------
    Dendrogram
    """
    sides, first = nodes(merges), len(merges) + 2
    leaves = np.repeat([1, 0], [first, len(merges)])
    together = generations(sides)
    for group in together:
        leaves[first + group] = leaves[sides[group]].sum(axis=1)
    place = np.zeros(len(leaves), np.int64)
    for group in reversed(together):
        left, right = sides[group].T
        place[left] = place[first + group]
        place[right] = place[left] + leaves[left]
    order, joins = np.empty(len(merges) + 1, np.int32), np.empty(len(merges), np.int32)
    order[place[1:first]] = np.arange(1, first)
    joins[place[sides[:, 1]] - 1] = np.arange(len(merges))
    return Dendrogram(order, joins)


def joining(dendrogram: Dendrogram, pairs: NDArray[np.integer]) -> NDArray[np.int32]:
    """Return the number of the merge that joins each pair of regions.

    The last merge between any two places is looked up as the later of two overlapping runs of a power of two
    (Bender & Farach-Colton 2000).

    Parameters
    ----------
    dendrogram : Dendrogram
    pairs : ndarray of int, shape (pairs, 2)
        Base regions, 1 … n; two different ones.

    Returns
    -------
    ndarray of int32, shape (pairs,)
    """
    place = np.empty(len(dendrogram.order) + 1, np.int32)
    place[dendrogram.order] = np.arange(len(dendrogram.order))
    places = place[pairs]
    start, end = places.min(axis=1), places.max(axis=1)
    latest = _latest(dendrogram.joins)
    power = np.frexp(end - start)[1] - 1
    found: NDArray[np.int32] = np.maximum(latest[power, start], latest[power, end - (1 << power)])
    return found


def _latest(joins: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return a table whose row p holds, for each place, the last of the 2^p merges that begin there."""
    rows = [joins]
    while 2 ** len(rows) <= len(joins):
        half = 2 ** (len(rows) - 1)
        above = rows[-1].copy()
        above[:-half] = np.maximum(rows[-1][:-half], rows[-1][half:])
        rows.append(above)
    return np.stack(rows)
