"""Tall arrays and sparse matrices, worked on in blocks of rows.

A pixel is a row here, an eigenvector a column, and a million rows by twenty columns is what every pass of the
solver moves through memory. Blocks of rows stay in the cache while all that a pass has to do is done to them, and
several threads take blocks in turn (NumPy and SciPy release the interpreter lock inside).

The blocks are the same however many threads there are, partial sums are added in the order of the rows, and the
BLAS is kept to one thread of its own, because how it divides a product among threads changes the last bits. So the
bytes of a result depend neither on the number of processors nor on what else they are doing.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from scipy import sparse
from threadpoolctl import ThreadpoolController

from segmenter.core.solver.products import times_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    Result = TypeVar("Result")
    Array = NDArray[np.float32]

BLOCK = 4096
"""Rows of one task: with 28 float32 columns 460 KB, so that a block and what is made of it stay in the cache. Of a
graph of 40,000 nodes a few threads get about as many each."""

PANEL = 512
"""Rows that a Gram matrix is added up over in float32; the sums of panels are added in float64."""


MAX_TASKS = 64
"""Pieces of one pass that are handed to threads: few enough to cost nothing, enough to stop soon."""

QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""In a container: microseconds of processor time in a period of so many."""

_interrupt: ContextVar[Callable[[], None]] = ContextVar("interrupt", default=lambda: None)
_threaded: ContextVar[bool] = ContextVar("threaded", default=True)


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(processors(), thread_name_prefix="segmenter")


if hasattr(os, "register_at_fork"):  # a forked child inherits the pool but not its threads
    os.register_at_fork(after_in_child=_pool.cache_clear)


