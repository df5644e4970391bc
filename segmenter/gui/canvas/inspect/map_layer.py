"""A number for each pixel of the reduced image, in colours over the image: what the eigenvectors say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from segmenter.gui.app.qimages import from_rgb

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from segmenter.core.solver.blocks import Array
    from segmenter.gui.canvas.inspect.legend import Legend
    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.render.overlay import RGB


class MapLayer:
    """Draws a map, stretched smoothly over the image.

    Parameters
    ----------
    colours : ndarray of uint8, shape (rows, columns, 3)
    values : ndarray of float, shape (rows, columns, numbers)
        What is said of a pixel, in the words of `text`.
    factor : int
        Pixels of the image that one of the map stands for, in each direction.
    text : str
        With a place {} for each number.
    legend : Legend, optional
        What the colours mean.
    """

    def __init__(self, colours: RGB, values: Array, factor: int, text: str, legend: Legend | None = None) -> None:
        self._image = from_rgb(colours)
        self._legend = legend
        self._values = values
        self._factor = factor
        self._text = text

    def draw(self, painter: QPainter, view: ViewTransform, exposed: QRect, opacity: float) -> None:
        """Draw what meets a part of the screen: opaque, for over an image its colours would be others."""
        del opacity
        rows, columns = (extent / self._factor for extent in view.shape)
        whole = QRectF(0, 0, columns, rows)  # the last pixels of the map may stand for fewer of the image
        painter.save()
        painter.setClipRect(exposed)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(QPointF(*view.origin))
        painter.scale(view.scale * self._factor, view.scale * self._factor)
        painter.drawImage(whole, self._image, whole)
        painter.restore()
        if self._legend is not None:
            self._legend.paint(painter, view)

    def describe(self, row: int, column: int, _view: ViewTransform) -> str:
        """Say what the numbers at a pixel of the image are."""
        return self._text.format(*self._values[row // self._factor, column // self._factor].tolist())
