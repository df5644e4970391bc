"""Undo and redo: a line of States, and where on it we are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from segmenter.document.sameness import same_work

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.core.classes import SegmentClass
    from segmenter.core.image import PixelSize
    from segmenter.document.state import State

BUDGET = 1_500_000_000
"""Bytes of labels that the past may keep alive; the oldest steps go first."""


@dataclass(frozen=True)
class Step:
    """A state on the line.

    Attributes
    ----------
    state : State
    name : str
        Of the change that led to it, such as `Merge`.
    added : int
        Bytes of labels that the step before does not keep alive already.
    beyond : callable or None
        What the change did to other images: told whether it is to be so now, when it is taken back or done again.
    """

    state: State
    name: str
    added: int = 0
    beyond: Callable[[bool], object] | None = None


class History:
    """All states since the image was opened, within a budget of bytes.

    Parameters
    ----------
    state : State
        The first.
    budget : int
        Bytes.
    """

    def __init__(self, state: State, budget: int = BUDGET) -> None:
        self._steps = [Step(state, "", _added(state, None))]
        self._at = 0
        self._saved: State | None = state
        self._compared = state, state, True  # which states hold the same work: asked for after every step
        self._budget = budget

    @property
    def state(self) -> State:
        """The present."""
        return self._steps[self._at].state

    @property
    def undo_name(self) -> str | None:
        """The change that undo would take back; None if there is none."""
        return self._steps[self._at].name if self._at else None

    @property
    def redo_name(self) -> str | None:
        """The change that redo would bring back; None if there is none."""
        return self._steps[self._at + 1].name if self._at + 1 < len(self._steps) else None

    @property
    def modified(self) -> bool:
        """Whether other work is in the present state than in the one that was saved."""
        if self._saved is None:
            return True
        if self._compared[0] is not self.state or self._compared[1] is not self._saved:
            self._compared = self.state, self._saved, same_work(self.state, self._saved)
        return not self._compared[2]

    @property
    def saved(self) -> State | None:
        """The state that was saved, if any was."""
        return self._saved

    @property
    def size(self) -> int:
        """Bytes of labels that all steps together keep alive."""
        return sum(step.added for step in self._steps)

    def push(self, state: State, name: str) -> None:
        """Make a step; what was undone is gone."""
        del self._steps[self._at + 1 :]
        self._steps.append(Step(state, name, _added(state, self.state)))
        self._at += 1
        self._forget()

    def reach_beyond(self, beyond: Callable[[bool], object]) -> None:
        """Let the step that was made last do something to other images, too: now, and with every redo and undo."""
        self._steps[self._at] = replace(self._steps[self._at], beyond=beyond)
        beyond(True)

    def amend(self, state: State) -> None:
        """Put the result that the present state's parameters led to in its place; no step of its own."""
        if self._saved is self.state:
            self._saved = state
        self._steps[self._at] = replace(self._steps[self._at], state=state)
        for at in (self._at, self._at + 1):
            self._weigh(at)
        self._forget()

    def undo(self) -> State:
        """Go one step back, if there is one."""
        left = self._steps[self._at]
        self._at = max(self._at - 1, 0)
        if left.beyond is not None:
            left.beyond(False)
        return self.state

    def redo(self) -> State:
        """Go one step forward, if there is one."""
        last, self._at = self._at, min(self._at + 1, len(self._steps) - 1)
        reached = self._steps[self._at]
        if self._at != last and reached.beyond is not None:
            reached.beyond(True)
        return self.state

    def take_classes(self, classes: tuple[SegmentClass, ...]) -> None:
        """Put the classes of the project into all steps: no step back brings those of an earlier time again."""
        for at, step in enumerate(self._steps):
            if step.state.classes != classes:
                state = replace(step.state, classes=classes)
                if self._saved is step.state:
                    self._saved = state
                self._steps[at] = replace(step, state=state)
        if self._saved is not None and self._saved.classes != classes:  # it is no step any more
            self._saved = replace(self._saved, classes=classes)

    def take_pixel_size(self, size: PixelSize | None) -> None:
        """Let a pixel be so large in all steps: no step back brings another size again."""
        self._steps = [replace(step, state=replace(step.state, pixel_size=size)) for step in self._steps]

    def mark_saved(self, state: State | None) -> None:
        """Remember which state is on the disk, if any is."""
        self._saved = state

    def _forget(self) -> None:
        """Drop the oldest steps until the budget is kept; the present and the step before it stay."""
        while self._at > 1 and self.size > self._budget:
            del self._steps[0]
            self._at -= 1
            self._steps[0] = replace(self._steps[0], name="", beyond=None)
            self._weigh(0)

    def _weigh(self, at: int) -> None:
        """Count again what a step adds, if it is there, after the one before it has changed."""
        if at < len(self._steps):
            step, before = self._steps[at], self._steps[at - 1].state if at else None
            self._steps[at] = replace(step, added=_added(step.state, before))


def _added(state: State, before: State | None) -> int:
    """Return the bytes of labels that a state keeps alive and the one before it does not."""
    old = before.labels.buffers() if before is not None and before.labels is not None else {}
    new = state.labels.buffers() if state.labels is not None else {}
    return sum(size for owner, size in new.items() if owner not in old)
