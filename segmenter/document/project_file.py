"""The `.segmenter` file: a project in a zip archive.

`project.json` (UTF-8)
    ```
    {"format": "segmenter project", "version": 1, "program": "0.1.0", "current": 1,
     "classes": [{"number": 1, "name": "cell", "colour": "#ff8000", "key": 1}, …],  missing if there are none
     "entries": [{
       "image": {"path": "../photos/a.png",        relative to the project file, forward slashes; absolute if on
                                                   another drive
                 "absolute": "/home/me/photos/a.png",  where it was on the machine that wrote the project
                 "page": 1, "sha256": "…", "size": 12345},  of the file's bytes; null if it was never read
       "done": false,
       "work": {                                   null if nothing was done
         "parameters": {…}, "solved": {…},         as in a recipe; what is asked for, and what the labels were made
                                                   with, null before the first result, and
                                                   until the next where segments were let go
         "erased": false,                          a person made pixels background
         "labels": {"file": "labels/1.zlib", "type": "uint8", "rows": 480, "columns": 640,
                    "sha256": "…"},                of the labels as little-endian int32; null before the first result
         "segments": [{"number": 1, "name": "sky", "colour": "#80c0ff", "visible": true, "locked": false,
                       "edited": true,             colour null if it follows from the number
                       "class": 1, "tint": 5,         only where there is a class, or a colour of another number
                       "object": {"clicks": [[9, 7, true], …]}}, …],  what was pointed at, see `click_file`
         "pixel_size": {"height": 0.5, "width": 0.5, "unit": "µm"}},  only where a person set it
       "pixel_size": {…},                          the same, set before there was any work
       "contrast": [{"low": 0.0, "high": 99.0, "gamma": 1.0, "colour": "#ffffff", "visible": true}, …]
                                                   how each channel is shown, only where a person chose it
       "unfinished": {"clicks": [[9, 7, true], …], "segment": 1},  an object that was pointed at and is no segment yet,
                                                   see `click_file`; the number where one was taken up again
       "findings": {"key": "…", "versions": {…}, "results": {…}}  as in a recipe; the key is of image and parameters
     }]}
    ```
    Entries, pages and `current` count from 1. The journal of a session also has `saved`, the path of the project
    that it belongs to, or null, and `unsaved`, the numbers of the entries with work that is not in that. Keys that are
    not known are left alone.
`labels/1.zlib`
    The labels of the first entry: the number of each pixel's segment, 0 for background, row by row, little-endian,
    of the type named above, compressed with zlib. In the journal of a session it is a file beside it (`labels_apart`).

`numpy.frombuffer(zlib.decompress(content), "<u1").reshape(rows, columns)` reads labels of the type uint8.
"""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from segmenter import __version__
from segmenter.document import labels_apart
from segmenter.document.labels_apart import damage
from segmenter.document.project import Project
from segmenter.document.project_entries import from_json, member, to_json
from segmenter.errors import ContentError, ExportError, ParameterError, ProjectError
from segmenter.files import atomic, checked
from segmenter.files.formats import class_list
from segmenter.progress import ignore

if TYPE_CHECKING:
    from typing import BinaryIO

    from segmenter.progress import ProgressCallback

SUFFIX = ".segmenter"
FORMAT_NAME = "segmenter project"
VERSION = 1
DOCUMENT = "project.json"

MAX_TEXT = 256_000_000
"""Bytes of `project.json` that are read: some two million segments."""

MAX_VALUES = 16_000_000
"""Values in it, of which each takes some 100 bytes of memory: about as many segments."""

MAX_ENTRIES = 100_000


def save(project: Project, path: Path) -> None:
    """Write a project, whole or not at all.

    Raises
    ------
    ExportError
        The disk is full, the folder missing, …; an older file of the name is as it was.
    """
    atomic.write(path, lambda file: _write(project, file, path.parent))


def save_apart(project: Project, path: Path) -> None:
    """Write a project whose labels lie beside it: those that have not changed are not written again.

    Raises
    ------
    ExportError
        As in `save`.
    """
    works = [entry.work for entry in project.entries if entry.work is not None]
    old = labels_apart.write(path, [work.labels for work in works if work.labels is not None])
    atomic.write(path, lambda file: _write(project, file, path.parent, apart=True))
    labels_apart.forget(path, old)  # only now: the project before needed them


