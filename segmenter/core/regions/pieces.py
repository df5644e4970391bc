"""What labels are on the image: pieces, small pieces absorbed, canonical numbers, back to full size."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.ndimage import maximum_filter, minimum_filter
from scipy.sparse.csgraph import connected_components
from skimage.measure import label

from segmenter.core.solver.blocks import blocks, parallel
from segmenter.progress import ignore

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import Features
    from segmenter.core.solver.blocks import Array
    from segmenter.progress import ProgressCallback

STRIP = 256
"""Rows whose pieces are counted together: at 12 megapixels some ten milliseconds."""

APART = 25.0
"""Squared feature difference that weighs as much as one reduced pixel of distance."""


def pieces(labels: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Split labels into 4-connected pieces.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)

    Returns
    -------
    pieces : ndarray of int32, shape (rows, columns)
        1 … n, 0 where the labels are 0.
    owner : ndarray of int32, shape (n + 1,)
        The label of each piece.
    """
    found: tuple[NDArray[np.int64], int] = label(labels, background=0, return_num=True, connectivity=1)
    split, count = found
    owner = np.zeros(count + 1, np.int32)
    owner[split.ravel()] = labels.ravel()
    return split.astype(np.int32), owner


def count_pieces(labels: NDArray[np.int32], progress: ProgressCallback = ignore) -> NDArray[np.int64]:
    """Count the 4-connected pieces of each label, some rows at a time: other threads hardly notice.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)
    progress : ProgressCallback

    Returns
    -------
    ndarray of int64, shape (largest label + 1,)
        Of the background always 0.
    """
    owners, seams = [np.zeros(1, np.int32)], []  # part 0 is the background
    above, count = np.zeros(labels.shape[1], np.int64), 0
    for strip in blocks(labels.shape[0], STRIP):
        progress("counting pieces", strip.start / labels.shape[0])
        found, owner = pieces(labels[strip])
        top = np.where(found[0] > 0, found[0] + np.int64(count), 0)
        if strip.start:
            touching = (labels[strip.start - 1] == labels[strip.start]) & (top > 0)
            seams.append(np.stack([above[touching], top[touching]]))
        above = np.where(found[-1] > 0, found[-1] + np.int64(count), 0)
        owners.append(owner[1:])
        count += len(owner) - 1
    owned = np.concatenate(owners)
    links = np.unique(np.concatenate([np.zeros((2, 0), np.int64), *seams], axis=1), axis=1)
    graph = sparse.coo_array((np.ones(links.shape[1], bool), (links[0], links[1])), shape=(count + 1, count + 1))
    _, first = np.unique(connected_components(graph, directed=False)[1], return_index=True)
    return np.bincount(owned[first][1:], minlength=int(owned.max()) + 1)


def neighbours(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the pairs of labels that touch (4-connected), background excluded, each once, sorted.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)

    Returns
    -------
    ndarray of int32, shape (pairs, 2)
    """
    found = []
    for near, far in ((labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:])):
        border = (near != far) & (near > 0) & (far > 0)
        found.append(np.stack([near[border], far[border]], axis=1))
    return np.unique(np.sort(np.concatenate(found), axis=1), axis=0)


def mean_features(labels: NDArray[np.int32], values: Array) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the mean feature and the area of each label, 0 included.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)
    values : ndarray of float32, shape (rows, columns, channels)

    Returns
    -------
    means : ndarray of float64, shape (n + 1, channels)
    areas : ndarray of int64, shape (n + 1,)
    """
    flat = labels.ravel()
    areas = np.bincount(flat)
    sums = [np.bincount(flat, values[:, :, at].ravel()) for at in range(values.shape[2])]
    return np.stack(sums, axis=1) / np.maximum(areas, 1)[:, None], areas


def absorb_small(labels: NDArray[np.int32], values: Array, minimum: int) -> NDArray[np.int32]:
    """Give pieces of fewer than `minimum` pixels to the neighbour of the most similar mean feature.

    A piece without neighbours stays.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)
    values : ndarray of float32, shape (rows, columns, channels)
    minimum : int
        Pixels.

    Returns
    -------
    ndarray of int32, shape (rows, columns)
        The labels that remain keep their numbers.
    """
    split, owner = pieces(labels)
    while True:
        means, areas = mean_features(split, values)
        pairs = neighbours(split)
        pairs = np.concatenate([pairs, pairs[:, ::-1]])
        pairs = pairs[areas[pairs[:, 0]] < minimum]
        if not len(pairs):
            return owner[split]
        distance = ((means[pairs[:, 0]] - means[pairs[:, 1]]) ** 2).sum(axis=1)
        order = np.lexsort((pairs[:, 1], distance, pairs[:, 0]))
        small, first = np.unique(pairs[order, 0], return_index=True)
        target = pairs[order, 1][first]
        split, owner = _join(split, owner, areas, np.stack([small, target]))


