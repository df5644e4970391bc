"""What a person does to the pixels of segments: pure functions from a State to a State.

An edit that cannot be done raises EditError, whose text says why; the state is as it was.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import binary_fill_holes

from segmenter.core.regions import pieces
from segmenter.errors import EditError
from segmenter.state import Segment, State, with_segments

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from segmenter.label_map import LabelMap, Rectangle

    Mask = NDArray[np.bool_]

BACKGROUND = 0


def merge(state: State, numbers: Collection[int]) -> State:
    """Make one segment of several, under the number, name and colour of the largest of those with a name.

    They need not touch: parts of one object behind another are one segment, too.
    """
    labels = _free(state, numbers)
    if len(numbers) < 2:
        raise EditError("Select two or more segments to merge: click one, Shift-click the others.")
    areas = labels.areas()
    target = max(sorted(numbers), key=lambda number: (bool(state.segments[number].name), areas[number]))
    lookup = np.arange(len(areas), dtype=np.int32)
    lookup[list(numbers)] = target
    segments = {number: segment for number, segment in state.segments.items() if number not in numbers}
    segments[target] = replace(state.segments[target], edited=True)
    return with_segments(state, segments, labels.mapped(lookup))


def delete(state: State, numbers: Collection[int]) -> State:
    """Make segments background."""
    labels = _free(state, numbers)
    lookup = np.arange(labels.largest() + 1, dtype=np.int32)
    lookup[list(numbers)] = BACKGROUND
    segments = {number: segment for number, segment in state.segments.items() if number not in numbers}
    return with_segments(state, segments, labels.mapped(lookup))


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
    labels = _free(state, [number])
    old = labels.window(part)
    leaving = side & (old == number)
    if not leaving.any() or np.count_nonzero(leaving) == labels.areas()[number]:
        raise EditError(f"{state.title(number)} cannot be split there: one of the parts would be empty.")
    new = state.free_number()
    segments = dict(state.segments)
    segments[number] = replace(segments[number], edited=True)
    segments[new] = Segment(edited=True)
    return with_segments(state, segments, labels.replaced(part, np.where(leaving, np.int32(new), old)))


def split_pieces(state: State, numbers: Collection[int]) -> State:
    """Give every 4-connected piece but the largest of each segment a number of its own."""
    labels = _free(state, numbers)
    segments = dict(state.segments)
    for number in sorted(numbers):
        part = labels.bounds([number])
        old = labels.window(part)
        found, _ = pieces((old == number).astype(np.int32))
        sizes = np.bincount(found.ravel())[1:]
        if len(sizes) < 2:
            continue
        lookup = np.full(len(sizes) + 1, number, np.int32)
        for piece in np.argsort(-sizes, kind="stable")[1:]:
            new = replace(state, segments=segments).free_number()
            segments[new] = Segment(edited=True)
            lookup[piece + 1] = new
        segments[number] = replace(segments[number], edited=True)
        labels = labels.replaced(part, np.where(found > 0, lookup[found], old))
    if labels is state.labels:
        raise EditError("Nothing to split: the selection is in one piece already.")
    return with_segments(state, segments, labels)


def fill_holes(state: State, numbers: Collection[int]) -> State:
    """Give segments what lies inside their holes; locked segments keep their pixels."""
    labels = _free(state, numbers)
    locked = _locked(state)
    segments = dict(state.segments)
    for number in sorted(numbers):
        part = labels.bounds([number])
        old = labels.window(part)
        hole = binary_fill_holes(old == number) & (old != number) & ~np.isin(old, locked)
        if hole.any():
            segments[number] = replace(segments[number], edited=True)
            labels = labels.replaced(part, np.where(hole, np.int32(number), old))
    if labels is state.labels:
        raise EditError("Nothing to fill: the selection has no holes.")
    return settled(with_segments(state, segments, labels))


def absorb(state: State, numbers: Collection[int]) -> State:
    """Give each piece of the segments to the neighbour it shares the longest border with."""
    labels = _free(state, numbers)
    part = labels.bounds(numbers).grown(1).within(labels.shape)
    old = labels.window(part)
    inside = np.isin(old, list(numbers))
    found, _ = pieces(inside.astype(np.int32))
    owners = _longest_neighbours(found, old, [*numbers, BACKGROUND, *_locked(state)])
    if not owners.any():
        raise EditError("Nothing to absorb into: the selection has no unlocked neighbour.")
    changed = np.where(inside & (owners[found] > 0), owners[found], old)
    segments = dict(state.segments)
    for number in np.unique(owners[owners > 0]).tolist():
        segments[number] = replace(segments[number], edited=True)
    return settled(with_segments(state, segments, labels.replaced(part, changed)))


def paint(state: State, number: int, part: Rectangle, stroke: Mask, *, within: int | None = None) -> State:
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

    Returns
    -------
    State
        Segments that lost their last pixel are still in it, see `settled`: a stroke goes on.
    """
    labels = _labels(state)
    old = labels.window(part)
    changed = stroke & (old != number) & ~np.isin(old, _locked(state))
    if within is not None:
        changed &= old == within
    if number in state.segments and state.segments[number].locked:
        raise EditError(f"{state.title(number)} is locked; unlock it first.")
    if not changed.any():
        return state
    segments = dict(state.segments)
    if number != BACKGROUND:
        segments[number] = replace(segments.get(number, Segment()), edited=True)
    return with_segments(state, segments, labels.replaced(part, np.where(changed, np.int32(number), old)))


def settled(state: State) -> State:
    """Return the state without the segments that have no pixel left."""
    areas = _labels(state).areas()
    left = {number: segment for number, segment in state.segments.items() if number < len(areas) and areas[number] > 0}
    return state if len(left) == len(state.segments) else with_segments(state, left)


def _labels(state: State) -> LabelMap:
    """Return the labels; there must be some before anything can be edited."""
    if state.labels is None:
        raise EditError("There are no segments yet; they come with the first result.")
    return state.labels


def _free(state: State, numbers: Collection[int]) -> LabelMap:
    """Return the labels, if there are segments to edit and none of them is locked."""
    labels = _labels(state)
    if not numbers:
        raise EditError("Select a segment first: click it in the image or in the table.")
    for number in sorted(numbers):
        if state.segments[number].locked:
            raise EditError(f"{state.title(number)} is locked; unlock it first.")
    return labels


def _locked(state: State) -> list[int]:
    return [number for number, segment in state.segments.items() if segment.locked]


def _longest_neighbours(
    found: NDArray[np.int32], labels: NDArray[np.int32], excluded: Collection[int]
) -> NDArray[np.int32]:
    """Return for each piece the label it shares the longest border with; 0 where there is none."""
    borders = []
    for near, far in (((..., slice(-1)), (..., slice(1, None))), ((slice(-1),), (slice(1, None),))):
        borders += [(found[near].ravel(), labels[far].ravel()), (found[far].ravel(), labels[near].ravel())]
    piece, neighbour = (np.concatenate(side) for side in zip(*borders, strict=True))
    counted = (piece > 0) & ~np.isin(neighbour, list(excluded))
    pairs, lengths = np.unique(np.stack([piece[counted], neighbour[counted]]), axis=1, return_counts=True)
    owners = np.zeros(int(found.max(initial=0)) + 1, np.int32)
    order = np.argsort(lengths, kind="stable")  # the longest is written last
    owners[pairs[0, order]] = pairs[1, order]
    return owners
