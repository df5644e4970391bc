"""What our own formats say besides, under keys that others leave alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from segmenter.core.image import PixelSize
from segmenter.errors import ContentError
from segmenter.files.formats import class_list
from segmenter.files.formats.documents import OURS
from segmenter.files.importing.limits import optional, plain

if TYPE_CHECKING:
    from segmenter.core.classes import SegmentClass


def classes_of(document: Any) -> tuple[SegmentClass, ...]:
    """Return the classes that a document lists; none if it does not, or they make no sense."""
    try:
        return class_list.from_json(optional(optional(document, OURS, dict, {}), "classes", list, []))
    except ContentError:
        return ()


def pixel_size_of(document: Any) -> PixelSize | None:
    """Return the pixel size that a document tells, if it does."""
    size = optional(optional(document, OURS, dict, {}), "pixel_size", dict, {})
    return pixel_size(size.get("height"), size.get("width"), size.get("unit"))


def pixel_size(height: Any, width: Any, unit: Any) -> PixelSize | None:
    """Return a pixel size, if it is one."""
    for extent in (height, width):
        if isinstance(extent, bool) or not isinstance(extent, (int, float)) or not 0 < extent < math.inf:
            return None
    return PixelSize(float(height), float(width), plain(unit)) if isinstance(unit, str) and unit else None
