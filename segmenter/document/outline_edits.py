"""What a person does to the outlines of segments: smoother, larger, smaller. Locked segments lose and gain nothing.

What a segment gives up goes to whatever is beside it. The functions are as those in `edits`; on large segments they
take a second, and belong into a thread.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from segmenter.document.edits import BACKGROUND, by_hand, editable, locked, settled
from segmenter.document.state import State, with_segments
from segmenter.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from numpy.typing import NDArray

    from segmenter.document.label_map import LabelMap

    Mask = NDArray[np.bool_]
    Labels = NDArray[np.int32]

SMOOTH = 2.0
"""Standard deviation of what outlines are smoothed with, pixels."""

FARTHEST = 200
"""Pixels that an outline is moved by at most."""


def smooth(state: State, numbers: Collection[int]) -> State:
    """Round the outlines of segments: a pixel belongs to a segment if most of what is around it does."""

    def wanted(inside: Mask) -> Mask:
        found: Mask = ndimage.gaussian_filter(inside.astype(np.float32), SMOOTH, mode="nearest") > 0.5
        return found

    return _changed(state, numbers, wanted, round(4 * SMOOTH))


def grow(state: State, numbers: Collection[int], pixels: int) -> State:
    """Move the outlines of segments outwards by pixels, or inwards, if negative; the rim of the image is no outline."""
    if not 0 < abs(pixels) <= FARTHEST:
        raise EditError("An outline is moved by 1 to {most} pixels.", most=str(FARTHEST))

    def wanted(inside: Mask) -> Mask:
        if inside.all():
            return inside
        if pixels > 0:
            return np.asarray(ndimage.distance_transform_edt(~inside) <= pixels)
        return np.asarray(ndimage.distance_transform_edt(inside) > -pixels)

    return _changed(state, numbers, wanted, abs(pixels))


def _changed(state: State, numbers: Collection[int], wanted: Callable[[Mask], Mask], reach: int) -> State:
    """Give each segment the pixels that it should have."""
    labels = editable(state, numbers)
    segments = dict(state.segments)
    erased = state.erased
    for number in sorted(numbers):
        part = labels.bounds([number]).grown(reach + 1).within(labels.shape)
        old = labels.window(part)
        inside = old == number
        now = wanted(inside)
        if not now.any():
            raise EditError("Nothing would be left of {name}.", name=state.title(number))
        gained = now & ~inside & ~labels.table([*locked(state), *numbers]).take(old)
        new = _handed_on(old, inside & ~now, _takers(labels, state, number))
        new[gained] = number
        if np.array_equal(new, old):
            continue
        erased = erased or bool(((new == BACKGROUND) & (old != BACKGROUND)).any())
        segments[number] = by_hand(segments[number])
        labels = labels.replaced(part, new)
    if labels is state.labels:
        raise EditError("Nothing to change: the outline is like that already, or held by locked segments.")
    return settled(with_segments(replace(state, erased=erased), segments, labels))


def _takers(labels: LabelMap, state: State, number: int) -> Mask:
    """Tell of each label whether it may get pixels that a segment gives up."""
    return ~labels.table([number, *locked(state)])


def _handed_on(old: Labels, lost: Mask, takers: Mask) -> Labels:
    """Return labels in which some pixels belong to what is nearest to them, step by step; the others as they were."""
    new = old.copy()
    known = np.pad(takers.take(old) & ~lost, 1)  # a rim spares all questions about the edge
    padded = np.pad(new, 1)
    flat_known, flat = known.ravel(), padded.ravel()
    left = np.flatnonzero(np.pad(lost, 1))
    width = padded.shape[1]
    while left.size:
        found = np.full(left.size, -1, np.int64)
        for step in (-width, -1, 1, width):
            beside = left + step
            np.copyto(found, beside, where=(found < 0) & flat_known[beside])
        reached = found >= 0
        if not reached.any():
            break  # only locked segments are around
        flat[left[reached]] = flat[found[reached]]
        flat_known[left[reached]] = True
        left = left[~reached]
    return padded[1:-1, 1:-1].copy()
