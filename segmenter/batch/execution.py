"""Carry out a plan: folders, log, reference, then all jobs."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from segmenter.batch.dispatch import dispatch
from segmenter.batch.log import NAME, Log
from segmenter.batch.plan import sparing
from segmenter.errors import BatchError, ExportError
from segmenter.files.formats import folder
from segmenter.jobs import matching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segmenter.batch.plan import Plan
    from segmenter.batch.workers import Event, Workers
    from segmenter.jobs.job import Job, Report


def run(
    plan: Plan,
    workers: Workers,
    on_report: Callable[[Report], None],
    *,
    on_begin: Callable[[Job], None] = lambda job: None,
    stop: Event | None = None,
    pause: Event | None = None,
) -> None:
    """Carry out a plan; may be called from any thread.

    Parameters
    ----------
    plan : Plan
    workers : Workers
        `segmenter.batch.workers.inline`, `processes`, or those of `segmenter.batch.cluster.connect`.
    on_report : callable
        Is given the report of each image as it ends, in this thread, after it was written to the log.
    on_begin : callable, optional
        Is given each job as it begins, in this thread; again where its process died and it is tried once more.
    stop : event, optional
        Set by somebody else to end early: jobs that wait are forgotten, running ones end within two seconds.
        `inline` workers must have been given the same.
    pause : event, optional
        While it is set, no further job begins.

    Raises
    ------
    BatchError, ExportError
        The folder of results cannot be made, or is somebody else's; the log cannot be written.
    """
    stop, pause = stop or threading.Event(), pause or threading.Event()
    for each in sorted({plan.out} | {job.folder for job in plan.jobs}):
        try:
            folder.prepare(each, plan.jobs[0].exports)
        except ExportError as error:
            raise BatchError(str(error)) from error
    planned = sparing(plan).jobs  # before there is a log
    with Log(plan.out / NAME, plan.folder) as log:

        def ended(report: Report) -> None:
            log.write(report)
            on_report(report)

        jobs: Iterable[Job] = planned
        if plan.match:
            jobs = _with_reference(planned, workers, on_begin, ended, stop, pause)
        dispatch(jobs, workers, on_begin, ended, stop, pause)
    if not stop.is_set():
        _finish(plan, jobs)


def _finish(plan: Plan, jobs: Iterable[Job]) -> None:
    """Write what speaks of a whole folder, of all that is there."""
    classes = next((job.reference.classes for job in jobs if job.reference is not None), ())
    for path in sorted({job.folder for job in plan.jobs}):
        folder.finish(path, plan.jobs[0].exports, classes, [job.image for job in plan.jobs if job.folder == path])


def _with_reference(
    jobs: tuple[Job, ...],
    workers: Workers,
    on_begin: Callable[[Job], None],
    on_report: Callable[[Report], None],
    stop: Event,
    pause: Event,
) -> list[Job]:
    """Do jobs one by one until one succeeds; return the others, with that one as their reference."""
    reports: list[Report] = []

    def ended(report: Report) -> None:
        reports.append(report)
        on_report(report)

    for at, job in enumerate(jobs):
        dispatch([job], workers, on_begin, ended, stop, pause)
        if stop.is_set():
            break
        if reports[-1].status != "failed":
            reference = matching.reference(job)
            return [replace(other, reference=reference) for other in jobs[at + 1 :]]
    return []
