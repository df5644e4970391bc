"""Products of some rows of a sparse matrix, without what SciPy does around them.

SciPy's product of two sparse matrices first counts the entries of the result, which takes nearly as long as to make
them; of a few thousand rows there is memory for as many as there could be, and the part that is not written to is never
touched. And it wants the rows as a matrix of their own, which takes longer to make than to multiply where it is small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

try:
    from scipy.sparse._sparsetools import csr_matmat as _sparse
    from scipy.sparse._sparsetools import csr_matvecs as _dense
except ImportError:  # it is SciPy's own affair what they are called
    _sparse = _dense = None

MOST = 1 << 26
"""Entries of a result that memory is asked for; beyond, they are counted first."""


def rows_of(matrix: sparse.csr_array, rows: slice) -> sparse.csr_array:
    """Return some rows of a CSR matrix as a matrix that shares its entries."""
    first, last = matrix.indptr[rows.start], matrix.indptr[rows.stop]
    part = sparse.csr_array((rows.stop - rows.start, matrix.shape[1]), dtype=matrix.dtype)
    # Given to the constructor, small views of large arrays would be copied.
    part.data, part.indices = matrix.data[first:last], matrix.indices[first:last]
    part.indptr = matrix.indptr[rows.start : rows.stop + 1] - first
    return part


def times_block(matrix: sparse.csr_array, rows: slice, X: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return some rows of matrix @ X.

    Parameters
    ----------
    matrix : csr_array of float32, shape (m, n)
    rows : slice
    X : ndarray of float32, shape (n, columns)

    Returns
    -------
    ndarray of float32, shape (rows, columns)
    """
    known = X.flags.c_contiguous and X.dtype == matrix.dtype and matrix.indptr.dtype == matrix.indices.dtype
    if _dense is None or not known:
        return np.asarray(rows_of(matrix, rows) @ X)
    out = np.zeros((rows.stop - rows.start, X.shape[1]), np.float32)
    indptr = matrix.indptr[rows.start : rows.stop + 1]
    _dense(len(out), len(X), X.shape[1], indptr, matrix.indices, matrix.data, X.reshape(-1), out.reshape(-1))
    return out


def times_sparse(matrix: sparse.csr_array, rows: slice, right: sparse.csr_array) -> sparse.csr_array:
    """Return some rows of matrix @ right: the same entries in the same order.

    Parameters
    ----------
    matrix : csr_array of float32, shape (m, n)
    rows : slice
        Few of many.
    right : csr_array of float32, shape (n, k)

    Returns
    -------
    csr_array of float32, shape (rows, k)
    """
    indptr = matrix.indptr[rows.start : rows.stop + 1]
    entries = matrix.indices[indptr[0] : indptr[-1]]
    most = int(np.diff(right.indptr).take(entries).sum(dtype=np.int64))
    small = all(array.dtype == np.int32 for array in (indptr, entries, right.indptr, right.indices))
    if _sparse is None or most > MOST or not small:
        return rows_of(matrix, rows) @ right
    count, columns = rows.stop - rows.start, right.shape[1]
    made: tuple[NDArray[Any], ...] = np.empty(count + 1, np.int32), np.empty(most, np.int32), np.empty(most, np.float32)
    _sparse(count, columns, indptr, matrix.indices, matrix.data, right.indptr, right.indices, right.data, *made)
    whole = sparse.csr_array((count, columns), dtype=np.float32)
    whole.indptr = made[0]
    whole.indices, whole.data = (array[: made[0][-1]].copy() for array in made[1:])
    return whole
