"""Asks by how many pixels outlines are to be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from segmenter.document.outline_edits import FARTHEST
from segmenter.gui.app.dialog import question

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from segmenter.gui.session.outline_commands import OutlineCommands


def ask_pixels(commands: OutlineCommands, parent: QObject | None) -> None:
    """Open a dialog for a number of pixels, inwards if negative; outlines are moved when it is accepted."""
    text = QCoreApplication.translate("OutlineDialog", "Move the outline outwards by pixels; inwards if negative:")
    title = QCoreApplication.translate("OutlineDialog", "Grow or Shrink")
    numbers = range(-FARTHEST, FARTHEST + 1)
    dialog = question(parent if isinstance(parent, QWidget) else None, title, text, numbers)
    dialog.setIntValue(3)
    dialog.intValueSelected.connect(commands.move)
    dialog.open()
