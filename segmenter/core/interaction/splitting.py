"""One segment in two: where the region tree takes it apart, or along its own eigenvectors."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from segmenter.core import pipeline
from segmenter.core.interaction.bisection import bisect
from segmenter.core.interaction.inspection import PAIRS
from segmenter.core.labelling import label_alone
from segmenter.core.regions.dendrogram import lay_out
from segmenter.core.regions.pieces import pieces
from segmenter.core.solver.blocks import blocks
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.core.labelling import Solved
    from segmenter.core.regions.tree import RegionTree
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback

    Mask = NDArray[np.bool_]

Source = Literal["tree", "eigenvector"]

NODES = 20_000
"""Pixels that a segment is reduced to: solved in a quarter of a second, and a cut of two parts needs no more."""

CROP = 300_000
"""Pixels that the rectangle is reduced to: that around a long thin segment is large."""

MOST = 5
"""Eigenvectors tried after the first."""

SMALLEST_SHARE = 1 / 8
"""Of a segment: a part of this share is never too small, so that segments of few pixels can be split as well."""

SAME = 0.9
"""Two splits are one to the eye when so much of what either smaller part has is common to both."""

STRIP = 64
"""Image rows that are compared in one go."""


@dataclass(frozen=True, eq=False)
class Split:
    """A segment in two parts.

    Attributes
    ----------
    side : ndarray of bool, shape of the rectangle, read-only
        The smaller part. Pixels of the segment that are transparent or no numbers are in the larger.
    source : "tree" or "eigenvector"
    number : int
        Of the eigenvector, counted from 1; or the k from which on the tree's labels tell the two parts apart.
    cut : float or None
        The normalized cut in the segment's own graph, 0 … 2. None from the tree, which has no graph of it.
    """

    side: Mask
    source: Source
    number: int
    cut: float | None


def alternatives(
    image: Image,
    inside: Mask,
    parameters: Parameters,
    *,
    tree: RegionTree | None = None,
    base: NDArray[np.integer] | None = None,
    progress: ProgressCallback = ignore,
) -> Iterator[Split]:
    """Yield different splits of a segment, the best first: the tree's, then those of its own eigenvectors.

    Nothing is solved before the second is asked for. Left out are splits like an earlier one, and those with a part
    smaller than the minimum region (of a small segment: than `SMALLEST_SHARE`).

    Parameters
    ----------
    image : Image
        Cropped to a rectangle around the segment.
    inside : ndarray of bool, shape of the rectangle
        The segment.
    parameters : Parameters
    tree : RegionTree, optional
    base : ndarray of int, shape of the rectangle, optional
        The base regions of the tree.
    progress : ProgressCallback

    Yields
    ------
    Split
    """
    area = np.count_nonzero(inside)
    least = max(min(parameters.regions.minimum_region, int(SMALLEST_SHARE * area)), 1)
    found: list[Split] = []
    for split in _candidates(image, inside, parameters, tree, base, least, progress):
        large_enough = np.count_nonzero(split.side) >= least
        if large_enough and not any(_alike(split.side, earlier.side, inside) for earlier in found):
            found.append(split)
            yield split


def _candidates(
    image: Image,
    inside: Mask,
    parameters: Parameters,
    tree: RegionTree | None,
    base: NDArray[np.integer] | None,
    least: int,
    progress: ProgressCallback,
) -> Iterator[Split]:
    """Yield the splits there are."""
    if _flat(image, inside):
        return
    first = None if tree is None or base is None else tree_split(tree, base.astype(np.int32), inside, least)
    if first is not None:
        yield first
    solved = _solve(image, inside, parameters, MOST, progress)
    for which in range(1, MOST + 1):
        split = _eigenvector_split(solved, which, least)
        if split is not None:
            yield split


def tree_split(tree: RegionTree, base: NDArray[np.int32], inside: Mask, least: int = 1) -> Split | None:
    """Split a segment where the region tree does so first, on the way down.

    Slivers do not count: base regions that mostly lie outside and are a small share of the segment. Their pixels go
    where the tree has them; what neither part has, to the one with which its region shares the longer border.

    Parameters
    ----------
    tree : RegionTree
    base : ndarray of int32, shape of the rectangle
        Its base regions at full resolution, cropped like the segment.
    inside : ndarray of bool, shape of the rectangle
    least : int
        Pixels of the smaller part: a speck that was given to the segment is not split off again.

    Returns
    -------
    Split or None
        None where no merge joins two such parts.
    """
    dendrogram = lay_out(tree.merges)
    count = len(dendrogram.order) + 1
    areas = np.bincount(base[inside], minlength=count)
    slivers = 2 * areas <= np.bincount(base.ravel(), minlength=count)
    areas[slivers & (areas < SMALLEST_SHARE * areas.sum())] = 0
    before = np.concatenate([[0], np.cumsum(areas[dendrogram.order])])
    start, end = 0, count - 1
    while end - start > 1:
        middle = start + int(dendrogram.joins[start : end - 1].argmax()) + 1
        left, right = before[middle] - before[start], before[end] - before[middle]
        if min(left, right) >= least:
            break
        start, end = (start, middle) if left >= right else (middle, end)
    else:
        return None
    part = np.zeros(count, np.int32)
    part[dendrogram.order[start:middle]] = 1
    part[dendrogram.order[middle:end]] = 2
    parts = part[base]
    parts[~inside] = 0
    if np.count_nonzero(parts) < np.count_nonzero(inside):
        _adopt(parts, base, inside)
    return _split(parts, least, "tree", count - 1 - int(dendrogram.joins[middle - 1]), None)


def _solve(image: Image, inside: Mask, parameters: Parameters, most: int, progress: ProgressCallback) -> Solved:
    """Solve the graph of a segment for so many eigenvectors after the first (Shi & Malik 2000).

    It is reduced to about `NODES` pixels, whatever the parameters say; an automatic sigma is measured in it.
    """
    times = max(np.count_nonzero(inside) / NODES, inside.size / CROP)
    reduction = min(max(math.ceil(math.sqrt(times)), 1), 64)
    wanted = parameters.replace(reduction=reduction, uneven_light=0, eigenvectors=most + 1, method="tree")
    return pipeline.solve(image, wanted, inside, progress)


def _eigenvector_split(solved: Solved, which: int, least: int) -> Split | None:
    """Split a segment that was solved."""
    graph, reduced, vectors = solved.graph, solved.reduced, solved.eigen.vectors
    if solved.flat or which >= vectors.shape[1]:
        return None
    above, cut = bisect(graph, vectors[:, which], math.ceil(least / solved.factor**2))
    parts = np.zeros(graph.nodes.shape, np.int32)
    parts[graph.nodes] = 1 + above
    label_alone(parts, reduced)
    return _split(solved.enlarged(parts).astype(np.int32), least, "eigenvector", which + 1, cut)


def _split(parts: NDArray[np.int32], least: int, source: Source, number: int, cut: float | None) -> Split | None:
    """Return a split into the pixels of parts 1 and 2; None where one of them is empty."""
    parts = _without_specks(parts, least)
    areas = np.bincount(parts.ravel(), minlength=3)[1:]
    if not areas.all():
        return None
    first = int(parts.flat[(parts > 0).argmax()])
    side = parts == (3 - first if areas[0] == areas[1] else areas.argmin() + 1)
    side.flags.writeable = False
    return Split(side, source, number, cut)


def _without_specks(parts: NDArray[np.int32], least: int) -> NDArray[np.int32]:
    """Give pieces of fewer pixels to the other part, where a larger piece of it is beside them."""
    found, owner = pieces(parts)
    small = np.bincount(found.ravel()) < least
    small[0] = False
    row, column = np.nonzero(small[found])
    beside = np.zeros(len(small), bool)
    for i, j in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        there = np.clip(row + i, 0, parts.shape[0] - 1), np.clip(column + j, 0, parts.shape[1] - 1)
        beside[found[row, column][(parts[there] > 0) & ~small[found[there]]]] = True
    return np.where(beside, 3 - owner, owner)[found]


def _alike(one: Mask, other: Mask, inside: Mask) -> bool:
    """Tell whether two smaller parts are nearly the same pixels, or two that are halves nearly the whole."""

    def share(first: Mask, second: Mask) -> float:
        return float(np.count_nonzero(first & second) / np.count_nonzero(first | second))

    return share(one, other) > SAME or share(one, inside & ~other) > SAME


def _adopt(parts: NDArray[np.int32], base: NDArray[np.int32], inside: Mask) -> None:
    """Give pixels without a part to the one that their base region has the longer border with, in place."""
    borders = np.zeros((int(base.max()) + 1) * 3, np.int64)
    for near, far in PAIRS:
        for here, there in ((near, far), (far, near)):
            border = inside[here] & (parts[here] == 0) & (parts[there] > 0)
            borders += np.bincount(base[here][border] * 3 + parts[there][border], minlength=len(borders))
    _, first, second = borders.reshape(-1, 3).T
    larger = 1 if np.count_nonzero(parts == 1) >= np.count_nonzero(parts == 2) else 2
    choice = np.where(first == second, larger, np.where(first > second, 1, 2))
    left = inside & (parts == 0)
    parts[left] = choice[base[left]]


def _flat(image: Image, inside: Mask) -> bool:
    """Tell whether all pixels of a segment are equal; the first strip that differs settles it."""
    first = image.pixels[np.unravel_index(inside.argmax(), inside.shape)]
    strips = blocks(len(inside), STRIP)
    return not any((image.pixels[rows][inside[rows]] != first).any() for rows in strips)
