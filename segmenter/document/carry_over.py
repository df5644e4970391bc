"""What stays when other parameters give other labels: held pixels, numbers, and with them colours and names."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from segmenter.document.edits import BACKGROUND
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State, with_segments

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.parameters import Parameters

    Labels = NDArray[np.int32]
    Integers = NDArray[np.intp]


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
    numbers = _numbers(state, found, old, held)
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


def _numbers(state: State, found: Labels, old: Labels, held: NDArray[np.bool_]) -> Labels:
    """Return the number for each new label: of the old segment it overlaps most, or a free one.

    0 for the background, and for labels that are held pixels altogether.
    """
    numbers = np.zeros(int(found.max(initial=0)) + 1, np.int32)
    pairs, shared = _counted(found.astype(np.int64) * len(held) + old, len(numbers) * len(held))
    label, number = np.divmod(pairs, len(held))
    left = (label > 0) & ~held[number]
    both = left & (number > 0)
    numbers[1:] = _matched(label[both] - 1, number[both], shared[both], (len(numbers) - 1, len(held)))
    new = np.unique(label[left & (numbers[label] == 0)])
    numbers[new] = list(islice(state.free_numbers(), len(new)))
    return numbers


def _counted(values: Integers, limit: int) -> tuple[Integers, Integers]:
    """Return which values below a limit occur, and how often; ten times faster than `unique` where they are few."""
    if limit > values.size:
        return np.unique(values, return_counts=True)
    counts = np.bincount(values.ravel(), minlength=limit)
    present = np.flatnonzero(counts)
    return present, counts[present]


def _matched(row: Integers, column: Integers, shared: Integers, shape: tuple[int, int]) -> Integers:
    """Return for each row a column of its own, such that together they share most; 0 where none is left.

    Only pairs that share something are looked at: of 70,000 segments a table of all pairs would be 39 GB.
    """
    rows, columns = shape
    if not row.size:
        return np.zeros(rows, np.intp)
    most = float(shared.max()) + 1
    order = (row + column) / (rows + columns) ** 2  # of equals the first; all together weigh less than a pixel
    # a column of its own for each row that gets none of the others, because every row must have one
    cost = np.concatenate([most - shared + order, np.full(rows, most)])
    pairs = np.concatenate([row, np.arange(rows)]), np.concatenate([column, columns + np.arange(rows)])
    taken = min_weight_full_bipartite_matching(csr_array((cost, pairs), shape=(rows, columns + rows)))[1]
    return np.where(taken < columns, taken, 0)
