"""A batch in the background: planned, looked through and carried out in a thread of its own."""

from __future__ import annotations

import threading
import time
from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from segmenter.batch import execution
from segmenter.batch.progress import Progress
from segmenter.batch.survey import Survey, survey
from segmenter.gui.session.worker import Job, Worker

if TYPE_CHECKING:
    from segmenter.batch.plan import Plan
    from segmenter.gui.batch.spec import BatchSpec
    from segmenter.jobs.job import Job as BatchJob
    from segmenter.jobs.job import Report
    from segmenter.progress import ProgressCallback

PERIOD = 0.25
"""Seconds between two looks at how far it is: a fast batch ends hundreds of images meanwhile."""


class BatchRunner(QObject):
    """Does one thing at a time: plan what is asked for, look it through, or carry it out."""

    planned = Signal(object)
    """There is another plan."""
    surveyed = Signal(object)
    """More is known of the plan."""
    refused = Signal(Exception)
    """Why there is no plan, or why nothing more is known of it."""
    moved = Signal(list)
    """Reports that have come, and progress with them; or other jobs have begun."""
    changed = Signal()
    """It runs or not, or rests or not."""
    ended = Signal(object)
    """It runs no more; the error that ended it, or None."""
    _found = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.progress = Progress(0)
        self._order: BatchSpec | None = None
        self._running = False
        self._stop, self._pause = threading.Event(), threading.Event()
        self._reports: deque[Report] = deque()
        self._begun: deque[BatchJob] = deque()
        self._under_way: dict[tuple[str, int], BatchJob] = {}
        self._clock = _Clock()
        self._timer = QTimer(self, interval=round(1000 * PERIOD))
        self._timer.timeout.connect(self._tell)
        self._found.connect(self._take_survey)  # from the thread to the event loop
        self._worker = Worker("batch", self)

    # What is known

    @property
    def running(self) -> bool:
        """Whether a plan is being carried out."""
        return self._running

    @property
    def paused(self) -> bool:
        """Whether no further job begins until somebody says so."""
        return self._pause.is_set()

    @property
    def stopping(self) -> bool:
        """Whether it is about to end early, or has."""
        return self._stop.is_set()

    @property
    def under_way(self) -> list[BatchJob]:
        """The jobs that are being worked on, as of the last `moved`."""
        return list(self._under_way.values())

    # What is asked for

    def make_plan(self, order: BatchSpec | None) -> None:
        """Plan what is asked for, and look through it; None: there is nothing to plan."""
        self.plan, self._order = None, order
        self._worker.cancel("plan", "survey")
        if order is not None:
            self._worker.submit(Job("plan", order.plan, self._take_plan, self.refused.emit))

    def start(self) -> None:
        """Carry out the plan."""
        if self.plan is None or self._order is None or self._running:
            return
        self._worker.cancel("survey")
        self._stop, self._pause = threading.Event(), threading.Event()
        self.progress, self._running = Progress(len(self.plan.jobs)), True
        self._clock = _Clock()
        self._timer.start()
        work = partial(self._work, self.plan, self._order)
        self._worker.submit(Job("run", work, lambda _: self._end(None), self._end))
        self.changed.emit()

    def pause(self, rest: bool) -> None:
        """Let no further job begin, or let them begin again."""
        if self._running:
            self._clock.rest(rest)
            (self._pause.set if rest else self._pause.clear)()
            self.changed.emit()

    def cancel(self) -> None:
        """End early: what is being worked on ends within two seconds; `ended` tells when."""
        self._stop.set()
        self.changed.emit()

    def close(self) -> None:
        """End everything, and wait for it."""
        self._stop.set()
        self._timer.stop()
        self._worker.close()

    # In the thread

    def _work(self, plan: Plan, order: BatchSpec, progress: ProgressCallback) -> None:
        del progress  # a batch is ended in good order: `cancel`
        with order.workers() as workers:
            stop, pause = self._stop, self._pause
            execution.run(plan, workers, self._reports.append, on_begin=self._begun.append, stop=stop, pause=pause)

    def _survey(self, plan: Plan, progress: ProgressCallback) -> Survey:
        known, told = Survey(len(plan.jobs)), time.monotonic()
        for known in survey(plan):
            progress("looking", known.looked / known.jobs)
            if time.monotonic() - told >= PERIOD:
                told = time.monotonic()
                self._found.emit(plan, known)
        return known

    # What comes of it

    def _take_plan(self, plan: Plan) -> None:
        self.plan = plan
        self.planned.emit(plan)
        look, take = partial(self._survey, plan), partial(self._take_survey, plan)
        self._worker.submit(Job("survey", look, take, self.refused.emit))

    def _take_survey(self, plan: Plan, known: Survey) -> None:
        if plan is self.plan and not self._running:
            self.surveyed.emit(known)

    def _tell(self) -> None:
        """Tell what has happened since."""
        reports = [self._reports.popleft() for _ in range(len(self._reports))]  # before those that have begun since
        for job in (self._begun.popleft() for _ in range(len(self._begun))):
            self._under_way[str(job.image), job.page + 1] = job
        for report in reports:
            self._under_way.pop((report.image, report.page), None)
            self.progress = self.progress.after(report, self._clock.seconds)
        self.moved.emit(reports)

    def _end(self, error: Exception | None) -> None:
        self._timer.stop()
        self._running = False
        self._pause.clear()
        self._tell()
        self._under_way.clear()
        self.moved.emit([])  # what was stopped on its way is under way no more
        self.changed.emit()
        self.ended.emit(error)


class _Clock:
    """Measures how long work takes, rests aside."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._rested: float | None = None

    @property
    def seconds(self) -> float:
        """Seconds worked."""
        return (self._rested if self._rested is not None else time.monotonic()) - self._start

    def rest(self, rest: bool) -> None:
        """Rest, or go on."""
        now = time.monotonic()
        if rest:
            self._rested = now if self._rested is None else self._rested
        elif self._rested is not None:
            self._start += now - self._rested
            self._rested = None
