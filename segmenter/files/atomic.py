"""Write a file whole or not at all, and clear away what a kill in the middle left."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from segmenter.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable

ABANDONED = 3600.0
"""Seconds after which a hidden file is nobody's any more: no write takes as long."""

_HIDDEN = re.compile(r"\.[0-9a-f]{16}[._].*")


def hidden() -> str:
    """Return the beginning of the name of a file that is not whole yet.

    Short, however long the final name is; and no pattern for images finds it after a power cut.
    """
    return f".{secrets.token_hex(8)}"


def sweep(folder: Path) -> None:
    """Remove the hidden files that killed programs left; those of programs that may still be writing stay."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _HIDDEN.fullmatch(path.name):
                with contextlib.suppress(OSError):
                    if time.time() - path.stat().st_mtime > ABANDONED:
                        path.unlink()


def write(path: Path, save: Callable[[BinaryIO], object]) -> None:
    """Write a file that appears under its name only when it is complete.

    Parameters
    ----------
    path : Path
        Replaced if it exists; its folder must exist. Who may read it stays as it is. A link stays a link, and what it
        leads to is replaced.
    save : callable
        Writes the content to the open file it is given.

    Raises
    ------
    ExportError
        The disk is full, the folder missing or read-only, the name too long, …; nothing is left behind, and
        an older file of the name is as it was.
    """
    try:
        final = Path(os.path.realpath(path))
        temporary = final.with_name(f"{hidden()}.tmp")
        try:
            with temporary.open("xb") as file:
                save(file)
                file.flush()
                os.fsync(file.fileno())
            rename(temporary, final)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}.") from error


def rename(temporary: Path, final: Path) -> None:
    """Give a whole file its final name, and the rights of the file that it replaces; OSError where that fails."""
    if final.is_symlink():
        final = Path(os.path.realpath(final))
    with contextlib.suppress(OSError):  # there is none; or a file system that knows no rights
        temporary.chmod(stat.S_IMODE(final.stat().st_mode))
    try:
        os.replace(temporary, final)  # noqa: PTH105 - the one call the tests replace
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with temporary.open("rb") as whole:  # a link led to another disk
            write(final, lambda file: shutil.copyfileobj(whole, file))
        temporary.unlink()
