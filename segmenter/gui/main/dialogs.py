"""Small dialogs: all keys, about, and what nobody expected."""

from __future__ import annotations

import platform
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from segmenter.files.formats.recipe import versions
from segmenter.gui.app.icons import application_icon

if TYPE_CHECKING:
    from segmenter.gui.main.actions import Actions


class Dialog(QDialog):
    """Has a button to close it, and is gone when it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # drawn for light windows only
        self.buttons.rejected.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(12)
        self._column.addWidget(self.buttons)

    def put(self, *contents: QWidget) -> None:
        """Put widgets above the buttons."""
        for widget in contents:
            self._column.insertWidget(self._column.count() - 1, widget)


class KeysDialog(Dialog):
    """All keys and what they do."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        rows = actions.keys() + self._others()
        table = QTableWidget(len(rows), 2, self)
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setAccessibleName(self.tr("Keys"))
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(text))
        table.verticalHeader().setDefaultSectionSize(24)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setStretchLastSection(True)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.put(table)
        self.resize(620, 440)
        table.setFocus()

    def _others(self) -> list[tuple[str, str]]:
        """Return what the image and the tables know by themselves."""
        return [
            (self.tr("Wheel, Ctrl+wheel, pinch"), self.tr("Zoom at the cursor")),
            (self.tr("Two fingers on the touchpad"), self.tr("Move the image")),
            (self.tr("Alt+wheel"), self.tr("Change the opacity of the overlay")),
            (self.tr("Shift+wheel"), self.tr("Change the size of brush and eraser")),
            (self.tr("Space and drag, middle button"), self.tr("Move the image")),
            (self.tr("Shift+click"), self.tr("Add a segment to the selection, or take it away")),
            (
                self.tr("Shift+drag"),
                self.tr("Paint only inside the segment where the stroke begins; select by a rectangle"),
            ),
            (self.tr("Ctrl+drag"), self.tr("Paint a new segment")),
            (self.tr("Alt+drag"), self.tr("Paint background with brush or lasso")),
            (self.tr("P, held"), self.tr("Show the image alone while held")),
            (self.tr("Arrow keys"), self.tr("Move a crosshair over the image; ten pixels with Shift")),
            (self.tr("Ctrl+arrow keys"), self.tr("Move the image")),
            (self.tr("Return"), self.tr("Click with the crosshair; take the cut that is shown")),
            (self.tr("N"), self.tr("Show another cut while a segment is being split")),
            (self.tr("Space in the table"), self.tr("Show or hide the selected segments")),
            (self.tr("Alt+click on an eye"), self.tr("Show one segment alone")),
        ]


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
