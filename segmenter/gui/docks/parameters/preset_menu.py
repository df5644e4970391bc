"""The menu of presets: those that come with the program, and a person's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from segmenter.assets import presets
from segmenter.errors import SegmenterError
from segmenter.files import preset_file
from segmenter.files.atomic import write
from segmenter.gui.app.dialog import file_dialog
from segmenter.gui.docks.parameters.controls import in_words
from segmenter.parameters import to_toml

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from segmenter.gui.session.session import Session


class PresetMenu(QMenu):
    """Opens and saves presets."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(self.tr("Presets"))
        self.setToolTipsVisible(True)
        for path, title in presets().items():
            action = self.addAction(in_words(title))
            action.setToolTip(in_words(_first_comment(path)))
            action.triggered.connect(partial(self.use, path))
        self.addSeparator()
        self.addAction(self.tr("Open…"), self._ask_to_open)
        self.addAction(self.tr("Save As…"), self._ask_to_save)

    def use(self, path: Path) -> None:
        """Take the parameters of a file; what is wrong with it is said in the bar."""
        try:
            parameters = preset_file.read(path)
        except SegmenterError as error:
            self._session.report(error)
        else:
            self._session.use_parameters(parameters, self.tr("Preset {name}").format(name=path.stem))

    def save(self, path: Path) -> None:
        """Write the parameters to a file."""
        path = path if path.suffix else path.with_suffix(".toml")
        text = to_toml(self._session.state.parameters)
        try:
            write(path, lambda file: file.write(text.encode()))
        except SegmenterError as error:
            self._session.report(error)

    def _ask_to_open(self) -> None:
        dialog = file_dialog(self.parentWidget(), self.tr("Open a Preset"), filters=[self._filter])
        dialog.fileSelected.connect(lambda name: self.use(Path(name)))
        dialog.open()

    def _ask_to_save(self) -> None:
        mode = QFileDialog.FileMode.AnyFile
        dialog = file_dialog(self.parentWidget(), self.tr("Save a Preset"), filters=[self._filter], mode=mode)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("toml")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()

    @property
    def _filter(self) -> str:
        return self.tr("Presets") + " (*.toml)"


def _first_comment(path: Path) -> str:
    """Return the line a preset begins with, which says what it is for."""
    line = path.read_text("utf-8").partition("\n")[0]
    return line.removeprefix("#").strip() if line.startswith("#") else ""
