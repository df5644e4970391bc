"""Values in the JSON of our own files, taken only where they are what they must be: anybody may have written it."""

from __future__ import annotations

import math
import os
import re
from typing import TYPE_CHECKING, Any, TypeVar

from segmenter.core.image import PixelSize
from segmenter.errors import ContentError

if TYPE_CHECKING:
    T = TypeVar("T")

WHOLE = 2**53
"""The largest whole number that every program which reads JSON keeps."""

KINDS = {
    int: "a whole number",
    float: "a number with a decimal point",
    str: "a text",
    list: "a list",
    dict: "a table",
    bool: "true or false",
}


def part(mapping: Any, key: str, kind: type[T]) -> T:
    """Return a value of the type it must have; ContentError, as from all of these, if it is none."""
    if not isinstance(mapping, dict) or key not in mapping:
        raise ContentError(f'"{key}" is missing.')
    value = mapping[key]
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ContentError(f'"{key}" must be {KINDS[kind]}.')
    return value


def optional(mapping: Any, key: str, kind: type[T]) -> T | None:
    """Return a value of the type it must have, or None where that is what is written."""
    if isinstance(mapping, dict) and key in mapping and mapping[key] is None:
        return None
    return part(mapping, key, kind)


def number(mapping: Any, key: str, low: int, high: int = WHOLE) -> int:
    """Return a whole number within its range."""
    value = part(mapping, key, int)
    if not low <= value <= high:
        raise ContentError(f'"{key}" is out of range.')
    return value


def digest(mapping: dict[str, Any], key: str = "sha256") -> str:
    """Return a SHA-256, hexadecimal."""
    text = part(mapping, key, str)
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise ContentError('"sha256" is none.')
    return text


def path(mapping: dict[str, Any], key: str) -> str:
    """Return a path that the system can be asked for."""
    text = part(mapping, key, str)
    try:
        possible = bool(text) and b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        possible = False
    if not possible:
        raise ContentError(f'"{key}" names no file.')
    return text


def readable(text: str) -> str:
    """Return a text with a mark in place of half a character, which no file can hold."""
    return text.encode(errors="replace").decode()


def colour(text: Any) -> tuple[int, int, int]:
    """Return the colour that is written as `#ff8000`."""
    if not isinstance(text, str) or not re.fullmatch("#[0-9a-fA-F]{6}", text):
        raise ContentError("a colour must be written as #ff8000.")
    red, green, blue = bytes.fromhex(text[1:])
    return red, green, blue


def pixel_size(table: Any) -> PixelSize:
    """Return the size of a pixel and its unit."""
    height, width = (part(table, key, float) for key in ("height", "width"))
    if not (0 < height < math.inf and 0 < width < math.inf):
        raise ContentError("a pixel must have a size.")
    return PixelSize(height, width, readable(part(table, "unit", str)))
