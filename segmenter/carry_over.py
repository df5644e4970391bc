"""What stays when other parameters give other labels: held pixels, numbers, and with them colours and names."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment

from segmenter.edits import BACKGROUND
from segmenter.label_map import LabelMap
from segmenter.state import Segment, State, with_segments

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.parameters import Parameters

    Labels = NDArray[np.int32]


def carried_over(state: State, found: Labels, solved: Parameters) -> State:
    """Return the state with a new result in it.

    Pixels of held segments, and those a person made background, are put back on top of the result. Each new label
    takes the number of the segment it shares most pixels with, each number once, so that colours stay; what is new
    takes a number that no segment had.

    Parameters
    ----------
    state : State
    found : ndarray of int32, shape (rows, columns)
        Labels 1 … n, 0 is background; of the image, or of the same image reduced. Not written to any more.
    solved : Parameters
        What they were made with.

    Returns
    -------
    State
        If `found` is reduced, its labels are, too: it is for looking at, no edit goes on from it.
    """
    if state.labels is None:
        segments = {number: Segment() for number in range(1, int(found.max(initial=0)) + 1)}
        return with_segments(replace(state, solved=solved), segments, LabelMap.of(found))
    old = resampled(state.labels, found.shape)
    held = state.labels.table(state.held)
    held[BACKGROUND] = state.erased
    numbers = _numbers(state, _overlaps(found, old, held))
    labels = numbers.take(found)
    if held.any():
        np.copyto(labels, old, where=held.take(old))
    segments = {number: segment for number, segment in state.segments.items() if segment.held}
    for number in numbers[numbers > 0].tolist():
        segments[number] = state.segments.get(number, Segment())
    return with_segments(replace(state, solved=solved), segments, LabelMap.of(labels))


def lost(before: State, after: State) -> list[str]:
    """Say what a person chose that a new result has no place for, one sentence each."""
    gone = [segment for number, segment in before.segments.items() if number not in after.segments and segment.colour]
    return [f"{len(gone)} chosen colour{'s' * (len(gone) > 1)} went with the segments that had them."] if gone else []


def resampled(labels: LabelMap, shape: tuple[int, int]) -> Labels:
    """Return labels at the resolution of a reduced image: those of the pixels in the middle of its blocks."""
    if labels.shape == shape:
        return labels.array()
    factor = max(-(-many // few) for few, many in zip(shape, labels.shape, strict=True))
    rows, columns = (
        np.minimum(np.arange(few) * factor + factor // 2, many - 1)
        for few, many in zip(shape, labels.shape, strict=True)
    )
    return labels.picked(rows, columns)


def _overlaps(found: Labels, old: Labels, held: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return how many pixels each new label (rows) shares with each old one (columns) that is not held."""
    shape = int(found.max(initial=0)) + 1, len(held)
    pairs = found.astype(np.int64) * len(held) + old
    overlaps = np.bincount(pairs.ravel(), minlength=shape[0] * shape[1]).reshape(shape)
    overlaps[:, held] = 0
    return overlaps


def _numbers(state: State, overlaps: NDArray[np.int64]) -> Labels:
    """Return the number for each new label: of the old segment it overlaps most, or a free one.

    0 for the background, and for labels that are held pixels altogether.
    """
    numbers = np.zeros(len(overlaps), np.int32)
    rows, columns = linear_sum_assignment(overlaps[1:, 1:], maximize=True)
    matched = overlaps[rows + 1, columns + 1] > 0
    numbers[rows[matched] + 1] = columns[matched] + 1
    new = 1 + np.flatnonzero((numbers[1:] == 0) & overlaps[1:].any(axis=1))
    numbers[new] = list(islice(state.free_numbers(), len(new)))
    return numbers
