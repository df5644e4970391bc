"""The question for one name that many segments get, each with a number behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from segmenter.document import classes
from segmenter.gui.app.dialog import question
from segmenter.gui.docks.segments.editing import completed, stems

if TYPE_CHECKING:
    from segmenter.gui.session.session import Session


def name_in_order(session: Session, parent: QWidget) -> None:
    """Ask for a name, and call the selected segments by it: `coin 1` … `coin n`, one step."""
    numbers = session.selection & session.state.segments.keys()
    if not numbers:
        return
    translate = QCoreApplication.translate
    text = translate("Naming", "Name; the segments are called by it and 1 … {count}:").format(count=len(numbers))
    dialog = question(parent, translate("Naming", "Name in Order"), text)
    field = dialog.findChild(QLineEdit)
    if field is not None:
        completed(field, stems(segment.name for segment in session.state.segments.values()))

    def name() -> None:
        if text := dialog.textValue().strip():
            session.edit(translate("Naming", "Name in order"), classes.numbered_names, numbers, text)

    dialog.accepted.connect(name)
    dialog.open()
