"""The two controls that a number is set with: a field and a slider."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSlider, QStyle, QStyleOptionSlider

from segmenter.gui.docks.parameters.slider_scale import scale, written

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from segmenter.parameters import Spec

NARROWEST = 64
"""Of a slider, logical pixels."""

FINE_PART = 0.1
"""Of the way of the mouse that the handle goes with Shift."""

UNKNOWN = "…"
"""Shown where a value is found by the program, and not yet."""


class NumberField(QDoubleSpinBox):
    """A number that is typed, or stepped with the arrow keys and the wheel."""

    stepped = Signal(float)
    entered = Signal(float)

    def __init__(self, spec: Spec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale(spec)
        self._stepping = self._fine = False
        self._found = ""
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not the wheel: it scrolls past
        self.setKeyboardTracking(False)
        self.setDecimals(0 if spec.kind is int else 9)
        self.setRange(spec.low, spec.high)
        self.valueChanged.connect(self._tell)

    @property
    def typing(self) -> bool:
        """Whether something is typed that was not entered yet."""
        return self.hasFocus() and self.lineEdit().isModified()

    def show_value(self, value: float | None, *, automatic: bool) -> None:
        """Show a number, grey if the program found it; None is one it has not found yet."""
        colours = QPalette()
        if automatic:
            colours.setColor(QPalette.ColorRole.Text, colours.color(QPalette.ColorRole.PlaceholderText))
        self.lineEdit().setPalette(colours)
        found = UNKNOWN if value is None else self._written(value)
        self._found = found if automatic else ""
        with QSignalBlocker(self):
            self.setValue(self.value() if value is None else value)

    def stepBy(self, steps: int) -> None:
        """Go some small steps up or down."""
        self._stepping, self._found = True, ""
        self.setValue(self._scale.stepped(self.value(), steps, fine=self._fine))
        self._stepping = False

    def textFromValue(self, value: float) -> str:
        """Write a number; one that the program found may lie outside the range."""
        return self._found or self._written(value)

    def valueFromText(self, text: str) -> float:
        """Read a number; the value as it was if it is none, or the very text that a longer number is shown as."""
        typed, value = text.removesuffix(self.suffix()), self.value()
        number = None if typed == self.textFromValue(value) else self._read(text)
        return value if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Tell whether a text is a number within the range, or on the way to one."""
        number = self._read(text)
        if number is not None and self.minimum() <= number <= self.maximum():
            return QValidator.State.Acceptable, text, position
        typed = text.removesuffix(self.suffix()).strip()
        possible = set(typed) <= set("0123456789.,eE+-" + UNKNOWN)
        return QValidator.State.Intermediate if possible else QValidator.State.Invalid, text, position

    def fixup(self, text: str) -> str:
        """Take the nearest number for one out of range; what is no number is put back as it was."""
        number = self._read(text)
        return text if number is None else self._written(min(max(number, self.minimum()), self.maximum()))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, but for what is typed and not entered yet."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.typing:
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step, but only where the person has chosen to be; with Shift by a tenth, wherever that is."""
        self._fine = _is_fine(event)
        if self.hasFocus() or self._fine:
            super().wheelEvent(event)
        else:
            event.ignore()
        self._fine = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by a tenth with Shift; who types the number that the program has found wants that one from now on."""
        confirms = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.typing and bool(self._found)
        found = self.value() if confirms and self._read(self.text()) is not None else None
        self._fine = _is_fine(event)
        super().keyPressEvent(event)
        self._fine = False
        if found is not None and self.value() == found:  # no change, so that nobody was told
            self.entered.emit(found)

    def _written(self, value: float) -> str:
        """Write a number in the language of the window."""
        return written(value).replace(".", self.locale().decimalPoint())

    def _read(self, text: str) -> float | None:
        """Return the number in a text; a point is understood in every language."""
        typed = text.removesuffix(self.suffix()).strip()
        locale = self.locale()
        locale.setNumberOptions(QLocale.NumberOption.RejectGroupSeparator)
        number, right = locale.toDouble(typed)
        if not right:
            number, right = QLocale.c().toDouble(typed)
        right = right and math.isfinite(number) and (self.decimals() > 0 or number == round(number))
        return number if right else None

    def _tell(self, value: float) -> None:
        self._found = ""
        self.lineEdit().setModified(False)  # what was typed is entered
        (self.stepped if self._stepping else self.entered).emit(value)


def _is_fine(event: QKeyEvent | QWheelEvent | QMouseEvent) -> bool:
    """Tell whether Shift asks for fine steps."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


class Slider(QSlider):
    """A slider that goes where it is clicked, leaves the wheel to the panel, and may have marks.

    With Shift, a drag moves it by a tenth of the way, and the wheel and the arrow keys by the smallest steps there are.
    """

    def __init__(self, positions: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks: tuple[int, ...] = ()
        self._anchor: tuple[float, int] | None = None  # of a fine drag: where it began, and the position there
        self.setRange(0, positions)
        self.setSingleStep(max(1, positions // 100))
        self.setPageStep(max(1, positions // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(NARROWEST)

    def sizeHint(self) -> QSize:
        """Ask for little: labels come first, and what is left over goes to the sliders anyway."""
        return QSize(NARROWEST, super().sizeHint().height())

    @property
    def marks(self) -> tuple[int, ...]:
        """Positions that are worth a look."""
        return self._marks

    def set_marks(self, positions: tuple[int, ...]) -> None:
        """Mark some positions."""
        self._marks = positions
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, and bring it here first if it is elsewhere."""
        option, place = self._option(), event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not self._handle(option).contains(place):
            room = self.width() - self._handle(option).width()
            left = place.x() - self._handle(option).width() // 2
            self.setSliderDown(True)  # before it moves: a press is the beginning of a drag, and no step
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), left, room, option.upsideDown))
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse; with Shift a tenth as far."""
        if not (self.isSliderDown() and _is_fine(event)):
            self._anchor = None
            super().mouseMoveEvent(event)
            return
        x = event.position().x()
        self._anchor = self._anchor or (x, self.sliderPosition())
        room = max(1, self.width() - self._handle(self._option()).width())
        far = FINE_PART * (x - self._anchor[0]) / room * (self.maximum() - self.minimum())
        self.setSliderPosition(round(self._anchor[1] + far))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._anchor = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step, but only where the person has chosen to be; with Shift by one, wherever that is."""
        if _is_fine(event):
            turned = event.angleDelta().y() or event.angleDelta().x()  # some desktops turn the wheel sideways
            self.setValue(self.value() + (turned > 0) - (turned < 0))
            event.accept()
        elif self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step; with Shift by one."""
        towards = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        if _is_fine(event) and event.key() in towards:
            self.setValue(self.value() + towards[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the slider, and the marks below its groove."""
        super().paintEvent(event)
        option = self._option()
        handle = self._handle(option).width()
        painter = QPainter(self)
        for position in self._marks:
            left = QStyle.sliderPositionFromValue(
                self.minimum(), self.maximum(), position, self.width() - handle, option.upsideDown
            )
            colour = self.palette().color(QPalette.ColorRole.Link)
            painter.fillRect(QRect(left + handle // 2 - 1, self.height() - 4, 2, 4), colour)

    def _option(self) -> QStyleOptionSlider:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return option

    def _handle(self, option: QStyleOptionSlider) -> QRect:
        style = QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        return self.style().subControlRect(*style)
