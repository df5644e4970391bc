"""What nobody expected: the work is saved, and then it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from segmenter.gui.main.dialogs import ErrorDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.project.controller import ProjectController


class Failures(QObject):
    """Shows one failure at a time: what goes wrong while that is read is not shown, too."""

    def __init__(self, controller: ProjectController, parent: QWidget) -> None:
        super().__init__(parent)
        self._controller, self._window = controller, parent
        self._failing = False

    def show(self, error: BaseException) -> None:
        """Save the work, then show what nobody expected."""
        if self._failing:
            return
        self._failing = True
        try:
            saved = self._controller.save_journal_now()
        except Exception:  # noqa: BLE001 - whatever broke may have broken this
            saved = False
        dialog = ErrorDialog(error, saved, self._window)
        dialog.finished.connect(self._end)
        dialog.open()

    def _end(self) -> None:
        self._failing = False
