"""Algebraic multigrid for L = I - D^-1/2 W D^-1/2: its hierarchy and one V-cycle on a block of vectors.

Smoothed aggregation (Vaněk, Mandel & Brezina 1996) with the true near-null vector sqrt(d). Pixels are aggregated
over their strong links only, so no aggregate straddles an edge of the image; the interpolation is smoothed with the
whole matrix, because the small eigenvalues are decided by the weak links across edges. The columns of the
interpolation are scaled so that its mass matrix P^T P, lumped, is the identity: then every level is an eigenproblem
A x = θ x of the same kind, whose smallest eigenvalues are those of the image but for some 10 %. The solver climbs
from level to level.

pyamg does the aggregation. Its `smoothed_aggregation_solver` would spend most of its time on estimating a spectral
radius that is known here, and its cycles treat one column at a time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from pyamg.aggregation import standard_aggregation
from scipy import sparse

from segmenter.core.solver.blocks import (
    BLOCK,
    SparseRows,
    blocks,
    each_block,
    interruption_point,
    parallel,
    stack,
)
from segmenter.core.solver.products import rows_of, times_sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array
    from segmenter.progress import ProgressCallback

COARSEST = 400
"""Unknowns that are solved with dense matrices."""

STRONG = 0.3
"""A link is strong from this part of the strongest link of one of its ends; so every linked unknown has one."""

MAX_SPECKS = 256
"""So many unknowns without links keep a place of their own on all levels; in a mask of more specks none does."""

OMEGA = 4 / 3
"""Weight of a Jacobi step; the diagonal is replaced by the row sums of |A|, so 2 would be the limit."""


@dataclass(frozen=True, eq=False)
class Level:
    """One problem A x = θ x and the way down from it.

    Attributes
    ----------
    A : SparseRows, shape (n, n)
    null : ndarray of float32, shape (n, 1)
        The null vector of A, of length 1.
    jacobi : ndarray of float32, shape (n, 1)
        What a Jacobi step multiplies a residual by.
    P, R : SparseRows, shapes (n, n_coarse) and (n_coarse, n)
        Interpolation, and its transpose.
    """

    A: SparseRows
    null: Array
    jacobi: Array
    P: SparseRows
    R: SparseRows

    def smooth(self, X: Array, B: Array | None = None, out: Array | None = None) -> Array:
        """Return X after one Jacobi step towards A X = B (None: zero), in the memory of B, or of `out`."""
        if B is not None:
            out = B
        target = np.empty_like(X) if out is None else out

        def step(rows: slice) -> None:
            residual = self.A.block(rows, X)
            if B is not None:
                residual -= B[rows]
            residual *= self.jacobi[rows]
            np.subtract(X[rows], residual, out=target[rows])

        each_block(step, len(X))
        return target


@dataclass(frozen=True, eq=False)
class Hierarchy:
    """The levels, finest first, and the coarsest problem as a dense matrix.

    Attributes
    ----------
    levels : tuple of Level
    A : ndarray of float64, shape (c, c), c ≤ 400 but for graphs that cannot be coarsened
    null : ndarray of float64, shape (c,)
    inverse : ndarray of float32, shape (c, c)
        The pseudo-inverse of A.
    """

    levels: tuple[Level, ...]
    A: NDArray[np.float64]
    null: NDArray[np.float64]
    inverse: Array

    def cycle(self, B: Array, level: int) -> Array:
        """Return an approximation of A^-1 B on a level: one V-cycle.

        The finest level, where a pass costs as much as all coarser ones together, is smoothed only on the way up.

        Parameters
        ----------
        B : ndarray of float32, shape (n, columns)
            Overwritten.
        level : int

        Returns
        -------
        ndarray of float32, shape (n, columns)
            In the memory of B.
        """
        if level == len(self.levels):
            out: Array = np.matmul(self.inverse, B)
            return out
        here = self.levels[level]
        if level == 0:
            return here.smooth(here.P @ self.cycle(here.R @ B, 1), B)
        X = here.jacobi * B
        residual = np.empty_like(B)

        def rest(rows: slice) -> None:
            np.subtract(B[rows], here.A.block(rows, X), out=residual[rows])

        each_block(rest, len(B))
        correction = self.cycle(here.R @ residual, level + 1)

        def add(rows: slice) -> None:
            X[rows] += here.P.block(rows, correction)

        each_block(add, len(B))
        return here.smooth(X, B)


def build(S: sparse.csr_array, null: NDArray[np.float64], progress: ProgressCallback) -> Hierarchy:
    """Build the hierarchy of I - S.

    Parameters
    ----------
    S : csr_array of float32, shape (n, n)
        Symmetric normalized affinity D^-1/2 W D^-1/2, without a diagonal, largest eigenvalue 1.
    null : ndarray of float64, shape (n,)
        sqrt(d) / |sqrt(d)|, the eigenvector of that eigenvalue.
    progress : ProgressCallback

    Returns
    -------
    Hierarchy
    """
    levels: list[Level] = []
    A = SparseRows(S, identity=True)
    size = A.rows
    while A.rows > COARSEST:
        progress("multigrid", 1 - A.rows / size)
        level, coarse, coarse_null = _coarsen(A, null)
        if coarse.shape[0] > 0.9 * A.rows:
            break
        levels.append(level)
        A, null = SparseRows(coarse), coarse_null
    dense = A.matrix.toarray().astype(np.float64)
    if A.identity:
        dense = np.eye(len(dense)) - dense
    values, vectors = np.linalg.eigh(dense)
    inverse = np.zeros_like(values)
    np.divide(1, values, out=inverse, where=values > 1e-7 * values.max(initial=0))
    progress("multigrid", 1.0)
    return Hierarchy(tuple(levels), dense, null, ((vectors * inverse) @ vectors.T).astype(np.float32))


def _coarsen(A: SparseRows, null: NDArray[np.float64]) -> tuple[Level, sparse.csr_array, NDArray[np.float64]]:
    """Return one level with its way down, and the coarser matrix and null vector."""
    top, sums = _link_sizes(A)
    strong = _strong_links(A, top)
    interruption_point()
    tentative, coarse_null = _aggregate(strong, null)
    interruption_point()
    jacobi = np.divide(OMEGA, sums, out=np.zeros_like(sums), where=sums > 1e-6 * sums.max()).astype(np.float32)
    if not tentative.shape[1]:  # nothing but separate components, too many to keep: all of them are null vectors
        P = SparseRows(tentative)
        level = Level(A, null.astype(np.float32)[:, None], jacobi[:, None], P, SparseRows(tentative.T.tocsr()))
        return level, sparse.csr_array((0, 0), dtype=np.float32), coarse_null
    # Below the image the weak links are lumped on the diagonal, or the matrices would fill up level by level.
    smoother = A if A.identity else SparseRows(_lump(A.matrix, strong, null))
    P = _smooth_interpolation(smoother, tentative, jacobi)
    interruption_point()
    mass = np.maximum((P.T @ null) / coarse_null, 1e-6)
    P.data /= np.sqrt(mass).astype(np.float32)[P.indices]
    interruption_point()
    R = P.T.tocsr()
    interruption_point()
    coarse = _product(SparseRows(R), _product(A, P))
    level = Level(A, null.astype(np.float32)[:, None], jacobi[:, None], SparseRows(P), SparseRows(R))
    coarse_null *= np.sqrt(mass)
    return level, coarse, coarse_null / np.linalg.norm(coarse_null)


def _link_sizes(A: SparseRows) -> tuple[Array, NDArray[np.float64]]:
    """Return the size of each row's strongest link, and the row's sum of magnitudes, the diagonal included."""

    def measure(rows: slice) -> tuple[Array, NDArray[np.float64]]:
        part = rows_of(A.matrix, rows)
        size = np.abs(part.data)
        filled = np.diff(part.indptr) > 0
        starts = part.indptr[:-1][filled]
        top, sums = np.zeros(len(filled), np.float32), np.full(len(filled), float(A.identity))
        if len(starts):
            sums[filled] += np.add.reduceat(size, starts, dtype=np.float64)
            if not A.identity:
                size[_on_diagonal(part, rows)] = 0
            top[filled] = np.maximum.reduceat(size, starts)
        return top, sums

    top, sums = zip(*each_block(measure, A.rows), strict=True)
    return np.concatenate(top), np.concatenate(sums)


def _strong_links(A: SparseRows, top: Array) -> sparse.csr_array:
    """Return the strong links and the diagonal of a symmetric matrix."""
    root = np.sqrt(top)
    least = top * np.float32(1 - 1e-6)

    def select(rows: slice) -> sparse.csr_array:
        part = rows_of(A.matrix, rows)
        counts = np.diff(part.indptr)
        # of two limits, a part of the mean of both ends and nearly the weaker end, the lower one
        limit = root.take(part.indices)
        limit *= np.repeat(root[rows] * np.float32(STRONG), counts)
        np.minimum(limit, np.repeat(least[rows], counts), out=limit)
        np.minimum(limit, least.take(part.indices), out=limit)
        keep = np.abs(part.data) >= limit
        if not A.identity:
            keep |= _on_diagonal(part, rows)
        ends = np.zeros(len(part.indices) + 1, np.int32)
        np.cumsum(keep, out=ends[1:])
        strong = sparse.csr_array(part.shape, dtype=part.dtype)
        strong.data, strong.indices, strong.indptr = part.data[keep], part.indices[keep], ends.take(part.indptr)
        return strong

    return stack(each_block(select, A.rows))


def _on_diagonal(part: sparse.csr_array, rows: slice) -> NDArray[np.bool_]:
    """Tell for each stored entry of some rows of a square matrix whether it is on the diagonal."""
    numbers = np.arange(rows.start, rows.stop, dtype=part.indices.dtype)
    return np.asarray(part.indices == np.repeat(numbers, np.diff(part.indptr)))


def _aggregate(strong: sparse.csr_array, null: NDArray[np.float64]) -> tuple[sparse.csr_array, NDArray[np.float64]]:
    """Return the tentative interpolation, which has `null` in its range, and its coarse coefficients.

    pyamg leaves an unknown without links out of all aggregates. It is a component of the graph, with a null vector
    of its own, and becomes an aggregate of its own.
    """
    groups = standard_aggregation(strong)[0]
    interruption_point()
    member = np.diff(groups.indptr) == 1
    count = groups.shape[1] if member.any() else 0  # pyamg makes one of nothing
    aggregate, specks = groups.indices, np.flatnonzero(~member)
    if len(specks):
        aggregate = np.full(len(null), -1, np.int32)
        aggregate[member] = groups.indices
        if len(specks) <= MAX_SPECKS:
            aggregate[specks] = np.arange(count, count + len(specks))
            count += len(specks)
        member = aggregate >= 0
        aggregate, null = aggregate[member], null[member]
    norms = np.sqrt(np.bincount(aggregate, null**2, minlength=count))
    values = (null / norms[aggregate]).astype(np.float32)
    pointers = np.concatenate([[0], np.cumsum(member, dtype=np.int32)])
    return sparse.csr_array((values, aggregate, pointers), shape=(len(member), count)), norms


def _lump(matrix: sparse.csr_array, strong: sparse.csr_array, null: NDArray[np.float64]) -> sparse.csr_array:
    """Return the strong part of a matrix, its diagonal changed so that `null` stays its null vector."""
    lumped = strong.copy()
    diagonal = _on_diagonal(strong, slice(0, strong.shape[0]))
    owner = strong.indices[diagonal]
    lumped.data[diagonal] -= ((strong @ null) / null)[owner].astype(np.float32)
    return lumped


def _product(A: SparseRows, right: sparse.csr_array) -> sparse.csr_array:
    """Return A times a sparse matrix."""

    def multiply(rows: slice) -> sparse.csr_array:
        part = times_sparse(A.matrix, rows, right)
        return rows_of(right, rows) - part if A.identity else part

    return stack(parallel(multiply, _parts(A.rows)))


def _smooth_interpolation(A: SparseRows, tentative: sparse.csr_array, jacobi: Array) -> sparse.csr_array:
    """Return tentative - jacobi A tentative."""

    def smooth(rows: slice) -> sparse.csr_array:
        start = rows_of(tentative, rows)
        step = times_sparse(A.matrix, rows, tentative)
        if A.identity:
            step = start - step
        step.data *= np.repeat(jacobi[rows], np.diff(step.indptr))
        return start - step

    return stack(parallel(smooth, _parts(A.rows)))


def _parts(rows: int) -> list[slice]:
    """Cut rows for a product of sparse matrices.

    Each part first clears as much memory as there are columns, and the last ones begun are waited for when somebody
    cancels: neither too many nor too large.
    """
    return blocks(rows, max(BLOCK // 2, min(-(-rows // 16), 32 * BLOCK)))
