"""The image with the labels laid over it, for looking at: PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont
from scipy.ndimage import find_objects

from segmenter.files import atomic
from segmenter.files.formats import strips_png
from segmenter.files.formats.format import Format
from segmenter.render.contrast import display
from segmenter.render.overlay import blend

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result


class OverlayImage(Format):
    """An 8-bit RGB picture."""

    name = "overlay"
    title = "Overlay"
    keeps = "A picture for people, image and labels in one; the labels cannot be read back from it."
    group = "Images"
    ending = "_overlay.png"

    def describe(self, result: Result) -> str:
        """Say how many labels, and the size of the picture."""
        rows, columns = result.labels.shape
        return f"{result.counted}, {columns} × {rows} pixels of 8-bit RGB, PNG"

    def write(self, path: Path, result: Result) -> None:
        """Write image, colours and outlines."""
        picture = Pillow.fromarray(blend(display(result.image), result.labels, result.colours))
        if result.options.captions != "none":
            captioned(picture, result)
        atomic.write(path, lambda file: strips_png.save(np.asarray(picture), file))


def captioned(picture: Pillow.Image, result: Result) -> None:
    """Write the number or name of each label into its widest row, in place."""
    size = max(10, round(max(result.labels.shape) / 90))
    font, draw = ImageFont.load_default(size), ImageDraw.Draw(picture)
    for label, (rows, columns) in zip(result.present.tolist(), _boxes(result), strict=True):
        text = str(label) if result.options.captions == "numbers" else result.names.get(label, "")
        row, column = _middle(result.labels[rows, columns] == label)
        place = columns.start + column, rows.start + row
        if text:
            draw.text(place, text, "white", font, anchor="mm", stroke_width=max(1, size // 8), stroke_fill="black")


def _boxes(result: Result) -> list[tuple[slice, slice]]:
    """Return where each label is that occurs."""
    return [box for box in find_objects(result.labels) if box is not None]


def _middle(inside: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the middle of the longest run of pixels in a row; of equal ones that nearest to the middle row."""
    padded = np.zeros((inside.shape[0], inside.shape[1] + 2), np.int8)
    padded[:, 1:-1] = inside
    change = np.diff(padded, axis=1)
    row, start = np.nonzero(change > 0)
    _, stop = np.nonzero(change < 0)
    best = np.lexsort((np.abs(row - inside.shape[0] / 2), start - stop))[0]
    return float(row[best]) + 0.5, float(start[best] + stop[best]) / 2


FORMAT = OverlayImage()
