"""The rows of the parameters dock: a label, a control, and one value between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from segmenter.gui.docks.parameters.controls import QuestionMark, RowLabel, Toggle, explain, in_words, tip
from segmenter.gui.docks.parameters.number_field import NumberField, Slider
from segmenter.gui.docks.parameters.slider_scale import Scale, scale

if TYPE_CHECKING:
    from segmenter.parameters import Spec, Value

NUMBER_WIDTH, SHORT_WIDTH, AUTO_WIDTH = 76, 38, 40
"""Of a number, of one with few digits, and of the button beside it at least, logical pixels."""

SHORT = 100
"""Whole numbers up to here have few digits."""

EXPLAINED = ("k", "strength", "sigma_intensity", "sigma_position", "radius")
"""Parameters that pictures made from the open image explain."""


class Row(QObject):
    """What all rows have: a name, a label, and the wish for another value."""

    wished = Signal(str, object, bool)
    """Name, value, and whether it is final: to be kept, and not only shown."""
    reset = Signal()
    """The default is wanted again."""
    asked = Signal(str, QWidget)
    """An explanation is wanted of the parameter of this name, beside this button."""

    def __init__(self, name: str, spec: Spec, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.spec = name, spec
        self.help = in_words(spec.help) + "."
        self.label = RowLabel(text, parent)
        explain(self.label, self.help + " " + self.tr("A double click resets it."))
        self.label.double_clicked.connect(self._reset)
        self._action = QAction(self.tr("Reset to Default"), self)
        self._action.triggered.connect(self._reset)
        self.why = self._explaining(parent) if name in EXPLAINED else None

    def describe(self, *controls: QWidget) -> None:
        """Give controls the name and help of the parameter, and a menu to reset it."""
        for control in controls:
            control.setAccessibleName(self.label.text())
            explain(control, self.help)
        for widget in (self.label, *controls):
            if not isinstance(widget, QToolButton):  # which would show it as a menu of its own
                widget.addAction(self._action)
                widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def line(self, *controls: QWidget) -> QHBoxLayout:
        """Return a line with the name at the left and controls at the right."""
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.label)
        if self.why is not None:
            line.addWidget(self.why)
        line.addStretch(1)
        for control in controls:
            line.addWidget(control)
        return line

    def _explaining(self, parent: QWidget) -> QToolButton:
        """Return the button that explains the parameter with pictures."""
        button = QuestionMark(parent)
        button.setAccessibleName(self.tr("Explain {name}").format(name=self.label.text()))
        explain(button, self.tr("Show in pictures of this image what it does."))
        button.clicked.connect(lambda: self.asked.emit(self.name, button))
        return button

    def _reset(self) -> None:
        self.reset.emit()


class NumberRow(Row):
    """A slider, a number, and Auto where the program can find the number."""

    def __init__(self, name: str, spec: Spec, text: str, parent: QWidget) -> None:
        super().__init__(name, spec, text, parent)
        self._scale = scale(spec)
        self._value: Value = 0
        self._shown: float | None = None
        self.slider = Slider(self._scale.positions, parent) if self._scale.useful else None
        self.field = NumberField(spec, parent)
        self.field.setValue(self._scale.value(self._scale.positions // 2))  # until one is known
        self.auto = Toggle(self.tr("Auto"), parent) if spec.auto else None
        self.label.setBuddy(self.slider or self.field)
        self.describe(self.field)
        self.field.stepped.connect(lambda number: self.wished.emit(name, self._number(number), False))
        self.field.entered.connect(lambda number: self.wished.emit(name, self._number(number), True))
        if self.slider:
            self.describe(self.slider)
            self.slider.valueChanged.connect(self._move)
            self.slider.sliderReleased.connect(self._release)
        if self.auto:
            self.auto.setAccessibleName(self.tr("{name}: automatic").format(name=text))
            explain(self.auto, self.tr("Let the program find the value."))
            self.auto.clicked.connect(self._toggle)
        elif spec.unit:
            self.field.setSuffix(f" {spec.unit}")

    @property
    def held(self) -> bool:
        """Whether a hand is on it, so that it must not move by itself."""
        return self.field.typing or (self.slider is not None and self.slider.isSliderDown())

    def place(self, column: QVBoxLayout, beside: QWidget | None = None) -> None:
        """Put the row at the end of a column, something beside its label if it is given; the slider has its width."""
        controls = [each for each in (beside, self.field, self.auto) if each is not None]
        short = self.spec.kind is int and self.spec.high <= SHORT and not self.field.suffix()
        self.field.setFixedWidth(SHORT_WIDTH if short else NUMBER_WIDTH)
        if self.auto:
            self.auto.setFixedWidth(max(AUTO_WIDTH, self.auto.fontMetrics().horizontalAdvance(self.auto.text()) + 12))
            self.auto.setFixedHeight(self.field.sizeHint().height())
        row = QVBoxLayout()
        row.setSpacing(0)
        row.addLayout(self.line(*controls))
        if self.slider:
            row.addWidget(self.slider)
        column.addLayout(row)

    def show_value(self, value: Value, used: float | None = None) -> None:
        """Show a value; where it is "auto", the number that was used."""
        automatic = isinstance(value, str)
        number = used if isinstance(value, str) else float(value)
        self._value, self._shown = value, number
        if self.held:
            return
        self.field.show_value(number, automatic=automatic)
        if self.slider and number is not None:
            with QSignalBlocker(self.slider):
                self.slider.setValue(self._scale.position(number))
        if self.auto:
            self.auto.setChecked(automatic)

    def set_high(self, high: float) -> None:
        """Let the slider end at another value."""
        if self.slider and high != self._scale.high:
            self._scale = Scale(self._scale.low, high, self._scale.whole, self._scale.logarithmic)
            with QSignalBlocker(self.slider):
                self.slider.setMaximum(self._scale.positions)

    def set_marks(self, values: tuple[int, ...], hint: str) -> None:
        """Mark values on the slider; `hint` says what the marks mean."""
        if self.slider:
            self.slider.set_marks(tuple(self._scale.position(value) for value in values if value <= self._scale.high))
            explain(self.slider, f"{self.help} {hint}" if values else self.help)

    def _number(self, number: float) -> float:
        """Return a number of the kind of the parameter."""
        return round(number) if self.spec.kind is int else float(number)

    def _move(self, position: int) -> None:
        """Follow the slider: what it passes is shown, where it is let go is kept."""
        number = self._number(self._scale.value(position))
        self.field.show_value(number, automatic=False)
        if self.auto:
            self.auto.setChecked(False)
        self.wished.emit(self.name, number, False)

    def _release(self) -> None:
        if self.slider:
            place = self.slider.value()
            back = self._shown is not None and place == self._scale.position(self._shown)
            # let go where it was taken: the value stays, which the slider may not show exactly
            self.wished.emit(self.name, self._value if back else self._number(self._scale.value(place)), True)

    def _toggle(self, automatic: bool) -> None:
        self.wished.emit(self.name, "auto" if automatic else self._number(self.field.value()), True)


class ChoiceRow(Row):
    """A few words, of which one is chosen."""

    def __init__(self, name: str, spec: Spec, text: str, choices: dict[str, tuple[str, str]], parent: QWidget) -> None:
        """Make a button for each choice; `choices` holds their words and their tooltips."""
        super().__init__(name, spec, text, parent)
        self.buttons: dict[str, Toggle] = {}
        self._group = QButtonGroup(self)
        for choice, (word, sentence) in choices.items():
            button = Toggle(word, parent)
            self.describe(button)
            button.setAccessibleName(f"{text}: {word}")
            explain(button, sentence)
            button.clicked.connect(lambda _=False, choice=choice: self.wished.emit(name, choice, True))
            self._group.addButton(button)
            self.buttons[choice] = button

    def place(self, column: QVBoxLayout) -> None:
        """Put the row at the end of a column."""
        cell = QHBoxLayout()
        cell.setSpacing(0)
        for button in self.buttons.values():
            button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().verticalPolicy())
            cell.addWidget(button)
        line = self.line()
        line.addLayout(cell, 1)
        column.addLayout(line)

    def show_value(self, value: Value) -> None:
        """Show which one is chosen."""
        self.buttons[str(value)].setChecked(True)


class ListRow(Row):
    """More words than have room beside each other, of which one is chosen."""

    def __init__(self, name: str, spec: Spec, text: str, choices: dict[str, tuple[str, str]], parent: QWidget) -> None:
        """Make a list that opens; `choices` holds the words and their tooltips."""
        super().__init__(name, spec, text, parent)
        self.box = QComboBox(parent)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not the wheel: it scrolls past
        self.box.installEventFilter(self)
        for choice, (word, sentence) in choices.items():
            self.box.addItem(word, choice)
            self.box.setItemData(self.box.count() - 1, tip(sentence), Qt.ItemDataRole.ToolTipRole)
        self.describe(self.box)
        self.label.setBuddy(self.box)
        self.box.activated.connect(lambda: self.wished.emit(name, self.box.currentData(), True))

    def place(self, column: QVBoxLayout) -> None:
        """Put the row at the end of a column."""
        line = self.line()
        line.addWidget(self.box, 2)
        column.addLayout(line)

    def show_value(self, value: Value) -> None:
        """Show which one is chosen."""
        self.box.setCurrentIndex(self.box.findData(value))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the panel, unless the person has chosen to be here."""
        if event.type() == QEvent.Type.Wheel and not self.box.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class TextRow(Row):
    """A text that is set elsewhere, and cleared here; not seen while it is empty."""

    def __init__(self, name: str, spec: Spec, text: str, parent: QWidget) -> None:
        super().__init__(name, spec, text, parent)
        self._text = QLabel(parent)
        self.clear = QToolButton(parent)
        self.clear.setText(self.tr("Clear"))
        self.describe(self.clear)
        self.clear.setAccessibleName(self.tr("{name}: clear").format(name=text))
        self.clear.clicked.connect(self._reset)

    def place(self, column: QVBoxLayout) -> None:
        """Put the row at the end of a column."""
        column.addLayout(self.line(self._text, self.clear))

    def show_value(self, value: Value) -> None:
        """Show the text, or nothing if it is empty."""
        self._text.setText(str(value).replace(" ", ", "))
        for widget in (self.label, self._text, self.clear):
            widget.setVisible(bool(value))
