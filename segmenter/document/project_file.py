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
                                                   with, null before the first result
         "erased": false,                          a person made pixels background
         "labels": {"file": "labels/1.zlib", "type": "uint8", "rows": 480, "columns": 640,
                    "sha256": "…"},                of the labels as little-endian int32; null before the first result
         "segments": [{"number": 1, "name": "sky", "colour": "#80c0ff", "visible": true, "locked": false,
                       "edited": true,             colour null if it follows from the number
                       "class": 1, "tint": 5,         only where there is a class, or a colour of another number
                       "object": {"clicks": [[9, 7, true], …]}}, …],  what was pointed at, see `click_file`
         "pixel_size": {"height": 0.5, "width": 0.5, "unit": "µm"}  only where a person set it
     }}]}
    ```
    Entries, pages and `current` count from 1. The journal of a session also has `saved`, the path of the project
    that it belongs to, or null. Keys that are not known are left alone.
`labels/1.zlib`
    The labels of the first entry: the number of each pixel's segment, 0 for background, row by row, little-endian,
    of the type named above, compressed with zlib. In the journal of a session it is a file beside it (`labels_apart`).

`numpy.frombuffer(zlib.decompress(content), "<u1").reshape(rows, columns)` reads labels of the type uint8.
"""

from __future__ import annotations

import json
import math
import os
import zipfile
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from segmenter import __version__
from segmenter.core.classes import NONE
from segmenter.core.image import PixelSize
from segmenter.document import checked, labels_apart
from segmenter.document.compressed_labels import KINDS, LARGEST, MAX_PIXELS, CompressedLabels
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.state import Segment
from segmenter.errors import ExportError, ParameterError, ProjectError
from segmenter.files import atomic, click_file
from segmenter.files.formats import class_list
from segmenter.parameters import EARLIER, Parameters, from_mapping, to_mapping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from segmenter.core.classes import SegmentClass
    from segmenter.core.clicked import Clicks


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


def load(path: Path) -> Project:
    """Read a project. Labels stay packed: `Work.state` unpacks them, and finds what is wrong inside them.

    Raises
    ------
    ProjectError
        The file is missing, damaged, no project, or of a newer version; the text says which, in a sentence.
    """
    try:
        with path.open("rb") as file:
            return _read(file, path)
    except ProjectError as error:
        raise ProjectError(f"{path} cannot be opened: {error}") from None
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
        "entries": [_entry(number, entry, folder) for number, entry in enumerate(project.entries, start=1)],
    }
    if project.classes:
        document["classes"] = class_list.to_json(project.classes)
    if project.saved is not None:
        document["saved"] = str(project.saved)
    with zipfile.ZipFile(file, "w") as archive:
        text = json.dumps(document, indent=1, allow_nan=False) + "\n"
        if len(text) > MAX_TEXT or _values(text.encode()) > MAX_VALUES:
            raise ExportError("There are more segments than a project can hold; divide the images among several.")
        archive.writestr(zipfile.ZipInfo(DOCUMENT), text, zipfile.ZIP_DEFLATED)
        for number, entry in enumerate(project.entries, start=1):
            if entry.work is not None and entry.work.labels is not None and not apart:
                archive.writestr(zipfile.ZipInfo(_member(number)), entry.work.labels.content)


def _member(number: int) -> str:
    """Return the name in the archive of an entry's labels."""
    return f"labels/{number}.zlib"


def _entry(number: int, entry: Entry, folder: Path) -> dict[str, Any]:
    image = {
        "path": _relative(entry.path, folder),
        "absolute": str(entry.hint or entry.path.absolute()),
        "page": entry.page + 1,
        "sha256": entry.sha256,
        "size": entry.size,
    }
    return {"image": image, "done": entry.done, "work": entry.work and _work(number, entry.work)}


def _relative(path: Path, folder: Path) -> str:
    """Return a path as seen from a folder, with forward slashes; absolute on another drive."""
    path = Path(os.path.realpath(path.parent), path.name)  # a link to an image keeps its own name
    try:
        return Path(os.path.relpath(path, os.path.realpath(folder))).as_posix()
    except ValueError:
        return path.as_posix()


def _work(number: int, work: SavedState) -> dict[str, Any]:
    labels = work.labels and {
        "file": _member(number),
        "type": work.labels.kind,
        "rows": work.labels.shape[0],
        "columns": work.labels.shape[1],
        "sha256": work.labels.sha256,
    }
    size = work.pixel_size
    return {
        "parameters": to_mapping(work.parameters),
        "solved": work.solved and to_mapping(work.solved),
        "erased": work.erased,
        "labels": labels,
        "segments": [_segment(number, segment) for number, segment in sorted(work.segments.items())],
    } | ({} if size is None else {"pixel_size": asdict(size)})


def _segment(number: int, segment: Segment) -> dict[str, Any]:
    return {
        "number": number,
        "name": segment.name,
        "colour": segment.colour and f"#{bytes(segment.colour).hex()}",
        "visible": segment.visible,
        "locked": segment.locked,
        "edited": segment.edited,
    } | _where_any({"class": segment.class_number, "tint": segment.tint, "object": _clicked(segment)})


def _clicked(segment: Segment) -> dict[str, Any] | None:
    return None if segment.clicks is None else click_file.to_json(segment.clicks)


def _where_any(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _read(file: BinaryIO, path: Path) -> Project:
    """Read the archive."""
    with _damage():
        archive = zipfile.ZipFile(file)
    with archive:
        with _damage():
            document = json.loads(_document(archive))
        return _project(document, labels_apart.Source(archive, path), Path(os.path.realpath(path.parent)))


@contextmanager
def _damage() -> Iterator[None]:
    """Take whatever zipfile and json raise for damaged bytes; a mistake of ours, elsewhere, is none of the file's."""
    try:
        yield
    except (ProjectError, OSError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - they raise whatever they like
        raise ProjectError("it is damaged, cut short, or no project.") from None


def _document(archive: zipfile.ZipFile) -> bytes:
    """Return the text that says everything but the labels."""
    if DOCUMENT not in archive.namelist():
        raise ProjectError("it is no project.")
    with archive.open(DOCUMENT) as member:
        text = member.read(MAX_TEXT + 1)
    if len(text) > MAX_TEXT or _values(text) > MAX_VALUES:
        raise ProjectError("it is larger than a project can be.")
    return text


def _values(text: bytes) -> int:
    """Return how many values JSON may have, counted before it is parsed: a kilobyte of zip can hold millions."""
    return sum(map(text.count, (b",", b"[", b"{")))


def _project(document: Any, source: labels_apart.Source, folder: Path) -> Project:
    if not isinstance(document, dict) or document.get("format") != FORMAT_NAME:
        raise ProjectError("it is no project.")
    version = checked.number(document, "version", 1)
    if version != VERSION:
        raise ProjectError(f"it was saved by a newer Segmenter, {checked.part(document, 'program', str)[:40]}.")
    entries = checked.part(document, "entries", list)
    if len(entries) > MAX_ENTRIES:
        raise ProjectError(f"it has more than {MAX_ENTRIES:,} images.")
    return Project(
        tuple(_read_entry(number, entry, source, folder) for number, entry in enumerate(entries, start=1)),
        checked.number(document, "current", 1, max(len(entries), 1)) - 1,
        None if document.get("saved") is None else Path(checked.path(document, "saved")),
        _classes(document),
    )


def _classes(document: dict[str, Any]) -> tuple[SegmentClass, ...]:
    try:
        return class_list.from_json(document.get("classes", []))
    except ValueError as error:
        raise ProjectError(f"its {error}.") from None


def _read_entry(number: int, entry: Any, source: labels_apart.Source, folder: Path) -> Entry:
    image, work = checked.part(entry, "image", dict), checked.optional(entry, "work", dict)
    return Entry(
        path=Path(os.path.normpath(folder / checked.path(image, "path"))),
        page=checked.number(image, "page", 1) - 1,
        sha256=None if image.get("sha256") is None else checked.digest(image),
        size=None if image.get("size") is None else checked.number(image, "size", 0),
        work=None if work is None else _read_work(number, work, source),
        done=checked.part(entry, "done", bool),
        hint=Path(checked.path(image, "absolute")),
    )


def _read_work(number: int, work: dict[str, Any], source: labels_apart.Source) -> SavedState:
    solved, labels = checked.optional(work, "solved", dict), checked.optional(work, "labels", dict)
    listed = [_read_segment(segment) for segment in checked.part(work, "segments", list)]
    if len(dict(listed)) < len(listed):
        raise ProjectError("it has two segments of one number.")
    if labels is None and listed:
        raise ProjectError("it has segments without labels.")
    if labels is not None and solved is None:
        raise ProjectError("it does not say what its labels were made with.")
    if labels is not None and any(each.clicks and each.clicks.outside(_shape(labels)) for _, each in listed):
        raise ProjectError("it has clicks outside an image.")
    return SavedState(
        parameters=_parameters(checked.part(work, "parameters", dict)),
        solved=None if solved is None else _parameters(solved),
        labels=None if labels is None else _read_labels(number, labels, source),
        segments=MappingProxyType(dict(listed)),
        erased=checked.part(work, "erased", bool),
        pixel_size=_pixel_size(checked.part(work, "pixel_size", dict)) if "pixel_size" in work else None,
    )


def _shape(labels: dict[str, Any]) -> tuple[int, int]:
    return checked.number(labels, "rows", 1, MAX_PIXELS), checked.number(labels, "columns", 1, MAX_PIXELS)


def _pixel_size(size: dict[str, Any]) -> PixelSize:
    height, width = (checked.part(size, key, float) for key in ("height", "width"))
    if not (0 < height < math.inf and 0 < width < math.inf):
        raise ProjectError("it has a pixel size that is none.")
    return PixelSize(height, width, class_list.readable(checked.part(size, "unit", str)))


def _read_labels(number: int, labels: dict[str, Any], source: labels_apart.Source) -> CompressedLabels:
    """Read the packed labels of an entry."""
    kind, name = checked.part(labels, "type", str), checked.part(labels, "file", str)
    rows, columns = _shape(labels)
    if kind not in KINDS or rows * columns > MAX_PIXELS:
        raise ProjectError("its labels are of a kind or size that is not read.")
    if name != _member(number):
        raise ProjectError("labels are missing in it.")
    digest = checked.digest(labels)
    with _damage():
        content = source.content(name, digest, kind, (rows, columns))
    return CompressedLabels((rows, columns), kind, digest, content)


def _read_segment(segment: Any) -> tuple[int, Segment]:
    number = checked.number(segment, "number", 1, LARGEST)
    return number, Segment(
        name=class_list.readable(checked.part(segment, "name", str)),
        colour=checked.colour(checked.optional(segment, "colour", str)),
        visible=checked.part(segment, "visible", bool),
        locked=checked.part(segment, "locked", bool),
        edited=checked.part(segment, "edited", bool),
        class_number=checked.number(segment, "class", 1, class_list.LARGEST) if "class" in segment else NONE,
        tint=checked.number(segment, "tint", 1, 2 * LARGEST) if "tint" in segment else None,
        clicks=_read_clicks(segment["object"]) if "object" in segment else None,
    )


def _read_clicks(table: Any) -> Clicks:
    try:
        return click_file.from_json(table)
    except ValueError as error:
        raise ProjectError(f"{error}.") from None


def _parameters(mapping: dict[str, Any]) -> Parameters:
    """Return parameters; those that are not named keep their defaults."""
    try:
        return from_mapping(mapping, EARLIER)
    except ParameterError as error:
        raise ProjectError(f"{error}.") from None
