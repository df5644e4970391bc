"""How large an image compressed data announce: asked before a decoder makes room for it.

Where an image lies inside another file, the two may disagree; and a few bytes can ask for all memory there is.
"""

from __future__ import annotations

import re
import struct
from typing import BinaryIO, NamedTuple

from segmenter.errors import UnreadableImage

JPEG2000_START = b"\xff\x4f\xff\x51"  # start of codestream, size

JPEG_MARKER = re.compile(rb"\xff[^\0\xd0-\xd7\xff]", re.DOTALL)  # neither a byte of the pixels nor a restart
END_OF_IMAGE, START_OF_SCAN = 0xD9, 0xDA

JPEG_MARKERS = 100_000
"""Markers, and bytes that fill, that may stand before the frame: a large file of nothing else would take minutes."""


class StreamHeader(NamedTuple):
    """What the header of a stream speaks of; `channels` includes alpha, `bits` are those of one sample."""

    columns: int
    rows: int
    channels: int
    bits: int

    @property
    def samples(self) -> int:
        """How many numbers that makes."""
        return self.columns * self.rows * self.channels


def jpeg(file: BinaryIO) -> StreamHeader:
    """Find the frame header of a JPEG stream."""
    at = 2
    for _ in range(JPEG_MARKERS):
        file.seek(at)
        marker, length, bits, rows, columns, channels = struct.unpack(">HHBHHB", file.read(10))
        if marker >> 8 != 0xFF:
            raise UnreadableImage("is damaged")
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            return StreamHeader(columns, rows, channels, bits)
        at += 2 + length if marker != 0xFFFF else 1  # any number of FF may stand before a marker
    raise UnreadableImage("is damaged")


def jpeg_scans(data: bytes) -> int:
    """Count the scans of a JPEG stream, up to its end: films and other images may follow in the file."""
    count, at = 0, 2
    while (marker := JPEG_MARKER.search(data, at)) is not None:
        code = marker[0][1]
        if code == END_OF_IMAGE or marker.end() + 2 > len(data):
            break
        count += code == START_OF_SCAN
        at = marker.end() + struct.unpack_from(">H", data, marker.end())[0]
    return count


def jpeg2000(data: bytes) -> StreamHeader:
    """Read the size segment of a JPEG 2000 codestream, in boxes or not; `bits` are those of the deepest channel."""
    start = data.index(JPEG2000_START)
    x1, y1, x0, y0 = struct.unpack_from(">4I", data, start + 8)
    (channels,) = struct.unpack_from(">H", data, start + 40)
    depths = data[start + 42 : start + 42 + 3 * channels : 3]
    return StreamHeader(x1 - x0, y1 - y0, channels, 1 + max((depth & 0x7F for depth in depths), default=0))
