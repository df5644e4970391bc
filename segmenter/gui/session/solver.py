"""When what is solved: previews while a slider moves, the final result when it is let go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

import segmenter
from segmenter.document.carry_over import carried_over
from segmenter.gui.session.previewing import preview_labels
from segmenter.gui.session.worker import Job, Worker

if TYPE_CHECKING:
    from segmenter.core.segmentation import Segmentation
    from segmenter.document.state import State
    from segmenter.gui.session.document import Document
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback

PREVIEW, FINAL = "preview", "final"

MAX_LOOKED_AT = 2_000_000
"""Nodes of the graph above which the eigenvectors are not kept to be looked at: they would take gigabytes."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """A result, None for a preview, and the state with its labels in it.

    `start` is the state that held pixels and numbers were taken from; `state` has labels of the preview's
    size if it is a preview.
    """

    document: Document
    segmentation: Segmentation | None
    start: State
    state: State


class Solver(QObject):
    """Keeps one worker busy with what is wanted now."""

    previewed = Signal(Outcome)
    solved = Signal(Outcome)
    failed = Signal(Exception)
    progressed = Signal(str, float)
    """Of the final result: stage, fraction done."""
    busy_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker("solver", self)
        self._worker.progressed.connect(self._report)
        self._worker.busy_changed.connect(self.busy_changed)

    @property
    def solving(self) -> bool:
        """Whether a final result is being computed."""
        return self._worker.busy(FINAL)

    @property
    def busy(self) -> bool:
        """Whether anything is being computed."""
        return self._worker.busy()

    def preview(self, document: Document, state: State, parameters: Parameters) -> None:
        """Show what parameters do; a running preview is let finish, or a moving slider would starve the screen."""
        self._worker.cancel(FINAL)
        work = partial(_preview, document, state, parameters)
        self._worker.submit(Job(PREVIEW, work, self.previewed.emit, self.failed.emit))

    def solve(self, document: Document, state: State) -> None:
        """Compute the final result for the parameters of a state, now; of a first reading there is none."""
        if document.stands_for is not None:
            return
        self._worker.cancel()
        self._worker.submit(Job(FINAL, partial(_solve, document, state), self.solved.emit, self.failed.emit))

    def prepare(self) -> None:
        """Import what solves, which takes a while: before an image is opened, after the window is shown."""
        job = Job("prepare", lambda _: import_module("segmenter.core.pipeline"), lambda _: None, self.failed.emit)
        self._worker.submit(job)

    def cancel(self) -> None:
        """Stop whatever is being computed."""
        self._worker.cancel()

    def close(self) -> None:
        """Stop, and wait for the thread to end."""
        self._worker.close()

    def _report(self, kind: str, stage: str, fraction: float) -> None:
        if kind == FINAL:
            self.progressed.emit(stage, fraction)


def _preview(document: Document, state: State, parameters: Parameters, progress: ProgressCallback) -> Outcome:
    labels = preview_labels(document, parameters, progress)
    return Outcome(document, None, state, carried_over(state, labels, parameters, steady=True))


def _solve(document: Document, state: State, progress: ProgressCallback) -> Outcome:
    factor, (rows, columns) = state.parameters.features.reduction, document.image.shape
    nodes = 0 if factor == "auto" else rows * columns // factor**2
    found = segmenter.segment(
        document.image,
        state.parameters,
        keep_eigenvectors=nodes <= MAX_LOOKED_AT,
        cache=document.cache,
        progress=progress,
    )
    kept = carried_over(state, found.labels, state.parameters) if state.stale else state
    return Outcome(document, found, state, kept)
