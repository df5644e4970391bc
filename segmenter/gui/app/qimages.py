"""NumPy arrays as images that Qt draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.render.overlay import RGB

Format = QImage.Format


def from_rgb(pixels: RGB) -> QImage:
    """Return an image on the memory of an array of colours, shape (rows, columns, 3), which it keeps alive."""
    pixels = np.ascontiguousarray(pixels)
    rows, columns, _ = pixels.shape
    return QImage(pixels.data, columns, rows, 3 * columns, Format.Format_RGB888)


def from_argb(pixels: NDArray[np.uint32]) -> QImage:
    """Return an image on the memory of an array of premultiplied alpha, red, green, blue, which it keeps alive."""
    pixels = np.ascontiguousarray(pixels)
    rows, columns = pixels.shape
    return QImage(pixels.data, columns, rows, 4 * columns, Format.Format_ARGB32_Premultiplied)


def from_codes(codes: NDArray[np.uint8], colours: Sequence[int]) -> QImage:
    """Return an image in which each code has its colour of a table, alpha, red, green, blue not premultiplied."""
    codes = np.ascontiguousarray(codes)
    rows, columns = codes.shape
    indexed = QImage(codes.data, columns, rows, columns, Format.Format_Indexed8)
    indexed.setColorTable(colours)
    return indexed.convertToFormat(Format.Format_ARGB32_Premultiplied)
