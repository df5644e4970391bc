"""A layer of labels as a file of one of our formats."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.image import Image
from segmenter.errors import ExportError
from segmenter.files.formats import named
from segmenter.files.formats.format import Result
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from segmenter.core.classes import SegmentClass

FORMATS = {".png": "labels", ".tif": "tiff", ".tiff": "tiff", ".npy": "array", ".geojson": "geojson", ".zip": "rois"}
"""By suffix; of JSON the name tells: `_coco.json`, or else labelme."""


def write_labels(path: str, data: Any, attributes: dict[str, Any]) -> list[str]:
    """Write a layer; return the file that was written.

    Raises
    ------
    ExportError
        The layer is not of two dimensions, or the file cannot be written.
    """
    labels = np.asarray(data)
    if labels.ndim != 2:
        raise ExportError("A layer of labels must have rows and columns, and nothing else.")
    labels = labels.astype(np.int32)
    ours = attributes.get("metadata", {}).get("segmenter", {})
    classes: tuple[SegmentClass, ...] = ours.get("classes", ())
    names, assigned = _known(attributes.get("features"), classes)
    image = replace(Image(np.zeros((*labels.shape, 0), np.uint8), "channels"), pixel_size=ours.get("pixel_size"))
    colours = palette(int(labels.max(initial=0)))
    result = Result(image, labels, colours, names, (), classes=classes, assigned=assigned)
    file = Path(path)
    kind = "coco" if file.name.endswith("_coco.json") else FORMATS.get(file.suffix.lower(), "labelme")
    named(kind).write(file, result)
    return [str(file)]


def _known(features: Any, classes: tuple[SegmentClass, ...]) -> tuple[dict[int, str], dict[int, int]]:
    """Return the names and classes of a table of features, which napari keeps as a data frame."""
    if features is None or not {"index", "name", "class"} <= set(features):
        return {}, {}
    numbers = {each.name: each.number for each in classes}
    rows = list(zip(*(list(features[key]) for key in ("index", "name", "class")), strict=True))
    names = {int(label): str(name) for label, name, _ in rows if name}
    return names, {int(label): numbers[kind] for label, _, kind in rows if kind in numbers}
