"""What is not saved yet survives a crash: it is written down a second after every change, and offered after a crash."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, QStandardPaths, QTimer, Signal

from segmenter.document import recovery
from segmenter.errors import SegmenterError
from segmenter.gui.project.listing import Listing
from segmenter.gui.session.message import Message
from segmenter.gui.session.sentences import in_words
from segmenter.gui.session.worker import Job, Worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from segmenter.document.project import Project
    from segmenter.document.recovery import Leftover
    from segmenter.gui.session.session import Session
    from segmenter.progress import ProgressCallback

DELAY = 1000
"""Milliseconds from a change until it is written: later changes do not put it off."""


class Journal(QObject):
    """Writes down the work of this program, and finds that of programs that died.

    Parameters
    ----------
    session : Session
    folder : Path
        Where journals are.
    content : callable
        Returns what packs the work, in a worker; None if all of it is saved.
    parent : QObject
    """

    recovered = Signal(Listing)
    """A person wants to go on with the work of a program that died."""

    def __init__(
        self, session: Session, folder: Path, content: Callable[[], Callable[[], Project] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._folder, self._content = session, folder, content
        self._worker = Worker("journal", session, in_pieces=True)  # its own: writing holds up no opening
        self._kept: recovery.Session | None = None
        self._offers: list[tuple[Leftover, Project | None]] = []  # None: it cannot be read
        self._taken: list[Leftover] = []  # to be removed when the work is written down here
        self._lock = threading.Lock()
        self._warned = self._closed = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self.write)

    def touch(self) -> None:
        """Write soon."""
        if not self._timer.isActive() and not self._closed:
            self._timer.start()

    def write(self) -> None:
        """Write in the background; take the journal away if there is nothing to keep."""
        self._timer.stop()
        done = partial(self._succeed, tuple(self._taken))
        self._worker.submit(Job("journal", partial(self._keep, self._content()), done, self._fail))

    def write_now(self) -> bool:
        """Write before anything else happens; return whether all work is on the disk."""
        try:
            self._keep(self._content())
        except (SegmenterError, MemoryError):
            return False
        return True

    def close(self) -> None:
        """End in order: nothing is left to recover."""
        self._closed = True
        self._timer.stop()
        self._worker.close()
        self._keep(None)
        for leftover in [*self._taken, *(leftover for leftover, _ in self._offers)]:
            leftover.release()

    # What other programs left

    def look_for_leftovers(self) -> None:
        """Find and offer what programs that died had not saved."""
        self._worker.submit(Job("recovery", self._read_leftovers, self._offer, self._session.report))

    def take_over(self, leftover: Leftover) -> None:
        """Remove a leftover as soon as the work that was in it is in the journal of this program."""
        self._offers = [offer for offer in self._offers if offer[0] is not leftover]
        self._taken.append(leftover)
        self.write()

    def _read_leftovers(self, progress: ProgressCallback) -> None:
        """Take over what is left; here and not in the event loop, which may have ended before it hears of it."""
        for leftover in recovery.leftovers(self._folder):
            try:
                self._offers.append((leftover, leftover.read(progress)))
            except SegmenterError:
                self._offers.append((leftover, None))

    def _offer(self, _: None = None) -> None:
        """Offer the newest leftover, if there is one."""
        if not self._offers:
            return
        leftover, project = self._offers[0]
        written = QDateTime.fromSecsSinceEpoch(int(leftover.written))
        time = QLocale().toString(written, QLocale.FormatType.ShortFormat)
        discard = self.tr("Discard"), partial(self._discard, leftover)
        if project is None or not project.entries:
            text = self.tr("Work from {time} was not saved when the program ended, and can no longer be read.")
            message = Message(text.format(time=time), "warning", *discard, until="answered")
        else:
            name = project.entries[project.current].path.name
            text = self.tr("Work on “{name}” was not saved when the program ended on {time}.")
            listing = Listing(
                project.entries,
                project.current,
                replaces=True,
                path=project.saved,
                leftover=leftover,
                classes=project.classes,
                unsaved=project.unsaved,
            )
            recover = self.tr("Recover"), partial(self.recovered.emit, listing)
            message = Message(text.format(name=name, time=time), "warning", *recover, *discard, until="answered")
        self._session.said.emit(message)

    def _discard(self, leftover: Leftover) -> None:
        self._offers = [offer for offer in self._offers if offer[0] is not leftover]
        leftover.discard()
        self._offer()

    # This program's own

    def _keep(self, pack: Callable[[], Project] | None, progress: ProgressCallback | None = None) -> None:
        """Write, or take away; in any thread."""
        with self._lock:
            if pack is not None:
                self._kept = self._kept or recovery.Session(self._folder)
                self._kept.write(pack())
            elif self._kept is not None:
                self._kept.close()
                self._kept = None

    def _succeed(self, written_again: tuple[Leftover, ...], _: None) -> None:
        self._warned = False
        for leftover in written_again:
            leftover.discard()
        self._taken = [leftover for leftover in self._taken if leftover not in written_again]

    def _fail(self, error: Exception) -> None:
        """Say once that the work is not safe; it goes on."""
        if not isinstance(error, SegmenterError | MemoryError):
            self._session.report(error)
        elif not self._warned:
            self._warned = True
            sentence = self.tr("A crash would cost work that is not saved: no journal can be written. {reason}")
            self._session.say(sentence.format(reason=in_words(error)), "warning")


def default_folder() -> Path:
    """Return where journals are unless somebody says otherwise."""
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location), "journals")
