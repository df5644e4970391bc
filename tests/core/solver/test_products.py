"""Products of some rows: exactly SciPy's, entry by entry."""

import numpy as np
import pytest
from scipy import sparse

from segmenter.core.solver import products
from segmenter.core.solver.products import rows_of, times_block, times_sparse


def matrix(rows, columns, density, seed):
    made = sparse.random_array((rows, columns), density=density, format="csr", dtype=np.float32, random_state=seed)
    made.indices, made.indptr = made.indices.astype(np.int32), made.indptr.astype(np.int32)
    return made


def assert_same(one, other):
    assert one.shape == other.shape
    for name in ("data", "indices", "indptr"):
        assert np.array_equal(getattr(one, name), getattr(other, name))


WHOLE = slice(0, 60)


@pytest.mark.parametrize("density", [0.0, 0.02, 0.3])
@pytest.mark.parametrize("rows", [WHOLE, slice(13, 29), slice(60, 60)])
def test_the_entries_and_their_order_are_those_of_scipy(density, rows):
    left, right = matrix(60, 90, density, 1), matrix(90, 40, 0.1, 2)
    found = times_sparse(left, rows, right)
    assert_same(found, rows_of(left, rows) @ right)
    assert found.data.base is None  # what could have been is given back


def test_where_there_could_be_too_many_entries_they_are_counted_first(monkeypatch):
    left, right = matrix(60, 90, 0.2, 1), matrix(90, 40, 0.1, 2)
    expected = left @ right
    monkeypatch.setattr(products, "MOST", 10)
    monkeypatch.setattr(products, "_sparse", lambda *_: pytest.fail("memory for all that could be"))
    assert_same(times_sparse(left, WHOLE, right), expected)


@pytest.mark.parametrize("rows", [WHOLE, slice(13, 29)])
def test_tall_blocks_are_multiplied_as_scipy_does(rows):
    left, X = matrix(60, 90, 0.2, 1), np.random.default_rng(3).standard_normal((90, 14), np.float32)
    for block in (X[:, :7].copy(), X[:, 7:], X[::-1]):  # not all of them lie in one piece
        assert np.array_equal(times_block(left, rows, block), (left @ np.ascontiguousarray(block))[rows])


def test_without_what_scipy_keeps_to_itself_it_is_slower_and_the_same(monkeypatch):
    left, right = matrix(60, 90, 0.2, 1), matrix(90, 40, 0.1, 2)
    X = np.random.default_rng(3).standard_normal((90, 7), np.float32)
    expected, tall = times_sparse(left, WHOLE, right), times_block(left, WHOLE, X)
    monkeypatch.setattr(products, "_sparse", None)
    monkeypatch.setattr(products, "_dense", None)
    assert_same(times_sparse(left, WHOLE, right), expected)
    assert np.array_equal(times_block(left, WHOLE, X), tall)
