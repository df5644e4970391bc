"""What keys and the wheel mean while an object is being pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from segmenter.gui.canvas.image_view import with_fingers

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from segmenter.gui.session.object_assistant import ObjectAssistant

Key, Modifier = Qt.Key, Qt.KeyboardModifier

GROW, SHRINK = (Key.Key_Plus, Key.Key_Equal), (Key.Key_Minus, Key.Key_Underscore)


class Grower:
    """Turns the wheel into levels: with Ctrl, while there is an object, it grows or shrinks; fingers zoom as ever."""

    def __init__(self, assistant: ObjectAssistant) -> None:
        self._assistant = assistant
        self._turned = 0.0

    def takes(self, event: QWheelEvent) -> bool:
        """Tell whether a turn means the object."""
        control = bool(event.modifiers() & Modifier.ControlModifier)
        return control and self._assistant.active and not with_fingers(event)

    def turn(self, notches: float) -> None:
        """Grow by a level a notch; what is less waits for the next turn."""
        self._turned += notches
        levels = int(self._turned)
        self._turned -= levels
        self._assistant.grow(levels)


def object_key(assistant: ObjectAssistant, event: QKeyEvent, *, in_hand: bool, crosshair: bool) -> bool:
    """Do what a key means for an object; tell whether it meant that.

    Return keeps the object, or takes up the segment that is selected; with the crosshair it clicks, and Ctrl is needed.
    """
    key, control = event.key(), bool(event.modifiers() & Modifier.ControlModifier)
    if not in_hand:
        return False
    if key in (Key.Key_Return, Key.Key_Enter) and (control or not crosshair):
        if assistant.active:
            assistant.take()
            return True
        return not event.isAutoRepeat() and assistant.take_up_selected()
    if not assistant.active or control:
        return False
    if key == Key.Key_Backspace:
        assistant.back()
    elif key in GROW + SHRINK:
        assistant.grow(1 if key in GROW else -1)
    else:
        return False
    return True
