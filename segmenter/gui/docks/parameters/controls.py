"""The small parts of the parameters dock: buttons, a label that gives way, and words in the language of the window."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QStyleOptionToolButton

MARK_WIDTH = 16
"""Of a question mark, logical pixels."""


def in_words(text: str) -> str:
    """Return a label or help of `parameters.specs` in the language of the window."""
    return QCoreApplication.translate("Parameters", text)


def tip(sentence: str) -> str:
    """Return a tooltip that is wrapped."""
    return f"<p>{escape(sentence)}</p>"


def explain(widget: QWidget, sentence: str) -> None:
    """Give a widget a tooltip that is wrapped, and its words without tags to who has it read out."""
    widget.setToolTip(tip(sentence))
    widget.setAccessibleDescription(sentence)


class Toggle(QToolButton):
    """A button that stays down, in the colour of what is selected while it does."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Take the colours of a selection while checked."""
        super().initStyleOption(option)
        if self.isChecked() and self.isEnabled():
            roles = QPalette.ColorRole
            option.palette.setColor(roles.Button, option.palette.color(roles.Highlight))
            option.palette.setColor(roles.ButtonText, option.palette.color(roles.HighlightedText))


class Link(QToolButton):
    """A flat button in the colour of links."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Take the colour of links."""
        super().initStyleOption(option)
        option.palette.setColor(QPalette.ColorRole.ButtonText, option.palette.color(QPalette.ColorRole.Link))


class QuestionMark(QToolButton):
    """A narrow, flat button that explains."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setText("?")

    def sizeHint(self) -> QSize:
        """Take no more room than the mark needs."""
        return QSize(MARK_WIDTH, super().sizeHint().height())


class RowLabel(QLabel):
    """The name of a parameter; a double click resets it."""

    double_clicked = Signal()

    def minimumSizeHint(self) -> QSize:
        """Give way to the controls where the dock is narrow."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, cut short where it has not room enough."""
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
            return
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            QPainter(self),
            self.rect(),
            Qt.AlignmentFlag.AlignVCenter,
            self.palette(),
            self.isEnabled(),
            cut,
            QPalette.ColorRole.WindowText,
        )

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the default."""
        del event
        self.double_clicked.emit()
