"""Small dialogs: about, and what nobody expected."""

from __future__ import annotations

import platform
import traceback

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from segmenter.files.findings import versions
from segmenter.gui.app.dialog import Dialog
from segmenter.gui.app.icons import application_icon


class AboutDialog(Dialog):
    """What the program is, and what it is made with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Segmenter"))
        picture = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        picture.setPixmap(application_icon().pixmap(64))
        sentences = self.tr("Image segmentation by spectral clustering."), self.tr("Free software, BSD licence.")
        text = QLabel("\n".join(("Segmenter", *sentences)), self, alignment=Qt.AlignmentFlag.AlignCenter)
        made = QLabel("\n".join(_versions()), self, alignment=Qt.AlignmentFlag.AlignCenter)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setAccessibleName(self.tr("Versions"))
        self.put(picture, text, made)


class ErrorDialog(Dialog):
    """An error that nobody expected: what happened, versions, traceback, a button to copy them."""

    def __init__(self, error: BaseException, saved: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Unexpected Error"))
        advice = (
            self.tr("Your work is safe, and you can go on.")
            if saved
            else self.tr("Save your work before you go on; it could not be saved by itself.")
        )
        explained = QLabel(self.tr("Something went wrong that should not.") + " " + advice, self)
        explained.setWordWrap(True)
        self.report = "\n".join([*_versions(), "", *traceback.format_exception(error)])
        details = QPlainTextEdit(self.report, self)
        details.setReadOnly(True)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setTabChangesFocus(True)
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        details.setAccessibleName(self.tr("Details"))
        copy = QPushButton(self.tr("&Copy"), self)
        copy.setToolTip(self.tr("Copy the details, for a report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
        self.buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.put(explained, details)
        self.resize(620, 380)


def _versions() -> list[str]:
    """Return the versions of the program, of what it stands on, and of the system."""
    return [*(f"{name} {number}" for name, number in versions().items()), platform.platform()]
