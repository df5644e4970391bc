"""Blocks of rows: the same numbers as whole arrays, in order, stoppable."""

import threading
import time

import numpy as np
import pytest
from scipy import sparse
from threadpoolctl import threadpool_info, threadpool_limits

from segmenter.core.solver import blocks
from segmenter.core.solver.blocks import (
    SparseRows,
    combine,
    each_block,
    gram,
    interruptible,
    parallel,
    single_threaded,
    single_threaded_blas,
)
from segmenter.core.solver.products import rows_of

SIZES = [1, 511, 512, 513, 8192, 20001]


@pytest.mark.parametrize("rows", SIZES)
def test_gram_and_combine_are_matrix_products(rows):
    rng = np.random.default_rng(rows)
    X, Y = rng.standard_normal((2, rows, 7), np.float32)
    C = rng.standard_normal((7, 3))
    exact = X.T.astype(float) @ Y
    assert np.abs(gram(X, Y) - exact).max() < 2e-5 * np.sqrt(rows) + 1e-6
    assert gram(X, Y).dtype == np.float64
    np.testing.assert_allclose(combine(X, C), X @ C, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("identity", [False, True])
def test_sparse_rows_multiply(identity):
    rng = np.random.default_rng(0)
    matrix = sparse.random_array((20001, 20001), density=1e-4, rng=rng, dtype=np.float32).tocsr()
    X = rng.standard_normal((20001, 3), np.float32)
    product = SparseRows(matrix, identity=identity) @ X
    expected = X - matrix @ X if identity else matrix @ X
    np.testing.assert_allclose(product, expected, rtol=1e-6, atol=1e-6)


def test_rows_share_the_entries():
    matrix = sparse.eye_array(100, dtype=np.float32, format="csr")
    part = rows_of(matrix, slice(10, 20))
    assert np.shares_memory(part.data, matrix.data)
    assert np.array_equal(part.toarray(), matrix.toarray()[10:20])


def test_results_come_in_order_whatever_finishes_first():
    assert parallel(lambda n: time.sleep(0.001 * (n % 3)) or n, range(200)) == list(range(200))


def test_each_block_covers_every_row_once():
    seen = each_block(lambda rows: list(range(rows.start, rows.stop)), 20001)
    assert [row for part in seen for row in part] == list(range(20001))


def test_an_error_in_a_task_reaches_the_caller():
    with pytest.raises(ZeroDivisionError):
        parallel(lambda n: 1 // (n - 5), range(100))


def test_an_interruption_stops_the_pass_and_leaves_nothing_running():
    done = []

    class Stop(BaseException):
        pass

    def stop():
        if len(done) > 3:
            raise Stop

    def work(number):
        time.sleep(0.002)
        done.append(number)

    with interruptible(stop), pytest.raises(Stop):
        parallel(work, range(1000))
    after = len(done)
    time.sleep(0.02)
    assert after == len(done) < 1000


def test_an_interruption_is_of_its_own_thread():
    heard = []
    with interruptible(lambda: heard.append(threading.get_ident())):
        other = threading.Thread(target=lambda: parallel(abs, range(100)))
        other.start()
        other.join()
    assert heard == []


def test_the_number_of_threads_changes_no_byte(monkeypatch):
    X = np.random.default_rng(0).standard_normal((50000, 20), np.float32)

    def work():
        return sum(each_block(lambda rows: gram(X[rows], X[rows]), len(X))).tobytes()

    many = work()
    monkeypatch.setattr(blocks, "parallel", lambda function, tasks: [function(task) for task in tasks])
    assert work() == many


def test_one_thread_is_enough_for_those_who_ask():
    heard = []
    with single_threaded(), interruptible(lambda: heard.append(1)):
        threads = parallel(lambda _: threading.get_ident(), range(100))
    assert set(threads) == {threading.get_ident()}
    assert len(heard) == 100
    assert set(parallel(lambda _: threading.get_ident(), range(100))) != set(threads)


def test_the_blas_has_one_thread_whichever_thread_asks():
    def counts():
        return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}

    inside = []

    def ask():
        with single_threaded_blas:
            inside.append(counts())

    with threadpool_limits(2, "blas"):
        before = counts()
        ask()
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        assert counts() == before
    assert inside == [{1}, {1}]


@pytest.mark.parametrize(("quota", "granted"), [("max 100000", None), ("50000 100000", 1), ("", None)])
def test_a_container_grants_fewer_processors(tmp_path, monkeypatch, quota, granted):
    outside = blocks.processors()
    (tmp_path / "cpu.max").write_text(quota)
    monkeypatch.setattr(blocks, "QUOTA", tmp_path / "cpu.max")
    assert blocks.processors() == (granted or outside)
