"""The bar above the canvas: one sentence, what can be done about it, and how to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from segmenter.gui.app.icons import icon, tint
from segmenter.gui.app.theme import HUES

if TYPE_CHECKING:
    from segmenter.document.state import State
    from segmenter.gui.session.message import Message
    from segmenter.gui.session.session import Session

PATIENCE = 8000
"""Milliseconds after which a piece of information goes by itself; warnings and errors stay."""


class MessageBar(QFrame):
    """Shows the newest message of the session.

    Messages that wait for an answer come back when what was said over them is gone.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._unanswered: list[Message] = []  # below the one that is shown, the newest last
        self._icon, self._text = QLabel(self), QLabel(self)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setAccessibleDescription(self.tr("Message"))
        self._action, self._other = QPushButton(self), QPushButton(self)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        tint(self._close, "close")
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        for widget in (self._icon, self._text, self._action, self._other, self._close):
            row.addWidget(widget)
        for button in (self._action, self._other, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it was
        self.setAutoFillBackground(True)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._end)
        self._close.clicked.connect(self._end)
        self._action.clicked.connect(self._act)
        self._other.clicked.connect(self._act_otherwise)
        session.said.connect(self.show_message)
        session.opened.connect(self._end_for_another_image)
        session.changed.connect(self._forget)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown; empty if none is."""
        return "" if self.isHidden() else self._text.text()

    def show_message(self, message: Message) -> None:
        """Show a message in place of the one before; what waits for an answer, or is no mere hint, comes back."""
        before = self._message
        if before is not None and before.text != message.text:
            stays = before.kind != "information" and message.kind == "information" and before.about is None
            if before.until == "answered" or stays:
                self._unanswered.append(before)
        self._show(message)

    def dismiss(self) -> bool:
        """Take a hint away that waits for nothing; tell whether there was one."""
        message = self._message
        hint = message is not None and message.kind == "information" and message.until != "answered"
        if hint:
            self._end()
        return hint

    def _show(self, message: Message) -> None:
        self._message = message
        self._text.setText(message.text)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self._other.setText(message.other_action)
        self._other.setVisible(bool(message.other_action))
        self._tint()
        self._timer.stop()
        if message.kind == "information" and not message.action:
            self._timer.start()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))

    def _end(self) -> None:
        """Take the message away; show the newest one that still waits for an answer."""
        self._timer.stop()
        self._message = None
        if self._unanswered:
            self._show(self._unanswered.pop())
        else:
            self.hide()

    def _end_for_another_image(self) -> None:
        """Take a message away that speaks of the image before."""
        self._unanswered = [each for each in self._unanswered if each.until != "opened"]
        if self._message is not None and self._message.until == "opened":
            self._end()

    def _forget(self, _: State, now: State) -> None:
        """Take a message away that speaks of a step when another one has come."""
        if self._message is not None and self._message.about not in (None, now):
            self._end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._message is not None:
            self._tint()

    def _tint(self) -> None:
        """Colour the ground a little: the palette's own lightness, the hue of the kind."""
        kind = self._message.kind if self._message else "information"
        dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
        palette = QPalette()  # all other colours stay those of the application
        palette.setColor(QPalette.ColorRole.Window, QColor.fromHsl(HUES[kind], 90, 60 if dark else 222))
        self.setPalette(palette)
        self._icon.setPixmap(icon(kind).pixmap(20))

    def _act(self) -> None:
        message = self._message
        self._end()
        if message is not None and message.act is not None:
            message.act()

    def _act_otherwise(self) -> None:
        message = self._message
        self._end()
        if message is not None and message.act_otherwise is not None:
            message.act_otherwise()
