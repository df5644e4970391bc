"""Classes as JSON, the same in recipes, projects and the formats that have room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from segmenter.core.classes import SegmentClass
from segmenter.errors import ContentError
from segmenter.files import checked

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 65_535
"""The largest number that a class can have: it must fit into a 16-bit image."""


def to_json(classes: Iterable[SegmentClass]) -> list[dict[str, Any]]:
    """Return classes as JSON holds them."""
    return [{"number": each.number, "name": each.name, "colour": each.hex_colour, "key": each.key} for each in classes]


def from_json(listed: Any) -> tuple[SegmentClass, ...]:
    """Return the classes of a list; ContentError if it is none."""
    if not isinstance(listed, list):
        raise ContentError("classes must be a list.")
    classes = tuple(_one(each, at) for at, each in enumerate(listed, start=1))
    for values in ([each.number for each in classes], [each.key for each in classes if each.key]):
        if len(set(values)) < len(values):
            raise ContentError("classes must have numbers and keys of their own.")
    return tuple(sorted(classes, key=lambda each: each.number))


def _one(value: Any, at: int) -> SegmentClass:
    """Return a class, the one of that place in the list."""
    try:
        number, name = checked.number(value, "number", 1, LARGEST), checked.part(value, "name", str)
        key = None if value.get("key") is None else checked.number(value, "key", 1, 9)
        return SegmentClass(number, checked.readable(name), checked.colour(value.get("colour")), key)
    except ContentError as error:
        raise ContentError(f"class {at}: {error}") from None
