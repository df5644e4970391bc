"""Progress and cancellation, through one argument that every stage passes on."""

from __future__ import annotations

from typing import Protocol


class Cancelled(BaseException):
    """Raised by a checkpoint to stop the work.

    A `BaseException`, so that no `except Exception` on the way swallows it.
    """


class ProgressCallback(Protocol):
    """Called often while work goes on; may raise `Cancelled`."""

    def __call__(self, stage: str, fraction: float, /) -> None:
        """Hear that `stage` is `fraction` (0…1) done."""


def ignore(stage: str, fraction: float, /) -> None:
    """Go on, whatever was reported."""


def part(progress: ProgressCallback, stage: str, start: float, end: float) -> ProgressCallback:
    """Return a checkpoint that maps 0…1 of a piece of work to `start`…`end` of `stage`."""

    def inside(_: str, fraction: float, /) -> None:
        progress(stage, start + (end - start) * fraction)

    return inside
