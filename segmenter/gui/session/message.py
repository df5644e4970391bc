"""What the session says to the person."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from segmenter.errors import SegmenterError, mistake
from segmenter.gui.session.sentences import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.document.state import State
    from segmenter.errors import EditError
    from segmenter.gui.session.host import Host


@dataclass(frozen=True)
class Message:
    """A sentence for the bar above the canvas, and what can be done about it."""

    text: str
    kind: str = "information"  # or warning, or error
    action: str = ""
    act: Callable[[], object] | None = None
    other_action: str = ""
    act_otherwise: Callable[[], object] | None = None
    about: State | None = None  # the state it speaks of: it goes when another one comes
    until: str = "opened"  # another image; or closed, or replaced by a message; or answered: no message replaces it


def undoable(session: Host, text: str, kind: str = "information") -> Message:
    """Return what the last step has led to, with a way back that lasts until the next step."""
    state = session.state

    def undo() -> None:
        if session.state is state:
            session.undo()

    return Message(text, kind, QCoreApplication.translate("Session", "Undo"), undo, about=state)


class Reporter(QObject):
    """Says things to the person: sentences to the bar, what nobody expected to a dialog."""

    said = Signal(Message)
    failed = Signal(Exception)
    """Something nobody expected."""

    def say(self, text: str, kind: str = "information") -> None:
        """Put a sentence into the bar."""
        self.said.emit(Message(text, kind))

    def refuse(self, error: EditError) -> None:
        """Say why an edit cannot be done."""
        self.say(QCoreApplication.translate("Edits", error.sentence).format(**error.values))

    def report(self, error: Exception) -> None:
        """Say an expected error in the bar; any other goes to the error dialog."""
        if isinstance(error, SegmenterError):
            hidden = mistake(error)
            if hidden is not None and sys.stderr is not None:  # a program without a terminal has none
                sys.stderr.write(hidden)  # as errors that nobody caught
            self.said.emit(Message(in_words(error), "error"))
        elif isinstance(error, MemoryError):
            self.said.emit(
                Message(self.tr("There is not enough memory for this; a larger Reduction needs less."), "error")
            )
        else:
            self.failed.emit(error)
