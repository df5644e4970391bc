"""Saving the project, and what would be lost if it were left now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.document import project_file
from segmenter.errors import ProjectError
from segmenter.gui.app.settings import Settings
from segmenter.gui.project.pasted import beside, pasted_folder
from segmenter.gui.session.worker import Job

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from segmenter.document.project import Project
    from segmenter.gui.project.image_collection import ImageCollection, Snapshot
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback

    Then = Callable[[], object]


class ProjectSaver(QObject):
    """Knows which project file the list is of, and which changes are not in it."""

    saved = Signal()
    renamed = Signal(object)
    """The project was saved under this name, which is another one than before."""
    asked = Signal(object)
    """Work is not saved. Whoever shows the window asks; once it is saved or discarded, the object is called."""

    def __init__(self, session: Session, images: ImageCollection, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._images = session, images
        self.path: Path | None = None
        self._file: object = None  # which edition of the project file is ours
        self._edition = self._saved_edition = 0  # of the list and its marks
        self._after: list[Then] = []  # to be done when the project is saved

    @property
    def modified(self) -> bool:
        """Whether there is work that is in no project file."""
        return self._edition != self._saved_edition or self.unsaved > 0

    @property
    def unsaved(self) -> int:
        """How many images there are with work that is in no project file."""
        return sum(row.unsaved for row in self._images.all)

    @property
    def listed(self) -> bool:
        """Whether the list is that of a project file, or will be once it is written."""
        return self.path is not None or self._session.io_worker.busy("save")

    def begin(self, path: Path | None) -> None:
        """Take note that the list is that of a project file now, or of none."""
        self.path, self._saved_edition = path, self._edition
        self._file = path and project_file.edition(path)

    def count_change(self) -> None:
        """Take note of a change of the list or its marks, which is to be saved."""
        self._edition += 1

    def save(self, then: Then | None = None) -> None:
        """Save the project where it was saved before, and do something when that is done."""
        path, saving = self.path, self._session.io_worker.busy("save")
        if path is not None and (saving or project_file.edition(path) in (None, self._file)):
            self.save_as(path, then)
        elif path is not None:
            text = self.tr("Another program has saved {path}; save under another name.")
            self._session.report(ProjectError(text.format(path=path)))

    def save_as(self, path: Path, then: Then | None = None) -> None:
        """Save the project, and do something when that is done."""
        self._session.settle()
        self._session.background_edits.finish()
        taken, edition = self._images.snapshot(None), self._edition
        self._after += [] if then is None else [then]

        folder = pasted_folder()

        def write(progress: ProgressCallback) -> tuple[Project, dict[Path, Path]]:
            progress("writing", 0.0)
            project, moved = beside(taken.pack(), path, folder)
            project_file.save(project, path)
            return project, moved

        def take(written: tuple[Project, dict[Path, Path]]) -> None:
            self._images.relink(written[1])
            self._take_saved(path, taken, edition, written[0])

        self._session.io_worker.submit(Job("save", write, take, self._refuse))

    def discard(self) -> None:
        """Give up what is not saved: nobody is asked about it again."""
        self._images.snapshot(None).mark_saved()
        self._saved_edition = self._edition

    def may_leave(self, then: Then) -> bool:
        """Tell whether nothing would be lost; if something would, `then` is done once that is decided."""
        self._session.settle()
        self._session.background_edits.finish()
        if self._session.io_worker.busy("save"):
            self._after.append(then)
        elif self.modified:
            self.asked.emit(then)
        else:
            return True
        return False

    def _take_saved(self, path: Path, taken: Snapshot, edition: int, project: Project) -> None:
        """Remember what is on the disk."""
        if path != self.path:
            self.renamed.emit(path)
        Settings().add_image_folders(entry.path for entry in project.entries)
        self.path, self._saved_edition, self._file = path, edition, project_file.edition(path)
        taken.mark_saved(project)
        self.saved.emit()
        after, self._after = self._after, []
        for then in after:
            then()

    def _refuse(self, error: Exception) -> None:
        self._after.clear()
        self._session.report(error)
