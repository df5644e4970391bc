"""Segment a folder of images, here or on a cluster; skip what is finished."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from typing import TYPE_CHECKING, Literal

from segmenter.batch import execution
from segmenter.batch.cluster import connect
from segmenter.batch.log import NAME
from segmenter.batch.plan import plan
from segmenter.batch.progress import Progress, duration
from segmenter.batch.survey import survey
from segmenter.batch.workers import inline, processes
from segmenter.cli import DONE, FAILED, INTERRUPTED, UsageError
from segmenter.cli.console import Console
from segmenter.cli.options import chosen_exports, chosen_options, chosen_parameters
from segmenter.cli.working import say_planned
from segmenter.errors import BatchError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from segmenter.batch.plan import Plan
    from segmenter.batch.workers import Workers
    from segmenter.jobs.job import Report


def batch(arguments: Namespace) -> int:
    """Do what the command line asks for; return the exit code."""
    console = Console(verbose=arguments.verbose, quiet=arguments.quiet, as_json=arguments.json)
    if arguments.scheduler and arguments.jobs is not None:
        raise UsageError("--jobs does not go with --scheduler: the cluster's workers decide.")
    try:
        planned = _plan(arguments)
        for trouble in planned.troubles:
            console.warn(trouble)
        if arguments.dry_run:
            return _dry_run(planned, arguments, console)
        stop = threading.Event()
        with _workers(arguments, stop) as workers, _interruptible(stop):
            return _work(planned, workers, stop, console)
    except BatchError as error:
        raise UsageError(str(error)) from error


def _plan(arguments: Namespace) -> Plan:
    return plan(
        arguments.folder,
        arguments.out,
        chosen_parameters(arguments),
        chosen_exports(arguments.export),
        pattern=arguments.pattern,
        recursive=arguments.recursive,
        template=arguments.template,
        match=arguments.match,
        overwrite=arguments.overwrite,
        pixel_limit=arguments.pixel_limit,
        options=chosen_options(arguments),
    )


@contextlib.contextmanager
def _workers(arguments: Namespace, stop: threading.Event) -> Iterator[Workers]:
    """Return who does the jobs."""
    if arguments.scheduler:
        with connect(arguments.scheduler) as workers:
            yield workers
    else:
        yield _local(arguments.jobs, stop)


def _local(jobs: int | Literal["inline"] | None, stop: threading.Event) -> Workers:
    return inline(stop) if jobs == "inline" else processes(jobs)


@contextlib.contextmanager
def _interruptible(stop: threading.Event) -> Iterator[None]:
    """Let the first Ctrl-C end the batch in good order, and the second at once; one that is ignored stays so."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # a shell's job in the background: Ctrl-C is not for it
        yield
        return

    def interrupted(*_: object) -> None:
        if stop.is_set():
            os._exit(INTERRUPTED)  # the log and the results are whole at any moment; worker processes notice
        stop.set()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(planned: Plan, workers: Workers, stop: threading.Event, console: Console) -> int:
    """Carry out the plan; say how it went."""
    progress, start = Progress(len(planned.jobs)), time.monotonic()

    def ended(report: Report) -> None:
        nonlocal progress
        progress = progress.after(report, time.monotonic() - start)
        if report.status == "failed" or console.verbose or console.as_json:
            console.report(report)
        console.tally(progress.fraction, progress.sentence)

    console.tally(0.0, "starting")
    try:
        execution.run(planned, workers, ended, stop=stop)
    except BatchError as error:
        if not progress.ended:
            raise
        console.error(str(error))
    console.summary(f"{progress.summary} -> {planned.out}; see {planned.out / NAME}")
    if stop.is_set() and progress.ended < progress.total:
        console.error(f"interrupted after {progress.ended:,} of {progress.total:,}; the same command does the rest.")
        return INTERRUPTED
    return FAILED if progress.failed or progress.ended < progress.total else DONE


def _dry_run(planned: Plan, arguments: Namespace, console: Console) -> int:
    """Say what would be written, and what that takes."""
    say_planned(console, planned.jobs)
    *_, known = survey(planned)
    together = known.together(_local("inline" if arguments.scheduler else arguments.jobs, threading.Event()))
    finished = f", {known.finished:,} of them finished" if known.finished else ""
    console.summary(
        f"{known.jobs:,} images{finished}, {known.pixels / 1e6:,.0f} megapixels to do: "
        f"about {duration(known.seconds / together)} with {together} at once, "
        f"up to {known.memory / 1e9:.1f} GB of memory each"
    )
    return DONE
