"""Products of sparse matrices in one pass: exactly SciPy's, entry by entry."""

import numpy as np
import pytest
from scipy import sparse

from segmenter.core.solver import products
from segmenter.core.solver.products import product


def matrix(rows, columns, density, seed):
    made = sparse.random_array((rows, columns), density=density, format="csr", dtype=np.float32, random_state=seed)
    made.indices, made.indptr = made.indices.astype(np.int32), made.indptr.astype(np.int32)
    return made


def assert_same(one, other):
    assert one.shape == other.shape
    for name in ("data", "indices", "indptr"):
        assert np.array_equal(getattr(one, name), getattr(other, name))


@pytest.mark.parametrize("density", [0.0, 0.02, 0.3])
def test_the_entries_and_their_order_are_those_of_scipy(density):
    left, right = matrix(60, 90, density, 1), matrix(90, 40, 0.1, 2)
    assert_same(product(left, right), left @ right)
    assert product(left, right).data.base is None  # what could have been is given back


def test_where_there_could_be_too_many_entries_they_are_counted_first(monkeypatch):
    left, right = matrix(60, 90, 0.2, 1), matrix(90, 40, 0.1, 2)
    expected = left @ right
    monkeypatch.setattr(products, "MOST", 10)
    monkeypatch.setattr(products, "_multiply", lambda *_: pytest.fail("memory for all that could be"))
    assert_same(product(left, right), expected)


def test_without_what_scipy_keeps_to_itself_it_is_slower_and_the_same(monkeypatch):
    left, right = matrix(60, 90, 0.2, 1), matrix(90, 40, 0.1, 2)
    expected = product(left, right)
    monkeypatch.setattr(products, "_multiply", None)
    assert_same(product(left, right), expected)
