"""What a person has asked for and made of one image: parameters, labels, and what is known of each segment.

A State never changes; an edit returns another one, so undo is a step back to the State before. The functions here
change what the table of segments shows; what changes pixels is in `segmenter.document.edits`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.classes import NONE
from segmenter.parameters import DEFAULTS, Parameters
from segmenter.render.overlay import palette, safe_palette

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from numpy.typing import NDArray

    from segmenter.core.classes import SegmentClass
    from segmenter.core.clicked import Clicks
    from segmenter.core.image import PixelSize
    from segmenter.document.label_map import LabelMap

Colour = tuple[int, int, int]

CLASSLESS = (128, 128, 128)
"""The colour of segments without a class, where colours tell classes."""


@dataclass(frozen=True)
class Segment:
    """What is known of a segment besides its pixels.

    Attributes
    ----------
    name : str
        Empty until a person gives one.
    colour : tuple of int, or None
        sRGB, if a person chose it; otherwise it follows from the number of the segment.
    visible : bool
    locked : bool
        No edit changes its pixels.
    edited : bool
        Its pixels are a person's work.
    class_number : int
        Of the project's class that it belongs to; 0: of none.
    tint : int or None
        The entry of the palette that it is shown in, where that is not its number: colours stay with what they were,
        although another result may number it differently.
    clicks : Clicks or None
        What a person pointed at to get its pixels, as long as nothing else was done to them.
    """

    name: str = ""
    colour: Colour | None = None
    visible: bool = True
    locked: bool = False
    edited: bool = False
    class_number: int = NONE
    tint: int | None = None
    clicks: Clicks | None = None

    @property
    def held(self) -> bool:
        """Whether its pixels stay when other parameters give other labels."""
        return self.locked or self.edited or bool(self.name) or self.class_number != NONE


@dataclass(frozen=True, eq=False)
class State:
    """One moment of the work on an image.

    Attributes
    ----------
    parameters : Parameters
        What is asked for.
    solved : Parameters or None
        What the labels were made with; None before the first result, and where segments wait for the next.
    labels : LabelMap or None
        The number of the segment of each pixel; 0 is background. What is written of the state has the same numbers.
        Where nothing is held they are 1 … n by area; held segments keep theirs, so there may be gaps.
    segments : mapping of int to Segment
        All segments, by number.
    erased : bool
        A person made pixels background. The background is then held as well; without, it is what no result labels.
    classes : tuple of SegmentClass
        Those of the project, in the order of their numbers.
    pixel_size : PixelSize or None
        As a person set it, where the file of the image does not say it or is wrong.
    """

    parameters: Parameters = DEFAULTS
    solved: Parameters | None = None
    labels: LabelMap | None = None
    segments: Mapping[int, Segment] = field(default_factory=lambda: MappingProxyType({}))
    erased: bool = False
    classes: tuple[SegmentClass, ...] = ()
    pixel_size: PixelSize | None = None

    @property
    def stale(self) -> bool:
        """Whether the labels belong to other parameters than those asked for."""
        return self.solved != self.parameters

    @cached_property
    def held(self) -> frozenset[int]:
        """The segments whose pixels stay when other parameters give other labels."""
        return frozenset(number for number, segment in self.segments.items() if segment.held)

    @cached_property
    def edited(self) -> bool:
        """Whether the labels are more than what the parameters give."""
        if self.erased or self.held or self.pixel_size is not None:
            return True
        return any(segment.colour for segment in self.segments.values())

    @cached_property
    def areas(self) -> NDArray[np.int64]:
        """Pixels of each number, 0 … the largest."""
        return np.zeros(1, np.int64) if self.labels is None else self.labels.areas()

    def free_number(self) -> int:
        """Return the smallest number that no segment has."""
        return next(self.free_numbers())

    def free_numbers(self) -> Iterator[int]:
        """Go through the numbers that no segment has, the smallest first."""
        return (number for number in count(1) if number not in self.segments)

    def colours(self, *, safe: bool = False) -> NDArray[np.uint8]:
        """Return the colour of every number up to the largest; shape (largest + 1, 3), read-only.

        `safe`: colours that people tell apart who see no red, no green, or no blue.
        """
        return self._safe_colours if safe else self._colours

    @cached_property
    def _colours(self) -> NDArray[np.uint8]:
        """What several parts of the window ask for after each step."""
        return self._coloured(palette)

    @cached_property
    def _safe_colours(self) -> NDArray[np.uint8]:
        return self._coloured(safe_palette)

    def _coloured(self, palette: Callable[[int], NDArray[np.uint8]]) -> NDArray[np.uint8]:
        largest = max(self.segments, default=0)
        tinted = {number: segment.tint for number, segment in self.segments.items() if segment.tint is not None}
        entries = palette(max(largest, max(tinted.values(), default=0)))
        colours = entries[: largest + 1].copy()
        colours[list(tinted)] = entries[list(tinted.values())]
        for number, segment in self.segments.items():
            if segment.colour is not None:
                colours[number] = segment.colour
        colours.flags.writeable = False
        return colours

    def class_colours(self) -> NDArray[np.uint8]:
        """Return the colour of the class of every number up to the largest; grey for those without one."""
        colours = np.full((max(self.segments, default=0) + 1, 3), CLASSLESS, np.uint8)
        colours[0] = 0
        known = {each.number: each.colour for each in self.classes}
        for number, segment in self.segments.items():
            colours[number] = known.get(segment.class_number, CLASSLESS)
        return colours

    def tint(self, number: int) -> int:
        """Return the entry of the palette that a segment is shown in."""
        return self.segments[number].tint or number

    def free_tints(self) -> Iterator[int]:
        """Go through the entries of the palette that no segment is shown in, the first ones first."""
        taken = {self.tint(number) for number in self.segments}
        return (tint for tint in count(1) if tint not in taken)

    def new_segment(self, number: int, **known: Any) -> Segment:
        """Return a segment of a number that was free, in a colour that no other one is shown in."""
        tints = {self.tint(other) for other, segment in self.segments.items() if segment.tint is not None}
        return Segment(**known, tint=next(self.free_tints()) if number in tints else None)

    def class_of(self, number: int) -> SegmentClass | None:
        """Return the class of a segment; None if it has none, or one that the project does not have any more."""
        return next((each for each in self.classes if each.number == self.segments[number].class_number), None)

    def title(self, number: int) -> str:
        """Return what a segment is called."""
        return self.segments[number].name or f"Segment {number}"


def with_segments(state: State, segments: Mapping[int, Segment], labels: LabelMap | None = None) -> State:
    """Return a state with other segments, and other labels if given."""
    return replace(state, segments=MappingProxyType(dict(segments)), labels=labels or state.labels)


def described(state: State, numbers: Collection[int], **changes: object) -> State:
    """Return a state in which some segments have another name, colour, lock or visibility; itself if all had it.

    Parameters
    ----------
    state : State
    numbers : collection of int
    **changes
        Fields of `Segment` and their new values.
    """
    chosen = state.segments.keys() & set(numbers)
    changed = {number: replace(state.segments[number], **changes) for number in chosen}  # type: ignore[arg-type]
    return _changed(state, {**state.segments, **changed})


def solo(state: State, number: int) -> State:
    """Return a state in which only one segment is visible; all of them again, if that was so already."""
    alone = all(segment.visible == (other == number) for other, segment in state.segments.items())
    segments = {other: replace(segment, visible=alone or other == number) for other, segment in state.segments.items()}
    return _changed(state, segments)


def _changed(state: State, segments: Mapping[int, Segment]) -> State:
    """Return a state with these segments; itself if it has them."""
    return state if segments == state.segments else with_segments(state, segments)
