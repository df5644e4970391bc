"""Jobs to executors, reports back: a few at a time, whatever breaks."""

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


class _Flight(NamedTuple):
    """A job that was handed over, and the memory it needs."""

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


class _Lane:
    """One executor and the jobs it has, in the order in which it got them."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._executor = workers.start()
        self.flights: deque[_Flight] = deque()

    def submit(self, job: Job, need: int, *, alone: bool) -> bool:
        """Hand a job over; False if the executor turns out to be broken, and has to be cleared or renewed first."""
        with contextlib.suppress(BrokenExecutor):
            self.flights.append(_Flight(job, need, self._executor.submit(self._workers.work, job, alone)))
            return True
        if not self.flights:
            self._renew()
        return False

    def collect(self, queue: _Queue) -> list[Report]:
        """Return the reports that have come; put jobs back that were lost."""
        ended = {flight: _error(flight.future) for flight in self.flights if flight.future.done()}
        if any(isinstance(error, BrokenExecutor) for error in ended.values()):
            wait([flight.future for flight in self.flights])
            ended = {flight: _error(flight.future) for flight in self.flights}
            self._renew()
        reports, innocent = [], False
        for flight, error in ended.items():
            self.flights.remove(flight)
            if error is None:
                reports.append(flight.future.result())
            elif innocent:  # the process died at the job before, and had not begun this one
                queue.jobs.appendleft(flight.job)
            elif not (isinstance(error, LOST) and queue.again(flight.job)):
                reports.append(_lost(flight.job, error))
            innocent = innocent or isinstance(error, BrokenExecutor)
        return reports

    def _renew(self) -> None:
        self._executor.shutdown(wait=False)
        self._executor = self._workers.start()

    def cancel(self) -> None:
        """Take back what has not begun."""
        for flight in self.flights:
            flight.future.cancel()

    def halt(self) -> None:
        """Stop what has begun, if the executor can."""
        with contextlib.suppress(AttributeError):
            self._executor.halt()  # type: ignore[attr-defined]

    def close(self) -> None:
        """Wait until nothing is left of the executor."""
        self._executor.shutdown()


def dispatch(
    jobs: Iterable[Job], workers: Workers, on_report: Callable[[Report], None], stop: Event, pause: Event
) -> None:
    """Do jobs; see `segmenter.batch.execution.run` for the arguments."""
    queue = _Queue(deque(jobs))
    lanes = [_Lane(workers) for _ in range(min(workers.executors, len(queue.jobs)))]
    try:
        while not stop.is_set():
            if not pause.is_set():
                _fill(lanes, queue, workers)
            if not _flying(lanes):
                if not queue.jobs:
                    break
                stop.wait(POLL)
                continue
            wait(_flying(lanes), POLL, FIRST_COMPLETED)
            for lane in lanes:
                for report in lane.collect(queue):
                    on_report(report)
        _settle(lanes, on_report)
    except BaseException:
        for lane in lanes:
            lane.cancel()
            lane.halt()
        raise
    finally:
        for lane in lanes:
            lane.close()


def _flying(lanes: list[_Lane]) -> list[Future[Report]]:
    return [flight.future for lane in lanes for flight in lane.flights]


def _fill(lanes: list[_Lane], queue: _Queue, workers: Workers) -> None:
    """Hand jobs over, the least busy executor first, as long as there are slots and memory."""
    slots = workers.slots()
    while queue.jobs:
        lane = min(lanes, key=lambda lane: len(lane.flights))
        need = 0 if workers.memory is None else cost(queue.jobs[0]).memory
        others = [flight.need for each in lanes for flight in each.flights]
        full = workers.memory is not None and sum(others) + need > workers.memory
        if len(lane.flights) >= slots or (full and others):
            return
        alone = workers.memory is not None and need * workers.executors > workers.memory
        if not lane.submit(queue.jobs[0], need, alone=alone):
            return
        queue.jobs.popleft()


def _settle(lanes: list[_Lane], on_report: Callable[[Report], None]) -> None:
    """End: what runs may end within GRACE, and is told to stop then."""
    if not _flying(lanes):
        return
    for lane in lanes:
        lane.cancel()
    wait(_flying(lanes), GRACE)
    for lane in lanes:
        for flight in lane.flights:
            if flight.future.done() and _error(flight.future) is None:
                on_report(flight.future.result())
        lane.halt()


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
