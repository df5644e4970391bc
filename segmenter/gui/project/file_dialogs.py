"""Asking which files to open and where to save, and what becomes of work that is not saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from segmenter.document.project_file import SUFFIX
from segmenter.files.reading import FILTER
from segmenter.gui.app.dialog import ask_folder, file_dialog
from segmenter.gui.project.unsaved_dialog import unsaved_dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.gui.app.settings import Settings
    from segmenter.gui.project.controller import ProjectController

    Then = Callable[[], object]


class FileDialogs(QObject):
    """Asks over a window, and tells the controller the answer."""

    def __init__(self, controller: ProjectController, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._controller, self._settings, self._window = controller, settings, window

    def open_files(self) -> None:
        """Ask which images or which project to open."""
        projects = f"*{SUFFIX}"
        both, only, every = self.tr("Images and projects"), self.tr("Projects"), self.tr("All files")
        filters = [f"{both} ({FILTER} {projects})", f"{only} ({projects})", f"{every} (*)"]
        mode = QFileDialog.FileMode.ExistingFiles
        dialog = file_dialog(self._window, self.tr("Open"), self._settings.folder, filters, mode)
        dialog.filesSelected.connect(self._open)
        dialog.open()

    def open_folder(self) -> None:
        """Ask which folder to list."""
        ask_folder(self._window, self.tr("Open Folder"), self._settings.folder, lambda name: self._open([name]))

    def locate(self, index: int) -> None:
        """Ask where the file of an image is now."""
        path, project = self._controller.entries[index].path, self._controller.path
        # images mostly move with their project
        place = self._settings.folder if project is None else str(project.parent)
        images, every = self.tr("Images"), self.tr("All files")
        filters = [f"{images} ({FILTER})", f"{every} (*)"]
        dialog = file_dialog(self._window, self.tr("Locate “{name}”").format(name=path.name), place, filters)
        dialog.fileSelected.connect(lambda name: self._controller.locate(index, Path(name)))
        dialog.open()

    def save(self, then: Then | None = None) -> None:
        """Save the project, ask where, the first time; and do something when it is saved."""
        if self._controller.path is None:
            self.save_as(then)
        else:
            self._controller.save(then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask where to save the project."""
        filters, mode = [self.tr("Projects") + f" (*{SUFFIX})"], QFileDialog.FileMode.AnyFile
        dialog = file_dialog(self._window, self.tr("Save Project"), self._settings.folder, filters, mode)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(self._controller.suggested_name)
        dialog.fileSelected.connect(lambda name: self._controller.save_as(Path(name), then))
        dialog.open()

    def ask_about_unsaved(self, then: Then) -> None:
        """Ask what becomes of work that is not saved, before what comes then."""

        def discard() -> None:
            self._controller.discard()
            then()

        unsaved_dialog(self._controller, self._window, partial(self.save, then), discard).open()

    def _open(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        self._settings.folder = paths[0].parent
        self._controller.open(paths)
