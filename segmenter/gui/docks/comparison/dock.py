"""The comparison dock: the segments beside those of a file, and where the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from segmenter.files.importing.reading import SUFFIXES, read_segmentation
from segmenter.gui.app.dialog import file_dialog
from segmenter.gui.docks.comparison.comparing import Compared, compare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from segmenter.document.label_map import LabelMap
    from segmenter.files.importing.objects import Imported
    from segmenter.gui.app.settings import Settings
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback

COMPARE, READ = "compare", "read for comparison"
NUMBER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, eq=False)
class Other:
    """A segmentation of the open image, and the name of its file."""

    name: str
    found: Imported


class ComparisonPanel(QWidget):
    """Says how much the segments and those of a file have in common; a click on a line selects its segment."""

    drawn = Signal(object)
    """Where the two differ, as in `comparing.Compared.differences`; None: nothing is to be drawn."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._other: Other | None = None
        self._compared: Compared | None = None
        self._of: LabelMap | None = None
        self._choose = QPushButton(self.tr("&Compare With…"), self)
        self._choose.setToolTip(self.tr("Choose a file with another segmentation of the image"))
        self._choose.setAutoDefault(False)
        self._drawing = QCheckBox(self.tr("Draw &differences"), self)
        self._drawing.setChecked(True)
        self._drawing.setToolTip(
            self.tr("Red: only the segment here has it. Blue: only that of the file has it. Violet: both, differently.")
        )
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._list = QTreeWidget(self)
        self._list.setAccessibleName(self.tr("Segments, the least alike first"))
        self._list.setHeaderLabels([self.tr("Segment"), self.tr("In the file"), self.tr("IoU")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self._list.header().setStretchLastSection(False)
        self._list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self._list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        row = QHBoxLayout()
        row.addWidget(self._choose)
        row.addWidget(self._drawing, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self._summary)
        layout.addWidget(self._list, 1)
        self._choose.clicked.connect(self.ask)
        self._drawing.toggled.connect(self._draw)
        self._list.itemSelectionChanged.connect(self._select)
        session.opened.connect(self._forget)
        session.changed.connect(self._follow)
        self._forget()

    def ask(self) -> None:
        """Ask which file to compare with."""
        kinds, every = self.tr("Segmentations"), self.tr("All files")
        filters = [f"{kinds} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})", f"{every} (*)"]
        dialog = file_dialog(self.window(), self.tr("Compare With"), self._settings.folder, filters)
        dialog.fileSelected.connect(lambda name: self.compare_with(Path(name)))
        dialog.open()

    def compare_with(self, path: Path) -> None:
        """Read a segmentation of the open image, and compare the segments with it."""
        document = self._session.document
        if document is None:
            return
        shape, stem = (document.image.shape[0], document.image.shape[1]), Path(document.name).stem or None

        def work(progress: ProgressCallback) -> Other:
            progress("reading", 0.0)
            return Other(path.name, read_segmentation(path, shape, stem=stem))

        def take(other: Other) -> None:
            if document is self._session.document:
                self._other, self._of = other, None
                self._follow()

        self._session.in_background(READ, work, take)

    def _forget(self) -> None:
        """Begin anew with another image."""
        self._other = self._of = None
        self._choose.setEnabled(self._session.document is not None)
        self._take(None, None)

    def _follow(self) -> None:
        """Compare the segments as they are now, if they are others and somebody looks."""
        labels, other = self._session.state.labels, self._other
        if other is None or labels is None or labels is self._of or not self.isVisible():
            return
        work = partial(compare, labels, other.found.labels)
        take = partial(self._take, labels)
        self._session.in_background(COMPARE, work, take)

    def _take(self, labels: LabelMap | None, found: Compared | None) -> None:
        if labels is not None and labels is not self._session.state.labels:
            return  # of segments that are no more; the newer comparison waits
        self._of, self._compared = labels, found
        self._list.clear()
        self._drawing.setEnabled(found is not None)
        if found is None or self._other is None:
            self._summary.setText(self.tr("Beside another segmentation of the image: which segments are alike?"))
        else:
            texts = (QLocale().toString(value, "f", 3) for value in (found.covering, found.information, found.f1))
            covering, information, f1 = texts
            text = self.tr("“{name}”: covering {covering}, variation of information {information} bits, F1 {f1}")
            self._summary.setText(text.format(name=self._other.name, covering=covering, information=information, f1=f1))
            self._list.addTopLevelItems(list(self._lines(found, self._other.found)))
        self._draw()

    def _lines(self, found: Compared, other: Imported) -> Iterable[QTreeWidgetItem]:
        for number, partner, iou in found.best:
            known = self._session.state.segments.get(number)
            name = f"{number} {known.name}" if known and known.name else str(number)
            there = " ".join(filter(None, [str(partner), other.names.get(partner, "")])) if partner else "–"
            item = QTreeWidgetItem([name, there, QLocale().toString(iou, "f", 3)])
            item.setData(0, NUMBER, number)
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            yield item

    def _select(self) -> None:
        segments = self._session.state.segments
        chosen = {item.data(0, NUMBER) for item in self._list.selectedItems()}
        if chosen:
            self._session.select(chosen & segments.keys())

    def _draw(self) -> None:
        """Have the differences drawn, while the dock is seen."""
        shown = self._compared is not None and self._drawing.isChecked() and self.isVisible()
        self.drawn.emit(self._compared.differences if shown and self._compared is not None else None)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened behind a closed dock."""
        super().showEvent(event)
        self._follow()
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that nobody can explain."""
        super().hideEvent(event)
        self._draw()
