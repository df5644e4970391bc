"""One mask an object: a zip archive of black-and-white PNGs of the size of the image."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import find_objects

from segmenter.core.solver.blocks import parallel
from segmenter.files.decoders.png import SIGNATURE, chunk
from segmenter.files.formats.documents import write_archive
from segmenter.files.formats.format import Format
from segmenter.files.formats.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result

TOGETHER = 64
"""Masks that are in memory at once."""


class ObjectMasks(Format):
    """`0001.png` is white where label 1 is; `index.csv` has names and classes."""

    name = "masks"
    title = "Mask of every object"
    keeps = "Every label exactly as a mask of its own, in a zip archive; names and classes in a table."
    group = "Images"
    ending = "_masks.zip"

    def describe(self, result: Result) -> str:
        """Say how many labels, and what each becomes."""
        return f"{result.counted}, a black-and-white PNG each, ZIP"

    def write(self, path: Path, result: Result) -> None:
        """Write the archive."""
        write_archive(path, _members(result), compress=False)


def _members(result: Result) -> Iterator[tuple[str, bytes]]:
    """Return the table and the masks."""
    rows = [
        [f"{label:04d}.png", label, result.names.get(label, ""), kind.name if kind else "", result.colour(label)]
        for label in result.present.tolist()
        for kind in [result.class_of(label)]
    ]
    yield "index.csv", csv_text(["file", "label", "name", "class", "colour"], rows)
    boxes = find_objects(result.labels)

    def mask(label: int) -> bytes:
        rows, columns = boxes[label - 1]
        return _png(result.labels.shape, rows.start, columns.start, result.labels[rows, columns] == label)

    present = result.present.tolist()
    for start in range(0, len(present), TOGETHER):
        some = present[start : start + TOGETHER]
        for label, content in zip(some, parallel(mask, some), strict=True):
            yield f"{label:04d}.png", content


def _png(shape: tuple[int, ...], top: int, left: int, inside: NDArray[np.bool_]) -> bytes:
    """Return a PNG of one bit a pixel; by hand, because nearly all of it is empty rows."""
    rows, columns = shape
    width = -(-columns // 8) + 1  # bytes of a row, of which the first says that it is stored as it is
    shift = left % 8
    bits = np.packbits(np.pad(inside, ((0, 0), (shift, 0))), axis=1)
    lines = np.zeros((len(bits), width), np.uint8)
    lines[:, 1 + left // 8 : 1 + left // 8 + bits.shape[1]] = bits
    packer = zlib.compressobj(1)
    parts = [packer.compress(bytes(top * width)), packer.compress(lines.tobytes())]
    parts += [packer.compress(bytes((rows - top - len(bits)) * width)), packer.flush()]
    header = struct.pack(">IIBBBBB", columns, rows, 1, 0, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", b"".join(parts)) + chunk(b"IEND", b"")


FORMAT = ObjectMasks()
