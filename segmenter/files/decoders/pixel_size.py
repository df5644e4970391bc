"""How large a pixel is, as files say it: OME-XML, ImageJ's notes, resolutions in TIFF, EXIF and PNG.

Resolutions are for printing, mostly. 72 and 96 pixels an inch are what programs write that know nothing, and what
cameras write says nothing of what was photographed: those are left out.
"""

from __future__ import annotations

import html
import math
import re
import struct
from typing import TYPE_CHECKING

from segmenter.core.image import PixelSize
from segmenter.files.decoders.exif import entries

if TYPE_CHECKING:
    import tifffile

INCH, CENTIMETRE = 2, 3
"""Units of resolution in TIFF and EXIF."""

MILLIMETRES = {INCH: 25.4, CENTIMETRE: 10.0}
MEANINGLESS = (1.0, 72.0, 96.0)
"""Pixels an inch that only say that nobody set a resolution."""

SMALL = 0.05
"""Millimetres below which a size is told in micrometres."""

X_RESOLUTION, Y_RESOLUTION, UNIT, EXIF_TABLE, EXPOSURE, APERTURE = 282, 283, 296, 34665, 33434, 33437

UNITS = {"micron": "µm", "microns": "µm", "um": "µm", "\u03bcm": "µm", "\\u00b5m": "µm", "\\xb5m": "µm"}
"""Other spellings; the Greek letter looks like the sign of the unit."""


def of_tiff(page: tifffile.TiffPage, first: tifffile.TiffPage) -> PixelSize | None:
    """Return what a page says, or the first page of the file for all; the most exact source goes first."""
    for text in (page.description, first.description):
        found = of_ome(text) if isinstance(text, str) else None
        if found is not None:
            return found
    tags = {code: page.tags.valueof(code) or first.tags.valueof(code) for code in (X_RESOLUTION, Y_RESOLUTION, UNIT)}
    across, down = (_rational(tags[code]) for code in (X_RESOLUTION, Y_RESOLUTION))
    if across is None or down is None:
        return None
    text = page.description if page.description.startswith("ImageJ=") else first.description
    if text.startswith("ImageJ="):
        return of_imagej(text, across, down)
    if EXIF_TABLE in page.tags:
        return None
    return of_resolution(across, down, tags[UNIT])


def of_ome(text: str) -> PixelSize | None:
    """Return what OME-XML says of its first image; not by parsing it, because it may be anything."""
    pixels = re.search(r"<(?:\w+:)?Pixels\s([^<>]*)>", text)
    if pixels is None or "PhysicalSize" not in pixels[1]:
        return None
    found: dict[str, str] = dict(re.findall(r'PhysicalSize(X|Y|XUnit)\s*=\s*"([^"<>]{1,40})"', pixels[1]))
    if "X" not in found:
        return None
    try:
        width, height = float(found["X"]), float(found.get("Y", found["X"]))
    except ValueError:
        return None
    return _sound(height, width, html.unescape(found.get("XUnit", "µm")))


def of_imagej(text: str, across: float, down: float) -> PixelSize | None:
    """Return what ImageJ's notes say: `across` and `down` are pixels a unit, which the notes name."""
    unit = re.search(r"^unit=(\S{1,20})\s*$", text, re.MULTILINE)
    if unit is None or unit[1] in ("pixel", "pixels"):
        return None
    return _sound(1 / down, 1 / across, unit[1])


def of_exif(exif: bytes | None) -> PixelSize | None:
    """Return what EXIF says, unless it is of a camera."""
    known = entries(exif)
    if EXPOSURE in known or APERTURE in known:
        return None
    across, down = known.get(X_RESOLUTION), known.get(Y_RESOLUTION)
    return of_resolution(across, down, known.get(UNIT, INCH)) if across and down else None


def of_png(content: bytes | None) -> PixelSize | None:
    """Return what the chunk pHYs says: pixels a metre."""
    if content is None or len(content) != 9 or content[8] != 1:
        return None
    across, down = struct.unpack(">II", content[:8])
    return of_resolution(across / 100, down / 100, CENTIMETRE) if across and down else None


def of_resolution(across: float, down: float, unit: object) -> PixelSize | None:
    """Return a size from pixels an inch or a centimetre."""
    millimetres = MILLIMETRES.get(int(unit)) if isinstance(unit, (int, float)) else None
    if millimetres is None or across <= 0 or down <= 0:
        return None
    inch = across * 25.4 / millimetres
    if any(abs(inch - nothing) < 0.05 for nothing in MEANINGLESS):  # as PNG has it, 72 is 2835 a metre
        return None
    height, width = millimetres / down, millimetres / across
    if max(height, width) < SMALL:
        return _sound(height * 1000, width * 1000, "µm")
    return _sound(height, width, "mm")


def turned(size: PixelSize | None, orientation: int) -> PixelSize | None:
    """Return the size of pixels that were turned as EXIF's orientation asks."""
    if size is None or orientation not in (5, 6, 7, 8):
        return size
    return PixelSize(size.width, size.height, size.unit)


def _rational(value: object) -> float | None:
    """Return a number of a TIFF tag; None if it is none, or not above 0."""
    if isinstance(value, tuple) and len(value) == 2 and value[1]:
        value = value[0] / value[1]
    return float(value) if isinstance(value, (int, float)) and 0 < value < math.inf else None


def _sound(height: float, width: float, unit: str) -> PixelSize | None:
    """Return a pixel size, if it is one."""
    unit = UNITS.get(unit.lower(), unit)
    if not (0 < height < math.inf and 0 < width < math.inf) or not unit.isprintable() or not unit.strip():
        return None
    return PixelSize(height, width, unit)
