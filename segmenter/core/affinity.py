"""The graph: a sparse, symmetric affinity between pixels that are near each other.

    w_ij = exp(-|f_i - f_j|² / 2 sigma_intensity²) · exp(-|x_i - x_j|² / 2 sigma_position²),  |x_i - x_j| ≤ radius

(Shi & Malik 2000); of pixels farther than 2, every other one (`offsets`). It is kept as S = D^-1/2 W D^-1/2 and d, the
row sums of W: S is all the solver needs, and W is S times sqrt(d_i d_j).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from segmenter.core.solver.blocks import blocks, each_block, parallel, total
from segmenter.core.solver.products import rows_of
from segmenter.errors import SegmenterError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import Features
    from segmenter.core.solver.blocks import Array
    from segmenter.progress import ProgressCallback

FLOOR = 1e-3
"""Least weight of the link to each of the 4 neighbours.

Without it every pixel that differs from its neighbours is almost a component of its own, those fill the bottom of
the spectrum, and multigrid meets unbounded contrast.
"""

TRACE = 1e-6
"""Least weight of every other link, so that no degree is 0, whatever the sigmas."""

EVERY = 2
"""Length up to which pixels are linked to all others around them, and from where on to every other one."""

NOWHERE = -1
MAX_LINKS = 2**31 - 1


@dataclass(frozen=True, eq=False)
class Graph:
    """Pixels and their affinities.

    A pixel outside the mask, or without any neighbour in it, is no node.

    Attributes
    ----------
    S : csr_array of float32, shape (nodes, nodes)
        D^-1/2 W D^-1/2; symmetric, without a diagonal.
    degrees : ndarray of float64, shape (nodes,)
        Row sums of W.
    nodes : ndarray of bool, shape (rows, columns)
        Which pixels are nodes; they are numbered row by row.
    """

    S: sparse.csr_array
    degrees: NDArray[np.float64]
    nodes: NDArray[np.bool_]

    @property
    def null(self) -> NDArray[np.float64]:
        """The eigenvector of eigenvalue 0 of I - S, sqrt(d) / |sqrt(d)|; shape (nodes,)."""
        root = np.sqrt(self.degrees)
        return np.asarray(root / np.sqrt(self.degrees.sum()))

    @property
    def W(self) -> sparse.csr_array:
        """The affinity itself, csr_array of float64, shape (nodes, nodes)."""
        scale = sparse.diags_array(np.sqrt(self.degrees))
        return (scale @ self.S.astype(np.float64) @ scale).tocsr()


def offsets(radius: int) -> list[tuple[int, int]]:
    """Return the (row, column) steps that links are made of, in the order of the pixels.

    All of length at most 2, but (0, 0); of longer ones, up to `radius`, every other: to pixels of the same colour on a
    chessboard. The pixels between are reached by two steps.
    """
    reach = range(-radius, radius + 1)
    disc = [(i, j) for i in reach for j in reach if 0 < i * i + j * j <= radius * radius]
    return [(i, j) for i, j in disc if i * i + j * j <= EVERY * EVERY or (i + j) % 2 == 0]


def build(
    features: Features, sigma_intensity: float, sigma_position: float, radius: int, progress: ProgressCallback
) -> Graph:
    """Build the graph of an image.

    Parameters
    ----------
    features : Features
    sigma_intensity : float
        CIELAB units.
    sigma_position : float
        Pixels.
    radius : int
        Pixels; 1 is the 4 neighbours, 2 the 12 nearest.
    progress : ProgressCallback

    Returns
    -------
    Graph
    """
    mask = features.mask
    nodes = mask & _has_neighbour(mask, radius)
    number = np.full(mask.shape, NOWHERE, np.int32)
    number[nodes] = np.arange(np.count_nonzero(nodes), dtype=np.int32)
    steps = offsets(radius)
    indptr = _row_starts(nodes, steps)
    indices, data = np.empty(indptr[-1], np.int32), np.empty(indptr[-1], np.float32)
    strips = blocks(mask.shape[0], max(1, 65536 // mask.shape[1]))
    first_node = np.concatenate([[0], np.cumsum(np.count_nonzero(nodes, axis=1))])

    def fill(strip: slice) -> None:
        progress("affinity", 0.8 * strip.start / mask.shape[0])
        linked, weights = _links(features, number, strip, steps, sigma_intensity, sigma_position)
        span = slice(indptr[first_node[strip.start]], indptr[first_node[strip.stop]])
        inside = linked != NOWHERE
        inside &= nodes[strip][:, :, None]
        indices[span], data[span] = linked[inside], weights[inside]

    parallel(fill, strips)
    W = sparse.csr_array((data, indices, indptr), shape=(len(indptr) - 1,) * 2)
    degrees = _normalize(W)
    progress("affinity", 1.0)
    return Graph(W, degrees, nodes)


def _shifted(extent: int, step: int) -> tuple[slice, slice]:
    """Return where both ends of a step are inside: slices of the near and of the far ends."""
    step = max(-extent, min(step, extent))
    return slice(max(0, -step), extent - max(0, step)), slice(max(0, step), extent - max(0, -step))


def _has_neighbour(mask: NDArray[np.bool_], radius: int) -> NDArray[np.bool_]:
    """Tell which pixels have another one within the radius."""
    found = np.zeros_like(mask)
    for i, j in offsets(radius):
        (here, there), (left, right) = _shifted(mask.shape[0], i), _shifted(mask.shape[1], j)
        found[here, left] |= mask[there, right]
    return found


def _row_starts(nodes: NDArray[np.bool_], steps: list[tuple[int, int]]) -> NDArray[np.int32]:
    """Return where the links of each node begin, and the end."""
    counts = np.zeros(nodes.shape, np.int32)
    for i, j in steps:
        (here, there), (left, right) = _shifted(nodes.shape[0], i), _shifted(nodes.shape[1], j)
        counts[here, left] += nodes[there, right]
    ends = np.concatenate([[0], np.cumsum(counts[nodes], dtype=np.int64)])
    if ends[-1] > MAX_LINKS:
        raise SegmenterError(f"{ends[-1]:,} links between pixels are too many; choose a smaller radius.")
    return ends.astype(np.int32)


def _links(
    features: Features,
    number: NDArray[np.int32],
    strip: slice,
    steps: list[tuple[int, int]],
    sigma_intensity: float,
    sigma_position: float,
) -> tuple[NDArray[np.int32], Array]:
    """Return for every pixel of a strip of image rows and every step which node it leads to, and the weight."""
    values = features.values
    rows, columns = number.shape
    height = strip.stop - strip.start
    linked = np.full((height, columns, len(steps)), NOWHERE, np.int32)
    weights = np.zeros((height, columns, len(steps)), np.float32)
    for at, (i, j) in enumerate(steps):
        top, bottom = max(strip.start, -i), min(strip.stop, rows - max(0, i))
        if top >= bottom:
            continue
        left, right = _shifted(columns, j)
        far = (slice(top + i, bottom + i), right)
        near = (slice(top - strip.start, bottom - strip.start), left, at)
        linked[near] = number[far]
        difference = values[far] - values[top:bottom, left]
        square = np.einsum("ijk,ijk->ij", difference, difference)
        exponent = square * np.float32(-0.5 / sigma_intensity**2) - np.float32(
            0.5 * (i * i + j * j) / sigma_position**2
        )
        weight = np.exp(exponent, out=exponent)
        weights[near] = np.maximum(weight, FLOOR if i * i + j * j == 1 else TRACE)
    return linked, weights


def _normalize(W: sparse.csr_array) -> NDArray[np.float64]:
    """Turn W into S in place and return the row sums of W."""
    ends = W.indptr

    def sums(rows: slice) -> NDArray[np.float64]:
        part = W.data[ends[rows.start] : ends[rows.stop]]
        return np.add.reduceat(part, ends[rows] - ends[rows.start], dtype=np.float64)

    size = W.shape[0]
    degrees = np.concatenate(each_block(sums, size)) if size else np.zeros(0)
    scale = (1 / np.sqrt(degrees)).astype(np.float32)

    def rescale(rows: slice) -> None:
        span = slice(ends[rows.start], ends[rows.stop])
        W.data[span] *= np.repeat(scale[rows], np.diff(ends[rows.start : rows.stop + 1])) * scale[W.indices[span]]

    each_block(rescale, size)
    return degrees


def normalized_cut(graph: Graph, labels: NDArray[np.integer], count: int) -> float:
    """Return Σ W(A, Ā) / vol(A) over the labels (Shi & Malik 2000; Yu & Shi 2003).

    Parameters
    ----------
    graph : Graph
    labels : ndarray of int, shape (nodes,)
        0 … count-1.
    count : int

    Returns
    -------
    float
        0 … number of labels; the sum of as many smallest eigenvalues of I - S is a lower bound (Ky Fan 1949).
    """
    root = np.sqrt(graph.degrees)

    def sums(rows: slice) -> tuple[NDArray[np.float64], ...]:
        part = rows_of(graph.S, rows)
        cut = np.flatnonzero(np.repeat(labels[rows], np.diff(part.indptr)) != labels.take(part.indices))
        near, far = rows.start - 1 + np.searchsorted(part.indptr, cut, "right"), part.indices[cut]
        weight = part.data[cut] * root[near] * root[far]
        return (
            np.bincount(labels[near], weight, minlength=count).astype(np.float64),
            np.bincount(labels[rows], graph.degrees[rows], minlength=count).astype(np.float64),
        )

    if not len(graph.degrees):
        return 0.0
    cut, volume = total(each_block(sums, len(labels)))
    return float(np.sum(cut[volume > 0] / volume[volume > 0]))
