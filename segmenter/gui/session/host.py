"""What the parts of the session know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from segmenter.document.state import State
    from segmenter.errors import EditError
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.worker import Worker
    from segmenter.progress import ProgressCallback


class Host(Protocol):
    """The session, as its assistants, edits and strokes see it."""

    document: Document | None
    selection: frozenset[int]
    live: bool
    io_worker: Worker

    @property
    def state(self) -> State:
        """What was done to the open image."""

    def in_background(self, kind: str, work: Callable[[ProgressCallback], Any], done: Callable[[Any], object]) -> None:
        """Do something away from the event loop; what goes wrong is said."""

    def edit(self, step: str, function: Callable[..., State], /, *arguments: object) -> bool:
        """Do an edit as one step of the history."""

    def take(self, after: State, step: str) -> None:
        """Keep what was made of the state there is."""

    def may_edit(self) -> bool:
        """Tell whether what is shown is what an edit would change."""

    def end_preview(self) -> None:
        """Show the state itself again."""

    def undo(self) -> None:
        """Take back the last step."""

    def select(self, numbers: Iterable[int]) -> None:
        """Select segments."""

    def solve(self) -> None:
        """Compute the final result now."""

    def say(self, text: str) -> None:
        """Put a sentence into the bar."""

    def refuse(self, error: EditError) -> None:
        """Say why an edit cannot be done."""

    def report(self, error: Exception) -> None:
        """Say what went wrong."""
