"""Asks by how many pixels outlines are to be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QWidget

from segmenter.document.outline_edits import FARTHEST

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from segmenter.gui.session.outline_commands import OutlineCommands


def ask_pixels(commands: OutlineCommands, parent: QObject | None) -> None:
    """Open a dialog for a number of pixels, inwards if negative; outlines are moved when it is accepted."""
    dialog = QInputDialog(parent if isinstance(parent, QWidget) else None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("OutlineDialog", "Grow or Shrink"))
    dialog.setLabelText(
        QCoreApplication.translate("OutlineDialog", "Move the outline outwards by pixels; inwards if negative:")
    )
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(-FARTHEST, FARTHEST)
    dialog.setIntValue(3)
    dialog.intValueSelected.connect(commands.move)
    dialog.open()
