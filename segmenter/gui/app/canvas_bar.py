"""What all bars that lie over the canvas have in common: an opaque frame, a row, and buttons with a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class CanvasBar(QFrame):
    """A row of controls over the image; whoever makes it fills `row`, and shows it when it is its time.

    Parameters
    ----------
    name : str
        What it is read out as.
    parent : QWidget, optional
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)  # or words stand on whatever the image has there
        self.setAccessibleName(name)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 6, 8, 6)
        self.hide()

    def button(self, text: str, tip: str, slot: Callable[[], object]) -> QPushButton:
        """Add a button to the row; Return presses it where it has the keyboard."""
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: slot())
        self.row.addWidget(button)
        return button
