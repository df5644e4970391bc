"""What was opened last, where it can be chosen again: the menu and the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.assets import resource
from segmenter.gui.main.recent_files import RecentFiles

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from segmenter.gui.app.settings import Settings
    from segmenter.gui.main.welcome import Welcome
    from segmenter.gui.project.controller import ProjectController


class RecentMenu(QObject):
    """Keeps both in step with the settings; lists only what is still there."""

    def __init__(
        self, menu: QMenu, welcome: Welcome, clear: QAction, controller: ProjectController, settings: Settings
    ) -> None:
        super().__init__(menu)
        self._menu, self._welcome, self._clear = menu, welcome, clear
        self._controller, self._settings = controller, settings
        self._files = RecentFiles(self)
        self._files.found.connect(self._show)
        controller.opened.connect(self._add)
        clear.triggered.connect(self._forget)
        self._look()

    def _add(self, path: Path) -> None:
        self._settings.add_recent(path)
        if not path.is_relative_to(resource("samples")):  # dialogs begin where a person's own files are
            self._settings.folder = path if path.is_dir() else path.parent
        self._look()

    def _forget(self) -> None:
        self._settings.clear_recent()
        self._look()

    def _look(self) -> None:
        self._files.look_for(self._settings.recent)

    def _show(self, recent: list[Path]) -> None:
        self._welcome.show_recent(recent)
        self._menu.clear()
        for path in recent:
            self._menu.addAction(str(path)).triggered.connect(lambda _=False, path=path: self._controller.open([path]))
        self._menu.addSeparator()
        self._menu.addAction(self._clear)
        self._menu.setEnabled(bool(recent))
