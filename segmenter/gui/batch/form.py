"""What a batch is asked for: folders, parameters, files to write, and who does the work."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from segmenter.assets import presets
from segmenter.core.solver.blocks import processors
from segmenter.files.formats import DEFAULT, MODULES, in_order, named
from segmenter.gui.app.dialog import ask_folder, file_dialog
from segmenter.gui.app.icons import tint
from segmenter.gui.batch.spec import BatchSpec
from segmenter.gui.docks.parameters.controls import in_words, tip
from segmenter.jobs.naming import FIELDS, TEMPLATE

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.document.state import State
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.session.session import Session

RESULTS = "segmented"
"""The folder for results, inside that of the images, where nothing else is said."""

CLUSTER = 1
"""The entry of the box that names who does the work."""

OFFERED = Qt.ItemDataRole.UserRole - 1
"""Of an entry of a box: 0 if it cannot be chosen."""


class BatchForm(QWidget):
    """Asks, and follows the parameters of the open image where these are wanted."""

    changed = Signal()
    """Another order is wanted."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._add_files()
        self._add_results()
        self._add_work()
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._restore()
        self._offer_open_image()
        self._connect()

    # Putting it together

    def _add_files(self) -> None:
        self._folder = self._line(
            self.tr("&Folder"), self.tr("Where the images are"), browse=self.tr("Choose the folder of the images")
        )
        self._pattern = self._line(
            self.tr("I&mages"), self.tr("Which files, such as *.tif, *.png; all images if nothing is said")
        )
        self._pattern.setPlaceholderText(self.tr("All images"))
        self._recursive = self._box(self.tr("Folders &inside as well"), self.tr("Look into the folders inside, too"))
        self._preset = QComboBox(self)
        self._preset.addItem(self.tr("Of the open image"), None)
        for path, title in presets().items():
            self._preset.addItem(in_words(title), path)
        self._put(self.tr("&Parameters"), self._preset, self.tr("The parameters for all images"))
        self._add_button("open", self.tr("Open a preset"), self._browse_presets)

    def _add_results(self) -> None:
        self._out = self._line(
            self.tr("&Results"), self.tr("The folder for the results"), browse=self.tr("Choose the folder for results")
        )
        fields = " ".join(f"{{{field}}}" for field in FIELDS)
        names = self.tr("How results are called; filled in are {fields}").format(fields=fields)
        self._template = self._line(self.tr("&Names"), names)
        self._template.setText(TEMPLATE)
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        translate = QCoreApplication.translate
        self._exports = {name: QCheckBox(translate("Formats", named(name).title), holder) for name in MODULES}
        for at, (name, box) in enumerate(self._exports.items()):
            box.setToolTip(tip(translate("Formats", named(name).keeps)))
            grid.addWidget(box, at // 2, at % 2)
        self._exports["recipe"].setEnabled(False)
        self._exports["recipe"].setToolTip(tip(self.tr("Is always written: it tells that a result is finished.")))
        self._put(self.tr("Files"), holder, self.tr("Which files are written of each image"), tall=True)
        self._match = self._box(
            self.tr("Same numbers in &all images"),
            self.tr("Label numbers follow those of the first image: for time series and images of one scene."),
        )
        self._overwrite = self._box(
            self.tr("Do finished ones a&gain"), self.tr("Do images again whose results are there.")
        )

    def _add_work(self) -> None:
        self._where = QComboBox(self)
        self._where.addItems([self.tr("This computer"), self.tr("Cluster")])
        self._jobs = QSpinBox(self, minimum=0, maximum=max(2, processors()))
        self._jobs.setSpecialValueText(self.tr("Automatic"))
        self._jobs.setAccessibleName(self.tr("Images at once"))
        self._jobs.setToolTip(
            tip(self.tr("How many images are worked on at once; automatic: as processors and memory allow."))
        )
        self._scheduler = QLineEdit(self)
        self._scheduler.setPlaceholderText("tcp://host:8786")
        self._scheduler.setAccessibleName(self.tr("Address of the scheduler"))
        self._scheduler.setToolTip(
            tip(self.tr("Where the scheduler of a Dask cluster answers; its workers see both folders."))
        )
        self._who = QStackedWidget(self)
        self._who.addWidget(self._jobs)
        self._who.addWidget(self._scheduler)
        self._who.setSizePolicy(self._jobs.sizePolicy())
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._where)
        row.addWidget(self._who, 1)
        self._put(self.tr("&Work on"), holder, self.tr("Who does the work"), self._where)

    def _put(
        self, title: str, field: QWidget, sentence: str, focus: QWidget | None = None, *, tall: bool = False
    ) -> None:
        """Add a row with its title."""
        label, focus = QLabel(title, self), focus or field
        label.setBuddy(focus)
        focus.setAccessibleName(title.replace("&", ""))
        focus.setToolTip(tip(sentence))
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag(0))
        self._grid.addWidget(field, row, 1)

    def _line(self, title: str, sentence: str, browse: str = "") -> QLineEdit:
        """Add a row to type in, with a button to browse folders if that is given a name."""
        line = QLineEdit(self)
        self._put(title, line, sentence)
        if browse:
            self._add_button("folder", browse, lambda: self._browse(browse, line))
        return line

    def _add_button(self, drawing: str, title: str, act: Callable[[], object]) -> None:
        """Add a button to the last row."""
        button = QToolButton(self)
        tint(button, drawing)
        button.setAccessibleName(title)
        button.setToolTip(title)
        button.clicked.connect(act)
        self._grid.addWidget(button, self._grid.rowCount() - 1, 2)

    def _box(self, text: str, sentence: str) -> QCheckBox:
        """Add a row to tick."""
        box = QCheckBox(text, self)
        box.setToolTip(tip(sentence))
        self._grid.addWidget(box, self._grid.rowCount(), 1, 1, 2)
        return box

    def _connect(self) -> None:
        for line in (self._folder, self._pattern, self._out, self._template, self._scheduler):
            line.textChanged.connect(self.changed)
        for box in (self._recursive, self._match, self._overwrite, *self._exports.values()):
            box.toggled.connect(self.changed)
        self._folder.textChanged.connect(self._suggest)
        self._jobs.valueChanged.connect(self.changed)
        self._where.currentIndexChanged.connect(self._who.setCurrentIndex)
        self._where.currentIndexChanged.connect(self.changed)
        self._preset.currentIndexChanged.connect(self.changed)
        self._session.opened.connect(self._offer_open_image)
        self._session.changed.connect(self._follow)

    # What is asked for

    def order(self) -> BatchSpec:
        """Return what is chosen; `trouble` tells whether it makes sense."""
        exports = {name for name, box in self._exports.items() if box.isChecked()}
        own = self._preset.currentIndex() == 0
        return BatchSpec(
            folder=_path(self._folder.text()),
            out=_path(self._out.text() or self._out.placeholderText()),
            preset=self._session.state.parameters.replace(excluded="") if own else self._preset.currentData(),
            exports=in_order(exports),
            pattern=self._pattern.text().strip() or None,
            recursive=self._recursive.isChecked(),
            template=self._template.text().strip() or TEMPLATE,
            match=self._match.isChecked(),
            overwrite=self._overwrite.isChecked(),
            jobs=self._jobs.value() or None,
            scheduler=self._scheduler.text().strip() if self._where.currentIndex() == CLUSTER else "",
        )

    @property
    def trouble(self) -> str:
        """Why nothing can be planned; empty if it can."""
        order = self.order()
        if not order.folder.is_absolute():
            return self.tr("Choose the folder of the images.")
        if not order.out.is_absolute():
            return self.tr("Choose a folder for the results.")
        if self._where.currentIndex() == CLUSTER and not order.scheduler:
            return self.tr("Say where the scheduler of the cluster answers.")
        return ""

    def keep(self) -> None:
        """Remember what is chosen for the next time."""
        order = self.order()
        self._settings.set_value("batch folder", self._folder.text())
        self._settings.set_value("batch exports", ",".join(order.exports))
        self._settings.set_value("batch jobs", self._jobs.value())
        self._settings.set_value("batch scheduler", self._scheduler.text())

    def _restore(self) -> None:
        """Begin with the folder of the open image, and with what was chosen the last time."""
        image = self._session.document.image if self._session.document else None
        folder = str(image.source.path.parent) if image and image.source else self._settings.value("batch folder", "")
        self._folder.setText(str(folder))
        exports = str(self._settings.value("batch exports", ",".join(DEFAULT))).split(",")
        for name, box in self._exports.items():
            box.setChecked(name in exports or name == "recipe")
        jobs = str(self._settings.value("batch jobs", 0))
        self._jobs.setValue(int(jobs) if jobs.isdecimal() else 0)
        self._scheduler.setText(str(self._settings.value("batch scheduler", "")))
        self._suggest()

    # What follows

    def _suggest(self) -> None:
        """Suggest where the results go."""
        folder = _path(self._folder.text())
        self._out.setPlaceholderText(str(folder / RESULTS) if folder.is_absolute() else "")

    def _offer_open_image(self) -> None:
        """Offer the parameters of the open image, if there is one."""
        there = self._session.document is not None
        self._preset.setItemData(0, None if there else 0, OFFERED)
        if not there and self._preset.currentIndex() == 0:
            self._preset.setCurrentIndex(1)

    def _follow(self, before: State, after: State) -> None:
        """Take other parameters of the open image."""
        if self._preset.currentIndex() == 0 and before.parameters != after.parameters:
            self.changed.emit()

    def _browse_presets(self) -> None:
        """Choose a file that holds parameters."""
        dialog = file_dialog(self, self.tr("Open a Preset"), filters=[self.tr("Presets") + " (*.toml)"])
        dialog.fileSelected.connect(self.use_preset)
        dialog.open()

    def use_preset(self, name: str) -> None:
        """Take the parameters of a file."""
        self._preset.addItem(Path(name).stem, Path(name))
        self._preset.setCurrentIndex(self._preset.count() - 1)

    def _browse(self, title: str, line: QLineEdit) -> None:
        """Choose a folder."""
        ask_folder(self, title, line.text() or line.placeholderText(), line.setText)


def _path(text: str) -> Path:
    return Path(os.path.expanduser(text.strip()))  # noqa: PTH111 - of an unknown user: as it is
