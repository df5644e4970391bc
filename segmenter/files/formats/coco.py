"""The labels as annotations for instance segmentation: COCO JSON, exact polygons, or run lengths where there are holes.

Each image has a file of its own, complete in itself; `segmenter.files.formats.folder` puts those of a folder together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.ndimage import find_objects

from segmenter.files.formats import run_lengths
from segmenter.files.formats.documents import OURS, TO_ALL, own, write_json
from segmenter.files.formats.format import OutlineFormat
from segmenter.files.formats.image_path import name_of_image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from segmenter.files.formats.format import Result

SUFFIX = "_coco.json"


class Coco(OutlineFormat):
    """One annotation a label; its `number` and `name` are what the label has in the window."""

    name = "coco"
    title = "COCO"
    keeps = "The exact pixels, number, name and class of every label; one annotations.json a folder."
    group = "Outlines and annotations"
    ending = SUFFIX

    def describe(self, result: Result) -> str:
        """Say how many labels, and what each becomes."""
        runs = f", of which {result.holed:,} as run lengths" if result.holed else ""
        return f"{result.counted}, an annotation each{runs}, JSON"

    def write(self, path: Path, result: Result) -> None:
        """Write the annotations of one image."""
        rows, columns = result.labels.shape
        image = {"id": 1, "file_name": name_of_image(result), "width": columns, "height": rows}
        categories = [
            {"id": each.number, "name": each.name, "supercategory": "", "color": list(each.colour)}
            for each in result.classes
        ]
        if any(result.class_of(label) is None for label in result.present.tolist()):
            categories.append({"id": _unclassified(result), "name": TO_ALL, "supercategory": ""})
        document = {
            "info": {"description": f"Segmenter: {image['file_name']}"},
            "licenses": [],
            "images": [image],
            "annotations": list(_annotations(result)),
            "categories": categories,
            OURS: own(result),
        }
        write_json(path, document)


def _unclassified(result: Result) -> int:
    """Return the number that stands for no class: 0 means background to some programs."""
    return 1 + max((each.number for each in result.classes), default=0)


def _annotations(result: Result) -> Iterator[dict[str, Any]]:
    """Return the annotations, in the order of the labels."""
    boxes, areas = find_objects(result.labels), np.bincount(result.labels.ravel())
    shape = result.labels.shape[0], result.labels.shape[1]
    for at, (label, pieces) in enumerate(result.shapes.items(), start=1):
        rows, columns = boxes[label - 1]
        kind = result.class_of(label)
        if all(len(rings) == 1 for rings in pieces):
            segmentation: Any = [outer.ravel().tolist() for (outer,) in pieces]
        else:
            inside = result.labels[rows, columns] == label
            runs = run_lengths.lengths(inside, rows.start, columns.start, shape)
            segmentation = {"size": list(shape), "counts": run_lengths.pack(runs)}
        yield {
            "id": at,
            "image_id": 1,
            "category_id": kind.number if kind else _unclassified(result),
            "segmentation": segmentation,
            "area": int(areas[label]),
            "bbox": [columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start],
            "iscrowd": 0,
            "number": label,
            "name": result.names.get(label, ""),
            "color": result.colour(label),
        }


FORMAT = Coco()
