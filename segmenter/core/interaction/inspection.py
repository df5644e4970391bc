"""What the eigenvectors and the region tree say about pixels: for looking inside, no stage of the pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from segmenter.core.regions.dendrogram import joining

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.regions.dendrogram import Dendrogram
    from segmenter.core.regions.tree import RegionTree
    from segmenter.core.solver.blocks import Array

Number = TypeVar("Number", np.uint8, np.float32)

PAIRS = (((..., slice(-1)), (..., slice(1, None))), ((slice(-1),), (slice(1, None),)))
"""Indices of neighbours: to the right, and below."""

STANDS_OUT = 1.5
"""A relative eigengap is a hint from this multiple of that of evenly growing eigenvalues."""

MAX_HINTS = 3
"""Values of k that are suggested at most: more marks on a slider say nothing."""

ZERO = 1e-6
"""Eigenvalues below this are those of separate components, and differ by rounding."""


def generalized(eigenvectors: Array) -> Array:
    """Return the eigenvectors of the generalized problem (D - W) y = λ D y: those to be looked at.

    They are u / sqrt(d), nearly constant inside a segment. The eigenvectors u themselves carry the degrees d, and so
    show the texture of the image as well.

    Parameters
    ----------
    eigenvectors : ndarray of float32, shape (rows, columns, eigenvectors)
        Images of the eigenvectors from the first on, 0 where a pixel is no node.

    Returns
    -------
    ndarray of float32, shape (rows, columns, eigenvectors)
        Of the first one, which is constant, 1; 0 where a pixel is no node.

    References
    ----------
    Shi & Malik, Normalized Cuts and Image Segmentation, PAMI 2000.
    """
    root = eigenvectors[:, :, :1]
    return np.divide(eigenvectors, root, where=root > 0, out=np.zeros_like(eigenvectors))


def similarity(eigenvectors: Array, at: tuple[int, int]) -> Array:
    """Return how near each pixel is to one of them in the embedding that k-means divides.

    Parameters
    ----------
    eigenvectors : ndarray of float32, shape (rows, columns, k)
        Images of the first k eigenvectors, 0 where a pixel is no node.
    at : tuple of int
        Row and column of the pixel.

    Returns
    -------
    ndarray of float32, shape (rows, columns)
        The cosine of the angle between the two rows of eigenvectors, -1 … 1; 0 where a pixel is no node.

    References
    ----------
    Ng, Jordan & Weiss, On Spectral Clustering, NIPS 2001.
    """
    cosine: Array = eigenvectors @ _unit(eigenvectors[at])
    cosine /= _length(eigenvectors)
    np.clip(cosine, -1, 1, out=cosine)
    return cosine


def margin(eigenvectors: Array, labels: NDArray[np.integer]) -> Array:
    """Return how sure each pixel is of its label.

    It is the silhouette, with the mean direction of each label in the embedding for its pixels: 1 - a / b, where a
    is the distance from the pixel's own label and b from the nearest other one; 0 where another is nearer.

    Parameters
    ----------
    eigenvectors : ndarray of float32, shape (rows, columns, k)
        Images of the first k eigenvectors, 0 where a pixel is no node.
    labels : ndarray of int, shape (rows, columns)
        On the same pixels; 0 is background.

    Returns
    -------
    ndarray of float32, shape (rows, columns)
        0 … 1; 0 in the background and where a pixel is no node, 1 where there is only one label.

    References
    ----------
    Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis, 1987.
    """
    out = np.zeros(labels.shape, np.float32)
    known = (labels > 0) & eigenvectors.any(axis=2)
    points = eigenvectors[known]
    points /= _length(points)[:, None]
    numbers, own = np.unique(labels[known], return_inverse=True)
    if len(numbers) < 2:
        out[known] = 1
        return out
    sums = np.stack([np.bincount(own, column) for column in points.T], axis=1)
    # On the unit sphere the square of a distance is 2 - 2 cos.
    squares = 1 - points @ _unit(sums.astype(np.float32)).T
    everyone = np.arange(len(points))
    near = squares[everyone, own]
    squares[everyone, own] = np.inf
    far = squares.min(axis=1)
    sure = 1 - np.sqrt(np.maximum(near, 0) / np.maximum(far, np.finfo(np.float32).tiny))
    out[known] = np.maximum(sure, 0)
    return out


def relative(tree: RegionTree) -> Array:
    """Bring boundary strengths to a scale on which those of any image look alike: for widths and greys of lines.

    Strengths span orders of magnitude, and most boundaries are weak ones of base regions. So their order counts,
    on a logarithmic scale: a boundary that is there from k labels on has (1 - log(k - 1) / log(n + 1))².

    Parameters
    ----------
    tree : RegionTree
        Of n base regions.

    Returns
    -------
    ndarray of float32, shape (merges,)
        Of the boundary that each merge removes: 1 for the strongest, near 0 for the weakest.
    """
    heights = _finite(tree)
    stronger = len(heights) - np.searchsorted(heights, heights, side="right")
    relative: Array = ((1 - np.log1p(stronger) / np.log(len(heights) + 2)) ** 2).astype(np.float32)
    return relative


def boundaries(regions: NDArray[np.integer], dendrogram: Dendrogram, by_merge: NDArray[Number]) -> NDArray[Number]:
    """Return at each pixel what is said of its boundary to the right or lower neighbour, the larger of the two.

    Parameters
    ----------
    regions : ndarray of int, shape (rows, columns)
        Base regions of a tree, at any resolution; 0 is background.
    dendrogram : Dendrogram
        Of the tree.
    by_merge : ndarray, shape (merges,)
        What is said of the boundary that each merge removes, not below 0.

    Returns
    -------
    ndarray, shape of `regions`, type of `by_merge`
        0 inside regions and along the background.
    """
    out = np.zeros(regions.shape, by_merge.dtype)
    for near, far in PAIRS:
        one, other = regions[near], regions[far]
        place = np.nonzero((one != other) & (one > 0) & (other > 0))
        if len(place[0]):
            merges = joining(dendrogram, np.stack([one[place], other[place]], axis=1))
            out[near][place] = np.maximum(out[near][place], by_merge[merges])
    return out


def _finite(tree: RegionTree) -> Array:
    """Return the heights; infinite ones become the largest that is finite, or 1."""
    finite = np.isfinite(tree.heights)
    largest = tree.heights[finite].max(initial=0) or 1.0
    return np.where(finite, tree.heights, largest).astype(np.float32)


def eigengaps(values: NDArray[np.floating]) -> list[int]:
    """Suggest numbers of labels: those after which the eigenvalues make a large step.

    The relative gap after the k-th eigenvalue is 1 - λ_k / λ_{k+1}. Eigenvalues that grow evenly, as those of an
    image without segments do, have a relative gap of 1 / k; only gaps well above that are suggested. Where there
    are c separate components, k is counted from the last of their zeros, and c is a suggestion itself.

    Parameters
    ----------
    values : ndarray of float, shape (eigenvectors,)
        Ascending, the first 0.

    Returns
    -------
    list of int
        At most `MOST_HINTS` values of k from 2, the largest relative gap first.

    References
    ----------
    von Luxburg, A tutorial on spectral clustering, Statistics and Computing 17, 2007, section 8.3.
    """
    values = np.where(np.asarray(values) < ZERO, 0, values)
    k = np.arange(2, len(values))
    components = np.count_nonzero(values == 0)
    gaps = np.diff(values)[1:] / np.maximum(values[2:], ZERO)
    large = (gaps * (k - components + 1) >= STANDS_OUT) | (k == components)
    order = np.argsort(-gaps, kind="stable")
    return [int(k[at]) for at in order if large[at]][:MAX_HINTS]


def _length(vectors: Array) -> Array:
    """Return the length of each row; 1 of rows of zeros."""
    length: Array = np.sqrt(np.einsum("...j,...j->...", vectors, vectors))
    return np.where(length > 0, length, np.float32(1))


def _unit(vectors: Array) -> Array:
    """Return rows of length 1; rows of zeros stay."""
    scaled: Array = vectors / _length(vectors)[..., None]
    return scaled
