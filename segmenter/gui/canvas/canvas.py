"""The canvas: the image, what lies over it, and the tool in the hand, by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QPen

from segmenter.gui.canvas.object_keys import object_key
from segmenter.gui.canvas.pointed_view import PointedView
from segmenter.gui.canvas.tools import crosshair
from segmenter.gui.canvas.tools.tools import Button, Modifier
from segmenter.gui.session.class_keys import use_key

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.session.session import Session
    from segmenter.gui.session.view_state import ViewState

Key = Qt.Key

ARROWS: dict[int, tuple[int, int]] = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}

FAR, PAN = 10, 64
"""Pixels of the image that Shift and an arrow key move the crosshair; pixels that Ctrl and one pan."""


class Canvas(PointedView):
    """Shows what the session and the look say, and hands mouse and keys to the tool.

    Space pans whatever the tool. The arrow keys move a crosshair that acts as the mouse: Return presses where it is,
    and for tools that draw presses and then releases.
    """

    _framed = False

    def __init__(self, session: Session, view_state: ViewState, parent: QWidget | None = None) -> None:
        super().__init__(session, view_state, parent)
        self.setAccessibleName(self.tr("Image"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move a crosshair, Return clicks there, Ctrl and arrow keys move the image.")
        )

    def paint_over(self, painter: QPainter) -> None:
        """Paint the tool, and where the focus is for whom came here by keys."""
        super().paint_over(painter)
        if self._framed:
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2 * self.line_width))
            painter.drawRect(QRect(0, 0, *self.view.size))

    def event(self, event: QEvent) -> bool:
        """Keep Esc for a stroke under way."""
        wanted = event.type() == QEvent.Type.ShortcutOverride and self.stroking
        if wanted and isinstance(event, QKeyEvent) and event.key() == Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the crosshair, click, pan, peek."""
        key = event.key()
        in_hand = self.view_state.tool == "object"
        if object_key(self.session.object_assistant, event, in_hand=in_hand, crosshair=self._crosshair):
            return
        if key in ARROWS and self.session.document is not None:
            self._go(ARROWS[key], event.modifiers())
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._enter(event)
        elif key == Key.Key_Backspace and self.tool.back():
            self.update()
        elif key == Key.Key_Escape and self.stroking:
            self.cancel()
        elif key in (Key.Key_Space, Key.Key_P):
            self._hold(key, event, down=True)
        elif Key.Key_1 <= key <= Key.Key_9 and not event.modifiers():
            use_key(self.session, self.view_state, key - Key.Key_0)
        elif key in (Key.Key_BracketLeft, Key.Key_BracketRight):
            self.view_state.resize_brush(1 if key == Key.Key_BracketRight else -1)
        else:
            event.ignore()

    def _enter(self, event: QKeyEvent) -> None:
        """Take what several clicks have made, or click: with the crosshair it clicks, and Ctrl is needed to take."""
        takes = bool(event.modifiers() & Modifier.ControlModifier) or not self._crosshair
        if takes and self.tool.finish():
            self.update()
        elif self.session.document is not None and not event.isAutoRepeat():
            self._click(event.modifiers())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space and P."""
        if event.key() in (Key.Key_Space, Key.Key_P):
            self._hold(event.key(), event, down=False)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys mean the canvas, to whom came here by keys."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason
        self._framed = event.reason() in reasons
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of everything: the release of a key will not be heard."""
        super().focusOutEvent(event)
        if self._crosshair:
            self.cancel()
        self._framed = self._space = self._crosshair = False
        self.layers.peek(False)
        self._set_cursor()
        self.update()

    def _hold(self, key: int, event: QKeyEvent, *, down: bool) -> None:
        if event.isAutoRepeat():
            return
        if key == Key.Key_P:
            self.layers.peek(down)
        elif self._pressed is None or not down:
            self._space = down
            self._set_cursor()
            self._hover()
            self.update()

    def _go(self, step: tuple[int, int], modifiers: Modifier) -> None:
        """Move the crosshair by pixels of the image, or pan."""
        right, down = step
        if modifiers & Modifier.ControlModifier:
            self.pan(-right * PAN, -down * PAN)
            return
        far = (FAR if modifiers & Modifier.ShiftModifier else 1) * self._crosshair
        middle = self.view.to_image(*(side / 2 for side in self.view.size))
        point = self._pointer.point if self._pointer else middle
        column, row = crosshair.moved(point, right * far, down * far, self.view.shape)
        self._crosshair = True
        x, y = self.view.to_screen(column, row)
        shown = self.view.revealing(x, y)
        if shown != self.view:
            self._pointer = None  # it comes back below, at another place of the screen
            self.pan(shown.left - self.view.left, shown.top - self.view.top)
            x, y = self.view.to_screen(column, row)
        self._point(QPointF(x, y) / self.devicePixelRatioF(), modifiers)

    def _click(self, modifiers: Modifier) -> None:
        """Press the tool down at the crosshair, or let it go."""
        if self._pointer is None or not self._crosshair:
            self._go((0, 0), Modifier.NoModifier)
        if self._pressed is not None:
            self._release()
            return
        assert self._pointer is not None
        position = QPointF(self._pointer.x, self._pointer.y) / self.devicePixelRatioF()
        self._point(position, modifiers, Button.LeftButton)
        self._press(self.tool)
        if not self.tool.holds:
            self._release()
