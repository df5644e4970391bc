"""Classes as JSON, the same in recipes, projects and the formats that have room for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from segmenter.core.classes import SegmentClass

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 65_535
"""The largest number that a class can have: it must fit into a 16-bit image."""


def to_json(classes: Iterable[SegmentClass]) -> list[dict[str, Any]]:
    """Return classes as JSON holds them."""
    return [{"number": each.number, "name": each.name, "colour": each.hex_colour, "key": each.key} for each in classes]


def from_json(listed: Any) -> tuple[SegmentClass, ...]:
    """Return the classes of a list; ValueError, whose text begins with `classes`, if it is none."""
    if not isinstance(listed, list):
        raise ValueError("classes must be a list")
    classes = tuple(map(_one, listed))
    for values in ([each.number for each in classes], [each.key for each in classes if each.key]):
        if len(set(values)) < len(values):
            raise ValueError("classes must have numbers and keys of their own")
    return tuple(sorted(classes, key=lambda each: each.number))


def _one(value: Any) -> SegmentClass:
    """Return a class."""
    if not isinstance(value, dict):
        raise ValueError("classes must be tables")
    number, name, key = value.get("number"), value.get("name"), value.get("key")
    if type(number) is not int or not 1 <= number <= LARGEST or not isinstance(name, str):
        raise ValueError("classes must have numbers and names")
    if key is not None and (type(key) is not int or not 1 <= key <= 9):
        raise ValueError("classes must have keys from 1 to 9, or none")
    return SegmentClass(number, readable(name), parsed_colour(value.get("colour")), key)


def parsed_colour(text: Any) -> tuple[int, int, int]:
    """Return the colour that is written as `#ff8000`; ValueError if it is not."""
    if not isinstance(text, str) or not re.fullmatch("#[0-9a-fA-F]{6}", text):
        raise ValueError("classes must have colours such as #ff8000")
    red, green, blue = bytes.fromhex(text[1:])
    return red, green, blue


def readable(text: str) -> str:
    """Return a text with a mark in place of half a character, which no file can hold."""
    return text.encode(errors="replace").decode()
