"""One run through the stages: who hears of it, what is kept, how long it took."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from segmenter.core.cache import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from segmenter.core.cache import Cache
    from segmenter.progress import ProgressCallback

Result = TypeVar("Result")


@dataclass
class Run:
    """One run of the pipeline: what every stage needs besides its input."""

    progress: ProgressCallback
    cache: Cache | None
    seconds: dict[str, float] = field(default_factory=dict)
    last: tuple[str, float] = ("features", 0.0)
    lock: Lock = field(default_factory=Lock)

    def report(self, stage: str, fraction: float, /) -> None:
        """Tell how far a stage is, and remember it; of the threads of a stage, one at a time."""
        with self.lock:
            self.last = stage, fraction
            self.progress(stage, fraction)

    def again(self) -> None:
        """Tell the last again: a chance to stop in between."""
        self.report(*self.last)

    def kept(self, key: Hashable, compute: Callable[[], Result]) -> Result:
        """Return what is in the cache under a key, or compute it and keep it."""
        found: Result | None = None if self.cache is None else self.cache.get(key)
        if found is None:
            found = frozen(compute())
            if self.cache is not None:
                self.cache.put(key, found)
        return found

    def stage(self, name: str, key: Hashable, compute: Callable[[], Result]) -> Result:
        """Return a stage's result, from the cache or computed."""
        return self.kept(key, lambda: self.timed(name, compute))

    def timed(self, name: str, compute: Callable[[], Result]) -> Result:
        """Compute, and write down the seconds."""
        start = time.perf_counter()
        self.report(name, 0.0)
        result = compute()
        self.report(name, 1.0)
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start
        return result
