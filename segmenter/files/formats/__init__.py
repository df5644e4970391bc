"""Files that other programs read: one module a format, each with a `FORMAT`.

A new format is one module and one line in `MODULES`. The modules are imported when a format is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from segmenter.files.formats.format import Format

MODULES = {
    "labels": "segmenter.files.formats.label_image",
    "tiff": "segmenter.files.formats.label_tiff",
    "ome": "segmenter.files.formats.ome_tiff",
    "array": "segmenter.files.formats.array",
    "classes": "segmenter.files.formats.class_mask",
    "masks": "segmenter.files.formats.object_masks",
    "overlay": "segmenter.files.formats.overlay_image",
    "outlines": "segmenter.files.formats.outlines",
    "coco": "segmenter.files.formats.coco",
    "labelme": "segmenter.files.formats.labelme",
    "rois": "segmenter.files.formats.rois",
    "geojson": "segmenter.files.formats.geojson",
    "yolo": "segmenter.files.formats.yolo",
    "table": "segmenter.files.formats.table",
    "legend": "segmenter.files.formats.class_table",
    "recipe": "segmenter.files.formats.recipe",  # the last: where a recipe is, the other files are whole
}

DEFAULT = ("labels", "overlay", "recipe")
"""What is written where nothing else is asked for: something to use, something to look at, and how it came to be."""


def named(name: str) -> Format:
    """Return the format of a name; KeyError if there is none."""
    return cast("Format", import_module(MODULES[name]).FORMAT)


def in_order(names: set[str]) -> tuple[str, ...]:
    """Return names in the order in which files are written; a class mask never goes without its legend."""
    wanted = names | {"legend"} if "classes" in names else names
    return tuple(name for name in MODULES if name in wanted)
