"""Lengths on the image, in pixels and in the unit that a pixel has."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

if TYPE_CHECKING:
    from segmenter.core.image import PixelSize
    from segmenter.gui.canvas.tools.strokes import Point

METRIC = {"nm": 1e-9, "µm": 1e-6, "mm": 1e-3, "cm": 1e-2, "m": 1.0, "km": 1e3}
"""Metres."""

STEPS = ("nm", "µm", "mm", "m", "km")
"""Units that a length is written in, so that its number is neither below 1 nor above 1,000."""

DIGITS = 4


def written(value: float, unit: str) -> str:
    """Return a length in the unit of its family that suits it, as the person's language writes numbers."""
    unit = "µm" if unit in ("um", "micron", "μm") else unit  # the last one is the Greek letter
    if unit in METRIC and value > 0:
        metres = value * METRIC[unit]
        unit = next((step for step in reversed(STEPS) if metres >= METRIC[step]), STEPS[0])
        value = metres / METRIC[unit]
    digits = max(0, DIGITS - 1 - max(math.floor(math.log10(value)) if value > 0 else 0, 0))
    text = QLocale().toString(float(value), "f", digits)
    point = QLocale().decimalPoint()
    return f"{text.rstrip('0').rstrip(point) if point in text else text} {unit}"


def distance(start: Point, end: Point, size: PixelSize | None) -> str:
    """Return how far two points of the image are apart: in pixels, and behind that in the unit, if there is one."""
    across, down = end[0] - start[0], end[1] - start[1]
    pixels = f"{QLocale().toString(math.hypot(across, down), 'f', 1)} px"
    if size is None:
        return pixels
    return f"{pixels} = {written(math.hypot(across * size.width, down * size.height), size.unit)}"


def round_length(most: float) -> float:
    """Return the largest length of 1, 2 or 5 times a power of ten that is not above another."""
    power = 10.0 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most * (1 + 1e-9))
