"""Images that moved: a person shows one file, and all others that are missing are found near it by their content."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segmenter.document.locating import locate
from segmenter.gui.session.worker import Job, Worker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from segmenter.document.project import Entry
    from segmenter.gui.project.image_collection import ImageCollection, Row
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback


class Relinker(QObject):
    """Finds the files of images that are missing, in a thread of its own: a search can take long."""

    found = Signal(object)
    """Rows have their new places: the row whose file was asked for, or None if it is not among them."""

    def __init__(self, session: Session, images: ImageCollection, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._images = session, images
        self._worker = Worker("locating", session)

    def locate(self, row: Row, file: Path) -> None:
        """Take a file for that of a row, or what is known as its file near that one, and look for the others."""
        search = partial(found_near, [each.entry for each in self._images.all], file)
        self._worker.submit(Job("locate", search, partial(self._take, row, file), self._session.report))

    def close(self) -> None:
        """End the thread."""
        self._worker.close()

    def _take(self, row: Row, file: Path, found: dict[Path, Path]) -> None:
        """Give the rows their new places, and say how many there are; no row gets the file of another one."""
        wanted = row.entry.path
        taken = {other.entry.path for other in self._images.all} | set(found.values())
        if wanted not in found and file not in taken:  # another content: the image was edited, which is said later
            found = {**found, wanted: file}
        self._images.relink(found)
        others = len(found.keys() - {wanted})
        if wanted not in found:
            text = self.tr("“{name}” belongs to another image of the list; “{wanted}” was not found near it.")
            self._session.say(text.format(name=file.name, wanted=wanted.name), "warning")
        elif others:
            one = self.tr("“{name}” and one other image were found.")
            many = self.tr("“{name}” and {count} other images were found.")
            text = one if others == 1 else many
            self._session.say(text.format(name=found[wanted].name, count=others))
        self.found.emit(row if wanted in found and row in self._images.all else None)


def found_near(entries: Sequence[Entry], file: Path, progress: ProgressCallback) -> dict[Path, Path]:
    """Return where the missing files of entries are now: in the folder of a file, those inside it, or the one around.

    They are known by their content. The folder around is searched for what has the same name only where nothing else
    was found.
    """
    found: dict[Path, Path] = {}
    missing = [entry for entry in entries if not os.path.isfile(entry.path)]  # noqa: PTH113 - raises for long names
    for number, entry in enumerate(missing):
        progress("reading", number / len(missing))
        place = found.get(entry.path) or locate(entry, None, [file.parent, file.parent.parent])
        if place is not None:
            found[entry.path] = place
    return found


def relinked(entries: Sequence[Entry], file: Path) -> Path | None:
    """Return the place of a missing entry whose content a file has; None where there is none."""
    if any(entry.path == file for entry in entries):
        return None
    for entry in entries:
        if entry.sha256 is None or os.path.isfile(entry.path):  # noqa: PTH113
            continue
        if is_same(entry, file):
            return entry.path
    return None


def is_same(entry: Entry, file: Path) -> bool:
    """Tell whether a file has the content of an entry."""
    return locate(replace(entry, path=file, hint=None)) == file
