"""The question for one name that many segments get, each with a number behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from segmenter.document import classes
from segmenter.gui.docks.segments.editing import completed, stems

if TYPE_CHECKING:
    from segmenter.gui.session.session import Session


def name_in_order(session: Session, parent: QWidget) -> None:
    """Ask for a name, and call the selected segments by it: `coin 1` … `coin n`, one step."""
    numbers = session.selection & session.state.segments.keys()
    if not numbers:
        return
    translate = QCoreApplication.translate
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(translate("Naming", "Name in Order"))
    dialog.setLabelText(
        translate("Naming", "Name; the segments are called by it and 1 … {count}:").format(count=len(numbers))
    )
    dialog.setTextValue("")
    field = dialog.findChild(QLineEdit)
    if field is not None:
        completed(field, stems(segment.name for segment in session.state.segments.values()))

    def name() -> None:
        if text := dialog.textValue().strip():
            session.edit(translate("Naming", "Name in order"), classes.numbered_names, numbers, text)

    dialog.accepted.connect(name)
    dialog.open()
