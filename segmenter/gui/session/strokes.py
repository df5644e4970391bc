"""A stroke under way: what it would lead to is shown and kept as one step; what comes meanwhile waits for its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.document import edits

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.document.label_map import Rectangle
    from segmenter.document.state import State
    from segmenter.gui.session.host import Host


class Strokes(QObject):
    """Whoever paints begins one, shows its drafts, keeps or drops the last of them, and ends it."""

    drafted = Signal(object, object)
    """A state that the stroke would lead to, and the rectangle in which it differs from the one before."""
    let_go_asked = Signal()
    """The stroke is to end as if the hand let go: the image is about to be left, saved or exported."""

    def __init__(self, session: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[str, Callable[[], object]] = {}
        self.draft: State | None = None
        self.active = False

    def begin(self) -> bool:
        """Hold results back until the stroke ends; False where nothing can be painted now."""
        self.active = self._session.may_edit()
        return self.active

    def show(self, state: State, part: Rectangle) -> None:
        """Show what the stroke would lead to by now."""
        self.draft = state
        self.drafted.emit(state, part)

    def keep(self, step: str) -> None:
        """Keep the stroke as one step, which undo calls so."""
        draft, self.draft = self.draft, None
        if draft is not None and draft is not self._session.state:
            self._session.take(edits.settled(draft), step)

    def drop(self) -> None:
        """Take the stroke back."""
        self._session.end_preview()

    def end(self) -> None:
        """Do what has waited, with the stroke on top."""
        self.active = False
        waiting, self._waiting = self._waiting, {}
        for act in waiting.values():
            act()

    def let_go(self) -> None:
        """Ask whoever paints to end the stroke that is under way, and keep it."""
        if self.active:
            self.let_go_asked.emit()

    def after(self, kind: str, act: Callable[[], object]) -> None:
        """Do something now, or when the stroke ends; of a kind only the newest."""
        if self.active:
            self._waiting[kind] = act
        else:
            act()

    def forget(self, *kinds: str) -> None:
        """Do not do what waits, of some kinds; of all, and no stroke goes on either, if none is named."""
        for kind in kinds:
            self._waiting.pop(kind, None)
        if not kinds:
            self._waiting.clear()
            self.draft, self.active = None, False
