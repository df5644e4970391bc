"""The cache: what is used stays, within the limit."""

import numpy as np
import pytest
from scipy import sparse

from segmenter import Cache
from segmenter.core.cache import footprint, frozen


def test_the_cache_forgets_the_least_recently_used():
    cache = Cache(limit=100)
    for name in "abc":
        cache.put(name, np.zeros(4))
    assert cache.size == 96
    cache.get("a")
    cache.put("d", np.zeros(4))
    assert "b" not in cache
    assert "a" in cache
    cache.put("large", np.zeros(1000))
    assert "large" not in cache
    assert cache.size <= 100


def test_footprints_count_the_arrays_inside():
    assert footprint((np.zeros(3), [np.zeros(2, np.uint8)], "text", 5)) == 26


def test_footprints_see_into_sparse_matrices_and_dataclasses():
    matrix = sparse.eye_array(10, dtype=np.float32, format="csr")
    assert footprint(matrix) == 10 * 4 + matrix.indices.nbytes + matrix.indptr.nbytes


def test_nobody_writes_into_what_is_frozen():
    array, matrix = np.zeros(3), sparse.eye_array(4, format="csr")
    assert frozen((array, [matrix], "text"))[0] is array
    for each in (array, matrix.data, matrix.indices):
        with pytest.raises(ValueError, match="read-only"):
            each[0] = 1


def test_the_first_result_under_a_key_stays():
    cache = Cache(limit=100)
    cache.put("a", np.zeros(1))
    cache.put("a", np.ones(1))
    assert cache.get("a")[0] == 0
    assert cache.size == 8
    assert cache.get("never kept") is None
