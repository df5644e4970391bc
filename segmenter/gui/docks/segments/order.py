"""Which segments are in the table, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segmenter.document.classes import members
from segmenter.files.natural import natural
from segmenter.gui.docks.segments.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segmenter.document.state import State
    from segmenter.gui.docks.segments.measuring import Measured

ALL = None
"""No class in particular."""


def passing(state: State, text: str, class_number: int | None) -> list[int]:
    """Return the segments of a class whose name, class or number has a text in it, by number; `ALL` is every class."""
    numbers: Iterable[int] = state.segments if class_number is ALL else members(state, class_number)
    if wanted := text.casefold():
        numbers = (
            number
            for number in numbers
            if wanted == str(number)
            or wanted in state.segments[number].name.casefold()
            or wanted in class_name(state, number).casefold()
        )
    return sorted(numbers)


def sort_key(column: Column, state: State, measured: Measured) -> Callable[[int], Any]:
    """Return what the segments of a column are sorted by; what is not there yet comes first."""
    segments = state.segments
    keys: dict[Column, Callable[[int], Any]] = {
        Column.EYE: lambda number: not segments[number].visible,
        Column.COLOUR: state.tint,
        Column.NUMBER: lambda number: number,
        Column.CLASS: lambda number: (not class_name(state, number), class_name(state, number).casefold()),
        Column.NAME: lambda number: natural(segments[number].name or str(number)),
        Column.AREA: lambda number: area(state, number),
        Column.PIECES: lambda number: measured.pieces[number] if measured.has(number) else 0,
        Column.MEAN: lambda number: measured.mean(number) if measured.has(number) else -1.0,
        Column.LOCK: lambda number: not segments[number].locked,
    }
    return keys[column]


def class_name(state: State, number: int) -> str:
    """Return the name of a segment's class; empty where it has none."""
    kind = state.class_of(number)
    return kind.name if kind else ""


def area(state: State, number: int) -> int:
    """Return the pixels of a segment."""
    return int(state.areas[number]) if number < len(state.areas) else 0