def _join(
    split: NDArray[np.int32], owner: NDArray[np.int32], areas: NDArray[np.int64], links: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Join linked pieces; each group takes the label of its largest piece."""
    count = len(owner)
    graph = sparse.coo_array((np.ones(links.shape[1], bool), links), shape=(count, count))
    number, group = connected_components(graph, directed=False)
    largest = np.lexsort((areas, group))  # the last of each group is its largest piece
    ends = np.cumsum(np.bincount(group, minlength=number)) - 1
    # piece 0, the background, is never linked and the first to be found: group 0
    return group.astype(np.int32)[split], owner[largest[ends]]


def canonical(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Give labels the numbers 1 … n by area, the largest first; equal ones by their first pixel. 0 stays 0.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)

    Returns
    -------
    ndarray of int32, shape (rows, columns)
    """
    flat = labels.ravel()
    areas = np.bincount(flat)
    areas[0] = 0
    first = np.zeros(len(areas), np.int64)
    first[flat[::-1]] = np.arange(flat.size - 1, -1, -1)
    found = np.flatnonzero(areas)
    number = np.zeros(len(areas), np.int32)
    number[found[np.lexsort((first[found], -areas[found]))]] = np.arange(1, len(found) + 1)
    return number[labels]


def enlarge(labels: NDArray[np.int32], reduced: Features, full: Features, factor: int) -> NDArray[np.int32]:
    """Bring labels of a reduced image to every pixel of the full one.

    A pixel takes the label of that reduced pixel, among the 9 nearest, which it resembles most: differences of
    features and of positions count alike (joint bilateral upsampling; Kopf, Cohen, Lischinski & Uyttendaele 2007).
    Where those 9 have one label there is nothing to compare, so few labels cost little.

    Parameters
    ----------
    labels : ndarray of int32, shape of `reduced`
        0 is background.
    reduced, full : Features
    factor : int

    Returns
    -------
    ndarray of int32, shape of `full`
        0 outside the mask of `full`, and where none of the nine has a label.
    """
    rows, columns = full.mask.shape
    out = np.zeros((rows, columns), np.int32)
    undecided = maximum_filter(labels, 3) != minimum_filter(labels, 3)
    across = np.arange(columns) // factor

    def fill(strip: slice) -> None:
        down = np.arange(strip.start, strip.stop) // factor
        out[strip] = labels[np.ix_(down, across)]
        row, column = np.nonzero(undecided[np.ix_(down, across)] & full.mask[strip])
        row += strip.start
        out[row, column] = _most_similar(labels, reduced, full, factor, row, column)
        out[strip][~full.mask[strip]] = 0

    parallel(fill, blocks(rows, 64))
    return out


def _most_similar(
    labels: NDArray[np.int32],
    reduced: Features,
    full: Features,
    factor: int,
    row: NDArray[np.int64],
    column: NDArray[np.int64],
) -> NDArray[np.int32]:
    """Return the label that each of some pixels takes from the 9 nearest reduced pixels."""
    values = full.values[row, column]
    best = np.full(len(row), np.inf, np.float32)
    chosen = np.zeros(len(row), np.int32)

    def distance(position: NDArray[np.int64], block: NDArray[np.int64]) -> Array:
        return (((position - (block + 0.5) * factor + 0.5) / factor) ** 2 * APART).astype(np.float32)

    for i, j in product((0, -1, 1), repeat=2):
        near = np.clip(row // factor + i, 0, labels.shape[0] - 1), np.clip(column // factor + j, 0, labels.shape[1] - 1)
        difference = values - reduced.values[near]
        cost = np.einsum("ij,ij->i", difference, difference)
        cost += distance(row, near[0]) + distance(column, near[1])
        found = labels[near]
        cost[found == 0] = np.inf
        better = cost < best
        best[better] = cost[better]
        chosen[better] = found[better]
    return chosen
