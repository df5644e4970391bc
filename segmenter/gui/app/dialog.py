"""What all small dialogs are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QMenu


def give_letters(box: QDialogButtonBox | QMessageBox) -> None:
    """Let Alt and a letter press the standard buttons: Qt's texts have none, and its icons suit light windows only."""
    translate, kinds = QCoreApplication.translate, QDialogButtonBox.StandardButton
    texts = {
        kinds.Ok: translate("Dialog", "&OK"),
        kinds.Save: translate("Dialog", "&Save"),
        kinds.Discard: translate("Dialog", "&Discard"),
        kinds.Cancel: translate("Dialog", "&Cancel"),
        kinds.Close: translate("Dialog", "C&lose"),
    }
    buttons = box if isinstance(box, QDialogButtonBox) else box.findChild(QDialogButtonBox)
    for kind, text in texts.items():
        button = buttons.button(kind) if buttons is not None else None
        if button is not None:
            button.setText(text)
    for each in buttons.buttons() if buttons is not None else ():
        each.setIcon(QIcon())


def question(parent: QWidget | None, title: str, text: str, numbers: range | None = None) -> QInputDialog:
    """Return a dialog with one field, for words or for one of some numbers; it opens later and is gone when closed."""
    dialog = QInputDialog(parent)
    if numbers is not None:  # before its buttons are there, or OK stays grey
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(numbers.start, numbers.stop - 1)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(text)
    dialog.setOkButtonText(QCoreApplication.translate("Dialog", "&OK"))
    dialog.setCancelButtonText(QCoreApplication.translate("Dialog", "&Cancel"))
    for button in dialog.findChildren(QPushButton):
        button.setIcon(QIcon())
    return dialog


def file_dialog(
    parent: QWidget | None,
    title: str,
    place: str = "",
    filters: Sequence[str] = (),
    mode: QFileDialog.FileMode = QFileDialog.FileMode.ExistingFile,
) -> QFileDialog:
    """Return a dialog that asks for files, or for a folder; it opens later and is gone when closed."""
    dialog = QFileDialog(parent, title, place)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(mode)
    dialog.setNameFilters(list(filters))
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, mode == QFileDialog.FileMode.Directory)
    return dialog


def ask_folder(parent: QWidget, title: str, place: str, take: Callable[[str], object]) -> None:
    """Ask for a folder."""
    dialog = file_dialog(parent, title, place, mode=QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(take)
    dialog.open()


def ask_colour(
    parent: QWidget | None, title: str, present: QColor, take: Callable[[tuple[int, int, int]], object]
) -> None:
    """Ask for a colour; the window goes on meanwhile."""
    dialog = QColorDialog(present, parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.colorSelected.connect(lambda colour: take((colour.red(), colour.green(), colour.blue())))
    dialog.open()


def message_box(parent: QWidget, icon: QMessageBox.Icon, title: str, text: str, more: str) -> QMessageBox:
    """Return a question without its buttons; it opens later and is gone when closed."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setText(text)
    box.setInformativeText(more)
    return box


def popup(menu: QMenu, place: QPoint) -> None:
    """Open a menu at a place of the screen; it is gone when closed."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def show_folder(folder: Path) -> None:
    """Show a folder in the program that the desktop has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class Dialog(QDialog):
    """Has a button to close it, and is gone when it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        give_letters(self.buttons)
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(self.buttons)

    def put(self, *contents: QWidget) -> None:
        """Put widgets above the buttons."""
        for widget in contents:
            self._column.insertWidget(self._column.count() - 1, widget)
