"""Labels as numbers in a file: PNG, TIFF and OME-TIFF, NPY."""

from __future__ import annotations

import io
import struct
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import numpy as np
import tifffile
from PIL import PngImagePlugin

from segmenter.core.classes import SegmentClass
from segmenter.errors import ContentError, UnreadableImage, UnsupportedImage
from segmenter.files.checked import colour as checked_colour
from segmenter.files.decoders.pixel_size import of_tiff
from segmenter.files.decoders.png import SIGNATURE
from segmenter.files.formats.ome_tiff import NAMESPACE, SCHEMA
from segmenter.files.importing.limits import checked
from segmenter.files.importing.objects import LARGEST, Imported
from segmenter.files.reading import TIFF_SIGNATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.image import PixelSize
    from segmenter.files.importing.objects import Shape

NPY = b"\x93NUMPY"
XML = 4_000_000
"""Bytes of OME-XML that are read."""


def recognised(content: bytes) -> bool:
    """Tell whether a file holds numbers."""
    return content.startswith((SIGNATURE, NPY, *TIFF_SIGNATURES))


def read(content: bytes, wanted: Shape | None, limit: int) -> Imported:
    """Return the labels of a file."""
    if content.startswith(SIGNATURE):
        return _imported(_png(content, wanted, limit))
    if content.startswith(NPY):
        return _imported(_npy(content, wanted, limit))
    return _tiff(content, wanted, limit)


def _png(content: bytes, wanted: Shape | None, limit: int) -> NDArray[Any]:
    """Return the numbers of a PNG: indices instead of colours."""
    columns, rows = struct.unpack_from(">II", content, 16)
    checked(rows, columns, wanted, limit)
    # by class: PIL.Image.open would warn about large images
    with PngImagePlugin.PngImageFile(io.BytesIO(content)) as picture:
        return np.asarray(picture)


def _npy(content: bytes, wanted: Shape | None, limit: int) -> NDArray[Any]:
    """Return the numbers of an array."""
    file = io.BytesIO(content)
    version = np.lib.format.read_magic(file)
    read_header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, fortran, kind = read_header(file)
    if len(shape) != 2 or kind.hasobject:
        raise UnsupportedImage("is no array of one number a pixel")
    checked(*shape, wanted, limit)
    values = np.frombuffer(content, kind, shape[0] * shape[1], file.tell())
    return values.reshape(shape[::-1]).T if fortran else values.reshape(shape)


def _tiff(content: bytes, wanted: Shape | None, limit: int) -> Imported:
    """Return the numbers of the first page of a TIFF, and what its description says."""
    with tifffile.TiffFile(io.BytesIO(content), is_lsm=False, is_scanimage=False, is_ndpi=False) as file:
        page = file.pages.first
        if page.samplesperpixel != 1 or page.imagedepth != 1:
            raise UnsupportedImage("is no image of one number a pixel")
        checked(page.imagelength, page.imagewidth, wanted, limit)
        if page.is_tiled:
            checked(page.tilelength, page.tilewidth, None, limit)
        if any(count > len(content) for count in page.databytecounts):
            raise UnreadableImage("is damaged or cut short")
        labels = page.asarray(squeeze=True)
        size = of_tiff(page, page)
        text = page.description if isinstance(page.description, str) else ""
    if labels.shape != (page.imagelength, page.imagewidth):
        raise UnsupportedImage("is no image of one number a pixel")
    if text.lstrip().startswith("<?xml") and "OME" in text[:1000]:
        return _ome(labels, text, size)
    return _imported(labels, size)


def _ome(labels: NDArray[Any], text: str, size: PixelSize | None) -> Imported:
    """Return what OME-XML says besides: our own names and classes."""
    if len(text) > XML or "<!" in text:  # no document type: entities can grow without end
        return _imported(labels, size)
    try:
        root = ET.fromstring(text.encode())
    except (ET.ParseError, ValueError):
        return _imported(labels, size)
    space = {"o": SCHEMA}
    notes: dict[str, dict[int, str]] = {}
    for note in root.iterfind("o:StructuredAnnotations/o:MapAnnotation", space):
        pairs = ((pair.get("K", ""), pair.text or "") for pair in note.iterfind("o:Value/o:M", space))
        values = {int(key): value for key, value in pairs if key.isdecimal() and len(key) < 9}
        notes[note.get("Namespace", "").removeprefix(f"{NAMESPACE}/")] = values
    classes = _classes(notes)
    known = {each.number for each in classes}
    numbers = {label: int(value) for label, value in notes.get("assigned", {}).items() if value[:9].isdecimal()}
    assigned = {label: number for label, number in numbers.items() if number in known}
    return _imported(labels, size, notes.get("names", {}), classes, assigned)


def _classes(notes: dict[str, dict[int, str]]) -> tuple[SegmentClass, ...]:
    """Return the classes that annotations list."""
    classes = []
    for number, name in sorted(notes.get("classes", {}).items()):
        key = notes.get("keys", {}).get(number, "")
        try:
            colour = checked_colour(notes.get("colours", {}).get(number))
        except ContentError:
            continue
        classes.append(SegmentClass(number, name, colour, int(key) if key in list("123456789") else None))
    return tuple(classes)


def _imported(
    labels: NDArray[Any],
    size: PixelSize | None = None,
    names: dict[int, str] | None = None,
    classes: tuple[SegmentClass, ...] = (),
    assigned: dict[int, int] | None = None,
) -> Imported:
    """Return labels, checked: whole numbers that segments can have; others are numbered anew."""
    if labels.ndim != 2 or labels.dtype.kind not in "buif":
        raise UnsupportedImage("is no image of one number a pixel")
    if labels.dtype.kind == "f" and not np.array_equal(labels, np.rint(labels)):  # as ImageJ has 32-bit labels
        raise UnsupportedImage("holds numbers that no label can have")
    low, high = int(labels.min()), int(labels.max())
    if not 0 <= low <= high <= np.iinfo(np.int64).max:
        raise UnsupportedImage("holds numbers that no label can have")
    notes: tuple[str, ...] = ()
    if high > LARGEST:
        present = np.unique(labels)
        present = present[present > 0]
        labels = np.where(labels > 0, np.searchsorted(present, labels) + 1, 0)
        notes = (f"Labels above {LARGEST:,} were numbered anew, in their order.",)
    taken = np.ascontiguousarray(labels, np.int32)
    taken.flags.writeable = False
    return Imported(taken, names or {}, classes, assigned or {}, size, "", notes)
