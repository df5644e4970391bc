"""How large an image is, from the beginning of its file alone: for estimates, before anything is decoded.

What is wrong with a file is for the decoders to say; here it has no size.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from segmenter.files.reading import TIFF_SIGNATURES

if TYPE_CHECKING:
    from pathlib import Path


class Size(NamedTuple):
    """Extent of an image, and its channels or colours; what is left out has three."""

    rows: int
    columns: int
    channels: int = 3


FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers that begin a frame, behind which its size stands."""

NETPBM = re.compile(rb"P[1-6fF]\s+(?:#[^\r\n]*[\r\n]\s*)*(\d{1,9})\s+(?:#[^\r\n]*[\r\n]\s*)*(\d{1,9})\s")
PAM = re.compile(rb"P7\n(?:[^\n]*\n)*?WIDTH (\d{1,9})\n(?:[^\n]*\n)*?HEIGHT (\d{1,9})\n")
KINDS = {3: "H", 16: "Q"}
"""How the numbers of a TIFF tag are stored: SHORT and LONG8; all others that tell a size as LONG."""

START = 4096
"""Bytes that are read of a file first."""


def size(path: Path) -> Size | None:
    """Return the size of the first image of a file; None where its beginning does not tell."""
    try:
        with path.open("rb") as file:
            return _size(file, file.read(START))
    except (OSError, ValueError, struct.error):
        return None


def _size(file: BinaryIO, start: bytes) -> Size | None:
    """Tell by the first bytes where the size stands."""
    if start.startswith(b"\x89PNG"):
        return _turned(*struct.unpack_from(">II", start, 16))
    if start.startswith(b"\xff\xd8\xff"):
        return _jpeg(file)
    if start.startswith(TIFF_SIGNATURES):
        return _tiff(file, start)
    if start.startswith(b"GIF8"):
        return _turned(*struct.unpack_from("<HH", start, 6))
    if start.startswith(b"BM"):
        return _turned(*map(abs, struct.unpack_from("<ii", start, 18)))
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return _webp(start)
    if b"ihdr" in start:  # JPEG 2000
        rows, columns, channels = struct.unpack_from(">IIH", start, start.index(b"ihdr") + 4)
        return Size(rows, columns, channels)
    found = NETPBM.match(start) or PAM.match(start)
    return _turned(int(found[1]), int(found[2])) if found else None


def _turned(width: int, height: int) -> Size:
    return Size(height, width)


def _jpeg(file: BinaryIO) -> Size | None:
    """Go from marker to marker until a frame begins."""
    at = 2
    while True:
        file.seek(at)
        marker, length, _, rows, columns, channels = struct.unpack(">HHBHHB", file.read(10))
        if marker >> 8 != 0xFF:
            return None
        if marker & 0xFF in FRAMES:
            return Size(rows, columns, channels)
        at += 2 + length


def _webp(start: bytes) -> Size:
    kind = start[12:16]
    if kind == b"VP8X":
        return _turned(*(1 + int.from_bytes(start[at : at + 3], "little") for at in (24, 27)))
    if kind == b"VP8L":
        bits = int.from_bytes(start[21:25], "little")
        return _turned(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    width, height = struct.unpack_from("<HH", start, 26)
    return _turned(width & 0x3FFF, height & 0x3FFF)


def _tiff(file: BinaryIO, start: bytes) -> Size | None:
    """Read width, length and samples of a pixel from the first directory; pages are mostly of a size."""
    order = "<" if start[:2] == b"II" else ">"
    big = struct.unpack_from(order + "H", start, 2)[0] == 43
    (offset,) = struct.unpack_from(order + ("Q" if big else "I"), start, 8 if big else 4)
    file.seek(offset)
    (count,) = struct.unpack(order + ("Q" if big else "H"), file.read(8 if big else 2))
    tags = {277: 1}
    for _ in range(min(count, 1000)):
        code, kind, _, value = struct.unpack(order + ("HHQ8s" if big else "HHI4s"), file.read(20 if big else 12))
        if code in (256, 257, 277):
            (tags[code],) = struct.unpack_from(order + KINDS.get(kind, "I"), value)
    return Size(tags[257], tags[256], tags[277]) if {256, 257} <= tags.keys() else None
