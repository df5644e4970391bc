"""Read the one thing of EXIF that matters here: which way is up."""

from __future__ import annotations

import struct

ORIENTATION = 0x0112
FORMATS = {1: "B", 3: "H", 4: "I"}  # types that whole numbers are written as


def orientation(exif: bytes | None) -> int:
    """EXIF's orientation, 1…8; 1, upright, where there is none or it makes no sense.

    Not Pillow's reader, which warns of damage anywhere in the block.
    """
    block = (exif or b"").removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(order + "I", block, 4)
        (count,) = struct.unpack_from(order + "H", block, start)
        for at in range(start + 2, start + 2 + 12 * count, 12):
            tag, kind = struct.unpack_from(order + "HH", block, at)
            if tag == ORIENTATION and kind in FORMATS:
                (value,) = struct.unpack_from(order + FORMATS[kind], block, at + 8)
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1
