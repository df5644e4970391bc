"""The labels as numbers in a TIFF, with what ImageJ wants to know: pixel size, unit, range."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import tifffile

from segmenter.files import atomic
from segmenter.files.formats.format import Format

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from segmenter.core.image import PixelSize
    from segmenter.files.formats.format import Result

IMAGEJ = "1.54f"
"""The version of ImageJ whose notes these are."""


class LabelTiff(Format):
    """Label numbers, pixel by pixel, never rescaled: 8, 16 or 32 bits, as chosen, or as few as hold them."""

    name = "tiff"
    title = "Label TIFF"
    keeps = "Every label exactly, 0 is background; pixel size for ImageJ; names and colours are lost."
    group = "Images"
    ending = "_labels.tif"

    def describe(self, result: Result) -> str:
        """Say how many labels, and of how many bits."""
        return f"{result.counted}, {8 * _kind(result).itemsize}-bit grey TIFF"

    def write(self, path: Path, result: Result) -> None:
        """Write the labels."""
        atomic.write(path, lambda file: save(file, result))


def save(file: BinaryIO, result: Result) -> None:
    """Write a TIFF without date or program name: the same labels are the same bytes."""
    tifffile.imwrite(
        file,
        result.labels.astype(_kind(result)),
        photometric="minisblack",
        compression="zlib",
        metadata=None,
        software=False,
        byteorder="<",
        **_notes(result.image.pixel_size, result.largest),
    )


def _kind(result: Result) -> np.dtype[Any]:
    """Return the type of the numbers; more bits than were chosen where those are not enough."""
    return np.dtype(f"<u{max(result.number_type.itemsize, result.options.bits // 8)}")


def _notes(size: PixelSize | None, largest: int) -> dict[str, Any]:
    """Return the description and resolution by which ImageJ knows how large pixels are, and what to show as white."""
    lines = [f"ImageJ={IMAGEJ}", "images=1", "min=0.0", f"max={float(largest)}"]
    if size is None:
        return {"description": "\n".join(lines) + "\n"}
    unit = "micron" if size.unit == "µm" else size.unit.encode("ascii", "backslashreplace").decode()
    lines.insert(2, f"unit={unit}")
    # of what is larger than a pixel a unit, too: a rational holds 1/2**31 … 2**31
    return {
        "description": "\n".join(lines) + "\n",
        "resolution": (1 / size.width, 1 / size.height),
        "resolutionunit": "NONE",
    }


FORMAT = LabelTiff()
