"""COCO annotations: polygons, run lengths packed or not."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.formats import run_lengths
from segmenter.files.formats.documents import OURS, TO_ALL
from segmenter.files.importing.limits import PIXELS, checked, corners, optional, part, plain
from segmenter.files.importing.objects import Found, Imported, assembled
from segmenter.files.importing.ours import classes_of, pixel_size_of

if TYPE_CHECKING:
    from segmenter.files.importing.objects import Shape


def recognised(document: Any) -> bool:
    """Tell whether JSON is of COCO."""
    return isinstance(document, dict) and isinstance(document.get("annotations"), list) and "images" in document


def read(document: Any, wanted: Shape | None, stem: str | None, limit: int = PIXELS) -> Imported:
    """Return the annotations of one image.

    Parameters
    ----------
    document : Any
        Parsed JSON.
    wanted : tuple of int or None
        Rows and columns of the image, if it is known.
    stem : str or None
        The name of its file without suffix: which of several images it is.
    limit : int
        The most pixels, where the image is not known.
    """
    image = _image(part(document, "images", list), stem)
    shape = checked(image.get("height"), image.get("width"), wanted, limit)
    kinds = _categories(document)
    ours = isinstance(optional(document, OURS, dict, None), dict)
    found = []
    for annotation in document["annotations"]:
        if isinstance(annotation, dict) and annotation.get("image_id") == image.get("id"):
            kind = kinds.get(annotation.get("category_id"), "") if _hashable(annotation.get("category_id")) else ""
            rings, mask = _pixels(annotation.get("segmentation"), shape)
            number = optional(annotation, "number", int, None)
            name = plain_name(annotation)
            kind_number = annotation.get("category_id") if ours and kind else None
            found.append(Found(rings, mask, number, name, "" if kind == TO_ALL else kind, kind_number))
    where = optional(image, "file_name", str, "")
    return assembled(found, shape, classes_of(document), pixel_size_of(document), plain(where))


def plain_name(annotation: dict[str, Any]) -> str:
    """Return the name of an annotation, which is none of COCO's own keys."""
    return str(optional(annotation, "name", str, ""))


def _image(images: list[Any], stem: str | None) -> dict[str, Any]:
    """Return the image that is meant."""
    tables = [image for image in images if isinstance(image, dict)]
    if len(tables) == 1:
        return dict(tables[0])
    if not tables:
        raise UnreadableImage("speaks of no image")
    if stem is None:
        raise UnsupportedImage(f"speaks of {len(tables):,} images; name the one that is meant")
    for image in tables:
        if PurePosixPath(optional(image, "file_name", str, "").replace("\\", "/")).stem == stem:
            return dict(image)
    raise UnsupportedImage(f"speaks of {len(tables):,} images, and none of them is called {plain(stem)}")


def _categories(document: dict[str, Any]) -> dict[Any, str]:
    """Return the names of categories by their numbers."""
    listed = optional(document, "categories", list, [])
    return {
        each["id"]: optional(each, "name", str, "")
        for each in listed
        if isinstance(each, dict) and _hashable(each.get("id"))
    }


def _hashable(value: Any) -> bool:
    return isinstance(value, (int, str)) and not isinstance(value, bool)


def _pixels(value: Any, shape: Shape) -> tuple[list[Any], tuple[int, int, Any] | None]:
    """Return the outlines of an annotation, or its mask."""
    if isinstance(value, list):
        return [corners(ring, flat=True) for ring in value], None
    if not isinstance(value, dict):
        return [], None
    counts, size = value.get("counts"), value.get("size")
    if size != list(shape):
        raise UnreadableImage("is damaged: a mask is not of the size of its image")
    try:
        if isinstance(counts, str):
            lengths = run_lengths.unpack(counts)
        else:
            lengths = np.asarray(counts, np.int64)
            if lengths.ndim != 1:
                raise ValueError(counts)
        return [], run_lengths.boxed(lengths, shape)
    except (ValueError, TypeError, OverflowError):
        raise UnreadableImage("is damaged: a mask has runs that are none") from None
