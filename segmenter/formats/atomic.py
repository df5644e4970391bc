"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from typing import TYPE_CHECKING, BinaryIO

from segmenter.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def write(path: Path, save: Callable[[BinaryIO], object]) -> None:
    """Write a file that appears under its name only when it is complete.

    Parameters
    ----------
    path : Path
        Replaced if it exists; its folder must exist.
    save : callable
        Writes the content to the open file it is given.

    Raises
    ------
    ExportError
        The disk is full, the folder missing or read-only, the name too long, …; nothing is left behind, and
        an older file of the name is as it was.
    """
    # short, however long the final name is; hidden, so that no pattern for images finds it after a power cut
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        try:
            with temporary.open("xb") as file:
                save(file)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, path)  # noqa: PTH105 - the one call the tests replace
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ExportError(f"{path} could not be written: {error.strerror or error}.") from error
