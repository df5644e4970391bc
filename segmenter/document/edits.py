"""What a person does to the pixels of segments: pure functions from a State to a State.

An edit that cannot be done raises EditError, whose text says why; a number that is no segment's is a KeyError. The
state is as it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from segmenter.core.classes import NONE
from segmenter.core.interaction.inspection import PAIRS
from segmenter.core.regions.pieces import canonical
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State, with_segments
from segmenter.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from segmenter.core.clicked import Clicks
    from segmenter.document.label_map import Rectangle

    Mask = NDArray[np.bool_]

BACKGROUND = 0


def merge(state: State, numbers: Collection[int]) -> State:
    """Make one segment of several, under the number, name and colour of the largest of those with a name.

    If that has no class, it gets the one of the largest that has. They need not touch: parts of one object behind
    another are one segment, too.
    """
    labels = editable(state, numbers)
    chosen = sorted(set(numbers))
    if len(chosen) < 2:
        raise EditError("Select two or more segments to merge: click one, Shift-click the others.")
    target = max(chosen, key=lambda number: (bool(state.segments[number].name), labels.area(number)))
    segments = {number: segment for number, segment in state.segments.items() if number not in chosen}
    order = [target, *sorted(chosen, key=lambda number: -labels.area(number))]
    kind = next((state.segments[number].class_number for number in order if state.segments[number].class_number), NONE)
    segments[target] = replace(by_hand(state.segments[target]), class_number=kind)
    return with_segments(state, segments, labels.mapped(_lookup(labels, chosen, target)))


def delete(state: State, numbers: Collection[int]) -> State:
    """Make segments background."""
    labels = editable(state, numbers)
    segments = {number: segment for number, segment in state.segments.items() if number not in numbers}
    changed = labels.mapped(_lookup(labels, numbers, BACKGROUND))
    return with_segments(replace(state, erased=True), segments, changed)


def release(state: State, numbers: Collection[int]) -> State:
    """Let segments follow the parameters again: nothing that holds them is left, and the labels are to be made anew."""
    held = state.held & set(numbers)
    if not held:
        return state
    free = {
        number: replace(state.segments[number], edited=False, locked=False, name="", class_number=NONE, clicks=None)
        for number in held
    }
    return with_segments(replace(state, solved=None), {**state.segments, **free})


def split(state: State, number: int, part: Rectangle, side: Mask) -> State:
    """Give a part of a segment a number of its own.

    Parameters
    ----------
    state : State
    number : int
        The segment.
    part : Rectangle
        Where `side` lies in the image.
    side : ndarray of bool, shape of the rectangle
        The pixels that leave the segment; those of others are ignored.
    """
    labels = editable(state, [number])
    old = labels.window(part)
    leaving = side & (old == number)
    if not leaving.any() or np.count_nonzero(leaving) == labels.area(number):
        raise EditError("{name} cannot be split there: one of the parts would be empty.", name=state.title(number))
    new = state.free_number()
    segments = dict(state.segments)
    segments[number] = by_hand(segments[number])
    segments[new] = state.new_segment(new, edited=True, class_number=segments[number].class_number)
    return with_segments(state, segments, labels.replaced(part, np.where(leaving, np.int32(new), old)))


def split_pieces(state: State, numbers: Collection[int]) -> State:
    """Give every 4-connected piece but the largest of each segment a number of its own."""
    labels = editable(state, numbers)
    segments = dict(state.segments)
    free = state.free_numbers()
    for number in sorted(numbers):
        part = labels.bounds([number])
        old = labels.window(part)
        found, count = _pieces(old == number)
        if count < 2:
            continue
        lookup = np.full(count + 1, number, np.int32)
        for piece in np.argsort(-np.bincount(found.ravel())[1:], kind="stable")[1:] + 1:
            new = next(free)
            lookup[piece] = new
            segments[new] = state.new_segment(new, edited=True, class_number=segments[number].class_number)
        segments[number] = by_hand(segments[number])
        labels = labels.replaced(part, np.where(found > 0, lookup.take(found), old))
    if labels is state.labels:
        raise EditError("Nothing to split: the selection is in one piece already.")
    return with_segments(state, segments, labels)


def fill_holes(state: State, numbers: Collection[int]) -> State:
    """Give segments what lies inside their holes; locked segments keep their pixels."""
    labels = editable(state, numbers)
    segments = dict(state.segments)
    for number in sorted(numbers):
        part = labels.bounds([number])
        old = labels.window(part)
        found, count = _pieces(old != number)
        hole = np.arange(count + 1) > 0
        for edge in (found[:1], found[-1:], found[:, :1], found[:, -1:]):  # what reaches the edge is no hole
            hole[np.unique(edge)] = False
        if not hole.any():
            continue
        filled = hole.take(found) & ~labels.table(locked(state)).take(old)
        if filled.any():
            segments[number] = by_hand(segments[number])
            labels = labels.replaced(part, np.where(filled, np.int32(number), old))
    if labels is state.labels:
        raise EditError("Nothing to fill: the selection has no holes.")
    return settled(with_segments(state, segments, labels))


def absorb(state: State, numbers: Collection[int]) -> State:
    """Give each piece of the segments to the neighbour it shares the longest border with."""
    labels = editable(state, numbers)
    part = labels.bounds(numbers).grown(1).within(labels.shape)
    old = labels.window(part)
    found, count = _pieces(labels.table(numbers).take(old))
    allowed = ~labels.table([BACKGROUND, *locked(state)])
    owners = _longest_neighbours(found, count, old, allowed)
    if not owners.any():
        raise EditError("Nothing to absorb into: the selection has no unlocked neighbour.")
    given = owners.take(found)
    segments = dict(state.segments)
    for number in np.unique(owners[owners > 0]).tolist():
        segments[number] = by_hand(segments[number])
    return settled(with_segments(state, segments, labels.replaced(part, np.where(given > 0, given, old))))


def paint(
    state: State, number: int, part: Rectangle, stroke: Mask, *, within: int | None = None, kind: int = NONE
) -> State:
    """Give pixels to a segment, or to the background.

    Parameters
    ----------
    state : State
    number : int
        A segment, the free number of a new one, or `BACKGROUND`.
    part : Rectangle
        Where `stroke` lies in the image.
    stroke : ndarray of bool, shape of the rectangle
    within : int, optional
        Only pixels of this segment are changed.
    kind : int
        The class that the segment gets, if it is a new one.

    Returns
    -------
    State
        Segments that lost their last pixel are still in it, see `settled`: a stroke goes on. A hidden segment that is
        painted is visible again, or the stroke would disappear.
    """
    labels = _labels(state)
    if number in state.segments and state.segments[number].locked:
        raise EditError("{name} is locked; unlock it first.", name=state.title(number))
    old = labels.window(part)
    changed = stroke & (old != number) & ~labels.table(locked(state)).take(old)
    if within is not None:
        changed &= old == within
    if not changed.any():
        return state
    segments = dict(state.segments)
    if number == BACKGROUND:
        state = replace(state, erased=True)
    else:
        known = segments.get(number) or state.new_segment(number, class_number=kind)
        segments[number] = replace(by_hand(known), visible=True)
    return with_segments(state, segments, labels.replaced(part, np.where(changed, np.int32(number), old)))


def add_object(state: State, part: Rectangle, inside: Mask, clicks: Clicks | None = None, kind: int = NONE) -> State:
    """Make a segment of some pixels, but of those that a person has worked on before: objects never overlap.

    Parameters
    ----------
    state : State
    part : Rectangle
        Where `inside` lies in the image.
    inside : ndarray of bool, shape of the rectangle
    clicks : Clicks, optional
        What they were selected by.
    kind : int
        The number of the class that it gets.
    """
    labels = _labels(state)
    worked_on = [number for number, segment in state.segments.items() if segment.locked or segment.edited]
    if part.empty:
        raise EditError("Nothing is selected there.")
    old = labels.window(part)
    taken = inside & ~labels.table(worked_on).take(old)
    if not taken.any():
        raise EditError("All of this belongs to segments that are locked or were edited.")
    new = state.free_number()
    segments = {**state.segments, new: state.new_segment(new, edited=True, clicks=clicks, class_number=kind)}
    return settled(with_segments(state, segments, labels.replaced(part, np.where(taken, np.int32(new), old))))


def renumbered(state: State) -> State:
    """Give the segments the numbers 1 … n by area, or return the state itself if they have them; colours stay."""
    old = _labels(state).array()
    new = canonical(old)
    if np.array_equal(old, new):
        return state
    numbers = np.zeros(int(old.max(initial=0)) + 1, np.int32)
    numbers[old.ravel()] = new.ravel()
    segments = {}
    for number, segment in state.segments.items():
        now, tint = int(numbers[number]), state.tint(number)
        segments[now] = replace(segment, tint=None if tint == now else tint)
    return with_segments(state, segments, LabelMap.of(new))


def settled(state: State) -> State:
    """Return the state without the segments that have no pixel left."""
    areas = _labels(state).areas()
    left = {number: segment for number, segment in state.segments.items() if number < len(areas) and areas[number] > 0}
    return state if len(left) == len(state.segments) else with_segments(state, left)


def by_hand(segment: Segment) -> Segment:
    """Return what is known of a segment whose pixels a person changed: they are not what clicks gave any more."""
    return replace(segment, edited=True, clicks=None)


def _labels(state: State) -> LabelMap:
    """Return the labels; there must be some before anything can be edited."""
    if state.labels is None:
        raise EditError("There are no segments yet; they come with the first result.")
    return state.labels


def editable(state: State, numbers: Collection[int]) -> LabelMap:
    """Return the labels, if there are segments to edit and none of them is locked."""
    labels = _labels(state)
    if not numbers:
        raise EditError("Select a segment first: click it in the image or in the table.")
    for number in sorted(numbers):
        if state.segments[number].locked:
            raise EditError("{name} is locked; unlock it first.", name=state.title(number))
    return labels


def locked(state: State) -> list[int]:
    """Return the segments that no edit changes."""
    return [number for number, segment in state.segments.items() if segment.locked]


def _lookup(labels: LabelMap, numbers: Collection[int], target: int) -> NDArray[np.int32]:
    """Return the table that turns some numbers into another."""
    lookup = np.arange(labels.largest() + 1, dtype=np.int32)
    lookup[labels.table(numbers)] = target
    return lookup


def _pieces(inside: Mask) -> tuple[NDArray[np.int32], int]:
    """Return the 4-connected pieces of a mask, numbered from 1, and how many there are."""
    found = np.empty(inside.shape, np.int32)
    return found, ndimage.label(inside, output=found)


def _longest_neighbours(
    found: NDArray[np.int32], count: int, labels: NDArray[np.int32], allowed: Mask
) -> NDArray[np.int32]:
    """Return for each of some pieces the label it shares the longest border with; 0 where there is none.

    `allowed` tells of each label whether it may be taken. Of equals the smallest label is taken.
    """
    inside = found > 0
    borders = []
    for near, far in PAIRS:
        apart = inside[near] != inside[far]
        border = np.unravel_index(np.flatnonzero(apart), apart.shape)  # ten times faster than nonzero, for few
        piece = found[near][border] + found[far][border]  # one of them is 0
        outer = np.where(inside[near][border], labels[far][border], labels[near][border])
        kept = allowed[outer]
        borders.append(piece[kept].astype(np.int64) * len(allowed) + outer[kept])
    pairs, lengths = np.unique(np.concatenate(borders), return_counts=True)
    owners = np.zeros(count + 1, np.int32)
    order = np.lexsort((-pairs, lengths))  # the longest is written last
    owners[pairs[order] // len(allowed)] = pairs[order] % len(allowed)
    return owners
