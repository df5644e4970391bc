"""Splitting a segment by hand: ways to cut it are shown one after the other until one is taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.document import edits
from segmenter.gui.session.worker import Job
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segmenter.core.interaction.splitting import Split
    from segmenter.document.label_map import Rectangle
    from segmenter.gui.session.host import Host
    from segmenter.progress import ProgressCallback


@dataclass(frozen=True, eq=False)
class Candidate:
    """A way to cut a segment.

    `part` is the rectangle around the segment, `split.side` the pixels in it that would leave; `place` counts the
    ways seen so far from 1.
    """

    number: int
    part: Rectangle
    split: Split
    place: int


class SplitAssistant(QObject):
    """Looks for cuts of the selected segment in the background and keeps those found."""

    candidate_changed = Signal()

    def __init__(self, session: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._search: Iterator[Split] = iter(())
        self._check: ProgressCallback = ignore
        self._target: tuple[int, Rectangle] | None = None
        self._found: list[Split] = []
        self._at = -1

    @property
    def active(self) -> bool:
        """Whether a segment is being split."""
        return self._target is not None

    @property
    def candidate(self) -> Candidate | None:
        """The cut that is shown; None while it is looked for."""
        if self._target is None or not 0 <= self._at < len(self._found):
            return None
        return Candidate(*self._target, self._found[self._at], self._at + 1)

    def begin(self) -> None:
        """Look for the best cut of the selected segment."""
        from segmenter.core.interaction.splitting import alternatives  # noqa: PLC0415 - it would keep the window from showing

        self.cancel()
        if not self._session.may_edit():
            return
        session, state = self._session, self._session.state
        chosen = session.selection & state.segments.keys()
        if session.document is None or state.labels is None:
            session.say(self.tr("There are no segments yet; they come with the first result."))
            return
        if len(chosen) != 1:
            session.say(self.tr("Select one segment to split: click it in the image or in the table."))
            return
        (number,) = chosen
        if state.segments[number].locked:
            session.say(self.tr("{name} is locked; unlock it first.").format(name=state.title(number)))
            return
        part = state.labels.bounds([number])
        self._target, self._found, self._at = (number, part), [], -1
        inside = state.labels.window(part) == number
        image, found = session.document.image, session.document.segmentation
        mask = None if image.mask is None else image.mask[part.slices]
        self._search = alternatives(
            replace(image, pixels=image.pixels[part.slices], mask=mask),
            inside,
            state.parameters,
            tree=found.tree if found else None,
            base=found.base[part.slices] if found is not None and found.base is not None else None,
            progress=lambda stage, fraction: self._check(stage, fraction),
        )
        self.next()

    def next(self) -> None:
        """Show another cut; after the last, the first again."""
        if self._target is None:
            return
        if self._at + 1 < len(self._found):
            self._show(self._at + 1)
            return
        search = self._search

        def find(progress: ProgressCallback) -> Split | None:
            self._check = progress
            return next(search, None)

        self._session.io_worker.submit(Job("split", find, self._take_up, self._fail))
        self.candidate_changed.emit()

    def take(self) -> None:
        """Cut the segment as shown."""
        candidate = self.candidate
        if candidate is None:
            return
        state, session = self._session.state, self._session
        new = state.free_number()
        self.cancel()
        name = self.tr("Split")
        if session.edit(name, edits.split, candidate.number, candidate.part, candidate.split.side):
            session.select({candidate.number, new})

    def cancel(self) -> None:
        """Leave the segment as it is."""
        if self._target is not None:
            self._session.io_worker.cancel("split")
            self._target, self._found, self._search = None, [], iter(())
            self.candidate_changed.emit()

    def _take_up(self, split: Split | None) -> None:
        if self._target is None:
            return
        if split is not None:
            self._found.append(split)
            self._show(len(self._found) - 1)
        elif self._found:
            self._show(0)
            self._session.say(self.tr("There is no other way to split it; this is the first again."))
        else:
            self.cancel()
            self._session.say(self.tr("Nothing in this segment differs enough to split it."))

    def _fail(self, error: Exception) -> None:
        self.cancel()
        self._session.report(error)

    def _show(self, at: int) -> None:
        self._at = at
        self.candidate_changed.emit()
