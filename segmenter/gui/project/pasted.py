"""Images that were pasted: each is a file of the program's own until its project is saved, and then one beside that."""

from __future__ import annotations

import contextlib
import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QStandardPaths
from PySide6.QtGui import QImageWriter

from segmenter.errors import ExportError
from segmenter.files import atomic

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from segmenter.document.project import Project

KEPT = 60 * 24 * 3600.0
"""Seconds for which pasted images are kept that no project has taken along."""


def pasted_folder() -> Path:
    """Return the folder of images that were pasted."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation), "pasted")


def keep(image: QImage, folder: Path) -> Path:
    """Write an image that has no file into one, named after the time; old ones that nobody wants any more go.

    Raises
    ------
    ExportError
        The file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"The pasted image cannot be kept in {folder}: {error.strerror}.") from error
    _sweep(folder)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    content = bytes(buffer.data().data())
    path = _free(folder / time.strftime("pasted_%Y-%m-%d_%H-%M-%S.png"))
    atomic.write(path, lambda file: file.write(content))
    return path


def beside(project: Project, path: Path, folder: Path) -> tuple[Project, dict[Path, Path]]:
    """Copy the pasted images of a project beside its file.

    Parameters
    ----------
    project : Project
    path : Path
        Of the project file.
    folder : Path
        Where pasted images are until then.

    Returns
    -------
    project : Project
        Its entries name the copies.
    moved : dict of Path to Path
        Which file is now which.

    Raises
    ------
    ExportError
        A copy cannot be written.
    """
    moved: dict[Path, Path] = {}
    for entry in project.entries:
        if entry.path.parent == folder and entry.path not in moved and entry.path.is_file():
            target = _free(path.parent / f"{path.stem}_{entry.path.name}")
            with entry.path.open("rb") as source:
                atomic.write(target, lambda file, source=source: shutil.copyfileobj(source, file))  # type: ignore[misc]
            moved[entry.path] = target
    entries = tuple(replace(entry, path=moved.get(entry.path, entry.path)) for entry in project.entries)
    return replace(project, entries=entries), moved


def _free(path: Path) -> Path:
    """Return a name like this one that no file has."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}_{number}")
        number += 1
    return free


def _sweep(folder: Path) -> None:
    """Remove what was pasted long ago."""
    with contextlib.suppress(OSError):
        for path in folder.glob("pasted_*.png"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > KEPT:
                    path.unlink()
