"""Objects that somebody pointed at, as JSON: files for `segmenter run --clicks`, and what recipes and projects keep.

```
{"objects": [
   {"clicks": [[90, 240, true], [230, 330, true], [320, 30, false]],   row, column from 0; whether it is the object
    "name": "cup",                       may be missing, as may all that follows
    "class": "crockery",
    "box": [60, 150, 370, 480],          top, left, bottom, right, half-open: the object lies inside
    "grown": 1}                          levels of the region tree, negative where it was shrunk
]}
```
For several images: `{"images": [{"image": "a.png", "page": 1, "objects": […]}, …]}`; pages count from 1.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from segmenter.core.clicked import ClickedObject, Clicks
from segmenter.errors import ClickError, ContentError
from segmenter.files import bounded
from segmenter.files.checked import readable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_TEXT = 16_000_000
"""Bytes of a file of clicks."""

MAX_OBJECTS, MAX_CLICKS, MAX_LEVELS = 10_000, 1_000, 1_000
"""Objects of an image, clicks of an object, and levels that it is grown by, at most."""

MAX_PLACE = 2**31 - 1
"""The largest row or column that a click is read at."""

MAX_NAME = 1_000
"""Characters of a name."""


@dataclass(frozen=True)
class ClickedImage:
    """The objects of one image; `image` is the name of its file, or empty where there is one image only."""

    objects: tuple[ClickedObject, ...]
    image: str = ""
    page: int = 0


def read(path: Path) -> tuple[ClickedImage, ...]:
    """Read a file of clicks; ClickError, in one sentence, where that is impossible."""
    try:
        document = json.loads(bounded.read(path, MAX_TEXT).decode())
    except OSError as error:
        raise ClickError(f"{path} could not be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError):
        raise ClickError(f"{path} holds no clicks: it is not JSON.") from None
    try:
        return _images(document)
    except ContentError as error:
        raise ClickError(f"{path} holds no clicks that can be used: {error}") from None


def objects_to_json(objects: Iterable[ClickedObject]) -> list[dict[str, Any]]:
    """Return objects as JSON holds them."""
    named = ((each, {"name": each.name, "class": each.kind}) for each in objects)
    return [{key: text for key, text in texts.items() if text} | to_json(each.clicks) for each, texts in named]


def objects_from_json(listed: Any) -> tuple[ClickedObject, ...]:
    """Return the objects of a list; ContentError if it is none."""
    if not isinstance(listed, list) or not listed:
        raise ContentError('"objects" must be a list of objects.')
    if len(listed) > MAX_OBJECTS:
        raise ContentError(f"there are more than {MAX_OBJECTS:,} objects.")
    return tuple(_object(each, at) for at, each in enumerate(listed, start=1))


def to_json(clicks: Clicks) -> dict[str, Any]:
    """Return what was pointed at as JSON holds it."""
    table: dict[str, Any] = {"clicks": [list(place) for place in clicks.places]}
    if clicks.box is not None:
        table["box"] = list(clicks.box)
    if clicks.grown:
        table["grown"] = clicks.grown
    return table


def from_json(table: Any) -> Clicks:
    """Return what was pointed at; ContentError if it makes no sense."""
    listed = table.get("clicks", []) if isinstance(table, dict) else None
    if not isinstance(listed, list) or len(listed) > MAX_CLICKS:
        raise ContentError(f'"clicks" must be a list of at most {MAX_CLICKS:,} clicks.')
    found = Clicks(tuple(map(_place, listed)), _box(table.get("box")), table.get("grown", 0))
    if type(found.grown) is not int or abs(found.grown) > MAX_LEVELS:
        raise ContentError(f'"grown" must be a whole number up to {MAX_LEVELS:,}.')
    if found.box is None and not any(positive for *_, positive in found.places):
        raise ContentError("there must be a click on the object, or a box.")
    return found


def _images(document: Any) -> tuple[ClickedImage, ...]:
    if not isinstance(document, dict) or ("objects" in document) == ("images" in document):
        raise ContentError('it must have either "objects" or "images".')
    if "objects" in document:
        return (ClickedImage(objects_from_json(document["objects"])),)
    listed = document["images"]
    if not isinstance(listed, list) or not listed:
        raise ContentError('"images" must be a list of images.')
    images = tuple(map(_image, listed))
    if len({(each.image, each.page) for each in images}) < len(images):
        raise ContentError("an image is in it twice.")
    return images


def _image(table: Any) -> ClickedImage:
    name, page = (table.get("image"), table.get("page", 1)) if isinstance(table, dict) else (None, 1)
    if not isinstance(name, str) or not name:
        raise ContentError('each of "images" must say its "image".')
    if type(page) is not int or page < 1:
        raise ContentError(f'"page" of {readable(name)[:80]} must count from 1.')
    return ClickedImage(objects_from_json(table.get("objects")), name, page - 1)


def _object(table: Any, at: int) -> ClickedObject:
    if not isinstance(table, dict):
        raise ContentError(f"object {at} is no table.")
    name, kind = (table.get(key, "") for key in ("name", "class"))
    if not isinstance(name, str) or not isinstance(kind, str) or max(len(name), len(kind)) > MAX_NAME:
        raise ContentError(f'object {at}: "name" and "class" must be short texts.')
    try:
        return ClickedObject(from_json(table), readable(name), readable(kind).strip())
    except ContentError as error:
        raise ContentError(f"object {at}: {error}") from None


def _place(value: Any) -> tuple[int, int, bool]:
    """Return a click."""
    if not isinstance(value, list) or len(value) != 3 or type(value[2]) is not bool or not _all_whole(value[:2]):
        raise ContentError("a click must be [row, column, true or false], whole numbers from 0.")
    return value[0], value[1], value[2]


def _box(value: Any) -> tuple[int, int, int, int] | None:
    """Return a box, if there is one."""
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4 or not _all_whole(value):
        raise ContentError('"box" must be [top, left, bottom, right], whole numbers from 0.')
    top, left, bottom, right = value
    if not (top < bottom and left < right):
        raise ContentError('"box" must not be empty.')
    return top, left, bottom, right


def _all_whole(values: list[Any]) -> bool:
    return all(type(value) is int and 0 <= value <= MAX_PLACE for value in values)
