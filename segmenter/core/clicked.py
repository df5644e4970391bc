"""What a person pointed at to get an object, as plain values: all that is needed to find it again."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[int, int, bool]
"""Row and column of a click, and whether it belongs to the object."""

Box = tuple[int, int, int, int]
"""Top, left, bottom, right; half-open."""


@dataclass(frozen=True)
class Clicks:
    """What was pointed at.

    Attributes
    ----------
    places : tuple of Place
        The clicks, in the order in which they were made.
    box : Box or None
        The object lies inside; what is outside does not belong to it.
    grown : int
        By how many levels of the region tree the object was grown afterwards; shrunk, if negative.
    """

    places: tuple[Place, ...] = ()
    box: Box | None = None
    grown: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything was pointed at."""
        return bool(self.places) or self.box is not None

    def outside(self, shape: tuple[int, int]) -> Place | Box | None:
        """Return the first thing that was pointed at outside an image; None if all of it is inside."""
        rows, columns = shape
        wrong = next((place for place in self.places if not (place[0] < rows and place[1] < columns)), None)
        if wrong is None and self.box is not None and not (self.box[2] <= rows and self.box[3] <= columns):
            return self.box
        return wrong


@dataclass(frozen=True)
class ClickedObject:
    """An object that is asked for: what was pointed at, its name and its class, which may be empty."""

    clicks: Clicks
    name: str = ""
    kind: str = ""
