"""Small files of text that somebody may have made to be huge: settings, recipes."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MAX_TEXT = 64_000_000
"""Bytes of a recipe: some half a million names."""


def read(path: Path, most: int = MAX_TEXT) -> bytes:
    """Return what is in a file; OSError also where it has more than `most` bytes, or no end."""
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), os.fspath(path))
    return content
