"""What is connected above each of some levels: a tree, and what its nodes measure.

The pixels above a level fall into connected pieces, and each piece lies inside one piece of the level below. Area,
shape and outline of every piece of every level follow from sums over the pixels, each counted once where it is deepest
in the tree, and added up from the highest level downwards (Jones, Connected filtering and segmentation using component
trees, 1999).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import label

from segmenter.core.solver.blocks import blocks, interruption_point

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

STRIP = 256
"""Rows whose pixels are counted at a time: what is needed for a pixel exists for a strip only."""


@dataclass(frozen=True, eq=False)
class ComponentTree:
    """Connected pieces above levels.

    Attributes
    ----------
    deepest : ndarray of int32, shape (rows, columns)
        The node of the highest level that each pixel is in; node 0 is the whole image.
    parent : ndarray of int64, shape (nodes,)
        Nodes are numbered level by level, parents before their children.
    level : ndarray of int64, shape (nodes,)
        0 of the root; n of pieces above `thresholds[n - 1]`.
    thresholds : ndarray of float64, ascending
    """

    deepest: NDArray[np.int32]
    parent: Integers
    level: Integers
    thresholds: Floats

    def levels(self) -> list[slice]:
        """Return the nodes of each level, the root's first."""
        ends = np.searchsorted(self.level, np.arange(int(self.level[-1]) + 2))
        return [slice(start, end) for start, end in pairwise(ends.tolist())]

    def total(self, own: NDArray[np.floating]) -> Floats:
        """Add to each node's value those of all nodes inside it; shape (nodes,) or (nodes, values)."""
        sums = own.astype(np.float64)
        for nodes in self.levels()[:0:-1]:
            np.add.at(sums, self.parent[nodes], sums[nodes])
        return sums


@dataclass(frozen=True, eq=False)
class Measured:
    """What each node measures; arrays of float64, shape (nodes,).

    Attributes
    ----------
    area : pixels
    fit : area over that of the ellipse of the same second moments: 1 of an ellipse, less of everything else
    edge : mean step across the outline, in units of the values that were measured
    mean : mean of these values
    """

    area: Floats
    fit: Floats
    edge: Floats
    mean: Floats


def build(heights: Array, thresholds: Floats) -> ComponentTree:
    """Find the 4-connected pieces above each threshold.

    Parameters
    ----------
    heights : ndarray of float32, shape (rows, columns)
    thresholds : ndarray of float64, ascending
        At most 255.

    Returns
    -------
    ComponentTree
    """
    reached: NDArray[np.uint8] = np.searchsorted(thresholds, heights.ravel()).astype(np.uint8)  # how many are below
    deepest = np.zeros(heights.size, np.int32)
    parents, counts = [np.zeros(1, np.int64)], [1]
    places = np.flatnonzero(reached)
    for number in range(1, len(thresholds) + 1):
        interruption_point()
        places = places[reached[places] >= number]  # of the last level's pixels, those that are left
        if not len(places):
            break
        found, count = label((reached >= number).reshape(heights.shape))
        piece = found.ravel()[places]
        parent = np.zeros(count, np.int64)
        parent[piece - 1] = deepest[places]
        piece += sum(counts) - 1
        deepest[places] = piece
        parents.append(parent)
        counts.append(count)
    level = np.repeat(np.arange(len(counts)), counts)
    return ComponentTree(deepest.reshape(heights.shape), np.concatenate(parents), level, thresholds)


def measure(tree: ComponentTree, values: Array) -> Measured:
    """Measure the nodes of a tree.

    Parameters
    ----------
    tree : ComponentTree
    values : ndarray of float32, shape of the image
        What steps across outlines are measured in; may be anything that rises where the heights rise.

    Returns
    -------
    Measured
    """
    sums = np.zeros((len(tree.parent), 9))
    for strip in blocks(len(values), STRIP):
        interruption_point()
        _add_pixels(sums, tree, values, strip)
        _add_edges(sums, tree, values, strip)
    sums = tree.total(sums)
    area = np.maximum(sums[:, 0], 1)
    row, column, rows, columns, both, mean = (sums[:, at] / area for at in range(1, 7))
    yy, xx, xy = rows - row**2 + 1 / 12, columns - column**2 + 1 / 12, both - row * column
    ellipse = 4 * np.pi * np.sqrt(np.maximum(yy * xx - xy**2, 1e-6))
    return Measured(sums[:, 0], area / ellipse, sums[:, 7] / np.maximum(sums[:, 8], 1), mean)


def _add_pixels(sums: Floats, tree: ComponentTree, values: Array, strip: slice) -> None:
    """Add the pixels of some rows to columns 0 … 6: counts, moments of the places, values."""
    row, column = np.nonzero(tree.deepest[strip])
    node = tree.deepest[strip][row, column]
    y, x = (row + strip.start).astype(np.float64), column.astype(np.float64)
    for at, what in enumerate((None, y, x, y * y, x * x, x * y, values[strip][row, column])):
        sums[:, at] += np.bincount(node, what, len(sums))


def _add_edges(sums: Floats, tree: ComponentTree, values: Array, strip: slice) -> None:
    """Add to columns 7 and 8 the steps between neighbours, and their number.

    A step from a pixel down to its neighbour crosses the outlines of the pixel's node and of those around it, up to
    but not including the first that holds the neighbour, too: the neighbour's own node.
    """
    end = min(strip.stop + 1, len(values))
    node, value = tree.deepest[strip.start : end], values[strip.start : end]
    inner = slice(0, strip.stop - strip.start)
    sides = (
        (node[inner, :-1], node[inner, 1:], value[inner, :-1], value[inner, 1:]),
        (node[:-1], node[1:], value[:-1], value[1:]),
    )
    for one, other, of_one, of_other in sides:
        differ = one != other
        a, b, step = one[differ], other[differ], np.abs(of_one[differ] - of_other[differ])
        higher = tree.level[a] > tree.level[b]
        top, bottom = np.where(higher, a, b), np.where(higher, b, a)
        for at, what in ((7, step), (8, None)):
            sums[:, at] += np.bincount(top, what, len(sums)) - np.bincount(bottom, what, len(sums))
