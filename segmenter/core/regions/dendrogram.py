"""The merges of a tree: cut where one likes, and as a dendrogram is drawn, so that every merge joins two neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from numpy.typing import NDArray


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
    count = len(merges) + 1
    root, node = list(range(count + 1)), list(range(count + 1))
    sides = []

    def first(region: int) -> int:
        while root[region] != region:
            root[region] = root[root[region]]
            region = root[region]
        return region

    for number, (one, other) in enumerate(merges.tolist(), count + 1):
        left, right = first(one), first(other)
        sides.append((node[left], node[right]))
        root[right], node[left] = left, number
    return np.array(sides, np.int64).reshape(-1, 2)


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
    count = len(merges) + 1
    # A run is known by its first region; the others lead to it.
    run, last = list(range(count + 1)), list(range(count + 1))
    following, join = [0] * (count + 1), [0] * (count + 1)

    def first(region: int) -> int:
        while run[region] != region:
            run[region] = run[run[region]]
            region = run[region]
        return region

    for number, (one, other) in enumerate(merges.tolist()):
        left, right = first(one), first(other)
        following[last[left]], join[last[left]] = right, number
        last[left] = last[right]
        run[right] = left
    order = [first(1)]
    while following[order[-1]]:
        order.append(following[order[-1]])
    return Dendrogram(np.array(order, np.int32), np.array(join, np.int32)[order[:-1]])


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
