"""Read a segmentation of whatever kind; what is wrong with a file becomes one sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from segmenter.errors import UnreadableImage
from segmenter.files.importing import coco, geojson, label_file, labelme, rois
from segmenter.files.importing.limits import PIXELS, read_json
from segmenter.files.reading import opened, sentences, whole

if TYPE_CHECKING:
    import os

    from segmenter.files.importing.objects import Imported, Shape

FILE_LIMIT = 1_000_000_000
"""Bytes of a file that are read; JSON and archives have a limit of their own."""

SUFFIXES = (".png", ".tif", ".tiff", ".npy", ".json", ".geojson", ".zip", ".roi")
"""Of files that are read."""


def read_segmentation(
    path: str | os.PathLike[str],
    shape: Shape | None = None,
    *,
    stem: str | None = None,
    pixel_limit: int = PIXELS,
) -> Imported:
    """Read a segmentation: label PNG, TIFF or NPY, COCO, labelme or GeoJSON, ROIs of ImageJ.

    Parameters
    ----------
    path : str or path-like
        What the file holds decides how it is read, not its name.
    shape : tuple of int, optional
        Rows and columns of the image, if it is known: a segmentation of another size is refused.
    stem : str, optional
        The name of the file of the image, without suffix: which of several images of a COCO file is meant.
    pixel_limit : int
        The most pixels that are read, where the image is not known.

    Returns
    -------
    Imported

    Raises
    ------
    UnreadableImage
        The file is missing, damaged, or no segmentation.
    UnsupportedImage
        A segmentation, but of another image, or larger than is read.
    """
    path = Path(path)
    with sentences(path, "is damaged, or no segmentation of a kind that is read"), opened(path) as file:
        return _read(whole(file, FILE_LIMIT), shape, stem, pixel_limit)


def _read(content: bytes, shape: Shape | None, stem: str | None, limit: int) -> Imported:
    """Tell by the content what reads it."""
    if label_file.recognised(content):
        return label_file.read(content, shape, limit if shape is None else max(limit, shape[0] * shape[1]))
    if rois.recognised(content):
        return rois.read(content, shape)
    if content.lstrip()[:1] not in (b"{", b"["):
        raise UnreadableImage("is not a segmentation of a kind that is read")
    document = read_json(content)
    if coco.recognised(document):
        return coco.read(document, shape, stem, limit)
    if labelme.recognised(document):
        return labelme.read(document, shape, limit)
    if geojson.recognised(document):
        return geojson.read(document, shape, limit)
    raise UnreadableImage("is JSON, but no segmentation of a kind that is read")
