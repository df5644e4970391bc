"""The table of a batch: what is planned, how far it is, and the way to an image or its results."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from segmenter.gui.app.dialog import popup, show_folder
from segmenter.gui.batch.model import STATUS_ROLE, BatchModel, Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from segmenter.batch.plan import Plan
    from segmenter.jobs.job import Job, Report

Index = QModelIndex | QPersistentModelIndex

WIDTHS = {Column.IMAGE: 208, Column.REGIONS: 80, Column.SECONDS: 80}
ICON_ROOM = 40
"""Beside the word of a status: the icon, and the margins about both."""
PLANNED = Column.IMAGE, Column.RESULTS
CARRIED_OUT = Column.IMAGE, Column.REGIONS, Column.SECONDS, Column.STATUS, Column.REASON


class BatchTable(QTableView):
    """A double click, or Return, opens an image."""

    open_asked = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = BatchModel(self)
        self._shown = QSortFilterProxyModel(self, filterRole=STATUS_ROLE)
        self._shown.setSourceModel(self.rows)
        self.setModel(self._shown)
        self.setAccessibleName(self.tr("Images of the batch"))
        self.setToolTip(self.tr("A double click or Return opens an image in the window."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(56)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        widest = max(map(self.fontMetrics().horizontalAdvance, self.rows.status_words))  # “Fehlgeschlagen” is one
        self.setColumnWidth(Column.STATUS, widest + ICON_ROOM)
        self.activated.connect(lambda index: self.open_asked.emit(self._job(index).image))
        self.customContextMenuRequested.connect(self._open_menu)
        self.show_plan(None)

    def show_plan(self, plan: Plan | None) -> None:
        """Show what is planned."""
        self.rows.show_plan(plan)
        self.show_failed_only(False)
        self._show_columns(PLANNED)
        self.scrollToTop()

    def show_start(self) -> None:
        """Show how far the plan is, with nothing done yet."""
        self._show_columns(CARRIED_OUT)
        self.scrollToTop()

    def show_progress(self, reports: Iterable[Report], under_way: Iterable[Job]) -> None:
        """Show what became of some jobs; go along with those under way, if these are on the screen."""
        follow = self.rows.newest is None or self._on_screen(self.rows.newest)
        self.rows.update(reports, under_way)
        if follow and self.rows.newest is not None:
            self.scrollTo(self._shown.mapFromSource(self.rows.index(self.rows.newest, 0)))

    def show_failed_only(self, only: bool) -> None:
        """Show only rows that failed, or all."""
        self._shown.setFilterFixedString("failed" if only else "")

    def menu(self, index: Index) -> QMenu:
        """Return what can be done with an image."""
        menu = QMenu(self)
        job, reason = self._job(index), self.rows.reason(self._row(index))
        menu.addAction(self.tr("&Open Image")).triggered.connect(lambda: self.open_asked.emit(job.image))
        folder = menu.addAction(self.tr("Show &Results"))
        folder.setEnabled(job.folder.is_dir())
        folder.triggered.connect(lambda: show_folder(job.folder))
        menu.addSeparator()
        copy = menu.addAction(self.tr("&Copy Reason"))
        copy.setEnabled(bool(reason))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(reason))
        return menu

    def _show_columns(self, shown: Iterable[Column]) -> None:
        for column in Column:
            self.setColumnHidden(column, column not in shown)

    def _on_screen(self, row: int) -> bool:
        place = self.visualRect(self._shown.mapFromSource(self.rows.index(row, 0)))
        return self.viewport().rect().intersects(place)

    def _open_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            popup(self.menu(index), self.viewport().mapToGlobal(place))

    def _row(self, index: Index) -> int:
        return self._shown.mapToSource(index).row()

    def _job(self, index: Index) -> Job:
        return self.rows.job(self._row(index))
