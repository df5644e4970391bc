"""Where an image is, as files that are written beside it or elsewhere say it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmenter.files.formats.format import Result


def relative(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder, with forward slashes; absolute on another drive."""
    # not Path.resolve, which raises where links go round in circles
    path = Path(os.path.realpath(path.parent), path.name)  # a link to an image keeps its own name
    try:
        return Path(os.path.relpath(path, os.path.realpath(folder))).as_posix()
    except ValueError:
        return path.as_posix()


def of_image(result: Result, folder: Path) -> str:
    """Return where the image of a result is, as seen from a folder; empty if it is no file."""
    source = result.image.source
    return _readable(relative(source.path, folder)) if source else ""


def name_of_image(result: Result) -> str:
    """Return the name of the file of an image; empty if it is no file."""
    source = result.image.source
    return _readable(source.path.name) if source else ""


def _readable(path: str) -> str:
    """Return a path without bytes that are no text; JSON could not hold them."""
    return path.encode(errors="replace").decode()
