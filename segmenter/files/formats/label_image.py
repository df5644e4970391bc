"""The labels as numbers in an image: indexed PNG, 16-bit PNG or 32-bit TIFF, whichever is enough."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import tifffile
from PIL import Image as Pillow
from PIL import PngImagePlugin

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files import atomic
from segmenter.files.formats import label_tiff
from segmenter.files.formats.format import Format

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result

    Labels = NDArray[np.int32]

INDEXED, GREY = 255, 65_535
"""The largest label of an indexed and of a 16-bit PNG."""


class LabelImage(Format):
    """Label numbers, pixel by pixel, never rescaled."""

    name = "labels"
    title = "Label image"
    keeps = "Every label exactly, 0 is background; colours up to 255 labels; names are lost."
    group = "Images"

    def suffix(self, result: Result | None) -> str:
        """Return the end of the file's name; labels above 65,535 need a TIFF."""
        return "_labels.tif" if result is not None and result.largest > GREY else "_labels.png"

    def describe(self, result: Result) -> str:
        """Say how many labels, and which kind of image."""
        kinds = {INDEXED: "8-bit indexed PNG", GREY: "16-bit grey PNG"}
        kind = next((kind for limit, kind in kinds.items() if result.largest <= limit), "32-bit grey TIFF")
        return f"{result.counted}, {kind}"

    def write(self, path: Path, result: Result) -> None:
        """Write the labels in the smallest kind of image that holds them."""
        labels, largest = result.labels, result.largest
        if largest > GREY:
            atomic.write(path, lambda file: label_tiff.save(file, result))
        elif largest > INDEXED:
            atomic.write(path, lambda file: Pillow.fromarray(labels.astype(np.uint16)).save(file, "png"))
        else:
            picture = Pillow.fromarray(labels.astype(np.uint8))
            # all 256 entries: with fewer Pillow packs several pixels into a byte, which some readers mistake
            entries = np.zeros((256, 3), np.uint8)
            entries[: largest + 1] = result.colours[: largest + 1]
            picture.putpalette(entries.tobytes())
            atomic.write(path, lambda file: picture.save(file, "png", transparency=0))


def read_labels(path: Path) -> Labels:
    """Read a label image.

    Parameters
    ----------
    path : Path
        A PNG (indexed, 1 to 16 bit grey) or TIFF (integers) of one channel.

    Returns
    -------
    ndarray of int32, shape (rows, columns)

    Raises
    ------
    UnreadableImage
        The file is missing or damaged.
    UnsupportedImage
        Its pixels are no label numbers.
    """
    try:
        content = path.read_bytes()
        labels = _read_png(content) if content.startswith(b"\x89PNG") else tifffile.imread(BytesIO(content))
    except (OSError, SyntaxError, ValueError, struct.error, tifffile.TiffFileError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableImage(f"{path} could not be read as a label image: {reason}.") from error
    if labels.ndim != 2 or labels.dtype.kind not in "bui":
        raise UnsupportedImage(f"{path} is no label image: its pixels are not single whole numbers.")
    if labels.size and not 0 <= int(labels.min()) <= int(labels.max()) <= np.iinfo(np.int32).max:
        raise UnsupportedImage(f"{path} holds numbers that no label can have.")
    return labels.astype(np.int32)


def _read_png(content: bytes) -> NDArray[np.generic]:
    """Return the pixels of a PNG, indices instead of colours."""
    # by class: PIL.Image.open would warn about large images
    with PngImagePlugin.PngImageFile(BytesIO(content)) as picture:
        return np.asarray(picture)


FORMAT = LabelImage()
