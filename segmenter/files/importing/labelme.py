"""The shapes of labelme: polygons, rectangles, circles, masks."""

from __future__ import annotations

import base64
import binascii
import io
import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import PngImagePlugin

from segmenter.errors import UnreadableImage
from segmenter.files.formats.documents import OURS
from segmenter.files.importing.limits import PIXELS, checked, corners, optional, part, plain
from segmenter.files.importing.objects import Found, Imported, assembled
from segmenter.files.importing.ours import classes_of, pixel_size_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.files.importing.objects import Shape

CIRCLE = 64
"""Corners of a circle."""


def recognised(document: Any) -> bool:
    """Tell whether JSON is of labelme."""
    return isinstance(document, dict) and isinstance(document.get("shapes"), list)


def read(document: Any, wanted: Shape | None, limit: int = PIXELS) -> Imported:
    """Return the shapes of a file; points and lines have no pixels."""
    shape = checked(document.get("imageHeight"), document.get("imageWidth"), wanted, limit)
    ours = isinstance(document.get(OURS), dict)
    found = []
    groups: dict[tuple[str, int], int] = {}
    for each in document["shapes"]:
        rings, mask = _pixels(each, shape)
        if not rings and mask is None:
            continue
        text = str(part(each, "label", str))
        if ours:
            kind = optional(each, "class", int, None)
            number = optional(each, "number", int, None)
            found.append(Found(rings, mask, number, optional(each, "name", str, ""), "", kind))
        else:
            group = optional(each, "group_id", int, None)  # the pieces of one object
            number = None if group is None else groups.setdefault((text, group), len(found) + 1)
            number = len(found) + 1 if number is None else number
            found.append(Found(rings, mask, number, optional(each, "description", str, ""), text))
    where = optional(document, "imagePath", str, "")
    return assembled(found, shape, classes_of(document), pixel_size_of(document), plain(where).replace("\\", "/"))


def _pixels(each: Any, shape: Shape) -> tuple[list[NDArray[Any]], tuple[int, int, NDArray[np.bool_]] | None]:
    """Return the outlines of a shape, or its mask; neither of what has no area."""
    kind, points = optional(each, "shape_type", str, "polygon"), corners(part(each, "points", list))
    if kind == "mask" and len(points):
        left, top = (math.floor(value) for value in points[0])
        return [], (top, left, _mask(part(each, "mask", str), shape))
    if kind == "rectangle" and len(points) == 2:
        (x0, y0), (x1, y1) = points
        return [np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]])], None
    if kind == "circle" and len(points) == 2:
        radius = float(np.hypot(*(points[1] - points[0])))
        angle = np.arange(CIRCLE) * (2 * np.pi / CIRCLE)
        return [points[0] + radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)], None
    return ([points], None) if kind == "polygon" and len(points) > 2 else ([], None)


def _mask(text: str, shape: Shape) -> NDArray[np.bool_]:
    """Return a mask that is a PNG in base 64."""
    try:
        with PngImagePlugin.PngImageFile(io.BytesIO(base64.b64decode(text, validate=True))) as picture:
            if picture.width > shape[1] or picture.height > shape[0]:
                raise UnreadableImage("is damaged: a mask is larger than its image")
            pixels = np.asarray(picture)
    except (OSError, SyntaxError, ValueError, binascii.Error):
        raise UnreadableImage("is damaged: a mask is no PNG") from None
    return np.asarray(pixels.reshape(*pixels.shape[:2], -1).any(axis=2))
