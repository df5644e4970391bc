"""Jobs to executors, reports back: only as many as are worked on, so that a pause is one, and whatever breaks."""

from __future__ import annotations

import contextlib
from collections import Counter, deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from segmenter.batch.estimate import cost
from segmenter.jobs.job import Job, Report, failure
from segmenter.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segmenter.batch.workers import Event, Workers

POLL = 0.1
"""Seconds after which it is looked whether somebody wants to stop or go on."""

GRACE = 0.7
"""Seconds that running jobs have to end by themselves, before they are told to stop."""

ATTEMPTS = 2
"""How often a job is tried whose process dies."""

LOST = (BrokenExecutor, CancelledError, Cancelled)
"""What becomes of the future of a job whose process is gone."""


class _Running(NamedTuple):
    """A job that was begun, and the memory it needs."""

    job: Job
    need: int
    future: Future[Report]


@dataclass
class _Queue:
    """Jobs that wait; those that come back go first."""

    jobs: deque[Job]
    attempts: Counter[Job] = field(default_factory=Counter)

    def again(self, job: Job) -> bool:
        """Take a job back whose process died; False if that was its last attempt."""
        self.attempts[job] += 1
        if self.attempts[job] < ATTEMPTS:
            self.jobs.appendleft(replace(job, spare=False))  # files without a recipe are what it left itself
            return True
        return False


class _WorkerSlot:
    """One executor, and the jobs that it has begun."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._executor = workers.start()
        self.running: list[_Running] = []

    def submit(self, job: Job, need: int, *, alone: bool) -> bool:
        """Hand a job over; False if the executor turns out to be broken, and has to be cleared or renewed first."""
        with contextlib.suppress(BrokenExecutor):
            self.running.append(_Running(job, need, self._executor.submit(self._workers.work, job, alone)))
            return True
        if not self.running:
            self._renew()
        return False

    def collect(self, queue: _Queue) -> list[Report]:
        """Return the reports that have come; put jobs back that were lost."""
        if any(isinstance(_error(each.future), BrokenExecutor) for each in self.running if each.future.done()):
            wait([each.future for each in self.running])
            self._renew()
        ended = [each for each in self.running if each.future.done()]
        self.running = [each for each in self.running if each not in ended]
        reports = []
        for each in ended:
            error = _error(each.future)
            if error is None:
                reports.append(each.future.result())
            elif not (isinstance(error, LOST) and queue.again(each.job)):
                reports.append(_lost(each.job, error))
        return reports

    def _renew(self) -> None:
        self._executor.shutdown(wait=False)
        self._executor = self._workers.start()

    def cancel(self) -> None:
        """Take back what has not begun."""
        for each in self.running:
            each.future.cancel()

    def halt(self) -> None:
        """Stop what has begun, if the executor can."""
        with contextlib.suppress(AttributeError):
            self._executor.halt()  # type: ignore[attr-defined]

    def close(self) -> None:
        """Wait until nothing is left of the executor."""
        self._executor.shutdown()


def dispatch(
    jobs: Iterable[Job],
    workers: Workers,
    on_begin: Callable[[Job], None],
    on_report: Callable[[Report], None],
    stop: Event,
    pause: Event,
) -> None:
    """Do jobs; see `segmenter.batch.execution.run` for the arguments."""
    queue = _Queue(deque(jobs))
    slots = [_WorkerSlot(workers) for _ in range(min(workers.executors, len(queue.jobs)))]
    try:
        while not stop.is_set():
            if not pause.is_set():
                _fill(slots, queue, workers, on_begin)
            if not _futures(slots):
                if not queue.jobs:
                    break
                stop.wait(POLL)
                continue
            wait(_futures(slots), POLL, FIRST_COMPLETED)
            for slot in slots:
                for report in slot.collect(queue):
                    on_report(report)
        _settle(slots, on_report)
    except BaseException:
        for slot in slots:
            slot.cancel()
            slot.halt()
        raise
    finally:
        for slot in slots:
            slot.close()


def _futures(slots: list[_WorkerSlot]) -> list[Future[Report]]:
    return [each.future for slot in slots for each in slot.running]


def _fill(slots: list[_WorkerSlot], queue: _Queue, workers: Workers, on_begin: Callable[[Job], None]) -> None:
    """Hand jobs over, the least busy executor first, as long as there are threads and memory."""
    at_once = workers.at_once()
    while queue.jobs:
        slot = min(slots, key=lambda slot: len(slot.running))
        need = 0 if workers.memory is None else cost(queue.jobs[0]).memory
        others = [each.need for other in slots for each in other.running]
        full = workers.memory is not None and sum(others) + need > workers.memory
        if len(slot.running) >= at_once or (full and others):
            return
        alone = workers.memory is not None and need * workers.executors > workers.memory
        on_begin(queue.jobs[0])
        if not slot.submit(queue.jobs[0], need, alone=alone):
            return
        queue.jobs.popleft()


def _settle(slots: list[_WorkerSlot], on_report: Callable[[Report], None]) -> None:
    """End: what runs may end within GRACE, and is told to stop then."""
    if not _futures(slots):
        return
    for slot in slots:
        slot.cancel()
    wait(_futures(slots), GRACE)
    for slot in slots:
        for each in slot.running:
            if each.future.done() and _error(each.future) is None:
                on_report(each.future.result())
        slot.halt()


def _error(future: Future[Report]) -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:
        return error


def _lost(job: Job, error: BaseException | None) -> Report:
    """Return the report of a job that could not report itself."""
    if isinstance(error, LOST):
        return failure(job, f"{job.image} failed: the process that worked on it died, {ATTEMPTS} times.")
    return failure(job, f"{job.image} failed: the process that worked on it is lost ({type(error).__name__}: {error}).")
