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
    "array": "segmenter.files.formats.array",
    "overlay": "segmenter.files.formats.overlay_image",
    "outlines": "segmenter.files.formats.outlines",
    "table": "segmenter.files.formats.table",
    "recipe": "segmenter.files.formats.recipe",  # the last: where a recipe is, the other files are whole
}

DEFAULT = ("labels", "overlay", "recipe")
"""What is written where nothing else is asked for: something to use, something to look at, and how it came to be."""


def named(name: str) -> Format:
    """Return the format of a name; KeyError if there is none."""
    return cast("Format", import_module(MODULES[name]).FORMAT)


def in_order(names: set[str]) -> tuple[str, ...]:
    """Return names in the order in which files are written."""
    return tuple(name for name in MODULES if name in names)
