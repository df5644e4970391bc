"""What labels are on the image: pieces, small pieces absorbed, canonical numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from skimage.measure import label

from segmenter.core.solver.blocks import blocks
from segmenter.progress import ignore

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array
    from segmenter.progress import ProgressCallback

STRIP = 256
"""Rows whose pieces are counted together: at 12 megapixels some ten milliseconds."""


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
