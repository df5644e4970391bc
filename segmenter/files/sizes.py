"""How large an image is, from the beginning of its file alone: for estimates, before anything is decoded.

What is wrong with a file is for the decoders to say; here it has no size.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from segmenter.errors import ImageError
from segmenter.files.decoders import netpbm, pillow, stream_header
from segmenter.files.reading import TIFF_SIGNATURES

if TYPE_CHECKING:
    from pathlib import Path


class Size(NamedTuple):
    """Extent of an image, and its channels or colours; what is left out has three."""

    rows: int
    columns: int
    channels: int = 3


KINDS = {3: "H", 16: "Q"}
"""How the numbers of a TIFF tag are stored: SHORT and LONG8; all others that tell a size as LONG."""

START = 4096
"""Bytes that are read of a file first."""


def size(path: Path) -> Size | None:
    """Return the size of the first image of a file; None where its beginning does not tell."""
    try:
        with path.open("rb") as file:
            return _size(file, file.read(START))
    except (OSError, ValueError, KeyError, struct.error, ImageError):
        return None


def _size(file: BinaryIO, start: bytes) -> Size | None:
    """Tell by the first bytes where the size stands."""
    if start.startswith(b"\x89PNG"):
        return _turned(*struct.unpack_from(">II", start, 16))
    if start.startswith(b"\xff\xd8\xff"):
        found = stream_header.jpeg(file)
        return Size(found.rows, found.columns, found.channels)
    if start.startswith(TIFF_SIGNATURES):
        return _tiff(file, start)
    if start.startswith(b"GIF8"):
        return _turned(*struct.unpack_from("<HH", start, 6))
    if start.startswith(b"BM"):
        return _turned(*map(abs, struct.unpack_from("<ii", start, 18)))
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return _turned(*pillow.webp_size(start))
    if b"ihdr" in start:  # JPEG 2000
        rows, columns, channels = struct.unpack_from(">IIH", start, start.index(b"ihdr") + 4)
        return Size(rows, columns, channels)
    header = netpbm.read_header(start)
    return _turned(header.width, header.height)


def _turned(width: int, height: int) -> Size:
    return Size(height, width)


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
