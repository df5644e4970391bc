"""How large a pixel is: shown in the line at the bottom, and set by hand where the file does not say it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from segmenter.core.image import PixelSize
from segmenter.gui.app import quantities
from segmenter.gui.app.dialog import give_letters
from segmenter.gui.session.pixel_sizes import pixel_size

if TYPE_CHECKING:
    from segmenter.document.state import State
    from segmenter.gui.project.controller import ProjectController
    from segmenter.gui.session.session import Session

UNITS = ("nm", "µm", "mm", "cm", "m", "km")
LONGEST_UNIT = 20


def with_pixel_size(state: State, size: PixelSize | None) -> State:
    """Return a state in which a pixel is as large as a person says; None: as the file says."""
    return state if size == state.pixel_size else replace(state, pixel_size=size)


class PixelSizeDialog(QDialog):
    """Asks for height, width and unit of a pixel; what is given is one step to undo."""

    def __init__(self, session: Session, controller: ProjectController, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pixel Size"))
        now = pixel_size(session)
        self._width = self._field(self.tr("Width"), now.width if now else None)
        self._height = self._field(self.tr("Height"), now.height if now and now.height != now.width else None)
        self._height.setPlaceholderText(self.tr("as the width"))
        self._unit = QComboBox(self, editable=True)
        self._unit.addItems(UNITS)
        self._unit.setCurrentText(now.unit if now else "µm")
        self._unit.setAccessibleName(self.tr("Unit"))
        buttons = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        give_letters(self._buttons)
        form = QFormLayout(self)
        form.addRow(self.tr("&Width"), self._width)
        form.addRow(self.tr("&Height"), self._height)
        form.addRow(self.tr("&Unit"), self._unit)
        form.addRow(QLabel(self._of_file(), self))
        count = len(controller.entries)
        self._for_all = QCheckBox(self.tr("For &all {count} images of the list").format(count=count), self)
        self._for_all.setVisible(count > 1)
        form.addRow(self._for_all)
        form.addRow(self._buttons)
        if session.state.pixel_size is not None:
            again = self._buttons.addButton(self.tr("As in the &File"), QDialogButtonBox.ButtonRole.ResetRole)
            again.clicked.connect(self._reset)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        for field in (self._width, self._height):
            field.textChanged.connect(self._check)
        self._unit.editTextChanged.connect(self._check)
        self._check()

    def accept(self) -> None:
        """Take the size."""
        size = self._given()
        if size is not None:
            self._set(size)
            super().accept()

    def _of_file(self) -> str:
        """Return what the file says."""
        document = self._session.document
        found = document.image.pixel_size if document else None
        if found is None:
            return self.tr("The file does not say it.")
        return self.tr("The file says {size}.").format(size=quantities.side(found))

    def _field(self, name: str, value: float | None) -> QLineEdit:
        field = QLineEdit("" if value is None else QLocale().toString(float(value), "g", 10), self)
        validator = QDoubleValidator(0.0, 1e12, 12, field)
        field.setValidator(validator)
        field.setAccessibleName(name)
        return field

    def _given(self) -> PixelSize | None:
        """Return the size that is written; None if it is none."""
        width, good = QLocale().toDouble(self._width.text())
        height, square = (width, True) if not self._height.text().strip() else QLocale().toDouble(self._height.text())
        unit = self._unit.currentText().strip()
        if not (good and square and 0 < width < math.inf and 0 < height < math.inf):
            return None
        return PixelSize(height, width, unit) if unit and unit.isprintable() and len(unit) <= LONGEST_UNIT else None

    def _check(self) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._given() is not None)

    def _reset(self) -> None:
        self._set(None)
        self.reject()

    def _set(self, size: PixelSize | None) -> None:
        step = self.tr("Pixel size")
        if self._for_all.isChecked():
            self._controller.use_pixel_size(size, step)
        else:
            self._session.edit(step, with_pixel_size, size)


class PixelSizeButton(QToolButton):
    """Shows the size of a pixel, and asks for it when it is clicked."""

    def __init__(self, session: Session, controller: ProjectController, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._controller = session, controller
        self.setAutoRaise(True)
        self.setToolTip(self.tr("How large a pixel is; click to set it"))
        self.clicked.connect(self.ask)
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the size; a missing one can be set."""
        size = pixel_size(self._session)
        self.setVisible(self._session.document is not None)
        self.setText("px" if size is None else quantities.side(size))
        self.setAccessibleName(self.tr("Pixel size: {size}").format(size=self.text()))

    def ask(self) -> None:
        """Open the dialog."""
        if self._session.document is not None:
            PixelSizeDialog(self._session, self._controller, self.window()).open()
