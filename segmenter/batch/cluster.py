"""Jobs on a Dask cluster: workers on other machines read and write the shared folders themselves."""

from __future__ import annotations

import contextlib
import sys
import time
from typing import TYPE_CHECKING

from segmenter.batch.workers import Workers
from segmenter.core.solver.blocks import single_threaded
from segmenter.errors import BatchError
from segmenter.jobs.processing import process
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from distributed import Client

    from segmenter.jobs.job import Job, Report

PATIENCE = 10.0
"""Seconds in which the scheduler must answer."""

PERIOD = 5.0
"""Seconds after which the workers are counted again: they come and go."""


@contextlib.contextmanager
def connect(address: str) -> Iterator[Workers]:
    """Return the workers of a scheduler.

    A worker that dies is the scheduler's business: it gives the image to another one, and gives up after as many
    dead workers as its setting `allowed-failures` says.

    Parameters
    ----------
    address : str
        Such as `tcp://host:8786`.

    Raises
    ------
    BatchError
        distributed is not installed, or no scheduler answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise BatchError(_missing()) from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise BatchError(f"no scheduler answers at {address}.") from error
    with client:
        yield Workers(lambda: client.get_executor(pure=False), _work, at_once=_threads(client, address))


def _missing() -> str:
    """Say how a cluster can be used: the application without Python has no Dask, nothing can be added to it."""
    if getattr(sys, "frozen", False):
        return (
            "this application does the work on its own machine (--jobs); a cluster needs the same Python with "
            "segmenter[cluster] on all of its machines, this one, too (see Clusters in the guide)."
        )
    return "a cluster needs more than is installed: pip install 'segmenter[cluster]'."


def _threads(client: Client, address: str) -> Callable[[], int]:
    """Return the function that tells how many threads the cluster has: as many jobs are done at once."""
    counted, threads = float("-inf"), 1

    def count() -> int:
        nonlocal counted, threads
        now = time.monotonic()
        if now - counted > PERIOD:
            try:
                counted, threads = now, max(1, sum(client.nthreads().values()))
            except OSError as error:
                raise BatchError(f"the scheduler at {address} does not answer any more.") from error
        return threads

    return count


def _work(job: Job, alone: bool) -> Report:
    """Do a job on a worker, in one thread: the worker has as many jobs at once as it has threads."""
    with single_threaded():
        return process(job, ignore)
