"""The image itself on the screen: at full size, or from copies of half the size each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from segmenter.gui.app.qimages import from_rgb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.progress import ProgressCallback
    from segmenter.render.overlay import RGB

STRIP = 256
"""Rows that are averaged in one go, so that sums of 16 bits take little memory."""

SMALLEST = 256
"""Copies are made until the longer side is no longer than this."""


class Picture:
    """An image, ready to be drawn at any scale.

    Enlarged, its pixels stay sharp. Reduced, it is drawn smoothly from the smallest copy that has at least the
    pixels of the screen; all copies together take a third of the image's memory.
    """

    def __init__(self, pixels: RGB, step: int = 1) -> None:
        """Take an image of which every `step`-th row and column is given, a power of two."""
        self._levels = [from_rgb(pixels)]
        self._first = step.bit_length() - 1

    def add_copies(self, copies: Iterable[RGB]) -> None:
        """Take the copies that `halvings` makes."""
        self._levels += map(from_rgb, copies)

    @property
    def smallest(self) -> QImage:
        """The smallest copy there is."""
        return self._levels[-1]

    def draw(self, painter: QPainter, view: ViewTransform) -> None:
        """Draw the image; the painter's clip says how much of it."""
        level = min(max(math.floor(-math.log2(view.scale)), self._first), self._first + len(self._levels) - 1)
        rows, columns = (extent / 2**level for extent in view.shape)
        whole = QRectF(0, 0, columns, rows)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.scale < 1)
        painter.translate(QPointF(*view.origin))
        painter.scale(view.scale * 2**level, view.scale * 2**level)
        painter.drawImage(whole, self._levels[level - self._first], whole)
        painter.restore()


def halvings(pixels: RGB, progress: ProgressCallback) -> list[RGB]:
    """Make copies of an image, each half as wide and high as the one before: averages of 2 × 2 pixels.

    Parameters
    ----------
    pixels : ndarray of uint8, shape (rows, columns, 3)
    progress : ProgressCallback

    Returns
    -------
    list of ndarray of uint8, shape (ceil(rows / 2), ceil(columns / 2), 3), and so on
    """
    copies: list[RGB] = []
    while max(pixels.shape) > SMALLEST:
        half = np.empty((-(-pixels.shape[0] // 2), -(-pixels.shape[1] // 2), 3), np.uint8)
        for top in range(0, len(half), STRIP):
            progress("reading", 1.0)
            half[top : top + STRIP] = _halved(pixels[2 * top : 2 * (top + STRIP)])
        copies.append(half)
        pixels = half
    return copies


def _halved(strip: RGB) -> NDArray[np.uint16]:
    """Return averages of 2 × 2 pixels; an odd row or column at the end stands for two."""
    odd_rows, odd_columns = (extent % 2 for extent in strip.shape[:2])
    if odd_rows or odd_columns:
        strip = np.pad(strip, ((0, odd_rows), (0, odd_columns), (0, 0)), mode="edge")
    sums = np.add(strip[::2, ::2], strip[1::2, ::2], dtype=np.uint16)
    sums += strip[::2, 1::2]
    sums += strip[1::2, 1::2]
    sums += 2
    sums >>= 2
    return sums
