"""The question before work that is not saved would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from segmenter.gui.app.dialog import give_letters, message_box

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.gui.project.controller import ProjectController


def unsaved_dialog(
    controller: ProjectController, parent: QWidget, save: Callable[[], object], discard: Callable[[], object]
) -> QMessageBox:
    """Return the question; one of the two is called when it is answered, none if a person cancels."""
    translate = QCoreApplication.translate
    if controller.path is not None:
        text = translate("Unsaved", "Save the changes to “{name}”?").format(name=controller.path.name)
    else:
        text = translate("Unsaved", "Save the work in a project?")
    title, more = translate("Unsaved", "Save the Work?"), _explained(controller.unsaved)
    box = message_box(parent, QMessageBox.Icon.Warning, title, text, more)
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    give_letters(box)

    def answer(result: int) -> None:
        if result == buttons.Save.value:
            save()
        elif result == buttons.Discard.value:
            discard()

    box.finished.connect(answer)
    return box


def _explained(images: int) -> str:
    translate = QCoreApplication.translate
    if images == 0:
        return translate("Unsaved", "The list of images or its marks would be lost.")
    if images == 1:
        return translate("Unsaved", "Without saving, your work on one image is lost.")
    return translate("Unsaved", "Without saving, your work on {count} images is lost.").format(count=images)
