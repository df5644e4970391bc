"""What to export, and where: what each format keeps, what would be replaced, and the same as a command line."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from segmenter.files.formats import MODULES
from segmenter.gui.app.dialog import ask_folder, give_letters
from segmenter.gui.app.icons import icon
from segmenter.gui.export.choices import Choices
from segmenter.gui.export.format_list import FormatList
from segmenter.gui.export.spec import existing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segmenter.gui.export.exporter import Exporter
    from segmenter.gui.export.spec import Description, ExportSpec


class ExportDialog(QDialog):
    """Asks what to export and where; the exporter does it while the dialog stays."""

    def __init__(self, exporter: Exporter, parent: QWidget) -> None:
        super().__init__(parent)
        self._exporter = exporter
        self._order = exporter.spec()
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export “{name}”").format(name=exporter.stem))
        self._folder = QLineEdit(str(self._order.folder), self)
        self._stem = QLineEdit(self._order.stem, self)
        self._formats = FormatList(self._order.exports, self)
        self._formats.changed.connect(self.refresh)
        self._choices = Choices(self._order.options, self)
        self._choices.changed.connect(self._choose)
        self._note, self._sign = QLabel(self), QLabel(self)
        self._note.setWordWrap(True)
        self._note.setFixedHeight(2 * self._note.fontMetrics().lineSpacing() + 2)  # or rows would move
        self._note.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._command = QLineEdit(self, readOnly=True)
        self._command_note = QLabel(self)
        self._progress = QProgressBar(self, maximum=1000, textVisible=False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setFixedHeight(12)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        give_letters(self._buttons)
        self._export = self._buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        self._build()
        self._connect()
        self.resize(660, 480)
        self.refresh()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        self._put(grid, 0, self.tr("&Folder"), self._folder, self.tr("Where the files are written"))
        self._put(grid, 1, self.tr("&Name"), self._stem, self.tr("How the names of the files begin"), 2)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.setToolTip(self.tr("Choose a folder"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        grid.addWidget(browse, 0, 2)
        grid.addWidget(self._choices, 3, 0, 1, 3)
        self._put(grid, 4, self.tr("Co&mmand"), self._command, self.tr("The command line that writes the same files"))
        self._command.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._copy = QToolButton(self)
        self._copy.setIcon(icon("copy"))
        self._copy.setToolTip(self.tr("Copy the command line"))
        self._copy.setAccessibleName(self.tr("Copy the command line"))
        self._copy.clicked.connect(lambda: self._exporter.copy_command(self._wanted()))
        grid.addWidget(self._copy, 4, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._formats, 2, 0, 1, 3)
        self._command_note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        grid.addWidget(self._command_note, 5, 1, 1, 2)
        grid.setRowStretch(2, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(grid, 1)
        column.addLayout(bottom)
        column.addWidget(self._progress)
        column.addWidget(self._buttons)
        for one, following in ((self._folder, browse), (browse, self._stem), (self._command, self._copy)):
            self.setTabOrder(one, following)

    def _put(self, grid: QGridLayout, row: int, title: str, field: QLineEdit, tip: str, columns: int = 1) -> None:
        """Add a line with its title."""
        label = QLabel(title, self)
        label.setBuddy(field)
        field.setToolTip(tip)
        field.setAccessibleName(title.replace("&", ""))
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1, 1, columns)

    def _connect(self) -> None:
        self._folder.textChanged.connect(self.refresh)
        self._stem.textChanged.connect(self.refresh)
        self._export.clicked.connect(self._begin)
        self._buttons.rejected.connect(self.reject)
        exporter = self._exporter
        exporter.described.connect(self.describe)
        exporter.waiting.connect(self._show_waiting)
        exporter.progressed.connect(self._show_progress)
        exporter.written.connect(self.accept)
        exporter.refused.connect(self._show_refusal)

    # What is shown

    def refresh(self) -> None:
        """Show what the present choice would write."""
        spec = self._wanted()
        files = replace(spec, exports=tuple(MODULES)).files()
        for name, row in self._formats.rows.items():
            row.show_file(files[name])
        trouble = self._trouble(spec)
        there = [] if trouble else existing(spec.files().values())
        self._tell(trouble or _replaced(there), "error" if trouble else "warning")
        self._export.setEnabled(not trouble and not self._busy)
        command = "" if trouble else self._exporter.command(spec)
        self._command.setText(command)
        self._command.setCursorPosition(0)
        self._copy.setEnabled(bool(command))
        self._command_note.setText("" if trouble else self._remark(spec, command))
        self._show_busy()

    def describe(self, said: Mapping[str, Description]) -> None:
        """Show what each format would write."""
        self._formats.describe(said)

    def _choose(self) -> None:
        """Show what comes of other options."""
        self._exporter.describe(self._choices.options)
        self.refresh()

    def _show_busy(self) -> None:
        """Allow other choices only while nothing is written."""
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the rows above must not move
        self._progress.setSizePolicy(policy)
        self._progress.setVisible(self._busy)
        self._formats.set_enabled(not self._busy)
        for widget in (self._folder, self._stem, self._choices):
            widget.setEnabled(not self._busy)

    def _wanted(self) -> ExportSpec:
        """Return what is chosen."""
        folder = Path(os.path.expanduser(self._folder.text().strip()))  # noqa: PTH111 - of an unknown user: as it is
        stem, exports, options = self._stem.text().strip(), self._formats.chosen, self._choices.options
        return replace(self._order, folder=folder, stem=stem, exports=exports, options=options)

    def _trouble(self, spec: ExportSpec) -> str:
        """Return why nothing can be exported like this; empty if it can be."""
        if not spec.folder.is_absolute():
            return self.tr("Choose a folder.")
        if not spec.stem or Path(spec.stem).name != spec.stem or "\\" in spec.stem or "\0" in spec.stem:
            return self.tr("The name cannot be one of files; slashes are not allowed in it.")
        if not spec.exports:
            return self.tr("Choose at least one format.")
        for file in self._exporter.taken(spec):
            return self.tr("“{name}” is an open image, which is never overwritten.").format(name=file.name)
        return ""

    def _remark(self, spec: ExportSpec, command: str) -> str:
        """Return what is to be known about the command line."""
        if not command:
            return self.tr("Save the project first: the command line reads the edits from there.")
        if spec.stem != self._exporter.stem:
            return self.tr("There, the files are called “{name}”.").format(name=self._exporter.stem)
        return ""

    def _tell(self, text: str, kind: str) -> None:
        self._note.setText(text)
        self._sign.setPixmap(icon(kind).pixmap(16))
        self._sign.setVisible(bool(text))

    # What happens

    def reject(self) -> None:
        """Stop what is under way; otherwise close."""
        if self._busy:
            self._exporter.cancel()
            self._end()
        else:
            super().reject()

    def _begin(self) -> None:
        self._busy = True
        self._progress.setRange(0, 1000)
        self._progress.setValue(0)
        self.refresh()
        self._tell("", "information")
        self._exporter.export(self._wanted())

    def _end(self) -> None:
        self._busy = False
        self.refresh()

    def _show_waiting(self) -> None:
        self._progress.setRange(0, 0)
        self._tell(self.tr("The files are written as soon as the final result is there."), "information")

    def _show_progress(self, fraction: float) -> None:
        self._tell("", "information")
        self._progress.setRange(0, 1000)
        self._progress.setValue(round(fraction * 1000))

    def _show_refusal(self, sentence: str) -> None:
        self._end()
        self._tell(sentence, "error")

    def _browse(self) -> None:
        """Choose the folder."""
        ask_folder(self, self.tr("Export To"), self._folder.text(), self._folder.setText)


def _replaced(files: list[Path]) -> str:
    """Return which files would be replaced; empty if none would."""
    if not files:
        return ""
    if len(files) == 1:
        one = QCoreApplication.translate("ExportDialog", "“{name}” is there already and will be replaced.")
        return one.format(name=files[0].name)
    several = QCoreApplication.translate("ExportDialog", "These are there already and will be replaced: {names}")
    return several.format(names=", ".join(file.name for file in files))
