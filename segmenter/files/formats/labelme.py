"""The labels as shapes that labelme opens: JSON, exact polygons, or masks where there are holes or pieces."""

from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PIL import Image as Pillow
from scipy.ndimage import find_objects

from segmenter.files.formats.documents import OURS, own, write_json
from segmenter.files.formats.format import OutlineFormat, counted
from segmenter.files.formats.image_path import of_image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result

VERSION = "5.5.0"
"""Of labelme, since which there are masks with descriptions."""


class Labelme(OutlineFormat):
    """One shape a label: its class, or else its name, as labelme's label; its number as the group."""

    name = "labelme"
    title = "labelme"
    keeps = "The exact pixels, number, name and class of every label, and where the image is; JSON."
    group = "Outlines and annotations"
    ending = ".json"

    def describe(self, result: Result) -> str:
        """Say how many labels, and what they become."""
        masks = sum(map(_needs_mask, result.shapes.values()))
        parts = [counted(len(result.present) - masks, "polygon"), *([counted(masks, "mask")] if masks else [])]
        return f"{result.counted}, as {' and '.join(parts)}, JSON"

    def write(self, path: Path, result: Result) -> None:
        """Write the shapes."""
        rows, columns = result.labels.shape
        document = {
            "version": VERSION,
            "flags": {},
            "shapes": list(_shapes(result)),
            "imagePath": of_image(result, path.parent),
            "imageData": None,
            "imageHeight": rows,
            "imageWidth": columns,
            OURS: own(result),
        }
        write_json(path, document)


def _needs_mask(pieces: list[list[NDArray[np.int32]]]) -> bool:
    """Whether a polygon does not hold a label."""
    return len(pieces) > 1 or len(pieces[0]) > 1


def _shapes(result: Result) -> Iterator[dict[str, Any]]:
    """Return the shapes, in the order of the labels."""
    boxes = find_objects(result.labels)
    for label, pieces in result.shapes.items():
        kind = result.class_of(label)
        shape = {
            "label": kind.name if kind else result.title(label),
            "points": pieces[0][0].tolist(),
            "group_id": label,
            "description": result.names.get(label, ""),
            "shape_type": "polygon",
            "flags": {},
            "mask": None,
            "number": label,
            "name": result.names.get(label, ""),
            "class": kind.number if kind else None,
        }
        if _needs_mask(pieces):
            rows, columns = boxes[label - 1]
            corners = [[columns.start, rows.start], [columns.stop - 1, rows.stop - 1]]  # both are inside
            mask = _png(result.labels[rows, columns] == label)
            shape |= {"shape_type": "mask", "points": corners, "mask": mask}
        yield shape


def _png(inside: NDArray[np.bool_]) -> str:
    """Return a mask as PNG in base 64."""
    file = BytesIO()
    Pillow.fromarray(inside).save(file, "png")
    return base64.b64encode(file.getvalue()).decode("ascii")


FORMAT = Labelme()
