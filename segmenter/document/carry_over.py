"""What stays when other parameters give other labels: held pixels, numbers, and with them colours and names."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from segmenter.core.solver.blocks import blocks, parallel
from segmenter.document.edits import BACKGROUND
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State, with_segments

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from segmenter.parameters import Parameters

    Labels = NDArray[np.int32]
    Integers = NDArray[np.intp]


STRIP = 256
"""Image rows that one thread counts at a time, at least."""

NOTHING = -1
"""Where a new label would have a segment: it is none."""


def carried_over(state: State, found: Labels, solved: Parameters, *, steady: bool = False) -> State:
    """Return the state with a new result in it.

    Pixels of held segments, and those a person made background, are put back on top of the result. Each new label is
    taken for the segment it shares most pixels with, each segment once, so that colours stay. Where something is held
    it also takes the number of that segment, and what is new a number that no segment had; where nothing is, the
    numbers are those of the result, as on the command line.

    Parameters
    ----------
    state : State
    found : ndarray of int32, shape (rows, columns)
        Labels 1 … n, 0 is background; of the image, or of the same image reduced. Not written to any more.
    solved : Parameters
        What they were made with.
    steady : bool
        Numbers stay even where nothing is held: for previews, under which what is selected stays so.

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
    matched = _matching(state, found, old, held)
    kept = steady or bool(held.any())
    numbers = _numbers(state, matched) if kept else np.arange(len(matched), dtype=np.int32)
    labels = numbers.take(found) if kept else found
    if held.any():
        np.copyto(labels, old, where=held.take(old))
    segments = {number: segment for number, segment in state.segments.items() if segment.held}
    tints = state.free_tints()
    for was, number in zip(matched[1:].tolist(), numbers[1:].tolist(), strict=True):
        if number and was != NOTHING:
            tint = state.tint(was) if was else next(tints)
            segment = state.segments[was] if was else Segment()
            segments[number] = replace(segment, tint=None if tint == number else tint)
    return with_segments(replace(state, solved=solved), segments, LabelMap.of(labels))


def followed(before: State, after: State, numbers: Collection[int]) -> frozenset[int]:
    """Return what became of some segments when another result was carried over: their colours tell."""
    tints = {before.tint(number) for number in numbers if number in before.segments}
    return frozenset(number for number in after.segments if after.tint(number) in tints)


def lost(before: State, after: State) -> list[str]:
    """Say what a person chose that a new result has no place for, one sentence each."""
    tints = {after.tint(number) for number in after.segments}
    gone = [
        number for number, segment in before.segments.items() if segment.colour and before.tint(number) not in tints
    ]
    if len(gone) == 1:
        return ["1 chosen colour went with the segment that had it."]
    return [f"{len(gone)} chosen colours went with the segments that had them."] if gone else []


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


def _matching(state: State, found: Labels, old: Labels, held: NDArray[np.bool_]) -> Labels:
    """Return for each new label the old segment it overlaps most; 0 where it is new.

    `NOTHING` for the background, and for labels that are held pixels altogether.
    """
    labels = int(found.max(initial=0)) + 1
    pairs, shared = _counted(found, old, labels, len(held))
    label, number = np.divmod(pairs, len(held))
    left = (label > 0) & ~held[number]
    both = left & (number > 0)
    matched = np.full(labels, NOTHING, np.int32)
    matched[label[left]] = 0
    taken = _matched(label[both] - 1, number[both], shared[both], (labels - 1, len(held)))
    matched[1:] = np.where(taken > 0, taken, matched[1:])
    return matched


def _numbers(state: State, matched: Labels) -> Labels:
    """Return the number of each new label: that of its old segment, or a free one; 0 for nothing."""
    numbers = np.maximum(matched, 0)
    new = np.flatnonzero(matched == 0)
    numbers[new] = list(islice(state.free_numbers(), len(new)))
    return numbers


def _counted(found: Labels, old: Labels, labels: int, numbers: int) -> tuple[Integers, Integers]:
    """Return which pairs of labels and numbers, as label · numbers + number, share pixels, and how many."""

    def pairs(rows: slice) -> Integers:
        return (found[rows].astype(np.int64) * numbers + old[rows]).ravel()

    possible = labels * numbers
    if possible > found.size:
        return np.unique(pairs(slice(None)), return_counts=True)
    height = max(STRIP, math.ceil(len(found) * possible / found.size))  # so that no more is counted in than there is
    strips = blocks(len(found), height)
    counts = np.sum(parallel(lambda rows: np.bincount(pairs(rows), minlength=possible), strips), axis=0)
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
