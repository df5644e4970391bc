"""The images of a project and the work on each as JSON: what `project_file` lists as entries."""

from __future__ import annotations

import os
from dataclasses import asdict, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from segmenter.core.classes import NONE
from segmenter.document import looks, unfinished
from segmenter.document.compressed_labels import KINDS, LARGEST, MAX_PIXELS, CompressedLabels
from segmenter.document.project import Entry, SavedState
from segmenter.document.state import Segment
from segmenter.errors import ContentError
from segmenter.files import checked, click_file, findings
from segmenter.files.formats import class_list
from segmenter.files.formats.image_path import relative
from segmenter.parameters import EARLIER, from_mapping, to_mapping

if TYPE_CHECKING:
    from segmenter.document import labels_apart


def member(number: int) -> str:
    """Return the name in the archive of an entry's labels."""
    return f"labels/{number}.zlib"


def to_json(number: int, entry: Entry, folder: Path) -> dict[str, Any]:
    """Return an entry as JSON holds it, its image as seen from the folder of the project."""
    image = {
        "path": relative(entry.path, folder),
        "absolute": str(entry.hint or entry.path.absolute()),
        "page": entry.page + 1,
        "sha256": entry.sha256,
        "size": entry.size,
    }
    table = {"image": image, "done": entry.done, "work": entry.work and _work(number, entry.work)}
    if entry.pixel_size is not None:
        table["pixel_size"] = asdict(entry.pixel_size)
    if entry.contrast is not None:
        table["contrast"] = looks.to_json(entry.contrast)
    if entry.unfinished is not None:
        table["unfinished"] = unfinished.to_json(entry.unfinished)
    if entry.findings is not None:
        table["findings"] = findings.to_json(entry.findings)
    return table


def _work(number: int, work: SavedState) -> dict[str, Any]:
    labels = work.labels and {
        "file": member(number),
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
    table = {
        "number": number,
        "name": segment.name,
        "colour": segment.colour and f"#{bytes(segment.colour).hex()}",
        "visible": segment.visible,
        "locked": segment.locked,
        "edited": segment.edited,
        "class": segment.class_number,
        "tint": segment.tint,
        "object": segment.clicks and click_file.to_json(segment.clicks),
    }
    return {key: value for key, value in table.items() if value or key not in ("class", "tint", "object")}


def from_json(number: int, entry: Any, source: labels_apart.Source, folder: Path) -> Entry:
    """Return an entry; ContentError, ParameterError, ProjectError where it makes no sense."""
    image, work = checked.part(entry, "image", dict), checked.optional(entry, "work", dict)
    read = Entry(
        path=Path(os.path.normpath(folder / checked.path(image, "path"))),
        page=checked.number(image, "page", 1) - 1,
        sha256=None if image.get("sha256") is None else checked.digest(image),
        size=None if image.get("size") is None else checked.number(image, "size", 0),
        work=None if work is None else _read_work(number, work, source),
        done=checked.part(entry, "done", bool),
        hint=Path(checked.path(image, "absolute")),
        pixel_size=checked.pixel_size(entry["pixel_size"]) if "pixel_size" in entry else None,
        contrast=looks.from_json(entry["contrast"]) if "contrast" in entry else None,
        unfinished=unfinished.from_json(entry["unfinished"]) if "unfinished" in entry else None,
    )
    if "findings" not in entry:
        return read
    solved = None if read.work is None else read.work.solved
    return replace(read, findings=findings.from_json(entry["findings"], read.sha256, read.page, solved))


def _read_work(number: int, work: dict[str, Any], source: labels_apart.Source) -> SavedState:
    solved, labels = checked.optional(work, "solved", dict), checked.optional(work, "labels", dict)
    listed = [_read_segment(segment) for segment in checked.part(work, "segments", list)]
    if len(dict(listed)) < len(listed):
        raise ContentError("it has two segments of one number.")
    if labels is None and listed:
        raise ContentError("it has segments without labels.")
    if labels is not None and any(each.clicks and each.clicks.outside(_shape(labels)) for _, each in listed):
        raise ContentError("it has clicks outside an image.")
    return SavedState(
        parameters=from_mapping(checked.part(work, "parameters", dict), EARLIER),
        solved=None if solved is None else from_mapping(solved, EARLIER),
        labels=None if labels is None else _read_labels(number, labels, source),
        segments=MappingProxyType(dict(listed)),
        erased=checked.part(work, "erased", bool),
        pixel_size=checked.pixel_size(work["pixel_size"]) if "pixel_size" in work else None,
    )


def _shape(labels: dict[str, Any]) -> tuple[int, int]:
    return checked.number(labels, "rows", 1, MAX_PIXELS), checked.number(labels, "columns", 1, MAX_PIXELS)


def _read_labels(number: int, labels: dict[str, Any], source: labels_apart.Source) -> CompressedLabels:
    """Read the packed labels of an entry."""
    kind, name = checked.part(labels, "type", str), checked.part(labels, "file", str)
    rows, columns = _shape(labels)
    if kind not in KINDS or rows * columns > MAX_PIXELS:
        raise ContentError("its labels are of a kind or size that is not read.")
    if name != member(number):
        raise ContentError("labels are missing in it.")
    digest = checked.digest(labels)
    return CompressedLabels((rows, columns), kind, digest, source.content(name, digest, kind, (rows, columns)))


def _read_segment(segment: Any) -> tuple[int, Segment]:
    number = checked.number(segment, "number", 1, LARGEST)
    return number, Segment(
        name=checked.readable(checked.part(segment, "name", str)),
        colour=None if segment.get("colour") is None else checked.colour(segment["colour"]),
        visible=checked.part(segment, "visible", bool),
        locked=checked.part(segment, "locked", bool),
        edited=checked.part(segment, "edited", bool),
        class_number=checked.number(segment, "class", 1, class_list.LARGEST) if "class" in segment else NONE,
        tint=checked.number(segment, "tint", 1, 2 * LARGEST) if "tint" in segment else None,
        clicks=click_file.from_json(segment["object"]) if "object" in segment else None,
    )
