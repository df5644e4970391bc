"""What the mouse buttons do on the canvas: one class a tool. Those that paint are in `painting`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeAlias

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication

from segmenter.document.edits import BACKGROUND
from segmenter.gui.canvas.tools import band

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from segmenter.gui.canvas.layers import Layers, Pixel
    from segmenter.gui.canvas.tools.strokes import Point
    from segmenter.gui.canvas.view_transform import ViewTransform
    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState

Button: TypeAlias = Qt.MouseButton
Modifier: TypeAlias = Qt.KeyboardModifier


@dataclass(frozen=True)
class Pointer:
    """Where the mouse is, or the crosshair of the keyboard, and what is held down.

    Attributes
    ----------
    x, y : float
        Device pixels of the canvas.
    point : tuple of float
        Column and row in the image.
    pixel : tuple of int or None
        Row and column of the pixel there; None outside the image.
    """

    x: float
    y: float
    point: Point
    pixel: Pixel | None
    button: Button = Button.NoButton
    modifiers: Modifier = Modifier.NoModifier

    @property
    def place(self) -> tuple[float, float]:
        """Where it is on the canvas."""
        return self.x, self.y


class Easel(Protocol):
    """What tools know of the canvas."""

    session: Session
    view_state: ViewState
    layers: Layers

    @property
    def view(self) -> ViewTransform:
        """Where the image lies."""

    @property
    def line_width(self) -> int:
        """Device pixels of thin lines."""

    def pan(self, right: float, down: float) -> None:
        """Move the image, device pixels."""

    def update(self) -> None:
        """Paint everything again."""


class Tool(QObject):
    """What happens between the press of a button and its release."""

    cursor: ClassVar = Qt.CursorShape.ArrowCursor
    buttons: ClassVar = Button.LeftButton
    lifts: ClassVar = False
    """Whether the segment under the cursor is the one that a click means."""
    holds: ClassVar = True
    """Whether the Return key presses and, the next time, releases; or does both at once."""

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(parent)
        self._easel = easel

    @property
    def active(self) -> bool:
        """Whether something is under way that can be cancelled."""
        return False

    def press(self, pointer: Pointer) -> None:
        """Begin."""

    def drag(self, pointer: Pointer) -> None:
        """Go on."""

    def release(self, pointer: Pointer) -> None:
        """Finish."""

    def cancel(self) -> None:
        """Leave everything as it was."""

    def hover(self, pointer: Pointer) -> None:
        """Follow the cursor while no button is held."""

    def finish(self) -> bool:
        """Take what several clicks have made; tell whether there is such a thing."""
        return False

    def back(self) -> bool:
        """Take the last of several clicks back; tell whether there is one."""
        return False

    def extent(self, _pointer: Pointer) -> QRect:
        """Return the part of the canvas that `paint` paints on, device pixels."""
        return QRect()

    def paint(self, painter: QPainter, pointer: Pointer) -> None:
        """Draw the tool itself."""

    def paint_left(self, painter: QPainter) -> None:
        """Draw what the tool has left on the image, wherever the cursor is."""


class Pan(Tool):
    """Dragging moves the image."""

    cursor = Qt.CursorShape.OpenHandCursor

    def press(self, pointer: Pointer) -> None:
        """Take hold."""
        self._last = pointer

    def drag(self, pointer: Pointer) -> None:
        """Move."""
        self._easel.pan(pointer.x - self._last.x, pointer.y - self._last.y)
        self._last = pointer


class Select(Tool):
    """A click selects, with Shift or Ctrl it adds or removes; dragging moves the image.

    Dragging with Shift draws a rectangle, and adds the segments that are in it for the most part.
    """

    lifts = True
    holds = False

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._first: Pointer | None = None
        self._pan: Pan | None = None
        self._last: Pointer | None = None  # of the rectangle

    @property
    def active(self) -> bool:
        """Whether a rectangle is drawn."""
        return self._last is not None

    def press(self, pointer: Pointer) -> None:
        """Wait whether it will be a click."""
        self._first, self._pan, self._last = pointer, None, None

    def drag(self, pointer: Pointer) -> None:
        """Move the image or draw the rectangle, once it is clear that it is no click."""
        first = self._first
        far = QGuiApplication.styleHints().startDragDistance()
        is_click = first is None or max(abs(pointer.x - first.x), abs(pointer.y - first.y)) < far
        if self._last is not None:
            self._last = pointer
        elif self._pan is None and first is not None and not is_click:
            if first.modifiers & Modifier.ShiftModifier:
                self._last = pointer
            else:
                self._pan = Pan(self._easel, self)
                self._pan.press(first)
        if self._pan is not None:
            self._pan.drag(pointer)

    def release(self, pointer: Pointer) -> None:
        """Select what is under the cursor, or in the rectangle."""
        session = self._easel.session
        if self._first is not None and self._last is not None:
            if session.preview is None:
                session.select(session.selection | band.banded(session.state, self._first.point, self._last.point))
        elif self._pan is None and not (pointer.pixel and self._easel.layers.hold(pointer.pixel)):
            self._click(pointer)
        self._first = self._pan = self._last = None

    def cancel(self) -> None:
        """Drop the rectangle."""
        self._first = self._pan = self._last = None

    def extent(self, pointer: Pointer) -> QRect:
        """Return the rectangle that is drawn."""
        if self._first is None or self._last is None:
            return QRect()
        width, first = self._easel.line_width, self._first.place
        return band.extent(first, self._last.place, width) | band.extent(first, pointer.place, width)

    def paint_left(self, painter: QPainter) -> None:
        """Draw the rectangle."""
        if self._first is not None and self._last is not None:
            band.paint(painter, self._first.place, self._last.place, self._easel.line_width)

    def _click(self, pointer: Pointer) -> None:
        session, number = self._easel.session, self._easel.layers.number_at(pointer.pixel)
        adds = bool(pointer.modifiers & (Modifier.ShiftModifier | Modifier.ControlModifier))
        if number != BACKGROUND:
            session.select(session.selection ^ {number} if adds else {number})
        elif not adds:
            session.select(())
