"""Which files of a folder are images to segment: by suffix or pattern, in natural order, never our own results."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from segmenter.batch.log import NAME as LOG
from segmenter.errors import BatchError
from segmenter.files.formats import MODULES, named
from segmenter.files.natural import natural
from segmenter.files.reading import READABLE_SUFFIXES
from segmenter.progress import ignore

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.progress import ProgressCallback

RECIPE = named("recipe").suffix(None)


def find(
    folder: Path,
    pattern: str | None = None,
    *,
    recursive: bool = False,
    without: Path | None = None,
    progress: ProgressCallback = ignore,
) -> tuple[list[Path], list[str]]:
    """Return the images of a folder, and a sentence for each folder that could not be looked into.

    Parameters
    ----------
    folder : Path
        Its images come first, then those of its folders, in natural order. Links are followed, but no folder is
        visited twice.
    pattern : str or None
        What names must match, such as `*.tif`; several with commas between. None: the suffixes of images.
    recursive : bool
        Whether to look into folders inside. Hidden ones, and those of earlier batches, are left out.
    without : Path, optional
        A folder that is left out as well: where the results go.
    progress : ProgressCallback
        Called for every folder.

    Raises
    ------
    BatchError
        `folder` itself could not be looked into.
    """
    patterns = None if pattern is None else [part.strip().lower() for part in pattern.split(",")]
    images: list[Path] = []
    troubles: list[str] = []
    seen = {_identity(without)} if without is not None and without.is_dir() else set()
    waiting = [folder]
    while waiting:
        progress("looking", 0.0)
        here = waiting.pop()
        try:
            if _identity(here) in seen:
                continue
            seen.add(_identity(here))
            entries = sorted(os.scandir(here), key=lambda entry: natural(entry.name))
        except OSError as error:
            sentence = f"{here} could not be looked into: {error.strerror or error}."
            if here == folder:
                raise BatchError(sentence) from error
            troubles.append(sentence)
            continue
        names = {entry.name for entry in entries}
        if LOG in names and here != folder:
            continue
        visible = [entry for entry in entries if not entry.name.startswith(".")]
        folders = [entry.name for entry in visible if _is_folder(entry)]
        results = _results(names) | set(folders)
        images += [
            here / entry.name for entry in visible if entry.name not in results and _wanted(entry.name, patterns)
        ]
        if recursive:
            waiting += [here / name for name in reversed(folders)]
    return images, troubles


def _identity(folder: Path) -> tuple[int, int]:
    """Tell a folder from all others, by whatever path it is reached."""
    status = folder.stat()
    return status.st_dev, status.st_ino


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _wanted(name: str, patterns: list[str] | None) -> bool:
    if patterns is None:
        return os.path.splitext(name)[1].lower() in READABLE_SUFFIXES  # noqa: PTH122 - ten thousand times
    return any(fnmatch(name.lower(), pattern) for pattern in patterns)


def _results(names: set[str]) -> set[str]:
    """Return the names of files that recipes beside them speak of."""
    stems = [name.removesuffix(RECIPE) for name in names if name.endswith(RECIPE)]
    suffixes = [named(export).suffix(None) for export in MODULES] if stems else []
    return {stem + suffix for stem in stems for suffix in [*suffixes, "_labels.tif"]}
