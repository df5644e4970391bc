"""What all small dialogs are made from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QInputDialog, QMessageBox, QPushButton, QVBoxLayout, QWidget


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
