"""Classes that are dropped on a segment of the image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.gui.app.dragging import CLASS, DropTarget, class_number
from segmenter.gui.session.class_drops import dropped_class

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData, QPoint

    from segmenter.gui.canvas.layered_view import LayeredView
    from segmenter.gui.canvas.layers import Pixel


class ClassDrop(DropTarget):
    """Gives the class to the segment under the cursor, which is lifted meanwhile."""

    def __init__(self, canvas: LayeredView) -> None:
        super().__init__(canvas, CLASS, self._dropped, self._show)
        self._canvas = canvas

    def _dropped(self, dragged: QMimeData, place: QPoint) -> Callable[[], object] | None:
        return dropped_class(
            self._canvas.session, class_number(dragged), self._canvas.layers.number_at(self._pixel(place))
        )

    def _show(self, place: QPoint | None) -> None:
        self._canvas.layers.point_at(None if place is None else self._pixel(place), lift=place is not None)

    def _pixel(self, place: QPoint) -> Pixel | None:
        ratio = self._canvas.devicePixelRatioF()
        column, row = self._canvas.view.to_image(place.x() * ratio, place.y() * ratio)
        rows, columns = self._canvas.view.shape
        return (int(row), int(column)) if 0 <= row < rows and 0 <= column < columns else None
