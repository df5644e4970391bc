"""From the reduced image back to every pixel: only pixels along borders are compared, in strips."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Literal

import numpy as np
from scipy.ndimage import maximum_filter, minimum_filter

from segmenter.core.regions.runs import Parts
from segmenter.core.solver.blocks import blocks, interruption_point, parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import Features, ImageFeatures
    from segmenter.core.solver.blocks import Array

APART = 25.0
"""Squared feature difference that weighs as much as one reduced pixel of distance."""

CHUNK = 16384
"""Pixels that are compared at a time: what is needed of them stays in the cache."""

LONG = 64
"""Pixels of a square that are enough to be worked on at once."""

AROUND = tuple(product((0, -1, 1), repeat=2))
"""A reduced pixel and its neighbours, the pixel itself first: it wins where two are equally alike."""


def enlarge(labels: NDArray[np.int32], reduced: Features, full: ImageFeatures, factor: int) -> NDArray[np.integer]:
    """Bring labels of a reduced image to every pixel of the full one.

    A pixel takes the label of that reduced pixel, among the 9 nearest, which it resembles most: differences of
    features and of positions count alike (joint bilateral upsampling; Kopf, Cohen, Lischinski & Uyttendaele 2007).
    Where those 9 have one label there is nothing to compare.

    Parameters
    ----------
    labels : ndarray of int32, shape of `reduced`
        0 is background.
    reduced : Features
    full : ImageFeatures
    factor : int

    Returns
    -------
    ndarray of uint16, or int32 above 65,535 labels, shape of `full`
        0 outside the mask of `full`, and where none of the nine has a label.
    """
    kind = np.uint16 if labels.max(initial=0) <= np.iinfo(np.uint16).max else np.int32
    out: NDArray[np.integer] = np.empty(full.mask.shape, kind)
    if factor == 1:
        out[...] = labels
        return out
    undecided = maximum_filter(labels, 3) != minimum_filter(labels, 3)
    around = _Around(np.pad(labels, 1, mode="edge"), np.pad(reduced.values, ((1, 1), (1, 1), (0, 0)), mode="edge"))
    apart = _distances(factor)

    def fill(rows: slice) -> None:
        small = slice(rows.start // factor, -(-rows.stop // factor))
        squares = np.empty((small.stop - small.start, factor, labels.shape[1], factor), kind)
        squares[...] = labels[small, None, :, None]
        down, across = np.nonzero(undecided[small])
        values = full.squares(rows, factor, down, across)
        for part in blocks(len(down), max(1, CHUNK // factor**2)):
            i, j = down[part], across[part]
            chosen = _most_similar(values[part], around, apart, small.start + i, j)
            squares[i, :, j] = chosen.reshape(-1, factor, factor)
        strip = squares.reshape(-1, labels.shape[1] * factor)
        out[rows] = strip[: rows.stop - rows.start, : out.shape[1]]
        if not full.mask[rows].all():
            out[rows][~full.mask[rows]] = 0

    parallel(fill, blocks(len(out), full.strip_height(factor)))
    return out


class _Around:
    """Labels and features of reduced pixels with a margin of one, so that each has 9 neighbours."""

    def __init__(self, labels: NDArray[np.int32], values: Array) -> None:
        self.labels, self.values = labels, np.ascontiguousarray(np.moveaxis(values, 2, 0))


def _distances(factor: int) -> list[Array]:
    """Return, for each of the 9 neighbours, what the distance of each pixel of a square counts."""
    inside = np.arange(factor) + 0.5
    along = [((inside - (step + 0.5) * factor) / factor) ** 2 for step in (-1, 0, 1)]
    return [(APART * (along[i + 1][:, None] + along[j + 1])).astype(np.float32).ravel() for i, j in AROUND]


def _most_similar(
    values: Array, around: _Around, apart: list[Array], rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> NDArray[np.int32]:
    """Return the label of each pixel of some squares: that of the most similar of the 9 reduced pixels around it.

    Values are of shape (squares, pixels of a square, channels), labels (squares, pixels of a square). The longer of
    both axes is the inner one in memory: what is done to all its members at once is done to many.
    """
    order: Literal["C", "F"] = "C" if values.shape[1] >= LONG else "F"
    own = [np.array(values[:, :, channel], order=order) for channel in range(values.shape[2])]
    best, taken = np.full_like(own[0], np.inf), np.zeros_like(own[0], np.int32)
    for (i, j), distance in zip(AROUND, apart, strict=True):
        near = rows + (1 + i), columns + (1 + j)  # of arrays with a margin of one
        found = around.labels[near]
        cost = _cost(own, around.values[:, near[0], near[1], None], distance)
        if not found.all():
            cost[found == 0] = np.inf
        better = cost < best
        np.minimum(best, cost, out=best)
        np.copyto(taken, found[:, None], where=better)
    return taken


def _cost(own: list[Array], other: Array, distance: Array) -> Array:
    """Return how unlike pixels are to one reduced pixel each; shape (squares, pixels of a square)."""
    cost: Array = own[0] - other[0]
    cost *= cost
    for channel in range(1, len(own)):
        difference = own[channel] - other[channel]
        difference *= difference
        cost += difference
    cost += distance
    return cost


def join_strays(labels: NDArray[np.integer]) -> None:
    """Give what is apart from the main part of its label to a label beside it, in place.

    Afterwards the pixels of each label are connected (4 neighbours), but for parts with background all around them.

    Parameters
    ----------
    labels : ndarray of int, shape (rows, columns)
        0 is background.
    """
    parts = Parts(labels)
    interruption_point()
    order = np.lexsort((-parts.areas, parts.owner))  # of each label, the largest part first
    stray = parts.owner > 0
    stray[order[np.unique(parts.owner[order], return_index=True)[1]]] = False
    place = parts.places(stray)
    given = labels.ravel()[place]
    flat = labels.reshape(-1)
    flat[place] = 0
    waiting = np.arange(len(place))
    while len(waiting):
        found = _beside(labels, place[waiting])
        if not found.any():
            break
        flat[place[waiting]] = found
        waiting = waiting[found == 0]
    flat[place[waiting]] = given[waiting]


def _beside(labels: NDArray[np.integer], places: NDArray[np.int64]) -> NDArray[np.integer]:
    """Return for each place the label of a pixel beside it: above, left, right, below; 0 where all are background."""
    rows, columns = labels.shape
    row, column = places // columns, places % columns
    found = np.zeros(len(places), labels.dtype)
    for down, right in ((-1, 0), (0, -1), (0, 1), (1, 0)):
        there = (row + down, column + right)
        inside = (there[0] >= 0) & (there[0] < rows) & (there[1] >= 0) & (there[1] < columns) & (found == 0)
        found[inside] = labels[there[0][inside], there[1][inside]]
    return found
