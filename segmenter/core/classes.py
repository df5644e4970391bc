"""What kinds of things segments are: classes, which a project has, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

NONE = 0
"""The number of no class."""


@dataclass(frozen=True)
class SegmentClass:
    """A kind of thing.

    Attributes
    ----------
    number : int
        From 1; stays as long as the class does, and is never given to another one of the same project.
    name : str
    colour : tuple of int
        sRGB.
    key : int or None
        1 … 9: the key that gives it to the selection.
    """

    number: int
    name: str
    colour: tuple[int, int, int]
    key: int | None = None

    @property
    def hex_colour(self) -> str:
        """The colour as it is written in text, such as `#ff8000`."""
        return f"#{bytes(self.colour).hex()}"
