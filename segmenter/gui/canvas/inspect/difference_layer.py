"""Where the segments and another segmentation differ, in colours over the image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.gui.app.qimages import from_codes
from segmenter.gui.canvas.squares import Squares, seen

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from segmenter.document.label_map import Rectangle
    from segmenter.gui.canvas.view_transform import ViewTransform

COLOURS = (0, 0xD0E63C3C, 0xD03C78E6, 0xD0A03CC8)
"""Nothing; only here; only there; in both, but of segments that are not alike. Alpha, red, green, blue."""


class DifferenceLayer:
    """Draws at the resolution of the screen."""

    def __init__(self) -> None:
        self._codes: NDArray[np.uint8] | None = None
        self._squares = Squares(self._square)

    def show(self, codes: NDArray[np.uint8] | None) -> None:
        """Show differences, one of the colours for each pixel of the image; or none."""
        self._codes = codes
        self._squares.forget()

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect) -> None:
        """Draw what meets a part of the screen."""
        if self._codes is not None and self._codes.shape == view.shape:
            for x, y, image in self._squares.met(view, exposed):
                painter.drawImage(x, y, image)

    def _square(self, place: Rectangle, view: ViewTransform) -> QImage:
        assert self._codes is not None
        rows, columns, _ = seen(place, view)
        return from_codes(self._codes.take(rows, axis=0).take(columns, axis=1), COLOURS)
