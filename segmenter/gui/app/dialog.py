"""What all small dialogs are made from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget


def give_letters(box: QDialogButtonBox | QMessageBox) -> None:
    """Let Alt and a letter press the standard buttons: Qt's texts have none, and its icons suit light windows only."""
    translate, kinds = QCoreApplication.translate, QDialogButtonBox.StandardButton
    texts = {
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
