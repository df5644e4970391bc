"""Asks what to export of all images of the project, and shows what becomes of each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from segmenter.errors import SegmenterError
from segmenter.files.formats import DEFAULT, MODULES
from segmenter.gui.app.dialog import ask_folder, give_letters, show_folder
from segmenter.gui.export.choices import Choices, keep, kept
from segmenter.gui.export.format_list import FormatList
from segmenter.gui.project.output_folder import default_results_folder
from segmenter.gui.session.sentences import sentence_in_words, whole_sentence
from segmenter.jobs.project_export import Order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segmenter.document.project import Entry
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.export.project_export import ProjectExport
    from segmenter.gui.project.controller import ProjectController
    from segmenter.jobs.job import Report


class ProjectExportDialog(QDialog):
    """Stays beside the window: images can be worked on while others are written."""

    def __init__(
        self, exports: ProjectExport, controller: ProjectController, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._exports, self._settings = exports, settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export All Images"))
        ready, done = exports.counts()
        self._which = QComboBox(self)
        self._which.addItem(self.tr("All with a result ({count})").format(count=ready), (False, ready))
        self._which.addItem(self.tr("Only those marked as done ({count})").format(count=done), (True, done))
        first = controller.entries[0].path if controller.entries else None
        self._folder = QLineEdit(str(default_results_folder(first, controller.path)), self)
        formats = set(str(settings.value("export formats", "")).split(",")) & MODULES.keys()
        self._formats = FormatList(formats or DEFAULT, self)
        self._choices = Choices(kept(settings), self)
        self._results = QTreeWidget(self)
        self._progress = QProgressBar(self, textVisible=False)
        self._note = QLabel(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        give_letters(self._buttons)
        self._start = self._buttons.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.ActionRole)
        self._open = self._buttons.addButton(self.tr("O&pen Folder"), QDialogButtonBox.ButtonRole.ActionRole)
        self._build()
        self._connect()
        self.resize(660, 480)
        self.refresh()

    def _build(self) -> None:
        self._start.setDefault(True)
        self._note.setWordWrap(True)
        self._note.setFixedHeight(2 * self._note.fontMetrics().lineSpacing() + 2)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setFixedHeight(12)
        self._results.setAccessibleName(self.tr("What became of each image"))
        self._results.hide()  # until there is something to say
        self._results.setHeaderLabels([self.tr("Image"), self.tr("Result")])
        self._results.setRootIsDecorated(False)
        self._results.setUniformRowHeights(True)
        self._results.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        browse = QPushButton(self.tr("&Browse…"), self)
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        grid = QGridLayout()
        for row, (title, field) in enumerate(((self.tr("&Images"), self._which), (self.tr("&Folder"), self._folder))):
            label = QLabel(title, self)
            label.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(browse, 1, 2)
        grid.setColumnStretch(1, 1)
        middle = QSplitter(Qt.Orientation.Vertical, self)
        middle.addWidget(self._formats)
        middle.addWidget(self._results)
        middle.setStretchFactor(0, 3)
        middle.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.addLayout(grid)
        column.addWidget(middle, 1)
        column.addWidget(self._choices)
        column.addWidget(self._note)
        column.addWidget(self._progress)
        column.addWidget(self._buttons)

    def _connect(self) -> None:
        self._which.currentIndexChanged.connect(self.refresh)
        self._folder.textChanged.connect(self.refresh)
        self._formats.changed.connect(self.refresh)
        self._start.clicked.connect(self._begin_or_stop)
        self._open.clicked.connect(lambda: show_folder(self._order().folder))
        self._buttons.rejected.connect(self.reject)
        self._exports.planned.connect(self._show_plan)
        self._exports.reported.connect(self._show_report)
        self._exports.ended.connect(self._show_end)

    # What is shown

    def refresh(self) -> None:
        """Allow what can be done now."""
        running = self._exports.running
        _, count = self._which.currentData()
        trouble = ""
        if not self._order().folder.is_absolute():
            trouble = self.tr("Choose a folder.")
        elif not self._formats.chosen:
            trouble = self.tr("Choose at least one format.")
        elif not count:
            trouble = self.tr("There is no such image.")
        if not running:
            self._note.setText(trouble)
        self._start.setText(self.tr("&Stop") if running else self.tr("&Export"))
        self._start.setEnabled(running or not trouble)
        self._open.setEnabled(self._order().folder.is_dir())
        self._formats.set_enabled(not running)
        for field in (self._which, self._folder, self._choices):
            field.setEnabled(not running)

    def _order(self) -> Order:
        done_only, _ = self._which.currentData()
        folder = Path(os.path.expanduser(self._folder.text().strip()))  # noqa: PTH111 - of an unknown user: as it is
        return Order(folder, self._formats.chosen, self._choices.options, done_only=done_only)

    def _begin_or_stop(self) -> None:
        if self._exports.running:
            self._exports.cancel()
            return
        order = self._order()
        self._settings.set_value("export formats", ",".join(order.exports))
        keep(order.options, self._settings)
        self._results.clear()
        self._results.show()
        self._progress.setRange(0, 0)
        self._exports.start(order)
        self.refresh()

    def _show_plan(self, count: int, lost: Sequence[Entry]) -> None:
        self._progress.setRange(0, count)
        self._progress.setValue(0)
        for entry in lost:
            self._add(entry.path.name, self.tr("its file is missing, or another one now"), failed=True)

    def _show_report(self, report: Report) -> None:
        self._progress.setValue(self._progress.value() + 1)
        name = Path(report.image).name
        if report.pages > 1:
            name = self.tr("{name}, page {page}").format(name=name, page=report.page)
        if report.status == "failed":
            self._add(name, sentence_in_words(report.error or ""), failed=True)
        else:
            labels = QLocale().toString(report.labels or 0)
            text = self.tr("{labels} labels, {files} files").format(labels=labels, files=len(report.files))
            self._add(name, " ".join([text, *map(sentence_in_words, report.warnings)]))

    def _add(self, name: str, text: str, *, failed: bool = False) -> None:
        item = QTreeWidgetItem([name, text])
        item.setToolTip(1, text)
        if failed:
            font = item.font(1)
            font.setBold(True)
            item.setFont(1, font)
        self._results.addTopLevelItem(item)
        self._results.scrollToItem(item)

    def _show_end(self, error: Exception | None) -> None:
        self.refresh()
        done = self._progress.value()
        self._progress.setRange(0, max(self._progress.maximum(), 1))
        if error is not None:
            known = isinstance(error, SegmenterError)
            self._note.setText(whole_sentence(error) if known else self.tr("Nothing was exported."))
        elif self._exports.cancelled:
            one, many = self.tr("Stopped; one image was exported."), self.tr("Stopped; {count} images were exported.")
            self._note.setText((one if done == 1 else many).format(count=done))
        else:
            one, many = self.tr("One image was exported."), self.tr("{count} images were exported.")
            self._note.setText((one if done == 1 else many).format(count=done))

    # What happens

    def reject(self) -> None:
        """Close; what is under way is stopped."""
        self._exports.cancel()
        super().reject()

    def _browse(self) -> None:
        ask_folder(self, self.tr("Export To"), self._folder.text(), self._folder.setText)
