"""Areas as people read them: in pixels, or in the unit of the pixel size; in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from segmenter.core.image import PixelSize


def number(value: float) -> str:
    """Write a measured number: three or more digits that count, no more than are read at a glance."""
    if abs(value) >= 1000:
        return QLocale().toString(round(value))
    return QLocale().toString(float(value), "f", 1) if abs(value) >= 10 else QLocale().toString(float(value), "g", 3)


def area(pixels: float, size: PixelSize | None, *, unit: bool = True) -> str:
    """Write an area, with its unit unless a title names that."""
    text = QLocale().toString(round(pixels)) if size is None else number(pixels * size.area)
    if not unit:
        return text
    return f"{text} px" if size is None else f"{text} {size.unit}²"


def side(size: PixelSize) -> str:
    """Write how large a pixel is."""
    if size.height == size.width:
        return f"{number(size.width)} {size.unit}/px"
    return f"{number(size.width)} × {number(size.height)} {size.unit}/px"