def load(path: Path, progress: ProgressCallback = ignore) -> Project:
    """Read a project. Labels stay packed: `Work.state` unpacks them, and finds what is wrong inside them.

    Each image is a checkpoint.

    Raises
    ------
    ProjectError
        The file is missing, damaged, no project, or of a newer version; the text says which, in a sentence.
    """
    try:
        with path.open("rb") as file:
            return _read(file, path, progress)
    except (ContentError, ParameterError) as error:
        sentence = str(error).removesuffix(".") + "."  # a parameter's has no stop
        raise ProjectError(f"{path} cannot be opened: {sentence}") from error
    except OSError as error:
        raise ProjectError(f"{path} could not be read: {error.strerror or error}.") from error
    except MemoryError:
        raise ProjectError(f"{path} needs more memory than there is.") from None


def edition(path: Path) -> tuple[int, int, int] | None:
    """Return what tells this very file from one that somebody else has put in its place; None if there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def _write(project: Project, file: BinaryIO, folder: Path, *, apart: bool = False) -> None:
    """Write the archive; nothing in it depends on the clock."""
    document: dict[str, Any] = {
        "format": FORMAT_NAME,
        "version": VERSION,
        "program": __version__,
        "current": project.current + 1,
        "entries": [to_json(number, entry, folder) for number, entry in enumerate(project.entries, start=1)],
    }
    if project.classes:
        document["classes"] = class_list.to_json(project.classes)
    if project.saved is not None:
        document["saved"] = str(project.saved)
    if apart and project.unsaved is not None:
        document["unsaved"] = [number + 1 for number in sorted(project.unsaved)]
    with zipfile.ZipFile(file, "w") as archive:
        text = json.dumps(document, indent=1, allow_nan=False) + "\n"
        if len(text) > MAX_TEXT or _values(text.encode()) > MAX_VALUES:
            raise ExportError("There are more segments than a project can hold; divide the images among several.")
        archive.writestr(zipfile.ZipInfo(DOCUMENT), text, zipfile.ZIP_DEFLATED)
        for number, entry in enumerate(project.entries, start=1):
            if entry.work is not None and entry.work.labels is not None and not apart:
                archive.writestr(zipfile.ZipInfo(member(number)), entry.work.labels.content)


def _read(file: BinaryIO, path: Path, progress: ProgressCallback) -> Project:
    """Read the archive."""
    with damage():
        archive = zipfile.ZipFile(file)
    with archive:
        with damage():
            document = json.loads(_document(archive))
        source, folder = labels_apart.Source(archive, path), Path(os.path.realpath(path.parent))
        return _project(document, source, folder, progress)


def _document(archive: zipfile.ZipFile) -> bytes:
    """Return the text that says everything but the labels."""
    if DOCUMENT not in archive.namelist():
        raise ContentError("it is no project.")
    with archive.open(DOCUMENT) as member:
        text = member.read(MAX_TEXT + 1)
    if len(text) > MAX_TEXT or _values(text) > MAX_VALUES:
        raise ContentError("it is larger than a project can be.")
    return text


def _values(text: bytes) -> int:
    """Return how many values JSON may have, counted before it is parsed: a kilobyte of zip can hold millions."""
    return sum(map(text.count, (b",", b"[", b"{")))


def _project(document: Any, source: labels_apart.Source, folder: Path, progress: ProgressCallback) -> Project:
    if not isinstance(document, dict) or document.get("format") != FORMAT_NAME:
        raise ContentError("it is no project.")
    version = checked.number(document, "version", 1)
    if version != VERSION:
        raise ContentError(f"it was saved by a newer Segmenter, {checked.part(document, 'program', str)[:40]}.")
    entries = checked.part(document, "entries", list)
    if len(entries) > MAX_ENTRIES:
        raise ContentError(f"it has more than {MAX_ENTRIES:,} images.")
    read = []
    for number, entry in enumerate(entries, start=1):
        progress("reading", (number - 1) / len(entries))
        read.append(from_json(number, entry, source, folder))
    return Project(
        tuple(read),
        checked.number(document, "current", 1, max(len(entries), 1)) - 1,
        None if document.get("saved") is None else Path(checked.path(document, "saved")),
        class_list.from_json(document.get("classes", [])),
        _unsaved(document["unsaved"], len(entries)) if "unsaved" in document else None,
    )


def _unsaved(listed: Any, entries: int) -> frozenset[int]:
    """Return which entries are listed, from 0."""
    if not isinstance(listed, list) or not all(type(each) is int and 1 <= each <= entries for each in listed):
        raise ContentError('"unsaved" must be a list of entries.')
    return frozenset(each - 1 for each in listed)
