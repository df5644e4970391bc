"""Which jobs are being worked on right now, for those who like to watch."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.batch.workers import Workers
    from segmenter.jobs.job import Job

T = TypeVar("T")


@dataclass(eq=False)
class _Flight:
    """A job that was handed to an executor; no future yet where that does it before it returns."""

    job: Job
    future: Future[Any] | None = None

    @property
    def over(self) -> bool:
        return self.future is not None and self.future.done()


class Watch:
    """Tells which jobs some workers have begun."""

    def __init__(self) -> None:
        self._executors: list[_Watched] = []

    def over(self, workers: Workers) -> Workers:
        """Return the same workers, watched."""

        def start() -> Executor:
            executor = _Watched(workers.start(), workers.slots)
            self._executors.append(executor)
            return executor

        return replace(workers, start=start)

    def now(self) -> list[Job]:
        """Return what is being worked on; may be called from any thread."""
        return [job for executor in tuple(self._executors) for job in executor.now()]


class _Watched(Executor):
    """Hands jobs on to another executor, and remembers their order: they begin in it."""

    def __init__(self, executor: Executor, slots: Callable[[], int]) -> None:
        self._executor, self._slots = executor, slots
        self._flights: list[_Flight] = []
        self._at_once = 1

    def submit(self, function: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:
        """Hand a job on."""
        flight = _Flight(arguments[0])
        self._at_once = (self._slots() + 1) // 2  # of two jobs, one waits until the other is done
        self._flights = [*(each for each in self._flights if not each.over), flight]
        try:
            future = self._executor.submit(function, *arguments, **named)
        except BaseException:
            self._flights.remove(flight)
            raise
        flight.future = future
        return future

    def now(self) -> list[Job]:
        """Return the jobs that were begun and are not over."""
        return [flight.job for flight in self._flights if not flight.over][: self._at_once]

    def halt(self) -> None:
        """Stop what has begun, if the executor can."""
        halt: Callable[[], None] | None = getattr(self._executor, "halt", None)
        if halt is not None:
            halt()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the executor."""
        options = {"cancel_futures": True} if cancel_futures else {}  # which not every executor knows
        self._executor.shutdown(wait, **options)
