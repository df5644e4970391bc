"""What was pointed at to get an object that is no segment yet: it waits with its image, and projects hold it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from segmenter.core.clicked import Clicks
from segmenter.document.compressed_labels import LARGEST
from segmenter.files import checked, click_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True)
class Unfinished:
    """An object under way.

    Attributes
    ----------
    steps : tuple of Clicks
        What was pointed at after each step, at least one.
    again : int or None
        The segment that was taken up again, if one was.
    """

    steps: tuple[Clicks, ...]
    again: int | None = None

    @classmethod
    def of(cls, steps: Sequence[Clicks], again: int | None) -> Unfinished | None:
        """Return what is worth keeping; None where nothing can come of it, as of clicks beside an object only."""
        speaks = bool(steps) and (steps[-1].box is not None or any(positive for *_, positive in steps[-1].places))
        return cls(tuple(steps), again) if speaks else None

    def fits(self, shape: tuple[int, int]) -> bool:
        """Tell whether all of it is inside an image of this shape."""
        return not any(step.outside(shape) for step in self.steps)


def to_json(unfinished: Unfinished) -> dict[str, Any]:
    """Return an object under way as JSON holds it: where it came to."""
    again = {} if unfinished.again is None else {"segment": unfinished.again}
    return click_file.to_json(unfinished.steps[-1]) | again


def from_json(table: Any) -> Unfinished:
    """Return an object under way, to be taken back step by step; ContentError if it is none."""
    again = checked.number(table, "segment", 1, LARGEST) if isinstance(table, dict) and "segment" in table else None
    clicks = click_file.from_json(table)
    return Unfinished((clicks,) if again is not None else tuple(_steps(clicks)), again)


def _steps(clicks: Clicks) -> Iterator[Clicks]:
    """Go through what may have been pointed at before: a box first, then click after click, then levels."""
    if clicks.box is not None:
        yield Clicks(box=clicks.box)
    for count in range(1, len(clicks.places) + 1):
        yield replace(clicks, places=clicks.places[:count], grown=0)
    if clicks.grown:
        yield clicks
