"""The images of a batch as rows: what is planned for each of them, and what became of it."""

from __future__ import annotations

from enum import IntEnum
from itertools import groupby
from os.path import relpath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from segmenter.gui.app.icons import icon
from segmenter.gui.app.theme import HUES
from segmenter.gui.session.sentences import sentence_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from segmenter.batch.plan import Plan
    from segmenter.jobs.job import Job, Report

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

STATUS_ROLE = Role.UserRole
"""The status of a row in one word that is never translated."""

ICONS = {"running": "solve", "done": "done", "skipped": "next", "failed": "error"}


class Column(IntEnum):
    """What a column shows."""

    IMAGE = 0
    RESULTS = 1
    REGIONS = 2
    SECONDS = 3
    STATUS = 4
    REASON = 5


class BatchModel(QAbstractTableModel):
    """A row for each job of a plan."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._jobs: tuple[Job, ...] = ()
        self._rows: dict[tuple[str, int], int] = {}
        self._reports: dict[int, Report] = {}
        self._running: frozenset[int] = frozenset()
        self._titles = {
            Column.IMAGE: self.tr("Image"),
            Column.RESULTS: self.tr("Results"),
            Column.REGIONS: self.tr("Labels"),
            Column.SECONDS: self.tr("Seconds"),
            Column.STATUS: self.tr("Status"),
            Column.REASON: self.tr("Reason"),
        }
        self._words = {
            "waiting": self.tr("Waiting"),
            "running": self.tr("Running"),
            "done": self.tr("Done"),
            "skipped": self.tr("Skipped"),
            "failed": self.tr("Failed"),
        }

    # What is shown

    def show_plan(self, plan: Plan | None) -> None:
        """Show what is planned, with nothing done yet."""
        self.beginResetModel()
        self._plan, self._jobs = plan, plan.jobs if plan else ()
        self._rows = {(str(job.image), job.page + 1): row for row, job in enumerate(self._jobs)}
        self._reports, self._running = {}, frozenset()
        self.endResetModel()

    def update(self, reports: Iterable[Report], under_way: Iterable[Job]) -> None:
        """Show what became of some jobs, and which are being worked on."""
        came = {self._rows[report.image, report.page]: report for report in reports}
        self._reports |= came
        begun = {self._rows[str(job.image), job.page + 1] for job in under_way}
        before, self._running = self._running, frozenset(begun - self._reports.keys())
        rows = sorted(came.keys() | (before ^ self._running))
        for _, together in groupby(enumerate(rows), lambda numbered: numbered[1] - numbered[0]):
            run = [row for _, row in together]
            self.dataChanged.emit(self.index(run[0], 0), self.index(run[-1], len(Column) - 1))

    def job(self, row: int) -> Job:
        """Return what is to be done in a row."""
        return self._jobs[row]

    def status(self, row: int) -> str:
        """Return `waiting`, `running`, `done`, `skipped` or `failed`."""
        report = self._reports.get(row)
        return report.status if report else "running" if row in self._running else "waiting"

    @property
    def status_words(self) -> tuple[str, ...]:
        """Every status, as it is written."""
        return tuple(self._words.values())

    def reason(self, row: int) -> str:
        """Return what there is to be said of a row; empty if nothing is."""
        report = self._reports.get(row)
        said = (report.error, report.note, *report.warnings) if report else ()
        return " ".join(sentence_in_words(sentence) for sentence in said if sentence)

    @property
    def newest(self) -> int | None:
        """The first row that is being worked on; None if none is."""
        return min(self._running, default=None)

    # What Qt asks for

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the root, as Qt has it
        """Return how many jobs there are."""
        return 0 if parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self._titles[Column(section)]
        if orientation == Qt.Orientation.Horizontal and role == Role.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return what a cell shows."""
        row, column = index.row(), index.column()
        if role == Role.DisplayRole:
            return self._text(row, column)
        if role == Role.DecorationRole and column == Column.STATUS:
            name = ICONS.get(self.status(row))
            return icon(name) if name else QColor(Qt.GlobalColor.transparent)  # words stand below each other
        if role == Role.TextAlignmentRole:
            return _alignment(column)
        if role == Role.BackgroundRole and self.status(row) == "failed":
            return _ground()
        if role == Role.ToolTipRole:
            return self._tip(row, column)
        if role == STATUS_ROLE:
            return self.status(row)
        return None

    def _text(self, row: int, column: int) -> str:
        job, report = self._jobs[row], self._reports.get(row)
        if column == Column.IMAGE:
            return self._name(job)
        if column == Column.RESULTS and self._plan is not None:
            return relpath(job.folder / job.stem, self._plan.out)
        if column == Column.STATUS:
            return self._words[self.status(row)]
        if column == Column.REASON:
            return self.reason(row)
        if report is None:
            return ""
        if column == Column.REGIONS:
            return "" if report.labels is None else QLocale().toString(report.labels)
        return QLocale().toString(sum(report.seconds.values()), "f", 1) if report.seconds else ""

    def _name(self, job: Job) -> str:
        """Return what an image is called in its folder."""
        name = relpath(job.image, self._plan.folder) if self._plan else job.image.name
        return name if job.pages == 1 else self.tr("{name}, page {page}").format(name=name, page=job.page + 1)

    def _tip(self, row: int, column: int) -> str:
        """Return what a cell may be too narrow for."""
        job = self._jobs[row]
        if column == Column.RESULTS:
            return "\n".join(map(str, job.files()))
        return self.reason(row) or str(job.image)


def _alignment(column: int) -> Qt.AlignmentFlag:
    numbers = column in (Column.REGIONS, Column.SECONDS)
    return (Qt.AlignmentFlag.AlignRight if numbers else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter


def _ground() -> QColor:
    """Return the ground of a row that failed: reddish, and as light as the palette's own."""
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128
    return QColor.fromHsl(HUES["error"], 90, 60 if dark else 222)
