"""Whether two states of an image hold the same work of a person: all else comes back with the next result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from segmenter.document.edits import BACKGROUND

if TYPE_CHECKING:
    from segmenter.document.label_map import LabelMap, Labels
    from segmenter.document.state import Segment, State

OTHERS = -1
"""The number of pixels that belong to nobody, where work is compared."""


def same_work(one: State, other: State) -> bool:
    """Tell whether parameters, held pixels and what was chosen for segments are the same.

    Labels that only follow from the parameters are not looked at: where nothing is held, or a result is waited for.
    Neither are the entries of the palette that segments are shown in, which depend on the results that came between.
    """
    if one is other:
        return True
    asked = [(each.parameters, each.erased, each.pixel_size, each.classes) for each in (one, other)]
    if asked[0] != asked[1] or not _same_segments(one, other):
        return False
    if not one.held and not one.erased:
        return True
    if one.labels is None or other.labels is None:
        return one.labels is other.labels
    every = not one.stale and not other.stale  # the numbers of all others, too: a person may have put them in order
    return _same_pixels(one.labels, other.labels, _lookup(one, every=every), _lookup(other, every=every))


def _same_segments(one: State, other: State) -> bool:
    """Tell whether a person said the same of all segments; states share most of them, which are not looked at."""
    for number in one.segments.keys() | other.segments.keys():
        first, second = one.segments.get(number), other.segments.get(number)
        if first is not second and _said(first) != _said(second):
            return False
    return True


def _said(segment: Segment | None) -> Segment | None:
    """Return a segment as far as a person said something of it."""
    if segment is None or not (segment.held or segment.colour or not segment.visible):
        return None
    return segment if segment.tint is None else replace(segment, tint=None)


def _lookup(state: State, *, every: bool) -> Labels:
    """Return for each number of a segment the number that its pixels are compared by: those held, or all."""
    table = np.full(max(state.segments, default=0) + 1, OTHERS, np.int32)
    compared = list(state.segments if every else state.held)
    table[compared] = compared
    table[BACKGROUND] = BACKGROUND if state.erased else OTHERS
    return table


def _same_pixels(one: LabelMap, other: LabelMap, first: Labels, second: Labels) -> bool:
    """Compare tile by tile; those that the maps share, or that nobody holds anything in, need no look."""
    if one.shape != other.shape:
        return False
    alike = np.array_equal(first, second)
    for row, row_of_other in zip(one.tiles, other.tiles, strict=True):
        for tile, of_other in zip(row, row_of_other, strict=True):
            if tile is of_other or (alike and np.array_equal(tile.labels, of_other.labels)):
                continue
            held = [table[each.present] for table, each in ((first, tile), (second, of_other))]
            if not any((numbers != OTHERS).any() for numbers in held):
                continue
            if not np.array_equal(first.take(tile.labels), second.take(of_other.labels)):
                return False
    return True
