"""What an image holds at a pixel, in words: the samples as they are stored, whatever is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from segmenter.core.image import Image

DIGITS = 5
"""Of a sample that is no whole number."""


def pixel_values(image: Image, row: int, column: int) -> str:
    """Return the samples of a pixel: of a grey image the value, else that of each channel behind its name."""
    samples = np.atleast_1d(image.pixels[row, column])
    texts = [_written(sample) for sample in samples]
    if image.mask is not None and not image.mask[row, column]:
        texts.append(QCoreApplication.translate("PixelValues", "left out"))
    if image.colour == "grey":
        return "   ".join(texts)
    names = "RGB" if image.colour == "rgb" else [f"{number}:" for number in range(1, len(samples) + 1)]
    named = [f"{name} {text}" for name, text in zip(names, texts, strict=False)]
    return "   ".join([*named, *texts[len(samples) :]])


def _written(sample: Any) -> str:
    """Return a sample as the person's language writes it."""
    if np.issubdtype(type(sample), np.floating):
        return QLocale().toString(float(sample), "g", DIGITS)
    return QLocale().toString(int(sample))
