"""The labels as regions of interest that ImageJ and Fiji open: a zip archive of `.roi` files.

The format is described in ImageJ's own source, `ij/io/RoiDecoder.java`. Numbers are big-endian; a header of 64 bytes,
coordinates, a second header of 64 bytes, texts in UTF-16.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING

import numpy as np

from segmenter.files.formats.documents import write_archive
from segmenter.files.formats.format import Format, counted, simplification

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from segmenter.files.formats.format import Result, Rings

MAGIC, VERSION = b"Iout", 228
COMPOSITE, TRACED = 1, 8
"""Kinds: a rectangle that holds a path; a polygon traced along the edges of pixels."""
MOVE, LINE, CLOSE = 0.0, 1.0, 4.0
"""Steps of a path."""
LIMIT = 32_767
"""The largest coordinate, and number of corners, of a polygon; what is larger becomes a path of floats."""


class Rois(Format):
    """One region of interest a label; its number, name and class are among the region's properties."""

    name = "rois"
    title = "ROIs for ImageJ and Fiji"
    keeps = "The exact outline, number, name, class and colour of every label, and the pixel size; ZIP."
    group = "Outlines and annotations"
    ending = "_rois.zip"

    def describe(self, result: Result) -> str:
        """Say how many labels, and how many of them are composite."""
        composite = sum(len(pieces) > 1 or len(pieces[0]) > 1 for pieces in result.shapes.values())
        return f"{result.counted}, a region each{f', {composite:,} composite' if composite else ''}, ZIP"

    def loses(self, result: Result) -> str | None:
        """Say what of a result the file cannot hold: the classes of groups beyond 255, and simplified outlines."""
        far = sum(number > 255 for number in result.assigned.values())
        groups = f"{counted(far, 'segment')} of classes above 255 have no group." if far else None
        return " ".join(filter(None, [groups, simplification(result)])) or None

    def write(self, path: Path, result: Result) -> None:
        """Write the archive."""
        write_archive(path, _members(result), compress=True)


def _members(result: Result) -> Iterator[tuple[str, bytes]]:
    """Return the regions: their file names begin with the number, so that Fiji lists them in this order."""
    digits = max(4, len(str(result.largest)))
    for label, pieces in result.shapes.items():
        yield f"{label:0{digits}d}.roi", _roi(result, label, pieces)


def _roi(result: Result, label: int, pieces: list[Rings]) -> bytes:
    """Return one region."""
    kind = result.class_of(label)
    corners = np.concatenate([rings[0] for rings in pieces])
    (left, top), (right, bottom) = corners.min(axis=0).tolist(), corners.max(axis=0).tolist()
    simple = len(pieces) == 1 and len(pieces[0]) == 1 and max(len(corners), right, bottom) <= LIMIT
    body: bytes
    if simple:
        path = b""
        body = (corners - [left, top]).T.astype(">i2").tobytes()
    else:
        path = _path(pieces)
        body = path
    second = 64 + len(body)
    group = kind.number if kind and kind.number <= 255 else 0
    texts = result.title(label), _properties(result, label)
    name, properties = (text.encode("utf-16-be", "replace") for text in texts)
    colour = b"\xff" + bytes(result.colours[label])
    header = struct.pack(
        ">4shBx4HH16xhi4s4x2h2Bh2i",
        MAGIC,
        VERSION,
        TRACED if simple else COMPOSITE,
        *(value % 65_536 for value in (top, left, bottom, right)),
        len(corners) if simple else 0,
        0,
        len(path) // 4,
        colour,
        0,
        0,
        0,
        0,
        0,
        0,
        second,
    )
    places = second + 64, second + 64 + len(name)
    more = struct.pack(
        ">4x3i2i4shBBifiii12x",
        *(0, 0, 0),
        *(places[0], len(name) // 2),
        bytes(4),
        0,
        group,
        0,
        0,
        0.0,
        *(places[1], len(properties) // 2),
        0,
    )
    return header + body + more + name + properties


def _path(pieces: list[Rings]) -> bytes:
    """Return all rings as one path; ImageJ fills it even-odd."""
    parts: list[bytes] = []
    for ring in (ring for rings in pieces for ring in rings):
        steps = np.empty((len(ring), 3), ">f4")
        steps[:, 0], steps[:, 1:] = LINE, ring
        steps[0, 0] = MOVE
        parts += [steps.tobytes(), np.array([CLOSE], ">f4").tobytes()]
    return b"".join(parts)


def _properties(result: Result, label: int) -> str:
    """Return what is known of a label as lines of keys and values, which ImageJ reads as Java properties."""
    kind, size = result.class_of(label), result.image.pixel_size
    known: dict[str, str] = {"number": str(label), "name": result.names.get(label, "")}
    if kind:
        known |= {"class": str(kind.number), "class_name": kind.name, "class_colour": kind.hex_colour}
        known |= {"class_key": str(kind.key)} if kind.key else {}
    if size is not None:
        known |= {"pixel_height": repr(size.height), "pixel_width": repr(size.width), "pixel_unit": size.unit}
    # JSON's escapes are those of Java properties
    return "".join(f"{key}: {json.dumps(value)[1:-1]}\n" for key, value in known.items() if value)


FORMAT = Rois()
