"""Rows of the table that are dragged to a class, and classes that are dropped on a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.gui.app.dragging import CLASS, SEGMENTS, DragSource, DropTarget, carried, class_number
from segmenter.gui.app.icons import icon
from segmenter.gui.docks.segments.view import CLICKED, ICON
from segmenter.gui.session.class_drops import dropped_class

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import QPixmap

    from segmenter.gui.docks.segments.model import SegmentModel
    from segmenter.gui.docks.segments.view import SegmentView
    from segmenter.gui.session.session import Session


class RowDrags:
    """Lets the selected rows be dragged, where there are classes to drop them on, and classes be dropped on rows."""

    def __init__(self, session: Session, model: SegmentModel, view: SegmentView) -> None:
        self._session, self._model, self._view = session, model, view
        DragSource(view.viewport(), self._carried)
        DropTarget(view.viewport(), CLASS, self._dropped, self._show_target)

    def _carried(self, place: QPoint) -> tuple[QMimeData, QPixmap] | None:
        index = self._view.indexAt(place)
        chosen = index.isValid() and self._model.number(index.row()) in self._session.selection
        if not chosen or index.column() in CLICKED or not self._session.state.classes:
            return None
        return carried(SEGMENTS), icon("select").pixmap(ICON)

    def _dropped(self, dragged: QMimeData, place: QPoint) -> Callable[[], object] | None:
        return dropped_class(self._session, class_number(dragged), self._number_at(place))

    def _show_target(self, place: QPoint | None) -> None:
        """Mark the row that a drop would be on."""
        self._model.show_hovered(0 if place is None else self._number_at(place))

    def _number_at(self, place: QPoint) -> int:
        index = self._view.indexAt(place)
        return self._model.number(index.row()) if index.isValid() else 0
