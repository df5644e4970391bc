"""Where the image lies in the canvas."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from segmenter.document.label_map import Rectangle

LARGEST = 64.0
"""Screen pixels that a pixel of the image is wide at most."""

SMALLEST = 64
"""Screen pixels that the longer side of the image has at least."""

STEPS = 2
"""Steps of the zoom keys from one size to the double."""


@dataclass(frozen=True)
class ViewTransform:
    """From pixels of the image to pixels of the screen, and back.

    Everything on the screen is counted in device pixels from the canvas' upper left corner: on a screen with a scale
    of 150 % there are more of them than of the coordinates that widgets use.

    Attributes
    ----------
    shape : tuple of int
        Rows and columns of the image.
    size : tuple of int
        Width and height of the canvas.
    scale : float
        Device pixels that a pixel of the image is wide.
    left, top : float
        Where the image's upper left corner is.
    """

    shape: tuple[int, int]
    size: tuple[int, int]
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def origin(self) -> tuple[int, int]:
        """The image's upper left corner, where it is drawn: on a whole pixel, so that panning resamples nothing."""
        return round(self.left), round(self.top)

    def fitted(self, margin: int = 0) -> ViewTransform:
        """Return the view of the whole image, as large as it can be."""
        rows, columns = self.shape
        width, height = (max(extent - 2 * margin, 1) for extent in self.size)
        scale = self._limited(min(width / columns, height / rows))
        left, top = (self.size[0] - columns * scale) / 2, (self.size[1] - rows * scale) / 2
        return replace(self, scale=scale, left=left, top=top)

    def zoomed(self, scale: float, x: float, y: float) -> ViewTransform:
        """Return the view at another scale, in which a point of the screen shows the same point of the image."""
        scale = self._limited(scale)
        ratio = scale / self.scale
        return replace(self, scale=scale, left=x + (self.left - x) * ratio, top=y + (self.top - y) * ratio).kept()

    def stepped(self, steps: int) -> ViewTransform:
        """Return the view some steps of a fixed ladder of scales larger or smaller, about the middle."""
        rung = math.log2(self.scale) * STEPS
        wanted = (math.floor(rung + 0.01) if steps > 0 else math.ceil(rung - 0.01)) + steps
        return self.zoomed(2 ** (wanted / STEPS), self.size[0] / 2, self.size[1] / 2)

    def showing(self, part: Rectangle, margin: int = 0) -> ViewTransform:
        """Return the view in which a part of the image is as large as it can be, in the middle."""
        rows, columns = max(part.bottom - part.top, 1), max(part.right - part.left, 1)
        width, height = (max(extent - 2 * margin, 1) for extent in self.size)
        scale = self._limited(min(width / columns, height / rows))
        left = self.size[0] / 2 - (part.left + part.right) / 2 * scale
        top = self.size[1] / 2 - (part.top + part.bottom) / 2 * scale
        return replace(self, scale=scale, left=left, top=top).kept()

    def panned(self, right: float, down: float) -> ViewTransform:
        """Return the view with the image moved."""
        return replace(self, left=self.left + right, top=self.top + down).kept()

    def resized(self, size: tuple[int, int]) -> ViewTransform:
        """Return the view in a canvas of another size; the middle shows the same."""
        right, down = ((new - old) / 2 for new, old in zip(size, self.size, strict=True))
        return replace(self, size=size, left=self.left + right, top=self.top + down).kept()

    def revealing(self, x: float, y: float) -> ViewTransform:
        """Return the view moved as little as needed for a point of the screen to be on it."""
        width, height = self.size
        return self.panned(min(max(x, 0), width - 1) - x, min(max(y, 0), height - 1) - y)

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        """Return the column and row that a point of the screen shows; pixels of the image begin at whole numbers."""
        left, top = self.origin
        return (x - left) / self.scale, (y - top) / self.scale

    def to_screen(self, column: float, row: float) -> tuple[float, float]:
        """Return where a point of the image is on the screen."""
        left, top = self.origin
        return left + column * self.scale, top + row * self.scale

    def on_screen(self, part: Rectangle, margin: int = 0) -> QRect:
        """Return the pixels of the screen that show a part of the image, with a margin around them."""
        left, top = self.to_screen(part.left, part.top)
        right, bottom = self.to_screen(part.right, part.bottom)
        whole = QRect(math.floor(left), math.floor(top), 0, 0)
        whole.setRight(math.ceil(right) - 1)
        whole.setBottom(math.ceil(bottom) - 1)
        return whole.adjusted(-margin, -margin, margin, margin)

    def kept(self) -> ViewTransform:
        """Return the view moved so that the middle of the canvas shows the image: it cannot get lost."""
        (rows, columns), (width, height) = self.shape, self.size
        left = min(max(self.left, width / 2 - columns * self.scale), width / 2)
        top = min(max(self.top, height / 2 - rows * self.scale), height / 2)
        return replace(self, left=left, top=top)

    def _limited(self, scale: float) -> float:
        least = min(SMALLEST / max(self.shape), 1.0)
        return min(max(scale, least), LARGEST)
