"""Edits of outlines, which take a moment on large segments: done in the background, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.document import outline_edits
from segmenter.errors import EditError
from segmenter.gui.session.worker import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.document.state import State
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback

KIND = "outline"


class OutlineCommands(QObject):
    """Smooths, grows and shrinks what is selected. No press of a key is lost: each waits for the one before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: list[tuple[str, Callable[..., State], tuple[int, ...]]] = []
        self._working = False
        session.opened.connect(self._forget)

    def smooth(self) -> None:
        """Round the outlines of the selected segments."""
        self._do(self.tr("Smooth outline"), outline_edits.smooth)

    def grow(self) -> None:
        """Move their outlines outwards by a pixel."""
        self.move(1)

    def shrink(self) -> None:
        """Move their outlines inwards by a pixel."""
        self.move(-1)

    def move(self, pixels: int) -> None:
        """Move their outlines outwards, or inwards."""
        if pixels:
            self._do(self.tr("Grow") if pixels > 0 else self.tr("Shrink"), outline_edits.grow, pixels)

    def _do(self, step: str, function: Callable[..., State], *arguments: int) -> None:
        self._waiting.append((step, function, arguments))
        if not self._working:
            self._next()

    def _next(self) -> None:
        """Begin with the next one, if there is one and it may be done."""
        self._working = False
        if not self._waiting:
            return
        session = self._session
        if session.document is None or not session.may_edit():
            self._waiting.clear()
            return
        step, function, arguments = self._waiting.pop(0)
        state, numbers = session.state, session.selection & session.state.segments.keys()

        def work(progress: ProgressCallback) -> State:
            progress(KIND, 0.0)
            return function(state, numbers, *arguments)

        def done(after: State) -> None:
            session.edit(step, outline_edits.instead, state, after)
            self._next()

        self._working = True
        session.io_worker.submit(Job(KIND, work, done, self._fail))

    def _fail(self, error: Exception) -> None:
        self._waiting.clear()
        self._working = False
        if isinstance(error, EditError):
            self._session.refuse(error)
        else:
            self._session.report(error)

    def _forget(self) -> None:
        """Do nothing more to an image that is not open any more."""
        self._session.io_worker.cancel(KIND)
        self._waiting.clear()
        self._working = False
