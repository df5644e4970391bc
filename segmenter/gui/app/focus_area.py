"""A part of a dialog that scrolls where the screen is small, and is used by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FocusArea(QScrollArea):
    """Scrolls to what gets the keyboard inside, from wherever that comes: Qt does so only from inside."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, focused: QWidget | None) -> None:
        inside = self.widget()
        if focused is not None and inside is not None and inside.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)
