"""Work away from the event loop: one thread, jobs one after the other, and of each kind only the newest waits."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from segmenter.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.progress import ProgressCallback

REPORTS = 0.05
"""Seconds between two reports of progress: more would only keep the event loop busy."""

TURN, PAUSE = 0.01, 0.0003
"""Seconds that a thread reads or writes before it pauses, and for how long."""


@dataclass(eq=False)
class Job:
    """Something to compute, and what to do with what comes of it.

    Attributes
    ----------
    kind : str
        A new job takes the place of a waiting one of its kind.
    work : callable
        Runs in the worker's thread; is given a checkpoint.
    done : callable
        Is given what `work` returned, in the event loop. Not called if the job was cancelled.
    failed : callable
        Is given what `work` raised, in the event loop.
    """

    kind: str
    work: Callable[[ProgressCallback], Any]
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]
    cancelled: threading.Event = field(default_factory=threading.Event)


class Worker(QObject):
    """A thread that works on jobs.

    Every outcome is handed over in a round of the event loop of its own: what one of them changes is drawn, and a
    person is heard, before the next one comes. The list of a large project and its image would be one stall otherwise.

    Who reads or writes `in_pieces` pauses at checkpoints. It gives the interpreter up for every piece and takes it back
    before the event loop has woken, which then never waits long enough to demand it: a project of 200 images stopped
    the window for 60 ms while it was read. Who computes does so in long pieces, and would lose time for nothing.
    """

    progressed = Signal(str, str, float)
    """Kind of the job, stage, fraction done."""

    busy_changed = Signal()
    _ended = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self._in_pieces = in_pieces
        self._condition = threading.Condition()
        self._waiting: dict[str, Job] = {}
        self._taken: list[Job] = []  # running, or its outcome on the way to the event loop
        self._closed = False
        self._reported = self._paused = 0.0
        self._outcomes: deque[tuple[Job, object]] = deque()  # on the way to who asked for them
        self._round = QTimer(self, singleShot=True, interval=0)
        self._round.timeout.connect(self._hand_over_next)
        self._ended.connect(self._arrive)  # from the thread to the event loop
        self._thread = threading.Thread(target=self._run, name=f"segmenter-{name}", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Do a job when those before it are done; a waiting one of the same kind is dropped."""
        with self._condition:
            self._waiting[job.kind] = job
            self._condition.notify()
        self.busy_changed.emit()

    def cancel(self, *kinds: str) -> None:
        """Drop the waiting jobs of some kinds, and stop the running one if it is of these; of all if none is named."""
        with self._condition:
            for kind in kinds or tuple(self._waiting):
                self._waiting.pop(kind, None)
            for job in self._taken:
                if not kinds or job.kind in kinds:
                    job.cancelled.set()
        self.busy_changed.emit()

    def busy(self, *kinds: str) -> bool:
        """Tell whether a job of some kinds, or any, is waiting, running, or has an outcome not yet handed over."""
        with self._condition:
            present = {*self._waiting, *(job.kind for job in self._taken if not job.cancelled.is_set())}
        return bool(present & set(kinds) if kinds else present)

    def close(self) -> None:
        """Cancel everything and wait for the thread to end."""
        with self._condition:
            self._closed = True
            self._condition.notify()
        self.cancel()
        self._thread.join()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            self._ended.emit(job, self._outcome(job))
            del job  # what it holds is not kept in memory until the next one comes

    def _outcome(self, job: Job) -> object:
        """Do a job; return what comes of it, or the error."""
        try:
            return job.work(partial(self._check, job))
        except Cancelled:
            job.cancelled.set()
            return None
        except Exception as error:  # noqa: BLE001 - told to whoever asked for the job
            return error

    def _next(self) -> Job | None:
        """Wait for a job and take it, the oldest kind first; None at the end."""
        with self._condition:
            self._condition.wait_for(lambda: self._waiting or self._closed)
            if self._closed:
                return None
            job = self._waiting.pop(next(iter(self._waiting)))
            self._taken.append(job)
            return job

    def _check(self, job: Job, stage: str, fraction: float) -> None:
        """Tell how far the running job is, and let the event loop have its turn; stop it if it was cancelled."""
        if job.cancelled.is_set():
            raise Cancelled
        now = time.monotonic()
        if self._in_pieces and now - self._paused >= TURN:
            self._paused = now
            time.sleep(PAUSE)
        if now - self._reported >= REPORTS:
            self._reported = now
            self.progressed.emit(job.kind, stage, fraction)

    @Slot(object, object)
    def _arrive(self, job: Job, outcome: object) -> None:
        """Hand the outcome of a job over when its turn comes."""
        self._outcomes.append((job, outcome))
        if not self._round.isActive():
            self._round.start()

    def _hand_over_next(self) -> None:
        """Hand over the oldest outcome, and the others in rounds to come."""
        job, outcome = self._outcomes.popleft()
        if self._outcomes:
            self._round.start()
        self._hand_over(job, outcome)

    def _hand_over(self, job: Job, outcome: object) -> None:
        """Give the outcome of a job to whoever asked for it, unless it was cancelled meanwhile."""
        with self._condition:
            self._taken.remove(job)
        if not job.cancelled.is_set():
            if isinstance(outcome, Exception):
                job.failed(outcome)
            else:
                job.done(outcome)
        self.busy_changed.emit()