def processors() -> int:
    """Return how many processors this process may use: those it may run on, and no more than a container grants."""
    known = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError):  # there is no container, or no quota ("max")
        quota, period = map(int, QUOTA.read_text("ascii").split())
        known = min(known, max(1, -(-quota // period)))
    return known


@contextmanager
def interruptible(interrupt: Callable[[], None]) -> Iterator[None]:
    """Call `interrupt` many times during every pass made inside; what it raises stops the pass."""
    token = _interrupt.set(interrupt)
    try:
        yield
    finally:
        _interrupt.reset(token)


@contextmanager
def single_threaded() -> Iterator[None]:
    """Do every pass made inside in the thread that asks for it: for jobs that share the processors already."""
    token = _threaded.set(False)
    try:
        yield
    finally:
        _threaded.reset(token)


def interruption_point() -> None:
    """Let the work be interrupted here as well, between passes that take long in one piece."""
    _interrupt.get()()


class _SingleThreadedBlas:
    """Keeps the BLAS to one thread while anybody is inside; the setting is the whole process's."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._libraries: list[Any] | None = None
        self._before: list[int] = []

    def __enter__(self) -> None:
        with self._lock:
            if self._inside == 0:
                if self._libraries is None:  # looks through all loaded libraries
                    found = ThreadpoolController().lib_controllers
                    self._libraries = [library for library in found if library.user_api == "blas"]
                self._before = [library.num_threads for library in self._libraries]
                self._set([1] * len(self._libraries))
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if self._inside == 0:
                self._set(self._before)

    def _set(self, counts: Sequence[int]) -> None:
        for library, count in zip(self._libraries or (), counts, strict=True):
            # since threadpoolctl 3.8 the public function does nothing but in the first thread that called it
            getattr(library, "_real_set_num_threads", library.set_num_threads)(count)


single_threaded_blas = _SingleThreadedBlas()


def blocks(rows: int, size: int = BLOCK) -> list[slice]:
    """Cut `rows` rows into slices of `size`, the last one shorter."""
    return [slice(start, min(start + size, rows)) for start in range(0, rows, size)]


def parallel(function: Callable[[Any], Result], tasks: Sequence[Any]) -> list[Result]:
    """Return `function` of every task, in order; the tasks must not call `parallel` themselves.

    When it returns or raises, nothing of it is left running.
    """
    interrupt = _interrupt.get()
    if len(tasks) < 2 or not _threaded.get():
        return [_interrupted(interrupt, function, task) for task in tasks]
    runs = [tasks[run] for run in blocks(len(tasks), -(-len(tasks) // MAX_TASKS))]
    futures = [_pool().submit(lambda run: [function(task) for task in run], run) for run in runs]
    try:
        results: list[Result] = []
        for future in futures:
            results += future.result()
            interrupt()
    except BaseException:
        for future in futures:
            future.cancel()
        wait(futures)
        raise
    return results


def _interrupted(interrupt: Callable[[], None], function: Callable[[Any], Result], task: Any) -> Result:
    interrupt()
    return function(task)


def each_block(function: Callable[[slice], Result], rows: int) -> list[Result]:
    """Return `function` of every block of `rows` rows, in order."""
    return parallel(function, blocks(rows))


def total(parts: list[tuple[NDArray[np.float64], ...]]) -> list[NDArray[np.float64]]:
    """Add up the parts that the blocks returned, position by position, in the order of the rows."""
    return [np.sum(same, axis=0) for same in zip(*parts, strict=True)]


def gram(X: Array, Y: Array) -> NDArray[np.float64]:
    """Return X^T Y of one block, added up in float64 over panels that are multiplied in float32."""
    whole = len(X) // PANEL * PANEL
    product = X[whole:].T.astype(np.float64) @ Y[whole:]
    if whole:
        panels = (-1, PANEL)
        left = X[:whole].reshape(*panels, X.shape[1]).transpose(0, 2, 1)
        product += np.matmul(left, Y[:whole].reshape(*panels, Y.shape[1])).sum(axis=0, dtype=np.float64)
    return product


def combine(X: Array, C: NDArray[np.floating]) -> Array:
    """Return X C of one block."""
    return X @ C.astype(np.float32)


def stack(parts: list[sparse.csr_array]) -> sparse.csr_array:
    """Put matrices on top of each other."""
    starts = np.cumsum([0] + [part.shape[0] for part in parts])
    first = np.cumsum([0] + [part.nnz for part in parts])
    whole = sparse.csr_array((int(starts[-1]), parts[0].shape[1]), dtype=parts[0].dtype)
    whole.data = np.empty(first[-1], parts[0].dtype)
    whole.indices = np.empty(first[-1], np.int32)
    whole.indptr = np.zeros(starts[-1] + 1, np.int32)

    def copy(number: int) -> None:
        part, span = parts[number], slice(first[number], first[number + 1])
        whole.data[span], whole.indices[span] = part.data, part.indices
        whole.indptr[starts[number] + 1 : starts[number + 1] + 1] = part.indptr[1:] + first[number]

    parallel(copy, range(len(parts)))
    return whole


class SparseRows:
    """A sparse matrix that multiplies tall blocks.

    Parameters
    ----------
    matrix : csr_array, float32
    identity : bool
        Stand for I - matrix instead: the Laplacian of a normalized affinity, without storing its diagonal.
    """

    def __init__(self, matrix: sparse.csr_array, *, identity: bool = False) -> None:
        self.matrix = matrix
        self.identity = identity

    @property
    def rows(self) -> int:
        """How many rows the matrix has."""
        return int(self.matrix.shape[0])

    def block(self, rows: slice, X: Array) -> Array:
        """Return the rows of one block of the product with X."""
        product: Array = times_block(self.matrix, rows, X)
        if self.identity:
            np.subtract(X[rows], product, out=product)
        return product

    def __matmul__(self, X: Array) -> Array:
        """Return the whole product with X."""
        X = np.ascontiguousarray(X)
        out = np.empty((self.rows, X.shape[1]), np.float32)

        def fill(rows: slice) -> None:
            out[rows] = self.block(rows, X)

        each_block(fill, self.rows)
        return out
