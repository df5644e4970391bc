"""Who does the jobs: this process, or processes of their own.

A worker process hears from the main process that it should stop by the end of a pipe between the two, so that it
stops as well when the main process is killed: the job at its next call of `progress`, the process soon after. Nothing
that was killed can be half-written, since files appear under their names when they are whole.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from threadpoolctl import threadpool_limits

from segmenter.core.solver.blocks import processors, single_threaded
from segmenter.jobs import memory
from segmenter.jobs.processing import process
from segmenter.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

    from segmenter.jobs.job import Job, Report

T = TypeVar("T")

PATIENCE = 0.8
"""Seconds that a worker which is told to stop has until its job calls `progress`."""

_told_to_stop = threading.Event()  # of a worker process


class Event(Protocol):
    """As of threading: set by somebody else."""

    def is_set(self) -> bool:
        """Tell whether it was set."""

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is set; tell whether it was."""


@dataclass(frozen=True)
class Workers:
    """Who does the jobs.

    Attributes
    ----------
    start : callable
        Returns an executor; called again when one is broken, and once for each of `executors`.
    work : callable
        Does a job, in the executor; the second argument tells whether it may use all processors.
    executors : int
        How many there are. What breaks one, such as a process that dies, costs the others nothing.
    at_once : callable
        How many jobs one executor works on at once: it is given no more, so that none begins during a pause.
    memory : int or None
        Bytes that jobs may take together; None: nobody counts.
    """

    start: Callable[[], Executor]
    work: Callable[[Job, bool], Report]
    executors: int = 1
    at_once: Callable[[], int] = lambda: 1
    memory: int | None = None


def inline(stop: Event) -> Workers:
    """Do the jobs here, one after the other, in one thread as worker processes do: to look for mistakes."""
    return Workers(_Inline, partial(_work_inline, stop))


def processes(count: int | None = None) -> Workers:
    """Do the jobs in `count` processes; None: as many as there are processors, and memory for them."""
    most = memory.available() if count is None else None
    limit = None if most is None else int(most * memory.SHARE)
    count = count or processors()
    return Workers(_Worker, partial(_work, count < processors()), count, memory=limit)


class _Inline(Executor):
    """Does what is submitted before it returns."""

    def submit(self, function: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:
        """Do it, and return what came of it."""
        future: Future[T] = Future()
        try:
            future.set_result(function(*arguments, **named))
        except (Exception, Cancelled) as error:  # noqa: BLE001 - as every executor does; but Ctrl-C ends all
            future.set_exception(error)
        return future


class _Worker(ProcessPoolExecutor):
    """One process: a pool of several would break as a whole when one of them dies."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")  # forks inherit locks, but not the threads that hold them
        reader, self._stop_pipe = context.Pipe(duplex=False)
        super().__init__(1, context, _begin, (reader,))

    def submit(self, function: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:
        """Hand it to the process, which is started if need be."""
        with _no_interrupts():
            return super().submit(function, *arguments, **named)

    def halt(self) -> None:
        """Let the process stop, in the middle of a job."""
        self._stop_pipe.close()


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: which job stops is decided in one place."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(stop_pipe: Connection) -> None:
    """Prepare a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threadpool_limits(1)
    threading.Thread(target=_listen, args=(stop_pipe,), daemon=True).start()


def _listen(stop_pipe: Connection) -> None:
    """Wait for the end of the pipe, then for the job to stop; then end."""
    with contextlib.suppress(EOFError, OSError):
        stop_pipe.recv_bytes()
    _told_to_stop.set()
    threading.Event().wait(PATIENCE)
    os._exit(1)


def _work(threads: bool, job: Job, alone: bool) -> Report:
    """Do a job in a worker process."""
    with contextlib.nullcontext() if threads or alone else single_threaded():
        return process(job, partial(_check, _told_to_stop))


def _work_inline(stop: Event, job: Job, alone: bool) -> Report:
    """Do a job in this process."""
    with contextlib.nullcontext() if alone else single_threaded():
        return process(job, partial(_check, stop))


def _check(stop: Event, stage: str, fraction: float, /) -> None:
    """Stop the job when somebody asked for it: a `progress`."""
    if stop.is_set():
        raise Cancelled
