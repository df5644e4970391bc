"""Labels from points: k-means on the rows of the eigenvectors, or on colours; and the two-way cut.

Ng, Jordan & Weiss (2002) cluster the rows of the first k eigenvectors after scaling each row to length 1: the pixels
of one segment lie near one direction. The centres start where a pivoted QR factorization finds the rows that are
most nearly orthogonal (Damle, Minden & Ying 2019), so nothing is left to chance; they are refined on a sample, and
then every pixel is assigned once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.solver.blocks import combine, each_block

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array
    from segmenter.core.solver.eigenvectors import Eigenvectors
    from segmenter.progress import ProgressCallback

SAMPLE = 8192
"""Points on which centres are refined."""

ROUNDING = 1e-5
"""Squared lengths of float32 rows of length 1 that differ by less are the same."""

MAX_STEPS = 50
"""Lloyd steps at most; few samples of pixels need more than 20."""


def embedding(eigen: Eigenvectors, k: int, rows: slice | NDArray[np.integer]) -> Array:
    """Return pixels as points: the rows of the first k eigenvectors, each scaled to length 1.

    Parameters
    ----------
    eigen : Eigenvectors
    k : int
    rows : slice or ndarray of int
        Which nodes.

    Returns
    -------
    ndarray of float32, shape (rows, min(k, eigenvectors))
    """
    points = eigen.vectors[rows, :k]
    length: Array = np.sqrt(np.einsum("ij,ij->i", points, points))
    return points / np.maximum(length, 1e-30).astype(np.float32)[:, None]


def spectral(eigen: Eigenvectors, k: int, seed: int, progress: ProgressCallback) -> NDArray[np.int32]:
    """Label nodes by k-means on the row-normalized eigenvectors.

    Parameters
    ----------
    eigen : Eigenvectors
    k : int
        Number of labels; at most the number of nodes and of eigenvectors is used.
    seed : int
        Draws the sample.
    progress : ProgressCallback

    Returns
    -------
    ndarray of int32, shape (nodes,)
        0 … k-1. Not every label need occur.
    """
    size = len(eigen.vectors)
    sample = embedding(eigen, k, _sample(size, seed))
    progress("labels", 0.1)
    centres = refine(sample, _orthogonal_rows(sample, min(k, len(sample))))
    progress("labels", 0.5)
    return _assign_all(lambda rows: embedding(eigen, k, rows), size, centres)


def colour(points: Array, k: int, seed: int, progress: ProgressCallback) -> NDArray[np.int32]:
    """Label points by plain k-means on their features: the method without a graph.

    Parameters
    ----------
    points : ndarray of float32, shape (points, channels)
    k, seed, progress
        As for `spectral`.

    Returns
    -------
    ndarray of int32, shape (points,)
    """
    sample = points[_sample(len(points), seed)]
    progress("labels", 0.1)
    centres = refine(sample, _spread_out_rows(sample, min(k, len(sample))))
    progress("labels", 0.5)
    return _assign_all(lambda rows: points[rows], len(points), centres)


def _sample(size: int, seed: int) -> NDArray[np.int64]:
    """Return the sorted numbers of at most SAMPLE points."""
    if size <= SAMPLE:
        return np.arange(size)
    # One of each of SAMPLE equal stretches: as random as needed, and evenly over the image.
    start = np.linspace(0, size, SAMPLE, endpoint=False)
    return (start + np.random.default_rng(seed).random(SAMPLE) * (size / SAMPLE)).astype(np.int64)


def _orthogonal_rows(points: Array, k: int) -> Array:
    """Return k rows that span the most: the pivots of a QR factorization of the transpose.

    Each is the one of which most is left outside the span of those before it; of rows that are as good but for
    rounding, the first.
    """
    if k > points.shape[1]:
        return _spread_out_rows(points, k)
    rows = points.astype(np.float64)
    left = np.einsum("ij,ij->i", rows, rows)
    basis, chosen = np.zeros((0, rows.shape[1])), []
    for _ in range(k):
        chosen.append(int(np.argmax(left > left.max() - ROUNDING)))
        row = rows[chosen[-1]]
        for _ in range(2):  # once leaves rounding errors of what is taken away
            row = row - (basis @ row) @ basis
        basis = np.vstack([basis, row / max(np.linalg.norm(row), 1e-30)])
        left -= (rows @ basis[-1]) ** 2
        left[chosen] = -1
    return points[chosen]


def _spread_out_rows(points: Array, k: int) -> Array:
    """Return k rows, each the farthest from those before it; the first is the farthest from the mean."""
    distance = ((points - points.mean(axis=0)) ** 2).sum(axis=1)
    chosen = []
    for _ in range(k):
        chosen.append(int(distance.argmax()))
        distance = np.minimum(distance, ((points - points[chosen[-1]]) ** 2).sum(axis=1))
        if len(chosen) == 1:
            distance = ((points - points[chosen[0]]) ** 2).sum(axis=1)
    return points[chosen]


def refine(points: Array, centres: Array) -> Array:
    """Move centres to the means of their points until nothing changes (Lloyd 1982).

    Parameters
    ----------
    points : ndarray of float32, shape (points, dimensions)
    centres : ndarray of float32, shape (k, dimensions)

    Returns
    -------
    ndarray of float32, shape (k, dimensions)
        A centre that lost all its points stays where it was.
    """
    labels = assign(points, centres)
    for _ in range(MAX_STEPS):
        counts = np.bincount(labels, minlength=len(centres))
        sums = [np.bincount(labels, points[:, at], len(centres)) for at in range(points.shape[1])]
        filled = counts > 0
        centres = centres.copy()
        centres[filled] = (np.stack(sums, axis=1)[filled] / counts[filled, None]).astype(np.float32)
        moved = assign(points, centres)
        if np.array_equal(moved, labels):
            break
        labels = moved
    return centres


def assign(points: Array, centres: Array) -> NDArray[np.int32]:
    """Return the number of the nearest centre of each point."""
    closeness = combine(points, centres.T)
    closeness -= (centres**2).sum(axis=1) / 2
    nearest: NDArray[np.int32] = closeness.argmax(axis=1).astype(np.int32)
    return nearest


def _assign_all(points: Callable[[slice], Array], size: int, centres: Array) -> NDArray[np.int32]:
    """Assign all points, which are made block by block."""
    return np.concatenate(each_block(lambda rows: assign(points(rows), centres), size))
