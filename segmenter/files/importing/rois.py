"""Regions of interest of ImageJ and Fiji: a zip archive of them, or a single one.

The format is described in ImageJ's own source, `ij/io/RoiDecoder.java`. Polygons, freehand and traced regions,
rectangles, ovals and composites are read; lines, angles and points have no pixels.
"""

from __future__ import annotations

import io
import json
import struct
import zipfile
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.classes import SegmentClass
from segmenter.errors import ContentError, UnreadableImage, UnsupportedImage
from segmenter.files import checked
from segmenter.files.formats.rois import CLOSE, COMPOSITE, LINE, MAGIC, MOVE, TRACED
from segmenter.files.importing.limits import TEXT, corners, known_size
from segmenter.files.importing.objects import OBJECTS, Found, Imported, assembled
from segmenter.files.importing.ours import pixel_size

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.image import PixelSize
    from segmenter.files.importing.objects import Shape

POLYGON, RECTANGLE, OVAL, FREEHAND = 0, 1, 2, 7
SUBPIXEL = 128
"""The option that says that coordinates are also there as floats."""
CURVES = {2.0: 5, 3.0: 7}
"""Steps of a path that are curves, and how many numbers each is; they are taken as straight."""
ROUND = 64
"""Corners of an oval."""


def recognised(content: bytes) -> bool:
    """Tell whether a file is one of regions of interest."""
    return content.startswith((MAGIC, b"PK\x03\x04", b"PK\x05\x06"))


def read(content: bytes, wanted: Shape | None) -> Imported:
    """Return the regions of a file."""
    found: list[Found] = []
    classes: dict[int, SegmentClass] = {}
    size: PixelSize | None = None
    for name, roi in _members(content):
        try:
            rings = _rings(roi)
            title, known = _texts(roi)
        except (struct.error, ValueError):
            raise UnreadableImage("is damaged: it has a region that is none") from None
        if not rings:
            continue
        kind = _class(known)
        if kind is not None:
            classes.setdefault(kind.number, kind)
        number = int(known["number"]) if known.get("number", "").isdecimal() and len(known["number"]) < 9 else None
        called = known.get("name", "") if "number" in known else title or name
        found.append(Found(rings, None, number, called, kind.name if kind else "", kind.number if kind else None))
        size = size or _size(known)
    return assembled(found, known_size(wanted), tuple(classes.values()), size)


def _members(content: bytes) -> list[tuple[str, bytes]]:
    """Return the regions of an archive and what they are called; names are never used as paths."""
    if content.startswith(MAGIC):
        return [("", content)]
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".roi")]
            if len(entries) > OBJECTS:
                raise UnsupportedImage(f"has more than the {OBJECTS:,} regions that are read")
            members, left = [], TEXT
            for entry in entries:
                with archive.open(entry) as member:  # what the archive says of sizes may be wrong
                    roi = member.read(left + 1)
                left -= len(roi)
                if left < 0:
                    raise UnsupportedImage(f"holds more than the {TEXT // 1_000_000} MB that are read")
                members.append((entry.filename.replace("\\", "/").rpartition("/")[2][: -len(".roi")], roi))
    except (UnsupportedImage, UnreadableImage):
        raise
    except Exception as error:  # zipfile raises whatever it likes on damaged bytes
        raise UnreadableImage("is damaged or cut short") from error
    if not members and len(archive.infolist()):
        raise UnreadableImage("holds no regions of interest")
    return members


def _rings(roi: bytes) -> list[NDArray[np.float64]]:
    """Return the outlines of a region."""
    magic, version, kind, top, left, bottom, right, count = struct.unpack_from(">4shBx4HH", roi)
    if magic != MAGIC:
        raise ValueError(magic)
    path, _, _, _, options = struct.unpack_from(">i4s4shh", roi, 36)
    left, right = (value - 65_536 if value > 60_535 else value for value in (left, right))
    top, bottom = (value - 65_536 if value > 60_535 else value for value in (top, bottom))
    if path > 0 and kind == COMPOSITE:
        return _path(np.frombuffer(roi, ">f4", path, 64).astype(np.float64))
    if kind in (POLYGON, FREEHAND, TRACED):
        count = count or struct.unpack_from(">i", roi, 18)[0]
        if options & SUBPIXEL and version >= 222:
            return [corners(np.frombuffer(roi, ">f4", 2 * count, 64 + 4 * count).reshape(2, -1).T)]
        offsets = np.frombuffer(roi, ">u2", 2 * count, 64).reshape(2, -1).T
        return [corners(offsets + np.array([left, top], np.float64))]
    x, y, width, height = left, top, right - left, bottom - top
    if options & SUBPIXEL and version >= 223:
        x, y, width, height = struct.unpack_from(">4f", roi, 18)
    if kind == RECTANGLE:
        return [corners([[x, y], [x + width, y], [x + width, y + height], [x, y + height]])]
    if kind == OVAL:
        angle = np.arange(ROUND) * (2 * np.pi / ROUND)
        middle, radii = np.array([x + width / 2, y + height / 2]), np.array([width / 2, height / 2])
        return [corners(middle + radii * np.stack([np.cos(angle), np.sin(angle)], axis=1))]
    return []


def _path(values: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Return the rings of a path."""
    rings: list[NDArray[np.float64]] = []
    ring: list[NDArray[np.float64]] = []
    at = 0
    while at < len(values):
        step = float(values[at])
        length = 3 if step in (MOVE, LINE) else CURVES.get(step, 1)
        if step not in (MOVE, LINE, CLOSE, *CURVES) or at + length > len(values):
            raise ValueError(step)
        if step in (MOVE, CLOSE) and ring:
            rings.append(corners(ring))
            ring = []
        if length > 1:
            ring.append(values[at + length - 2 : at + length])
        at += length
    return [*rings, corners(ring)] if ring else rings


def _texts(roi: bytes) -> tuple[str, dict[str, str]]:
    """Return the name of a region, and its properties."""
    (second,) = struct.unpack_from(">i", roi, 60)
    if not 0 < second <= len(roi) - 52:
        return "", {}
    name, length = struct.unpack_from(">2i", roi, second + 16)
    properties, many = struct.unpack_from(">2i", roi, second + 40)
    title, text = (_text(roi, at, size) for at, size in ((name, length), (properties, many)))
    known = {}
    for line in text.splitlines():
        key, found, value = line.partition(": ")
        if found:
            known[key] = _unescaped(value)
    return title, known


def _text(roi: bytes, at: int, length: int) -> str:
    return roi[at : at + 2 * length].decode("utf-16-be", "replace") if at > 0 and length > 0 else ""


def _unescaped(value: str) -> str:
    """Return a value of Java properties, whose escapes are those of JSON."""
    try:
        text = json.loads(f'"{value}"')
    except ValueError:
        return value
    return str(text)


def _class(known: dict[str, str]) -> SegmentClass | None:
    """Return the class that properties tell, if they do."""
    number, key = known.get("class", ""), known.get("class_key", "")
    try:
        colour = checked.colour(known.get("class_colour"))
    except ContentError:
        return None
    if not number.isdecimal() or not 1 <= int(number[:9]) <= 65_535 or not known.get("class_name"):
        return None
    return SegmentClass(int(number), known["class_name"], colour, int(key) if key in list("123456789") else None)


def _size(known: dict[str, str]) -> PixelSize | None:
    """Return the pixel size that properties tell, if they do."""
    try:
        return pixel_size(float(known["pixel_height"]), float(known["pixel_width"]), known.get("pixel_unit"))
    except (KeyError, ValueError):
        return None
