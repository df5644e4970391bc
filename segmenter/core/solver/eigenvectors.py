"""The smallest eigenpairs of the normalized Laplacian: LOBPCG on every level of a multigrid hierarchy.

The coarsest level is solved densely. From there the eigenvectors climb: interpolated to the next level, smoothed,
and improved by LOBPCG (Knyazev 2001) with one V-cycle as the preconditioner, until the level's error is small
against its distance from the image. At full resolution little is left to do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.solver import lobpcg
from segmenter.core.solver.blocks import each_block, total
from segmenter.progress import part

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array
    from segmenter.core.solver.multigrid import Hierarchy, Level
    from segmenter.progress import ProgressCallback

GUARDS = 4
"""Columns beyond the wanted ones: the last wanted one converges by its distance from the first unwanted one."""

SMOOTHING = 3
"""Jacobi steps after an interpolation: they take away what interpolation adds, at the price of a product each."""

LEVEL_TOLERANCE = 0.02
"""Enough below the image: interpolation changes the sum of the values by 10 % anyway."""

MAX_ITERATIONS = 40
"""Iterations of one level after which it is left as it is, and the result says so."""

ZERO = 1e-7
"""Eigenvalues below this are 0 in float32: each component of a mask has one."""

RATES = 1 / 3, 0.95
"""Bounds of the rate at which steps are taken to shrink."""

PATIENCE = 5
"""Steps without progress after which float32 has given what it has."""


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

    def without(self, left_out: frozenset[int]) -> Eigenvectors:
        """Return the eigenvectors but some, which are counted from 1; the first always stays."""
        kept = [at for at in range(len(self.values)) if at == 0 or at + 1 not in left_out]
        if len(kept) == len(self.values):
            return self
        return replace(self, values=self.values[kept], vectors=self.vectors[:, kept], residuals=self.residuals[kept])


def solve(
    hierarchy: Hierarchy, null: NDArray[np.float64], count: int, tolerance: float, progress: ProgressCallback
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
    progress : ProgressCallback

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
        spare = np.empty_like(X)
        for _ in range(SMOOTHING):
            X, spare = level.smooth(X, out=spare), X
        goal = tolerance if number == 0 else max(tolerance, LEVEL_TOLERANCE)
        # Each level has about a fifth of the work of the one above it.
        inside = part(progress, "eigenvectors", 0.2 * 5.0**-number, 5.0**-number)
        basis = lobpcg.start(level, X, spare)
        del X, spare  # as large as all else together
        steps, converged = _improve(hierarchy, number, basis, wanted, goal, inside)
        iterations.insert(0, steps)
        X, values = basis.X, basis.values
    if hierarchy.levels:
        values, residuals = _quotients(hierarchy.levels[0], X)
    progress("eigenvectors", 1.0)
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
        columns = np.ascontiguousarray(X[rows].T)  # along a row of numbers it is twice as fast
        return np.stack([columns.min(axis=1), columns.max(axis=1)])

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
    hierarchy: Hierarchy, number: int, basis: lobpcg.Basis, wanted: int, tolerance: float, progress: ProgressCallback
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
    for step in range(MAX_ITERATIONS):
        progress("eigenvectors", step / (step + 2))
        directions = hierarchy.cycle(lobpcg.residuals(level, basis), number)
        progress("eigenvectors", (step + 0.5) / (step + 2.5))
        lobpcg.step(level, basis, directions)
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


def _quotients(level: Level, X: Array) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the Rayleigh quotient θ of each column and its residual norm |A x - θ x|, measured anew."""

    def products(rows: slice) -> tuple[NDArray[np.float64], ...]:
        block, image = X[rows], level.A.block(rows, X)
        pairs = ((block, block), (block, image), (image, image))
        return tuple(np.einsum("ij,ij->j", *pair, dtype=np.float64) for pair in pairs)

    xx, xAx, xAAx = total(each_block(products, len(X)))
    values = xAx / xx
    return values, np.sqrt(np.maximum(xAAx / xx - values**2, 0))
