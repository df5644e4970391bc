"""Objects that a person pointed at, as segments: what they cannot have, and how one is changed afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.clicked import ClickedObject
from segmenter.document.edits import settled
from segmenter.document.state import Segment, State, with_segments
from segmenter.errors import EditError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.clicked import Clicks
    from segmenter.document.label_map import Rectangle

    Mask = NDArray[np.bool_]


def worked_on(state: State, own: int | None = None) -> frozenset[int]:
    """Return the segments whose pixels no object takes, but for one: what is locked or was edited before."""
    return frozenset(
        number for number, segment in state.segments.items() if (segment.locked or segment.edited) and number != own
    )


def ground(state: State, own: int | None = None) -> Mask | None:
    """Return the pixels that no object takes, those of one segment excepted; None where there are none."""
    others = worked_on(state, own)
    if state.labels is None or not others:
        return None
    return np.asarray(state.labels.table(others).take(state.labels.array()))


def change_object(state: State, number: int, part: Rectangle, inside: Mask, clicks: Clicks) -> State:
    """Give a segment that was made from clicks the pixels that other clicks select.

    Parameters
    ----------
    state : State
    number : int
    part : Rectangle
        Where `inside` lies in the image.
    inside : ndarray of bool, shape of the rectangle
    clicks : Clicks
        What they were selected by.

    Returns
    -------
    State
        What the segment does not have any more follows the parameters again: the labels are to be made anew.
    """
    labels = state.labels
    if labels is None or part.empty:
        raise EditError("Nothing is selected there.")
    if state.segments[number].locked:
        raise EditError("{name} is locked; unlock it first.", name=state.title(number))
    both = part.united(labels.bounds([number]))
    old = labels.window(both)
    wanted = np.zeros(old.shape, bool)
    top, left = part.top - both.top, part.left - both.left
    wanted[top : top + inside.shape[0], left : left + inside.shape[1]] = inside
    taken = wanted & ~labels.table(worked_on(state, number)).take(old)
    if not taken.any():
        raise EditError("All of this belongs to segments that are locked or were edited.")
    freed = (old == number) & ~taken
    segments = dict(state.segments)
    segments[number] = replace(segments[number], edited=True, visible=True, clicks=clicks)
    new = np.where(taken, np.int32(number), old)
    if freed.any():
        free = state.free_number()
        segments[free] = Segment()
        new[freed] = free
        state = replace(state, solved=None)
    return settled(with_segments(state, segments, labels.replaced(both, new)))


def clicked_objects(state: State) -> dict[int, ClickedObject]:
    """Return what was pointed at, by the numbers of the segments, in the order in which they were made."""
    kinds = {each.number: each.name for each in state.classes}
    return {
        number: ClickedObject(segment.clicks, segment.name, kinds.get(segment.class_number, ""))
        for number, segment in state.segments.items()
        if segment.clicks is not None
    }
