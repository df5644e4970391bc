"""The product of two sparse matrices in one pass.

SciPy's own first counts the entries of the result, which takes nearly as long as to make them. Of a few thousand rows
there is memory for as many entries as there could be, and the part that is not written to is never touched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

try:
    from scipy.sparse._sparsetools import csr_matmat as _multiply
except ImportError:  # it is SciPy's own affair what that is called
    _multiply = None

MOST = 1 << 26
"""Entries of a result that memory is asked for; beyond, they are counted first."""


def product(left: sparse.csr_array, right: sparse.csr_array) -> sparse.csr_array:
    """Return left @ right: the same entries in the same order.

    Parameters
    ----------
    left : csr_array of float32, shape (m, n)
        Few rows of a large matrix.
    right : csr_array of float32, shape (n, k)

    Returns
    -------
    csr_array of float32, shape (m, k)
    """
    if _multiply is None:
        return left @ right
    most = int(np.diff(right.indptr).take(left.indices).sum(dtype=np.int64))
    if most > MOST or left.indices.dtype != np.int32 or right.indices.dtype != np.int32:
        return left @ right
    rows, columns = left.shape[0], right.shape[1]
    indptr, indices, data = np.empty(rows + 1, np.int32), np.empty(most, np.int32), np.empty(most, np.float32)
    _multiply(rows, columns, *_arrays(left), *_arrays(right), indptr, indices, data)
    whole = sparse.csr_array((rows, columns), dtype=np.float32)
    count = indptr[-1]
    whole.data, whole.indices, whole.indptr = data[:count].copy(), indices[:count].copy(), indptr
    return whole


def _arrays(matrix: sparse.csr_array) -> tuple[NDArray[Any], ...]:
    return matrix.indptr, matrix.indices, matrix.data
