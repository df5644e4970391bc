"""All images of the project to files, in a thread of its own: the window goes on meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.errors import SegmenterError
from segmenter.gui.session.worker import Job, Worker
from segmenter.progress import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.project.image_collection import Snapshot
    from segmenter.gui.session.session import Session
    from segmenter.jobs.project_export import Order
    from segmenter.progress import ProgressCallback

KIND = "export all"


class ProjectExport(QObject):
    """Writes what `segmenter export` writes of the same work, saved or not: the same bytes."""

    planned = Signal(int, object)
    """How many images are exported, and the entries whose image was not found."""
    reported = Signal(object)
    """What became of an image."""
    ended = Signal(object)
    """It is over; the error that ended it, or None."""
    _over = Signal(object)

    def __init__(self, session: Session, controller: ProjectController, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self._worker: Worker | None = None
        self._after: list[Callable[[], object]] = []
        self._stop = threading.Event()
        self.running = self.cancelled = False
        self._over.connect(self._end)  # from the thread to the event loop

    @property
    def busy(self) -> bool:
        """Whether files are still to be written, and nobody has said stop."""
        return self.running and not self._stop.is_set()

    def counts(self) -> tuple[int, int]:
        """Return how many images have a result, and how many of those are marked as done."""
        ready = [
            entry
            for _, entry, state, _ in self._controller.snapshot().rows
            if (state.labels if state is not None else entry.work and entry.work.labels) is not None
        ]
        return len(ready), sum(entry.done for entry in ready)

    def start(self, order: Order) -> None:
        """Begin; the work is exported as it is at this moment."""
        if self.running:
            return
        self.running, self.cancelled = True, False
        self._stop = stop = threading.Event()
        self._worker = self._worker or Worker("exports", self._session)
        taken = self._controller.snapshot()
        places = {entry.path.parent: None for entry in self._controller.entries}
        saved = [] if taken.saved is None else [taken.saved.parent]

        def work(progress: ProgressCallback) -> None:
            def check(stage: str, fraction: float) -> None:
                if stop.is_set():
                    raise Cancelled
                progress(stage, fraction)

            error: Exception | None = None
            try:
                self._export(taken, [*saved, *places], order, check)
            except Cancelled:
                self.cancelled = True
            except SegmenterError as expected:
                error = expected
            except Exception as unexpected:  # noqa: BLE001 - it is shown by whoever shows errors
                error = unexpected
            self._over.emit(error)

        self._worker.submit(Job(KIND, work, lambda _: None, self._session.report))

    def cancel(self) -> None:
        """Stop; the image that is being written ends, or leaves nothing."""
        self._after.clear()
        self._stop.set()

    def when_done(self, then: Callable[[], object]) -> None:
        """Do something when all was written."""
        self._after.append(then)

    def close(self) -> None:
        """Stop, and end the thread."""
        self.cancel()
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _export(self, taken: Snapshot, places: list[Path], order: Order, progress: ProgressCallback) -> None:
        """Export one image after the other, in the thread."""
        progress("writing", 0.0)
        from segmenter.jobs import project_export  # noqa: PLC0415 - it brings what solves

        tasks, lost = project_export.plan(taken.pack(), places, order)
        project_export.prepare(tasks, order)
        self.planned.emit(len(tasks), lost)
        try:
            for task in tasks:
                self.reported.emit(project_export.export(task, progress))
        finally:
            project_export.finish(tasks, order)

    def _end(self, error: Exception | None) -> None:
        self.running = False
        after, self._after = self._after, []
        self.ended.emit(error)
        for then in after if error is None and not self.cancelled else ():
            then()
