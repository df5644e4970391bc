"""An object from clicks: what they select is shown after each of them, until it is made a segment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from segmenter.document import edits
from segmenter.document.label_map import Rectangle
from segmenter.gui.session.worker import Job

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from segmenter.core.interaction.clicks.selecting import Click, Selector
    from segmenter.gui.session.document import Document
    from segmenter.gui.session.split_assistant import Host
    from segmenter.progress import ProgressCallback

    Mask = NDArray[np.bool_]

KIND, HOVER = "object", "object under the cursor"
"""The kinds of the jobs."""


@dataclass(frozen=True, eq=False)
class ObjectCandidate:
    """What the clicks select, or would: a mask and the rectangle that it lies in; empty where nothing is selected."""

    part: Rectangle
    inside: Mask


class ObjectAssistant(QObject):
    """Keeps the clicks; asks in the background what they select; of several questions only the newest is answered."""

    changed = Signal()

    def __init__(self, session: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._clicks: list[Click] = []
        self._selector: tuple[object, Selector | None] | None = None  # of which segmentation
        self._hovered = -1
        self.candidate: ObjectCandidate | None = None

    @property
    def active(self) -> bool:
        """Whether there are clicks."""
        return bool(self._clicks)

    @property
    def clicks(self) -> tuple[Click, ...]:
        """The clicks so far."""
        return tuple(self._clicks)

    def click(self, clicks: Iterable[tuple[int, int]], *, positive: bool) -> None:
        """Add places, row and column, to the object, or take them away."""
        from segmenter.core.interaction.clicks.selecting import Click  # noqa: PLC0415 - it would keep the window from showing

        if not self._session.may_edit() or self._session.document is None:
            return
        self._clicks += [Click(row, column, positive) for row, column in clicks]
        self._ask()

    def back(self) -> None:
        """Take the last click back."""
        if self._clicks:
            self._clicks.pop()
            self._ask()

    def hover(self, pixel: tuple[int, int] | None) -> None:
        """Show what a click would select, as long as there is none."""
        document = self._session.document
        if self._clicks or document is None:
            return
        regions = document.segmentation.regions if document.segmentation else None
        region = -1 if pixel is None or regions is None else int(regions.base[pixel])
        if region == self._hovered:
            return
        self._hovered = region
        if pixel is None or region < 0:
            self._session.io_worker.cancel(HOVER)
            self._show(None)
            return
        from segmenter.core.interaction.clicks.selecting import Click  # noqa: PLC0415

        first = Click(*pixel, True)
        self._submit(HOVER, document, (first,))

    def take(self) -> None:
        """Make the object a segment; what is locked or was edited before is not part of it."""
        candidate, session = self.candidate, self._session
        if candidate is None or not self._clicks:
            return
        new = session.state.free_number()
        self.cancel()
        if session.edit(self.tr("Object"), edits.add_object, candidate.part, candidate.inside):
            session.select({new})

    def cancel(self) -> None:
        """Drop the clicks."""
        self._session.io_worker.cancel(KIND, HOVER)  # also what was asked for and is not shown yet
        shown = bool(self._clicks) or self.candidate is not None
        self._clicks, self._hovered = [], -1
        if shown:
            self._show(None)

    def _ask(self) -> None:
        self._hovered = -1
        document = self._session.document
        self._session.io_worker.cancel(KIND, HOVER)
        if document is None or not self._clicks:
            self._show(None)
            return
        self._submit(KIND, document, tuple(self._clicks))
        self.changed.emit()

    def _submit(self, kind: str, document: Document, clicks: tuple[Click, ...]) -> None:
        def work(progress: ProgressCallback) -> ObjectCandidate | None:
            selector = self._prepared(document, progress)
            return None if selector is None else _cropped(selector.select(clicks))

        def done(found: ObjectCandidate | None) -> None:
            if found is None:
                self.cancel()
                self._session.say(self.tr("Nothing in this image can be told apart."))
            elif document is self._session.document and (kind == HOVER or clicks == tuple(self._clicks)):
                self._show(found)

        self._session.io_worker.submit(Job(kind, work, done, self._fail))

    def _prepared(self, document: Document, progress: ProgressCallback) -> Selector | None:
        """Return what answers clicks; in the worker's thread, so that the window goes on."""
        import segmenter  # noqa: PLC0415
        from segmenter.core.interaction.clicks.select import prepare  # noqa: PLC0415

        found = document.segmentation
        if self._selector is None or self._selector[0] is not found or found is None:
            made = found
            if made is None or made.regions is None:  # another method is shown
                parameters = self._session.state.parameters.replace(method="tree")
                made = segmenter.segment(document.image, parameters, cache=document.cache, progress=progress)
            self._selector = found, prepare(made)
        return self._selector[1]

    def _fail(self, error: Exception) -> None:
        self.cancel()
        self._session.report(error)

    def _show(self, candidate: ObjectCandidate | None) -> None:
        self.candidate = candidate
        self.changed.emit()


def _cropped(mask: Mask) -> ObjectCandidate:
    """Return a mask without the empty space around it."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return ObjectCandidate(Rectangle(0, 0, 0, 0), mask[:0, :0])
    part = Rectangle(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)
    return ObjectCandidate(part, mask[part.slices])
