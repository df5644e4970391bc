"""A part of the window that can be moved, floated and closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QAbstractButton, QDockWidget

from segmenter.gui.app.icons import icon

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

BUTTONS = "float", "close"
"""In its title, as Qt calls them."""


class Dock(QDockWidget):
    """A dock with buttons that can be seen in the dark, which Qt's own cannot."""

    closed = Signal()
    """A person has closed it by the button in its title."""

    def __init__(self, name: str, title: str, content: QWidget, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setWidget(content)
        self.toggleViewAction().triggered.connect(self._come_forward)

    def _come_forward(self, shown: bool) -> None:
        """Stand before others that share the place: who asked for it wants to see it, not its tab."""
        if shown:
            self.raise_()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed."""
        super().closeEvent(event)
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Draw the buttons in the colours of the palette, and again after Qt has, when it was moved or restored."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.PaletteChange):
            for name in BUTTONS:
                button = self.findChild(QAbstractButton, f"qt_dockwidget_{name}button")
                if button is not None:
                    button.setIcon(icon(name))
        return super().event(event)
