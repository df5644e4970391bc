"""What is read of a file at most, whatever it claims: a file of anybody must not take all memory there is."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.errors import UnreadableImage, UnsupportedImage

if TYPE_CHECKING:
    from numpy.typing import NDArray

PIXELS = 25_000_000
"""Of an image that only the file speaks of: its labels take four bytes each."""

TEXT = 32_000_000
"""Bytes of JSON, or of all files in an archive."""

VALUES, TABLES = 1_500_000, 150_000
"""Values and tables in a JSON file: each takes some ten times its text in memory."""


def read_json(content: bytes) -> Any:
    """Parse JSON.

    Raises
    ------
    UnreadableImage
        It is none.
    UnsupportedImage
        It holds more than is read.
    """
    if len(content) > TEXT:
        raise UnsupportedImage(f"is larger than the {TEXT // 1_000_000} MB of JSON that are read")
    if content.count(b",") > VALUES or content.count(b"{") > TABLES or content.count(b"[") > VALUES:
        raise UnsupportedImage(f"holds more than the {VALUES:,} numbers that are read")
    try:
        return json.loads(content, parse_constant=_refuse, parse_int=_whole)
    except (ValueError, RecursionError, UnicodeDecodeError):
        raise UnreadableImage("is damaged, or no JSON") from None


def _refuse(name: str) -> None:
    """Refuse NaN and infinity, which are no JSON."""
    raise ValueError(name)


def _whole(digits: str) -> int | float:
    """Return a whole number; of thousands of digits it would take seconds."""
    return int(digits) if len(digits) < 20 else math.inf


def part(table: Any, key: str, *kinds: type) -> Any:
    """Return a value of a table, of one of some types; UnreadableImage if it is not there or another."""
    value = table.get(key) if isinstance(table, dict) else None
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise UnreadableImage(f'is damaged: "{key}" is missing or not what it must be')
    return value


def optional(table: Any, key: str, kind: type[Any], otherwise: Any) -> Any:
    """Return a value of a table if it is of a type, else something else: what is not needed may be wrong."""
    value = table.get(key) if isinstance(table, dict) else None
    return value if isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool) else otherwise


def corners(values: Any, *, flat: bool = False) -> NDArray[np.float64]:
    """Return pairs of numbers, or numbers in pairs, as an array, shape (corners, 2); UnreadableImage if there are none.

    Of more than two numbers a corner the first two count.
    """
    try:
        array = np.asarray(values, np.float64)
    except (ValueError, TypeError, OverflowError):
        raise UnreadableImage("is damaged: an outline has corners that are none") from None
    if flat and array.ndim == 1:
        array = array[: len(array) // 2 * 2].reshape(-1, 2)
    if not array.size:
        return np.zeros((0, 2))
    if array.ndim != 2 or array.shape[1] < 2 or not np.isfinite(array).all() or np.abs(array).max(initial=0) > 1e9:
        raise UnreadableImage("is damaged: an outline has corners that are none")
    return array[:, :2]


def checked(rows: Any, columns: Any, wanted: tuple[int, int] | None, limit: int = PIXELS) -> tuple[int, int]:
    """Return the size of an image that a file speaks of; an error if it is none, too large, or not the one wanted."""
    for extent in (rows, columns):
        if isinstance(extent, bool) or not isinstance(extent, (int, float)) or not 1 <= extent <= 2**31:
            raise UnreadableImage("is damaged: it has no size that an image can have")
    shape = int(rows), int(columns)
    if wanted is not None and shape != wanted:
        sizes = " × ".join(map(str, shape[::-1])), " × ".join(map(str, wanted[::-1]))
        raise UnsupportedImage(f"is of an image of {sizes[0]} pixels, and this one is of {sizes[1]}")
    if wanted is None and shape[0] * shape[1] > limit:
        raise UnsupportedImage(f"is of an image of more than the {limit:,} pixels that are read where it is not named")
    return shape


def known_size(wanted: tuple[int, int] | None) -> tuple[int, int]:
    """Return the size of the image where a file does not say it; UnsupportedImage if nobody knows."""
    if wanted is None:
        raise UnsupportedImage("does not say how large its image is; name the image as well")
    return wanted


def plain(text: str) -> str:
    """Return a text of a file on one line."""
    return re.sub(r"[\x00-\x1f\x7f]", " ", text)
