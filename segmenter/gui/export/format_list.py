"""The formats that can be chosen, under headings: what each would write, what it keeps and what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from segmenter.files.formats import MODULES, in_order, named
from segmenter.gui.app.focus_area import FocusArea
from segmenter.gui.app.icons import icon
from segmenter.gui.session.sentences import format_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from segmenter.gui.export.spec import Description

LINES = 2
"""That are kept free for what a row says: it must not move when that becomes known."""

SIGN = 14


class FormatRow(QWidget):
    """A format that can be chosen, what it would write, and what it keeps."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        kind = named(name)
        title, self._keeps = (QCoreApplication.translate("Formats", text) for text in (kind.title, kind.keeps))
        self.box = QCheckBox(title, self)
        self.box.setToolTip(self._keeps)
        self._file, self._what, self._sign = QLabel(self), QLabel(self._keeps, self), QLabel(self)
        self._what.setWordWrap(True)
        self._what.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._what.setFixedHeight(LINES * self._what.fontMetrics().lineSpacing() + 2)
        self._sign.setFixedSize(QSize(SIGN, SIGN))
        self._file.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        font = self.box.font()
        font.setBold(True)
        self.box.setFont(font)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.box, 0, 0, 1, 2)
        grid.addWidget(self._file, 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._sign, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._what, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_file(self, file: Path) -> None:
        """Show what the file is called."""
        self._file.setText(file.name)

    def describe(self, said: Description | None) -> None:
        """Show what would be written; what this very result loses goes before what the format keeps."""
        loss = format_in_words(said.loss) if said and said.loss else ""
        text = format_in_words(said.text) if said else ""
        rest = loss or self._keeps
        self._what.setText(f"{text}. {rest}" if text else rest)
        self._what.setToolTip(self._keeps)
        self._sign.setPixmap(icon("warning").pixmap(SIGN) if loss else icon("warning").pixmap(0))
        self.box.setAccessibleDescription(self._what.text())


class FormatList(FocusArea):
    """All formats; it scrolls where the screen is small."""

    changed = Signal()

    def __init__(self, chosen: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = {name: FormatRow(name, self) for name in MODULES}
        wanted = set(chosen)
        for name, row in self.rows.items():
            row.box.setChecked(name in wanted)
            row.box.toggled.connect(self.changed)
        inside = QWidget(self)
        inside.setBackgroundRole(QPalette.ColorRole.AlternateBase)  # on Base, empty boxes cannot be seen in the dark
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        groups = dict.fromkeys(named(name).group for name in MODULES)
        for group in groups:
            heading = QLabel(QCoreApplication.translate("Formats", group), inside)
            heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            heading.setContentsMargins(8, 8, 8, 0)
            column.addWidget(heading)
            for name, row in self.rows.items():
                if named(name).group == group:
                    column.addWidget(row)
        column.addStretch()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWidget(inside)
        self.setMinimumHeight(120)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The formats that are chosen, in the order in which they are written."""
        return in_order({name for name, row in self.rows.items() if row.box.isChecked()})

    def describe(self, said: Mapping[str, Description]) -> None:
        """Show what each format would write."""
        for name, row in self.rows.items():
            row.describe(said.get(name))

    def set_enabled(self, enabled: bool) -> None:
        """Allow another choice or not; the list can be read in any case."""
        for row in self.rows.values():
            row.box.setEnabled(enabled)
