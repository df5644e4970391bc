"""One step of LOBPCG (Knyazev 2001) on a block of vectors, in float32.

Three habits keep it honest. Directions are made orthogonal before they are used, so Gram matrices stay near the
identity (Duersch, Shao, Yang & Gu 2018); Gram matrices are added up in float64; and the known null vector is
projected out of every new block, or it leaks back and replaces the smallest eigenvalue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.solver.blocks import combine, each_block, gram, total
from segmenter.errors import SegmenterError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array
    from segmenter.core.solver.multigrid import Level

DEPENDENT = 1e-3
"""Directions whose share in a Gram matrix of unit vectors is below this are rounding errors in float32."""

LITTLE = 0.1
"""Directions of which less than this lies outside the basis are projected before they are measured again."""


@dataclass
class Basis:
    """Approximate eigenvectors X and their latest change P, orthonormal together, and A on their span.

    At the start the residual is known, too, from a product that was needed anyway; whoever asks for it takes it.
    """

    X: Array
    P: Array
    H: NDArray[np.float64]
    residual: Array | None = None

    @property
    def width(self) -> int:
        """How many vectors X holds."""
        return int(self.X.shape[1])

    @property
    def values(self) -> NDArray[np.float64]:
        """The Ritz values of X, ascending."""
        return np.diagonal(self.H)[: self.width]


def start(level: Level, X: Array, images: Array | None = None) -> Basis:
    """Rotate X to Ritz vectors, without the null vector, in place; `images` is memory of the same shape to work in."""
    images = np.empty_like(X) if images is None else images

    def measure(rows: slice) -> tuple[NDArray[np.float64], ...]:
        block, image = X[rows], level.A.block(rows, X)
        images[rows] = image
        return gram(block, image), gram(block, block), gram(level.null[rows], block)

    H, G, leak = total(each_block(measure, len(X)))
    values, C = _ritz(H, G - leak.T @ leak, X.shape[1])
    shift, count = leak @ C, len(values)
    factors = values.astype(np.float32)

    def rotate(rows: slice) -> None:
        X[rows, :count] = combine(X[rows], C) - combine(level.null[rows], shift)
        images[rows, :count] = combine(images[rows], C) - X[rows, :count] * factors

    each_block(rotate, len(X))
    out, residual = (np.ascontiguousarray(array[:, :count]) for array in (X, images))
    return Basis(out, np.empty((len(X), 0), np.float32), np.diag(values), residual)


def _ritz(
    H: NDArray[np.float64], G: NDArray[np.float64], width: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the `width` smallest Ritz values and their coefficients on the part of a basis that is independent."""
    Q = _orthonormal(G)
    values, C = np.linalg.eigh(Q.T @ ((H + H.T) / 2) @ Q)
    return values[:width], (Q @ C)[:, :width]


def _orthonormal(G: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return Q with Q^T G Q = I, without the directions that are rounding errors of a Gram matrix G."""
    scale = 1 / np.sqrt(np.maximum(np.diagonal(G), 1e-30))
    shares, Q = np.linalg.eigh(scale[:, None] * (G + G.T) * scale / 2)
    kept = shares > DEPENDENT
    basis: NDArray[np.float64] = scale[:, None] * Q[:, kept] / np.sqrt(shares[kept])
    return basis


def residuals(level: Level, basis: Basis) -> Array:
    """Return A X - X Θ."""
    if basis.residual is not None:
        known, basis.residual = basis.residual, None
        return known
    X = basis.X
    out = np.empty_like(X)
    values = basis.values.astype(np.float32)

    def fill(rows: slice) -> None:
        np.subtract(level.A.block(rows, X), X[rows] * values, out=out[rows])

    each_block(fill, len(X))
    return out


def step(level: Level, basis: Basis, W: Array) -> None:
    """Do one LOBPCG step with the directions W: Rayleigh-Ritz on [X, P, W], in place."""
    width = basis.width
    T, H = _orthonormal_basis(level, basis, W)
    C = np.linalg.eigh(H)[1][:, :width]
    change = C.copy()
    change[:width] = 0
    C = np.hstack([C, np.linalg.qr(np.hstack([C, change]))[0][:, width:]])
    arrays = (level.null, basis.X, basis.P, W)
    coefficients = T @ C
    basis.H = C.T @ H @ C
    # A block of W is free once it has been read, and the memory of the old P is given back. In a space of few
    # dimensions there is less left for P than X is wide.
    P = basis.P = W[:, : C.shape[1] - width]

    def update(rows: slice) -> None:
        block = combine(np.concatenate([array[rows] for array in arrays], axis=1), coefficients)
        basis.X[rows], P[rows] = block[:, :width], block[:, width:]

    each_block(update, len(W))


def _orthonormal_basis(level: Level, basis: Basis, W: Array) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return T, the coefficients of an orthonormal basis in terms of [null, X, P, W], and A on that basis."""
    G, HW = _measure(level, basis, W)
    if not np.isfinite(G).all():
        raise SegmenterError("The eigenvectors broke down: the affinities leave no finite numbers.")
    known = 1 + len(basis.H)
    if _left_over(G, known).min() < LITTLE:
        _project(W, (level.null, basis.X, basis.P), G[:known])
        G, HW = _measure(level, basis, W)
    # [null, X, P] is orthonormal; W becomes so by its Gram matrix, after its part in the others is taken away.
    inside = G[:known]
    Q = _orthonormal(G[known:] - inside.T @ inside)
    T = np.eye(known + W.shape[1], known - 1 + Q.shape[1], -1)
    T[:, known - 1 :] = np.vstack([-inside @ Q, Q])
    H = np.zeros((len(T), len(T)))
    H[1:known, 1:known] = basis.H
    H[:, known:] = HW
    H[known:, :known] = HW[:known].T
    return T, T.T @ ((H + H.T) / 2) @ T


def _measure(level: Level, basis: Basis, W: Array) -> list[NDArray[np.float64]]:
    """Return the inner products of [null, X, P, W] with W and with A W."""

    def products(rows: slice) -> tuple[NDArray[np.float64], ...]:
        block = np.concatenate([level.null[rows], basis.X[rows], basis.P[rows], W[rows]], axis=1)
        return gram(block, W[rows]), gram(block, level.A.block(rows, W))

    return total(each_block(products, len(W)))


def _left_over(G: NDArray[np.float64], known: int) -> NDArray[np.float64]:
    """Return which share of each direction's squared length lies outside the known basis."""
    whole = np.diagonal(G[known:])
    inside: NDArray[np.float64] = (G[:known] ** 2).sum(axis=0)
    return 1 - inside / np.maximum(whole, 1e-30)


def _project(W: Array, basis: tuple[Array, ...], C: NDArray[np.float64]) -> None:
    """Subtract basis C from W, in place."""

    def subtract(rows: slice) -> None:
        W[rows] -= combine(np.concatenate([array[rows] for array in basis], axis=1), C)

    each_block(subtract, len(W))
