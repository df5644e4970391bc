"""JSON and zip archives that are the same bytes for the same content, and what we add to formats of others.

Formats of others have no place for some of what is known of a label. JSON formats get it under keys of our own, which
the programs that read them leave alone: `segmenter`, once a file, with the classes of the project; `number` and `name`
of each label, where the format does not have them.
"""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

from segmenter import __version__
from segmenter.files import atomic
from segmenter.files.formats import class_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from segmenter.files.formats.format import Result

OURS = "segmenter"
"""The key of what we add to a whole file."""

TO_ALL = "segment"
"""What labels without a class are called in formats in which everything has one."""


def own(result: Result) -> dict[str, Any]:
    """Return what a file says of a result under `OURS`."""
    said: dict[str, Any] = {
        "version": __version__,
        "size": [int(extent) for extent in result.labels.shape],
        "classes": class_list.to_json(result.classes),
    }
    size = result.image.pixel_size
    if size is not None:
        said["pixel_size"] = {"height": size.height, "width": size.width, "unit": size.unit}
    return said


def write_json(path: Path, document: dict[str, Any]) -> None:
    """Write JSON in few bytes; ExportError where that fails."""
    atomic.write(path, lambda file: file.writelines(map(str.encode, _pieces(document))))


def _pieces(document: dict[str, Any]) -> Iterator[str]:
    """Encode the elements of long lists one by one: what is encoded at once keeps all other threads waiting."""
    encode = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode
    yield "{"
    for at, (key, value) in enumerate(document.items()):
        yield f"{',' if at else ''}{encode(key)}:"
        if isinstance(value, list):
            yield "["
            yield from (f"{',' if place else ''}{encode(each)}" for place, each in enumerate(value))
            yield "]"
        else:
            yield encode(value)
    yield "}\n"


def write_archive(path: Path, members: Iterable[tuple[str, bytes]], *, compress: bool) -> None:
    """Write a zip archive in which nothing depends on the clock or the system."""
    kind = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    atomic.write(path, lambda file: _archive(file, members, kind))


def _archive(file: BinaryIO, members: Iterable[tuple[str, bytes]], kind: int) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members:
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            archive.writestr(entry, content, kind)
