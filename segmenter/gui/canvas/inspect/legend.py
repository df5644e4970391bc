"""A bar of colours at the edge of the canvas, and which numbers they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from segmenter.gui.app.qimages import from_rgb

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.render.overlay import RGB

WIDTH, TALLEST, MARGIN, PADDING = 14, 220, 12, 8
"""Logical pixels: of the bar, at most, from the edge, around it."""

GROUND, INK = QColor(0, 0, 0, 160), QColor(255, 255, 255)


@dataclass(frozen=True, eq=False)
class Legend:
    """What colours mean.

    Attributes
    ----------
    colours : ndarray of uint8, shape (steps, 3)
        From the smallest number to the largest.
    low, high : float
        Those numbers.
    """

    colours: RGB
    low: float
    high: float

    def paint(self, painter: QPainter, view: ViewTransform) -> None:
        """Draw the bar at the right edge, in the middle, in device pixels."""
        ratio = painter.device().devicePixelRatioF()
        painter.save()
        font = painter.font()
        font.setPixelSize(round(12 * ratio))
        painter.setFont(font)
        texts = [self._written(value) for value in (self.high, (self.low + self.high) / 2, self.low)]
        wide = max(map(painter.fontMetrics().horizontalAdvance, texts))
        pad, width = PADDING * ratio, WIDTH * ratio
        tall = min(TALLEST * ratio, view.size[1] / 2)
        right, top = view.size[0] - MARGIN * ratio, (view.size[1] - tall) / 2
        box = QRectF(right - width - wide - 3 * pad, top - pad, width + wide + 3 * pad, tall + 2 * pad)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(GROUND)
        painter.drawRoundedRect(box, 4 * ratio, 4 * ratio)
        bar = QRectF(box.left() + pad, top, width, tall)
        painter.drawImage(bar, from_rgb(np.ascontiguousarray(self.colours[::-1, None])))
        painter.setPen(INK)
        half = painter.fontMetrics().ascent() / 2
        for text, at in zip(texts, (0.0, 0.5, 1.0), strict=True):
            row = min(max(top + at * tall + half, top + 2 * half), top + tall)
            painter.drawText(QPointF(bar.right() + pad, row), text)
        painter.restore()

    def _written(self, value: float) -> str:
        return QLocale().toString(0.0 if abs(value) < 1e-12 else float(value), "g", 3)
