"""What the mouse buttons do on the canvas: one class a tool. Those that paint are in `painting`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeAlias

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication

from segmenter.document.edits import BACKGROUND

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


class Easel(Protocol):
    """What tools know of the canvas."""

    session: Session
    view_state: ViewState
    layers: Layers

    @property
    def view(self) -> ViewTransform:
        """Where the image lies."""

    def pan(self, right: float, down: float) -> None:
        """Move the image, device pixels."""


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

    def extent(self, _pointer: Pointer) -> QRect:
        """Return the part of the canvas that `paint` paints on, device pixels."""
        return QRect()

    def paint(self, painter: QPainter, pointer: Pointer) -> None:
        """Draw the tool itself."""


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
    """A click selects, with Shift or Ctrl it adds or removes; dragging moves the image."""

    lifts = True
    holds = False

    def __init__(self, easel: Easel, parent: QObject) -> None:
        super().__init__(easel, parent)
        self._first: Pointer | None = None
        self._pan: Pan | None = None

    def press(self, pointer: Pointer) -> None:
        """Wait whether it will be a click."""
        self._first, self._pan = pointer, None

    def drag(self, pointer: Pointer) -> None:
        """Move the image, once it is clear that it is no click."""
        first = self._first
        far = QGuiApplication.styleHints().startDragDistance()
        if self._pan is None and first and max(abs(pointer.x - first.x), abs(pointer.y - first.y)) >= far:
            self._pan = Pan(self._easel, self)
            self._pan.press(first)
        if self._pan is not None:
            self._pan.drag(pointer)

    def release(self, pointer: Pointer) -> None:
        """Select what is under the cursor."""
        if self._pan is None and not (pointer.pixel and self._easel.layers.hold(pointer.pixel)):
            self._click(pointer)
        self._first = self._pan = None

    def _click(self, pointer: Pointer) -> None:
        session, number = self._easel.session, self._easel.layers.number_at(pointer.pixel)
        adds = bool(pointer.modifiers & (Modifier.ShiftModifier | Modifier.ControlModifier))
        if number != BACKGROUND:
            session.select(session.selection ^ {number} if adds else {number})
        elif not adds:
            session.select(())
