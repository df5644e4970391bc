"""Files that speak of a whole folder of results: `annotations.json` of COCO and `data.yaml` of YOLO.

They are made of what the images' own files say, when these are written: whoever writes results calls `finish` at the
end. A kill before that costs nothing, because the next one makes them of all that is there.
"""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from segmenter.errors import ExportError
from segmenter.files import atomic
from segmenter.files.formats.coco import SUFFIX
from segmenter.files.formats.documents import TO_ALL
from segmenter.files.natural import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from segmenter.core.classes import SegmentClass

ANNOTATIONS, DATA = "annotations.json", "data.yaml"
FIRST_LINE = "# written by Segmenter"
TITLE = "Segmenter: all images of this folder"


def names(exports: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the files of a folder that come with some formats."""
    return tuple(name for export, name in (("coco", ANNOTATIONS), ("yolo", DATA)) if export in exports)


def prepare(folder: Path, exports: Sequence[str]) -> None:
    """Make a folder for results, without what killed programs left in it.

    Raises
    ------
    ExportError
        It cannot be made, or holds files of somebody else that would be replaced.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        raise ExportError(f"the folder {folder} could not be made: {reason}.") from error
    atomic.sweep(folder)
    refuse_foreign(folder, exports)


def finish(
    folder: Path, exports: Sequence[str], classes: Sequence[SegmentClass] = (), images: Iterable[Path] = ()
) -> tuple[Path, ...]:
    """Write the files of a folder; return them.

    Parameters
    ----------
    folder : Path
    exports : sequence of str
        The names of the formats that were written.
    classes : sequence of SegmentClass
        Those of the project.
    images : iterable of Path
        The images, which YOLO finds if all are in one folder.

    Raises
    ------
    ExportError
        One of them cannot be written, or is there and not ours.
    """
    refuse_foreign(folder, exports)
    if "coco" in exports:
        atomic.write(folder / ANNOTATIONS, lambda file: _write_annotations(file, folder))
    if "yolo" in exports:
        folders = {image.parent.absolute() for image in images}
        text = "\n".join(_data(folder.absolute(), classes, folders.pop() if len(folders) == 1 else None)) + "\n"
        atomic.write(folder / DATA, lambda file: file.write(text.encode()))
    return tuple(folder / name for name in names(exports))


def refuse_foreign(folder: Path, exports: Sequence[str]) -> None:
    """Refuse to replace files that somebody else made: ExportError."""
    starts = {ANNOTATIONS: f'{{"info":{{"description":"{TITLE}', DATA: FIRST_LINE}
    for name in names(exports):
        _refuse_other(folder / name, starts[name])


def _refuse_other(path: Path, start: str) -> None:
    """Refuse a file that begins in another way."""
    try:
        with path.open("rb") as file:
            found = file.read(len(start.encode()))
    except FileNotFoundError:
        return
    except OSError as error:
        raise ExportError(f"{path} could not be read: {error.strerror or error}.") from error
    if found != start.encode():
        raise ExportError(f"{path} is there already, and is not of this program; choose another folder.")


# --- COCO


class _Part(NamedTuple):
    """What one image's file says."""

    image: dict[str, Any]
    annotations: list[dict[str, Any]]
    categories: list[dict[str, Any]]


def _write_annotations(file: BinaryIO, folder: Path) -> None:
    """Put the parts together, one in memory at a time: images and annotations are numbered through."""
    parts = sorted((path.name for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith(".")), key=natural)
    categories = [each for name in parts for each in _read(folder / name).categories]
    numbers = _numbers(categories)
    images, count = list[dict[str, Any]](), 0
    file.write(f'{{"info":{{"description":"{TITLE}"}},"licenses":[],"annotations":['.encode())
    for at, name in enumerate(parts, start=1):
        part = _read(folder / name)
        images.append(part.image | {"id": at})
        own = {each["id"]: numbers[each["name"]] for each in part.categories}
        for annotation in part.annotations:
            count += 1
            changed = annotation | {"id": count, "image_id": at, "category_id": own[annotation["category_id"]]}
            file.write(b"\n" if count == 1 else b",\n")
            file.write(_json(changed))
    known = {each["name"]: each for each in reversed(categories)}
    listed = [known[name] | {"id": number} for name, number in sorted(numbers.items(), key=lambda item: item[1])]
    file.write(b'],\n"images":' + _json(images) + b',\n"categories":' + _json(listed) + b"}\n")


def _read(path: Path) -> _Part:
    """Read the file of an image; ExportError if it is damaged, so that nothing is left out unsaid."""
    try:
        document = json.loads(path.read_bytes())
        (image,) = document["images"]
        return _Part(image, document["annotations"], document["categories"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ExportError(f"{path} is damaged; {ANNOTATIONS} cannot be made of it.") from error


def _numbers(categories: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Return a number for each name: its own, unless another name has that already; what has no class comes last."""
    numbers: dict[str, int] = {}
    names = list(dict.fromkeys(each["name"] for each in categories))
    for each in categories:
        if each["name"] != TO_ALL and each["name"] not in numbers and each["id"] not in numbers.values():
            numbers[each["name"]] = each["id"]
    for name in sorted(names, key=lambda name: name == TO_ALL):
        numbers.setdefault(name, 1 + max(numbers.values(), default=0))
    return numbers


def _json(value: Any) -> bytes:
    return json.dumps(value, allow_nan=False, separators=(",", ":")).encode()


# --- YOLO


def _data(folder: Path, classes: Sequence[SegmentClass], images: Path | None) -> Iterator[str]:
    """Return the lines of the description of a data set."""
    known = _known(folder / DATA) | {each.number - 1: each.name for each in classes}
    known = known or {0: TO_ALL}
    yield FIRST_LINE
    where = _images(folder, images)
    if where == ".":
        yield "# put the images beside the .txt files, or into a folder images beside a folder labels with those"
    yield f"train: {_quoted(where)}"
    yield f"val: {_quoted(where)}"
    yield "names:"
    for number in range(max(known) + 1):  # without gaps: ultralytics counts them
        yield f"  {number}: {_quoted(known.get(number, f'unused {number + 1}'))}"


def _images(folder: Path, images: Path | None) -> str:
    """Return where the images are, if YOLO finds the labels from there: `…/images/a.jpg` → `…/labels/a.txt`."""
    if images is not None and folder.name == "labels" and images.name == "images" and images.parent == folder.parent:
        return "../images"
    return "."


def _known(path: Path) -> dict[int, str]:
    """Return the names that are there already, of images that were written earlier."""
    if not os.path.lexists(path):
        return {}
    text = path.read_text("utf-8", "replace")
    found = {
        int(number): json.loads(name) for number, name in re.findall(r'^  (\d{1,5}): ("(?:[^"\\]|\\.)*")$', text, re.M)
    }
    return {number: name for number, name in found.items() if name not in (f"unused {number + 1}", TO_ALL)}


def _quoted(text: str) -> str:
    """Return a text as YAML has it between double quotes: as JSON does."""
    return json.dumps(text)
