"""Dragging between parts of the window: classes to segments, and segments to classes.

Both ends watch the widget that the mouse is on, so that no widget needs a class of its own for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QMouseEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

CLASS, SEGMENTS = "application/x-segmenter-class", "application/x-segmenter-segments"
"""What is dragged: the number of a class; or those segments that are selected, whose numbers the session knows."""


def carried(kind: str, text: str = "") -> QMimeData:
    """Return what is dragged."""
    data = QMimeData()
    data.setData(kind, text.encode())
    return data


def class_number(data: QMimeData) -> int | None:
    """Return the number of the class that is dragged; None if it is no class of this program."""
    text = data.data(CLASS).toStdString()
    return int(text) if data.hasFormat(CLASS) and text.isdecimal() and len(text) < 10 else None


class DragSource(QObject):
    """Lets things be dragged out of a widget, such as the viewport of a list.

    Parameters
    ----------
    widget : QWidget
    made : function of a place in the widget
        Returns what a drag from there carries, and its picture; None where nothing can be dragged.
    """

    def __init__(self, widget: QWidget, made: Callable[[QPoint], tuple[QMimeData, QPixmap] | None]) -> None:
        super().__init__(widget)
        self._widget, self._made = widget, made
        self._first: QPoint | None = None
        self._dragged = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to drag once the mouse is far from where it was pressed."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            place = event.position().toPoint()
            self._first = place if plain and self._made(place) is not None else None
            self._dragged = False
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove and self._first is not None:
            far = QGuiApplication.styleHints().startDragDistance()
            if (event.position().toPoint() - self._first).manhattanLength() >= far:
                self._drag()
            return True  # or the list would take it for a selection of its own
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._first, dragged, self._dragged = None, self._dragged, False
            if dragged:
                return True  # some systems send it after the drop: the list would take it for a click
        return super().eventFilter(watched, event)

    def _drag(self) -> None:
        first, self._first = self._first, None
        made = None if first is None else self._made(first)
        if made is not None:
            self._dragged = True
            drag = QDrag(self._widget)
            drag.setMimeData(made[0])
            drag.setPixmap(made[1])
            drag.exec(Qt.DropAction.CopyAction)


class DropTarget(QObject):
    """Takes what is dropped on a widget.

    Parameters
    ----------
    widget : QWidget
    kind : str
        Of what it takes; anything else is left to the widgets around it.
    does : function of what is dragged and a place
        Returns what a drop there would do; None where it would do nothing.
    shows : function of a place, or None
        Shows what a drop there would be to; nothing for None.
    """

    def __init__(
        self,
        widget: QWidget,
        kind: str,
        does: Callable[[QMimeData, QPoint], Callable[[], object] | None],
        shows: Callable[[QPoint | None], object] = lambda _: None,
    ) -> None:
        super().__init__(widget)
        self._kind, self._does, self._shows = kind, does, shows
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say where a drop is welcome, and do it."""
        if event.type() == QEvent.Type.DragLeave:
            self._shows(None)
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(self._kind):
            return super().eventFilter(watched, event)
        place = event.position().toPoint()
        does = self._does(event.mimeData(), place)
        if isinstance(event, QDragEnterEvent):
            event.acceptProposedAction()  # or no move would be heard of
        elif isinstance(event, QDragMoveEvent):
            self._shows(place if does is not None else None)
            event.setAccepted(does is not None)
        else:
            self._shows(None)
            event.setAccepted(does is not None)
            if does is not None:
                does()
        return True
