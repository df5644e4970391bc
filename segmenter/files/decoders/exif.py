"""Read the few things of EXIF that matter here: which way is up, and how large pixels are."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ORIENTATION = 0x0112
TABLE = 0x8769  # where a camera's own table is
FORMATS = {1: "B", 3: "H", 4: "I"}  # types that whole numbers are written as
RATIONAL = 5


def orientation(exif: bytes | None) -> int:
    """EXIF's orientation, 1…8; 1, upright, where there is none or it makes no sense.

    Not Pillow's reader, which warns of damage anywhere in the block.
    """
    value = next((value for tag, value in _entries(exif, cameras=False) if tag == ORIENTATION), 1)
    return int(value) if 1 <= value <= 8 else 1


def entries(exif: bytes | None) -> dict[int, float]:
    """Return the numbers of the first table and of the camera's own; of several of one tag the first counts."""
    known: dict[int, float] = {}
    for tag, value in _entries(exif, cameras=True):
        known.setdefault(tag, value)
    return known


def _entries(exif: bytes | None, *, cameras: bool) -> Iterator[tuple[int, float]]:
    """Go through the numbers of a block, as far as it is whole."""
    block = (exif or b"").removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None:
        return
    try:
        (start,) = struct.unpack_from(order + "I", block, 4)
        for tag, value in _table(block, order, start):
            yield tag, value
            if tag == TABLE and cameras:
                yield from _table(block, order, int(value))
    except struct.error:
        return


def _table(block: bytes, order: str, start: int) -> Iterator[tuple[int, float]]:
    """Go through the numbers of one table; struct.error where it is cut short."""
    (count,) = struct.unpack_from(order + "H", block, start)
    for at in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind = struct.unpack_from(order + "HH", block, at)
        if kind in FORMATS:
            yield tag, struct.unpack_from(order + FORMATS[kind], block, at + 8)[0]
        elif kind == RATIONAL:
            (place,) = struct.unpack_from(order + "I", block, at + 8)
            if place + 8 <= len(block):
                above, below = struct.unpack_from(order + "II", block, place)
                yield tag, above / below if below else 0.0
