"""When the list of images is seen: one image needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from segmenter.gui.main.dock import Dock
    from segmenter.gui.project.controller import ProjectController

NARROW = 1180
"""Width of a window below which the list shares a place with the segments: the image keeps most of the window."""


class ListDock(QObject):
    """Shows the list with the second image and hides it with the last but one, unless a person has decided."""

    def __init__(self, dock: Dock, beside: Dock, controller: ProjectController, window: QMainWindow) -> None:
        """Follow the controller; `beside` is the dock whose place the list takes in a narrow window."""
        super().__init__(window)
        self._dock, self._beside, self._controller, self._window = dock, beside, controller, window
        self._decided = False
        self._several = False
        dock.toggleViewAction().triggered.connect(self._decide)
        dock.closed.connect(self._decide)
        controller.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show or hide the list when its length has passed one."""
        several = len(self._controller.entries) > 1
        if several == self._several:
            if not several and not self._decided:
                self._dock.hide()  # a layout of another day may have brought it
            return
        self._several = several
        if self._decided:
            return
        if several and self._window.width() < NARROW and not self._window.tabifiedDockWidgets(self._dock):
            self._window.tabifyDockWidget(self._beside, self._dock)
        self._dock.setVisible(several)
        if several:
            self._dock.raise_()

    def _decide(self) -> None:
        self._decided = True
