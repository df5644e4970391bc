"""The regions as outlines that stay sharp at any size: SVG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from segmenter.core.regions.outlines import polygons, simplified
from segmenter.files import atomic
from segmenter.files.formats.format import OutlineFormat
from segmenter.render.overlay import OPACITY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold."""


class Outlines(OutlineFormat):
    """One path a label, along the edges of its pixels."""

    name = "outlines"
    title = "Outlines"
    keeps = "Exact outline, name, class and colour of every label as a vector drawing; the image is lost."
    group = "Outlines and annotations"
    ending = "_outlines.svg"

    def describe(self, result: Result) -> str:
        """Say how many labels, and what each becomes."""
        return f"{result.counted}, a path each, SVG"

    def write(self, path: Path, result: Result) -> None:
        """Write a drawing in which one unit is one pixel of the image."""
        content = "\n".join(_lines(result)).encode()
        atomic.write(path, lambda file: file.write(content))


def _lines(result: Result) -> Iterator[str]:
    """Return the lines of the drawing."""
    rows, columns = result.labels.shape
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    size = f'width="{columns}" height="{rows}" viewBox="0 0 {columns} {rows}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    line = 1 + max(rows, columns) // 1500  # as wide as on the overlay
    yield f'<g fill-opacity="{OPACITY}" stroke-width="{line}" stroke-linejoin="round">'
    tolerance = result.options.simplify
    for label, rings in polygons(result.labels).items():
        colour = result.colour(label)
        yield f'<path id="label-{label}" fill="{colour}" stroke="{colour}" fill-rule="evenodd"'
        name, kind = result.names.get(label), result.class_of(label)
        if kind:
            yield f" data-class={attribute(kind.name)}"
        end = f"><title>{text(name)}</title></path>" if name else "/>"
        yield f' d="{"".join(_ring(ring, tolerance) for ring in rings)}"{end}'
    yield "</g>"
    yield "</svg>\n"


def _ring(ring: NDArray[np.int32], tolerance: float) -> str:
    """Return a ring as commands of a path: from its first corner, horizontally and vertically in turn."""
    if tolerance > 0:
        return "M" + "L".join(f"{x} {y}" for x, y in simplified(ring, tolerance).tolist()) + "z"
    x, y = ring[0].tolist()
    # each edge changes one coordinate; the last one is what z draws
    steps = np.diff(ring, axis=0).sum(axis=1).tolist()
    return f"M{x} {y}" + "".join(f"{'v' if at % 2 else 'h'}{step}" for at, step in enumerate(steps)) + "z"


def attribute(value: str) -> str:
    """Return a text as the value of an attribute, with its quotes."""
    return quoteattr(NOT_XML.sub("\ufffd", value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def text(name: str) -> str:
    """Return a name as text between tags."""
    return escape(NOT_XML.sub("\ufffd", name), {"\r": "&#13;"})


FORMAT = Outlines()
