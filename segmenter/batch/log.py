"""The log of a batch: one line of CSV for each image, added as it ends, whole whatever happens."""

from __future__ import annotations

import csv
import errno
import io
import os
import time
from typing import TYPE_CHECKING

from segmenter.errors import CONTROL, ExportError
from segmenter.files.formats.table import harmless

if TYPE_CHECKING:
    import re
    from pathlib import Path
    from types import TracebackType

    from segmenter.jobs.job import Report

NAME = "batch_log.csv"
COLUMNS = (
    "image", "page", "status", "reason", "seconds", "regions", "residual", "converged", "memory", "ended",
)  # fmt: skip
PERIOD = 1.0
"""Seconds between two calls of fsync: what a power cut may cost of the log. A killed program costs nothing."""


class Log:
    """An open log; what earlier batches wrote stays in front.

    Raises
    ------
    ExportError
        The file cannot be written, or is no log.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path, self._folder = path, folder
        self._synced = time.monotonic()
        try:
            self._repair()
            self._file = path.open("ab", buffering=0)  # a line is one call, so it is there or not
            if not self._file.tell():
                self._append(COLUMNS)
        except OSError as error:
            raise self._unwritable(error) from error

    def write(self, report: Report) -> None:
        """Add the line of one image."""
        try:
            self._append(_row(report, self._folder))
            now = time.monotonic()
            if now - self._synced >= PERIOD:
                os.fsync(self._file.fileno())
                self._synced = now
        except OSError as error:
            raise self._unwritable(error) from error

    def __enter__(self) -> Log:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        try:
            os.fsync(self._file.fileno())
        except OSError as failure:
            if error is None:
                raise self._unwritable(failure) from failure
        finally:
            self._file.close()

    def _append(self, row: tuple[object, ...]) -> None:
        text = io.StringIO()
        cells = [harmless(CONTROL.sub(_escaped, str(cell))) for cell in row]
        csv.writer(text, lineterminator="\n").writerow(cells)
        line = text.getvalue().encode(errors="backslashreplace")  # file names may be anything
        if self._file.write(line) != len(line):  # what a disk does that is nearly full
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _repair(self) -> None:
        """Cut off a last line that a power cut left torn."""
        if not self._path.exists():
            return
        with self._path.open("r+b") as file:
            first = file.readline()
            if first and not ",".join(COLUMNS).encode().startswith(first.strip()):
                raise ExportError(f"{self._path} is there already, and is no log of a batch; choose another folder.")
            file.seek(0)
            content = file.read()
            if not content.endswith(b"\n"):  # else nothing is cut: another batch may be adding lines just now
                file.truncate(content.rfind(b"\n") + 1)

    def _unwritable(self, error: OSError) -> ExportError:
        return ExportError(f"{self._path} could not be written: {error.strerror or error}.")


def _row(report: Report, folder: Path) -> tuple[object, ...]:
    """Return the cells of a report; images are named as seen from their folder."""
    image = os.path.relpath(report.image, folder)
    reasons = (report.error, report.note, *report.warnings)
    return (
        image,
        report.page,
        report.status,
        " ".join(reason for reason in reasons if reason),
        f"{sum(report.seconds.values()):.3f}" if report.seconds else "",
        _cell(report.labels),
        "" if report.residual is None else f"{report.residual:.3g}",
        _cell(report.converged),
        _cell(report.memory),
        time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    )


def _escaped(character: re.Match[str]) -> str:
    """Return a control character as Python writes it."""
    return character[0].encode("unicode_escape").decode()


def _cell(value: object) -> object:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else value
