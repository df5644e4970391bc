"""Work survives a crash: every running program keeps a journal, and finds those of programs that died.

In the folder of journals each session has two files and a folder. `<session>.segmenter` is a project; it is always
whole, because it is written beside and then renamed. Its labels are in the folder `<session>.labels`, of which only new
ones are written. `<session>.lock` is empty and locked by the system for as long as the program lives: the lock is gone
with the process, however it ends, and a process number that is used again fools nobody.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmenter.document import labels_apart, project_file
from segmenter.errors import ExportError
from segmenter.files import atomic
from segmenter.progress import ignore

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from segmenter.document.project import Project
    from segmenter.progress import ProgressCallback

_TRIES = 10


class Session:
    """The journal of this program, from its start to its end.

    Parameters
    ----------
    folder : Path
        Where all journals are; made if it is not there.

    Raises
    ------
    ExportError
        Nothing can be written there.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock, self.journal = self._started(folder)
        except OSError as error:
            raise ExportError(f"No journal can be kept in {folder}: {error.strerror or error}.") from error

    @staticmethod
    def _started(folder: Path) -> tuple[BinaryIO, Path]:
        """Take a name that nobody has, and lock it."""
        for _ in range(_TRIES):  # another program may be looking for leftovers just now
            journal = folder / f"{secrets.token_hex(8)}{project_file.SUFFIX}"
            lock = _taken(journal)
            if lock is not None:
                return lock, journal
        raise OSError("its files cannot be locked")

    def write(self, project: Project) -> None:
        """Write the journal; ExportError, and the one before stays, where that fails."""
        project_file.save_apart(project, self.journal)

    def close(self) -> None:
        """End in order: nothing is left to recover."""
        _remove(self.journal, self._lock)


@dataclass(frozen=True, eq=False)
class Leftover:
    """The journal of a program that died; as long as this is not released, no other program is offered it.

    Attributes
    ----------
    journal : Path
    written : float
        When, in seconds since 1970.
    """

    journal: Path
    written: float
    _lock: BinaryIO

    def read(self, progress: ProgressCallback = ignore) -> Project:
        """Return the work as it was; ProjectError if the journal is damaged."""
        return project_file.load(self.journal, progress)

    def discard(self) -> None:
        """Remove the journal."""
        _remove(self.journal, self._lock)

    def release(self) -> None:
        """Leave the journal to the next who asks."""
        self._lock.close()


def leftovers(folder: Path) -> list[Leftover]:
    """Return the journals of programs that died, the newest first, and clear away what they left besides.

    Raises
    ------
    ExportError
        The folder is there but cannot be looked into.
    """
    try:
        names = {path.stem for path in folder.iterdir() if path.suffix in (".lock", project_file.SUFFIX)}
        atomic.sweep(folder)
        found = [_look(folder / f"{name}{project_file.SUFFIX}") for name in sorted(names)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise ExportError(f"Journals in {folder} cannot be read: {error.strerror or error}.") from error
    return sorted((one for one in found if one is not None), key=lambda one: -one.written)


def _look(journal: Path) -> Leftover | None:
    """Return a journal if its program died; where there is only a lock, remove it."""
    try:
        lock = _taken(journal)
    except OSError:  # it cannot be told: leave it alone
        return None
    if lock is None:
        return None
    try:
        return Leftover(journal, journal.stat().st_mtime, lock)
    except OSError:
        _remove(journal, lock)
        return None


def _taken(journal: Path) -> BinaryIO | None:
    """Lock the session of a journal; None if somebody else has, or has just removed it."""
    path = journal.with_suffix(".lock")
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # between opening and locking another program may have removed the file: then the lock is worth nothing
        if os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    except BaseException:
        file.close()
        raise
    file.close()
    return None


def _remove(journal: Path, lock: BinaryIO) -> None:
    """Remove the files of a session, the lock last: without a journal it offers nothing to anybody."""
    with contextlib.suppress(OSError):
        journal.unlink(missing_ok=True)
    labels_apart.remove(journal)
    lock.close()
    with contextlib.suppress(OSError):
        journal.with_suffix(".lock").unlink(missing_ok=True)
