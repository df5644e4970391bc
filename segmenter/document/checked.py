"""Values in the JSON of a project, taken only where they are what they must be: somebody else may have written it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, TypeVar

from segmenter.errors import ProjectError

if TYPE_CHECKING:
    from segmenter.document.state import Colour

    T = TypeVar("T")

WHOLE = 2**53
"""The largest whole number that every program which reads JSON keeps."""


def colour(text: str | None) -> Colour | None:
    """Return the colour that "#80c0ff" means; None for none."""
    if text is None:
        return None
    if not re.fullmatch("#[0-9a-fA-F]{6}", text):
        raise ProjectError("it has a colour that is none.")
    red, green, blue = bytes.fromhex(text[1:])
    return red, green, blue


def part(mapping: Any, key: str, kind: type[T]) -> T:
    """Return a value of the type it must have."""
    value = mapping.get(key) if isinstance(mapping, dict) else None
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ProjectError(f'"{key}" is missing or not what it must be.')
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
        raise ProjectError(f'"{key}" is out of range.')
    return value


def digest(mapping: dict[str, Any]) -> str:
    """Return a SHA-256, hexadecimal."""
    text = part(mapping, "sha256", str)
    if not re.fullmatch("[0-9a-f]{64}", text):
        raise ProjectError('"sha256" is none.')
    return text


def path(mapping: dict[str, Any], key: str) -> str:
    """Return a path that the system can be asked for."""
    text = part(mapping, key, str)
    try:
        possible = bool(text) and b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        possible = False
    if not possible:
        raise ProjectError(f'"{key}" names no file.')
    return text
