"""Find the image of a project's entry again: by its content, wherever it has gone, never by its place in a list."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from segmenter.document.project import Entry

MAX_FILES, MAX_FOLDERS = 20_000, 2_000
"""What is looked at in one folder and those inside it: a search in a home folder must end within a second or so."""


def within_reach(entry: Entry, folder: Path, known: Collection[Path] = ()) -> Entry:
    """Return an entry of a project that names no file which whoever wrote the project had no business to name.

    In reach is what lies in the folder of the project or below it, and what lies in a folder that is known. Any other
    file is not even looked at: it is looked for below the project's folder, and missing if it is not there.

    Parameters
    ----------
    entry : Entry
    folder : Path
        Of the project, without links.
    known : collection of Path
        Folders of images in projects that this person has saved, without links.
    """

    def allowed(path: Path | None) -> bool:
        return path is not None and (path.is_relative_to(folder) or path.parent in known)

    path = entry.path if allowed(entry.path) else folder.joinpath(*entry.path.parts[1:])
    hint = entry.hint if allowed(entry.hint and Path(os.path.normpath(entry.hint))) else None
    return replace(entry, path=path, hint=hint)


def locate(entry: Entry, folder: Path | None = None, search: Iterable[Path] = ()) -> Path | None:
    """Find the file of an entry.

    It is looked for where the entry says, under the same name in the folders given, and then in all folders inside
    them, whatever it is called now. What is found has the same content, but for an entry that was never read.

    Parameters
    ----------
    entry : Entry
    folder : Path, optional
        Where the project is.
    search : iterable of Path
        More folders to look into, such as that of an image which was found.

    Returns
    -------
    Path or None
        None where it was not found: it is missing, or `changed`.
    """
    folders = list(dict.fromkeys(place for place in (folder, *search) if place is not None))
    same = (place for place in chain(_named(entry, folders), _of_equal_size(entry, folders)) if _is(entry, place))
    return next(same, None)


def changed(entry: Entry) -> bool:
    """Tell whether the file is where the entry says, but with another content; one that cannot be read counts."""
    # not Path.is_file, which raises where a name is too long or a folder may not be looked into
    return os.path.isfile(entry.path) and not _is(entry, entry.path)  # noqa: PTH113


def _named(entry: Entry, folders: Iterable[Path]) -> Iterator[Path]:
    """Go through the places where a file of this name may be."""
    yield entry.path
    if entry.hint is not None:
        yield entry.hint
    for folder in folders:
        yield folder / entry.path.name
        yield folder / entry.path.parent.name / entry.path.name


def _of_equal_size(entry: Entry, folders: Iterable[Path]) -> Iterator[Path]:
    """Go through the files in some folders that may be the one."""
    if entry.sha256 is None or entry.size is None:
        return
    for folder in folders:
        for file in islice(_files(folder), MAX_FILES):
            try:
                if file.stat(follow_symlinks=False).st_size == entry.size:
                    yield Path(file.path)
            except OSError:
                continue


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Go through the files in a folder and those inside it, the nearest first; hidden ones and links are left out."""
    waiting = [str(folder)]
    for place in islice(waiting, MAX_FOLDERS):  # grows while it is gone through
        try:
            with os.scandir(place) as found:
                inside = sorted((item for item in found if not item.name.startswith(".")), key=lambda item: item.name)
        except OSError:
            continue
        waiting += [item.path for item in inside if item.is_dir(follow_symlinks=False)]
        yield from (item for item in inside if item.is_file(follow_symlinks=False))


def _is(entry: Entry, place: Path) -> bool:
    """Tell whether a file is that of an entry; what was never read is known by its name alone."""
    try:
        if not os.path.isfile(place):  # noqa: PTH113
            return False
        if entry.sha256 is None:
            return place.name == entry.path.name
        if entry.size not in (None, place.stat().st_size):
            return False
        with place.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == entry.sha256
    except OSError:
        return False
