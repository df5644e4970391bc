"""Asking which files to open and where to save, and what becomes of work that is not saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from segmenter.document.project_file import SUFFIX
from segmenter.files.reading import FILTER
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
        dialog = self._dialog(self.tr("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        projects = f"*{SUFFIX}"
        both, only, every = self.tr("Images and projects"), self.tr("Projects"), self.tr("All files")
        dialog.setNameFilters([f"{both} ({FILTER} {projects})", f"{only} ({projects})", f"{every} (*)"])
        dialog.filesSelected.connect(self._open)
        dialog.open()

    def open_folder(self) -> None:
        """Ask which folder to list."""
        dialog = self._dialog(self.tr("Open Folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._open)
        dialog.open()

    def locate(self, index: int) -> None:
        """Ask where the file of an image is now."""
        path = self._controller.entries[index].path
        dialog = self._dialog(self.tr("Locate “{name}”").format(name=path.name))
        if self._controller.path is not None:  # images mostly move together with their project
            dialog.setDirectory(str(self._controller.path.parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        images, every = self.tr("Images"), self.tr("All files")
        dialog.setNameFilters([f"{images} ({FILTER})", f"{every} (*)"])
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
        dialog = self._dialog(self.tr("Save Project"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        projects = self.tr("Projects")
        dialog.setNameFilter(f"{projects} (*{SUFFIX})")
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

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._settings.folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
