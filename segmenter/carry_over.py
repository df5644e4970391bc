"""What stays when other parameters give other labels: held pixels, numbers, and with them colours and names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

from segmenter.edits import BACKGROUND, settled
from segmenter.label_map import LabelMap
from segmenter.state import Segment, State, with_segments

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.parameters import Parameters

    Labels = NDArray[np.int32]


def carried_over(state: State, found: Labels, solved: Parameters) -> State:
    """Return the state with a new result in it.

    Pixels of held segments, and those a person made background, are put back on top of the result. Each new label
    takes the number of the segment it shares most pixels with, each number once, so that colours stay.

    Parameters
    ----------
    state : State
    found : ndarray of int32, shape (rows, columns)
        Labels 1 … n, 0 is background; of the image, or of the same image reduced.
    solved : Parameters
        What they were made with.

    Returns
    -------
    State
    """
    if state.labels is None:
        segments = {number: Segment() for number in range(1, int(found.max(initial=0)) + 1)}
        return with_segments(replace(state, solved=solved), segments, LabelMap.of(found))
    old = resampled(state.labels, found.shape)
    held = state.held | {BACKGROUND}
    keeps = np.isin(np.arange(int(old.max(initial=0)) + 1), list(held))
    free = ~keeps[old]
    numbers = _numbers(state, old, np.where(free, found, 0))
    labels = np.where(free, numbers[found], old)
    segments = {number: segment for number, segment in state.segments.items() if segment.held}
    for number in numbers[1:].tolist():
        segments[number] = state.segments.get(number, Segment())
    return settled(with_segments(replace(state, solved=solved), segments, LabelMap.of(labels)))


def lost(before: State, after: State) -> list[str]:
    """Say what a person chose that a new result has no place for, one sentence each."""
    gone = [segment for number, segment in before.segments.items() if number not in after.segments and segment.colour]
    return [f"{len(gone)} chosen colour{'s' * (len(gone) > 1)} went with the segments that had them."] if gone else []


def resampled(labels: LabelMap, shape: tuple[int, int]) -> Labels:
    """Return labels at the resolution of a reduced image: those of the pixels in the middle of its blocks."""
    if labels.shape == shape:
        return labels.array()
    rows, columns = (
        np.minimum(((np.arange(few) + 0.5) * many / few).astype(np.intp), many - 1)
        for few, many in zip(shape, labels.shape, strict=True)
    )
    return labels.picked(rows, columns)


def _numbers(state: State, old: Labels, found: Labels) -> Labels:
    """Return the number for each new label: of the old segment it overlaps most, or a free one."""
    count, size = int(found.max(initial=0)), int(old.max(initial=0)) + 1
    overlap = np.bincount((found.astype(np.int64) * size + old).ravel(), minlength=(count + 1) * size)
    overlap = overlap.reshape(count + 1, size)[1:]
    overlap[:, [BACKGROUND, *(number for number in state.held if number < size)]] = 0
    numbers = np.zeros(count + 1, np.int32)
    rows, columns = linear_sum_assignment(overlap, maximize=True)
    matched = overlap[rows, columns] > 0
    numbers[rows[matched] + 1] = columns[matched]
    taken = {*numbers.tolist(), *state.held}
    free = iter(number for number in range(1, count + len(taken) + 2) if number not in taken)
    for label in np.flatnonzero(numbers[1:] == 0) + 1:
        numbers[label] = next(free)
    return numbers
