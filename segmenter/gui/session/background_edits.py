"""Edits that take a moment on a large image: done in the background, one after the other; no press of a key is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.document.carry_over import followed
from segmenter.errors import EditError
from segmenter.gui.session.worker import Job, Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.document.state import State
    from segmenter.gui.session.host import Host
    from segmenter.gui.session.strokes import Strokes
    from segmenter.progress import ProgressCallback

    Numbers = frozenset[int]

KIND = "edit"


class BackgroundEdits(QObject):
    """Does one edit at a time. What is pressed meanwhile waits for its turn, with the segments selected then."""

    busy_changed = Signal()

    def __init__(self, session: Host, strokes: Strokes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._strokes = session, strokes
        self._worker = Worker("edits", self)  # its own: an edit waits for no table, no journal and no export
        self._waiting: list[tuple[Numbers, Callable[[Numbers], object]]] = []
        self._numbers: Numbers = frozenset()
        self._at_once: Callable[[], None] = self._go_on
        self.busy = False

    def close(self) -> None:
        """Stop all work."""
        self._worker.close()

    def do(self, step: str, function: Callable[..., State], *arguments: object) -> None:
        """Do an edit of what is selected in the background; `step` is what undo calls it."""
        self.in_turn(lambda numbers: self._begin(step, function, numbers, arguments))

    def in_turn(self, act: Callable[[Numbers], object]) -> None:
        """Do something to what is selected: at once, or after the edits that are under way."""
        self._waiting.append((self._session.selection, act))
        if not self.busy:
            self._go_on()

    def cancel(self) -> None:
        """Drop the edit under way, and what waits."""
        self._worker.cancel()
        self._waiting.clear()
        self._strokes.forget(KIND)
        self._set_busy(False)

    def finish(self) -> None:
        """Do now what is under way and what waits: the image is left, saved or exported, and no edit may be missing.

        A stroke is under way, too: an edit in the middle of it would be painted over by its end.
        """
        self._strokes.let_go()
        while self.busy:
            self._worker.cancel()
            self._strokes.forget(KIND)
            self._at_once()

    def _go_on(self) -> None:
        self._set_busy(False)
        while self._waiting and not self.busy:
            numbers, act = self._waiting.pop(0)
            act(numbers)

    def _begin(
        self, step: str, function: Callable[..., State], numbers: Numbers, arguments: tuple[object, ...]
    ) -> None:
        session = self._session
        if session.document is None or not session.may_edit():
            self._waiting.clear()
            self._set_busy(False)  # it may be one that begins again, on what was painted meanwhile
            return
        state = session.state
        self._numbers = numbers = numbers & state.segments.keys()

        def work(progress: ProgressCallback) -> State:
            progress(KIND, 0.0)
            return function(state, numbers, *arguments)

        def take(after: State) -> None:
            now = session.state
            if now is state:
                session.take(after, step)
            elif (now.parameters, now.solved) == (state.parameters, state.solved):  # painted, named, locked meanwhile
                self._begin(step, function, self._numbers, arguments)
                return
            else:
                session.say(self.tr("There are other segments meanwhile; “{step}” was not done.").format(step=step))
            self._go_on()

        def at_once() -> None:
            try:
                after = function(state, numbers, *arguments)
            except EditError as error:
                self._fail(error)
            else:
                take(after)

        self._at_once = at_once
        self._set_busy(True)
        self._worker.submit(
            Job(
                KIND,
                work,
                lambda after: self._strokes.after(KIND, partial(take, after)),
                lambda error: self._strokes.after(KIND, partial(self._fail, error)),
            )
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, EditError):
            self._session.refuse(error)
        else:
            self._session.report(error)
        self._go_on()

    def follow(self, before: State, after: State) -> None:
        """Know segments again that have other numbers now."""
        self._numbers = followed(before, after, self._numbers)
        self._waiting = [(followed(before, after, numbers), act) for numbers, act in self._waiting]

    def _set_busy(self, busy: bool) -> None:
        if busy != self.busy:
            self.busy = busy
            self.busy_changed.emit()
