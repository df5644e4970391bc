"""The smallest eigenpairs of the normalized Laplacian: LOBPCG on every level of a multigrid hierarchy.

The coarsest level is solved densely. From there the eigenvectors climb: interpolated to the next level, smoothed,
and improved by LOBPCG (Knyazev 2001) with one V-cycle as the preconditioner, until the level's error is small
against its distance from the image. At full resolution little is left to do.

Three habits keep float32 blocks honest. Directions are made orthogonal before they are used, so Gram matrices stay
near the identity (Duersch, Shao, Yang & Gu 2018); Gram matrices are added up in float64; and the known null vector
is projected out of every new block, or it leaks back and replaces the smallest eigenvalue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from segmenter.checkpoint import part
from segmenter.core.blocks import combine, each_block, gram, total
from segmenter.errors import SegmenterError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.checkpoint import Checkpoint
    from segmenter.core.blocks import Array
    from segmenter.core.multigrid import Hierarchy, Level

GUARDS = 4
"""Columns beyond the wanted ones: the last wanted one converges by its distance from the first unwanted one."""

SMOOTHING = 3
"""Jacobi steps after an interpolation: they take away what interpolation adds, at the price of a product each."""

LEVEL_TOLERANCE = 0.02
"""Enough below the image: interpolation changes the sum of the values by 10 % anyway."""

MOST_ITERATIONS = 40
"""Iterations of one level after which it is left as it is, and the result says so."""

ZERO = 1e-7
"""Eigenvalues below this are 0 in float32: each component of a mask has one."""

RATES = 1 / 3, 0.95
"""Bounds of the rate at which steps are taken to shrink."""

PATIENCE = 5
"""Steps without progress after which float32 has given what it has."""

DEPENDENT = 1e-3
"""Directions whose share in a Gram matrix of unit vectors is below this are rounding errors in float32."""

LITTLE = 0.1
"""Directions of which less than this lies outside the basis are projected before they are measured again."""


@dataclass(frozen=True, eq=False)
class Eigenvectors:
    """The bottom of the spectrum of L = I - D^-1/2 W D^-1/2.

    Attributes
    ----------
    values : ndarray of float64, shape (count,)
        Ritz values, ascending; the first is exactly 0.
    vectors : ndarray of float32, shape (n, count), read-only
        Orthonormal columns; of each the entry of largest magnitude is positive. The first is sqrt(d) / |sqrt(d)|.
    residuals : ndarray of float64, shape (count,)
        |L u - θ u| of each.
    iterations : tuple of int
        LOBPCG iterations on each level, the finest first. Empty: solved densely.
    converged : bool
        The error of the sum of the values is estimated below the tolerance on the finest level.
    """

    values: NDArray[np.float64]
    vectors: Array
    residuals: NDArray[np.float64]
    iterations: tuple[int, ...]
    converged: bool


@dataclass
class _Basis:
    """Approximate eigenvectors X and their latest change P, orthonormal together, and A on their span."""

    X: Array
    P: Array
    H: NDArray[np.float64]

    @property
    def width(self) -> int:
        return int(self.X.shape[1])

    @property
    def values(self) -> NDArray[np.float64]:
        return np.diagonal(self.H)[: self.width]


def solve(
    hierarchy: Hierarchy, null: NDArray[np.float64], count: int, tolerance: float, check: Checkpoint
) -> Eigenvectors:
    """Find the eigenvectors of the `count` smallest eigenvalues of I - S.

    Parameters
    ----------
    hierarchy : Hierarchy
        Built by `multigrid.build` from S, the symmetric normalized affinity, shape (n, n).
    null : ndarray of float64, shape (n,)
        The unit vector sqrt(d) / |sqrt(d)|.
    count : int
        How many, the constant one included; at most n are returned.
    tolerance : float
        Relative error wanted of the sum of the eigenvalues. A rule of our own decides, see `_improve`.
    check : Checkpoint

    Returns
    -------
    Eigenvectors

    Raises
    ------
    SegmenterError
        The numbers broke down (not a number). Slow convergence is no error.
    """
    if not len(null):
        return Eigenvectors(np.zeros(0), np.zeros((0, 0), np.float32), np.zeros(0), (), True)
    wanted = min(count, len(null)) - 1
    values, X, residuals = _coarsest(hierarchy, wanted + GUARDS)
    iterations: list[int] = []
    converged = True
    for number in reversed(range(len(hierarchy.levels))):
        level = hierarchy.levels[number]
        X = _widen(level.P @ X, min(wanted + GUARDS, len(level.null) - 1))
        for _ in range(SMOOTHING):
            X = level.smooth(X)
        goal = tolerance if number == 0 else max(tolerance, LEVEL_TOLERANCE)
        # Each level has about a fifth of the work of the one above it.
        inside = part(check, "eigenvectors", 0.2 * 5.0**-number, 5.0**-number)
        basis = _start(level, X)
        del X  # as large as all else together
        steps, converged = _improve(hierarchy, number, basis, wanted, goal, inside)
        iterations.insert(0, steps)
        X, values = basis.X, basis.values
    if hierarchy.levels:
        values, residuals = _quotients(hierarchy.levels[0], X)
    check("eigenvectors", 1.0)
    return _finish(values[:wanted], X[:, :wanted], null, residuals[:wanted], tuple(iterations), converged)


def _coarsest(hierarchy: Hierarchy, width: int) -> tuple[NDArray[np.float64], Array, NDArray[np.float64]]:
    """Solve the coarsest problem without its null vector: values, vectors and residual norms."""
    A, null = hierarchy.A, hierarchy.null
    # Lifted out of the way, the known null vector does not mix with those of other components.
    _, vectors = np.linalg.eigh(A + 4 * np.outer(null, null))
    X = vectors[:, : min(width, len(A) - 1)]
    values = np.einsum("ij,ij->j", X, A @ X)
    return values, X.astype(np.float32), np.linalg.norm(A @ X - X * values, axis=0)


def _widen(X: Array, width: int) -> Array:
    """Add columns of noise where the coarser level was too small to have enough vectors."""
    missing = width - X.shape[1]
    if missing <= 0:
        return X
    noise = np.random.default_rng(0).standard_normal((len(X), missing), np.float32)
    return np.hstack([X, noise * np.float32(1 / np.sqrt(len(X)))])


def _finish(
    values: NDArray[np.float64],
    X: Array,
    null: NDArray[np.float64],
    residuals: NDArray[np.float64],
    iterations: tuple[int, ...],
    converged: bool,
) -> Eigenvectors:
    """Put the null vector in front and fix the signs."""
    vectors = np.empty((len(null), X.shape[1] + 1), np.float32)

    def extremes(rows: slice) -> Array:
        block = X[rows]
        return np.stack([block.min(axis=0), block.max(axis=0)])

    lowest, highest = np.stack(each_block(extremes, len(X))).swapaxes(0, 1)
    sign = np.where(-lowest.min(axis=0) > highest.max(axis=0), -1, 1).astype(np.float32)

    def write(rows: slice) -> None:
        vectors[rows, 0] = null[rows]
        np.multiply(X[rows], sign, out=vectors[rows, 1:])

    each_block(write, len(X))
    vectors.flags.writeable = False
    values = np.concatenate([[0.0], np.maximum(values, 0)])
    return Eigenvectors(values, vectors, np.concatenate([[0.0], residuals]), iterations, converged)


def _improve(
    hierarchy: Hierarchy, number: int, basis: _Basis, wanted: int, tolerance: float, check: Checkpoint
) -> tuple[int, bool]:
    """Iterate on one level until the sum of the wanted values is within `tolerance`.

    Returns the number of steps, and whether that was reached.

    A step that lowers the sum by some amount leaves ρ / (1 - ρ) of that amount to the next ones, where ρ is the
    ratio of successive steps; the first is taken to leave half.
    """
    level = hierarchy.levels[number]
    before, last = basis.values[:wanted].sum(), np.inf
    best, stalled = np.inf, 0
    if before < ZERO * wanted:
        return 0, True
    for step in range(MOST_ITERATIONS):
        check("eigenvectors", step / (step + 2))
        directions = hierarchy.cycle(_residuals(level, basis), number)
        check("eigenvectors", (step + 0.5) / (step + 2.5))
        _step(level, basis, directions)
        after = basis.values[:wanted].sum()
        lowered = (before - after) / max(after, ZERO * wanted)
        rate = min(max(lowered / last, RATES[0]), RATES[1])
        if lowered * rate / (1 - rate) < tolerance:
            return step + 1, True
        stalled = 0 if lowered < 0.9 * best else stalled + 1
        if stalled == PATIENCE:
            break
        best, before, last = min(best, lowered), after, lowered
    return step + 1, False


def _start(level: Level, X: Array) -> _Basis:
    """Rotate X to Ritz vectors, without the null vector."""

    def measure(rows: slice) -> tuple[NDArray[np.float64], ...]:
        block = X[rows]
        return gram(block, level.A.block(rows, X)), gram(block, block), gram(level.null[rows], block)

    H, G, leak = total(each_block(measure, len(X)))
    values, C = _ritz(H, G - leak.T @ leak, X.shape[1])
    shift = leak @ C
    out = np.empty((len(X), len(values)), np.float32)

    def rotate(rows: slice) -> None:
        out[rows] = combine(X[rows], C) - combine(level.null[rows], shift)

    each_block(rotate, len(X))
    return _Basis(out, np.empty((len(X), 0), np.float32), np.diag(values))


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


def _residuals(level: Level, basis: _Basis) -> Array:
    """Return A X - X Θ."""
    X = basis.X
    out = np.empty_like(X)
    values = basis.values.astype(np.float32)

    def fill(rows: slice) -> None:
        np.subtract(level.A.block(rows, X), X[rows] * values, out=out[rows])

    each_block(fill, len(X))
    return out


def _quotients(level: Level, X: Array) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the Rayleigh quotient θ of each column and its residual norm |A x - θ x|, measured anew."""

    def products(rows: slice) -> tuple[NDArray[np.float64], ...]:
        block, image = X[rows], level.A.block(rows, X)
        pairs = ((block, block), (block, image), (image, image))
        return tuple(np.einsum("ij,ij->j", *pair, dtype=np.float64) for pair in pairs)

    xx, xAx, xAAx = total(each_block(products, len(X)))
    values = xAx / xx
    return values, np.sqrt(np.maximum(xAAx / xx - values**2, 0))


def _step(level: Level, basis: _Basis, W: Array) -> None:
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


def _orthonormal_basis(level: Level, basis: _Basis, W: Array) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
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


def _measure(level: Level, basis: _Basis, W: Array) -> list[NDArray[np.float64]]:
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
