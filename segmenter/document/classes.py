"""What a person does to classes, and to the names of many segments: pure functions from a State to a State.

Classes belong to the project. The State of the open image carries them, so that a change of them is a step like any
other; whoever opens another image hands them on with `with_classes`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from segmenter.core.classes import NONE, SegmentClass
from segmenter.document.state import described, with_segments
from segmenter.errors import EditError
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from segmenter.document.state import Colour, State

KEYS = range(1, 10)


def with_classes(state: State, classes: Iterable[SegmentClass]) -> State:
    """Return a state with the classes of a project; itself if it has them."""
    ordered = tuple(sorted(classes, key=lambda each: each.number))
    return state if ordered == state.classes else replace(state, classes=ordered)


def added(state: State, name: str, colour: Colour | None = None) -> State:
    """Add a class with the next number, the first key that is free, and a colour of its own unless one is given."""
    name = _free_name(state, name, NONE)
    number = 1 + max((each.number for each in _known(state)), default=0)
    taken = {each.key for each in state.classes}
    key = next((key for key in KEYS if key not in taken), None)
    red, green, blue = palette(number)[number].tolist()
    return with_classes(state, [*state.classes, SegmentClass(number, name, colour or (red, green, blue), key)])


def changed(
    state: State, number: int, *, name: str | None = None, colour: Colour | None = None, key: int | None = None
) -> State:
    """Rename a class, recolour it, or give it a key, which it takes from the one that had it; KeyError if unknown."""
    old = find(state, number)
    new = replace(
        old,
        name=old.name if name is None else _free_name(state, name, number),
        colour=colour or old.colour,
        key=key or old.key,
    )
    others = [
        replace(each, key=None) if each.key == new.key and new.key != old.key else each
        for each in state.classes
        if each.number != number
    ]
    return with_classes(state, [*others, new])


def removed(state: State, number: int) -> State:
    """Remove a class; segments that had it have none."""
    find(state, number)
    members = [segment for segment, known in state.segments.items() if known.class_number == number]
    left = with_classes(state, [each for each in state.classes if each.number != number])
    return described(left, members, class_number=NONE)


def assigned(state: State, numbers: Collection[int], class_number: int) -> State:
    """Give segments a class, or none with `NONE`; KeyError if there is no such class."""
    if not numbers:
        raise EditError("Select a segment first: click it in the image or in the table.")
    if class_number != NONE:
        find(state, class_number)
    return described(state, numbers, class_number=class_number)


def assigned_by_name(state: State, numbers: Collection[int], name: str) -> State:
    """Give segments the class of a name, a new one if there is none of it; none where the name is empty."""
    name = name.strip()
    known = next((each.number for each in state.classes if each.name.casefold() == name.casefold()), None)
    if not name or known is not None:
        return assigned(state, numbers, NONE if known is None else known)
    after = added(state, name)
    return assigned(after, numbers, after.classes[-1].number)


@dataclass(frozen=True)
class Statistics:
    """How many segments a class has, and how many pixels those; `kind` is None for segments without a class."""

    kind: SegmentClass | None
    count: int
    area: int


def statistics(state: State) -> list[Statistics]:
    """Return what belongs to each class, in their order, and to none, if anything does and there are classes."""
    if not state.classes:
        return []
    numbers = [each.number for each in state.classes]
    sums = {number: [0, 0] for number in [*numbers, NONE]}
    areas = state.areas
    for number, segment in state.segments.items():
        entry = sums.get(segment.class_number, sums[NONE])
        entry[0] += 1
        entry[1] += int(areas[number]) if number < len(areas) else 0
    found = [Statistics(each, *sums[each.number]) for each in state.classes]
    return [*found, Statistics(None, *sums[NONE])] if sums[NONE][0] else found


def members(state: State, class_number: int) -> frozenset[int]:
    """Return the segments of a class; with `NONE`, those without one."""
    known = {each.number for each in state.classes}
    kinds = {number: segment.class_number for number, segment in state.segments.items()}
    return frozenset(number for number, kind in kinds.items() if (kind if kind in known else NONE) == class_number)


def numbered_names(state: State, numbers: Collection[int], name: str) -> State:
    """Call segments `coin 1` … `coin n`, in the order of their numbers."""
    if not numbers:
        raise EditError("Select a segment first: click it in the image or in the table.")
    segments = dict(state.segments)
    for at, number in enumerate(sorted(numbers), start=1):
        segments[number] = replace(segments[number], name=f"{name} {at}")
    return state if segments == state.segments else with_segments(state, segments)


def find(state: State, number: int) -> SegmentClass:
    """Return the class of a number; KeyError if there is none."""
    for each in state.classes:
        if each.number == number:
            return each
    raise KeyError(number)


def with_key(state: State, key: int) -> SegmentClass | None:
    """Return the class that a key gives; None if none has it."""
    return next((each for each in state.classes if each.key == key), None)


def _known(state: State) -> list[SegmentClass]:
    """Return the classes, and those that only segments remember: their numbers are not given to others."""
    gone = {segment.class_number for segment in state.segments.values()} - {NONE}
    return [*state.classes, *(SegmentClass(number, "", (0, 0, 0)) for number in gone)]


def _free_name(state: State, name: str, number: int) -> str:
    """Return a name that no other class has; EditError if there is one, or the name is empty."""
    name = name.strip()
    if not name:
        raise EditError("A class needs a name.")
    if any(each.name == name and each.number != number for each in state.classes):
        raise EditError("There is a class {name} already.", name=name)
    return name
