"""The question before the program is left while files are still to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from segmenter.gui.app.dialog import give_letters, message_box

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.gui.export.exporter import Exporter
    from segmenter.gui.export.project_export import ProjectExport


def closing_question(exporter: Exporter | ProjectExport, parent: QWidget, then: Callable[[], object]) -> QMessageBox:
    """Return the question; `then` is called when the files are written, or at once if a person gives them up."""
    translate = QCoreApplication.translate
    more = translate("Closing", "The program can be left as soon as the export is finished.")
    title, text = translate("Closing", "Export Under Way"), translate("Closing", "Files are still to be written.")
    box = message_box(parent, QMessageBox.Icon.Question, title, text, more)
    wait = box.addButton(translate("Closing", "&Wait, Then Quit"), QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton(translate("Closing", "&Quit Without Exporting"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    give_letters(box)
    box.setDefaultButton(wait)

    def give_up() -> None:
        exporter.cancel()
        then()

    wait.clicked.connect(lambda: exporter.when_done(then))
    drop.clicked.connect(give_up)
    return box
