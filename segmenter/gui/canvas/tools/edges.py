"""What a brush covers, cut down to what belongs together there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.interaction.belonging import belonging

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from segmenter.document.label_map import Rectangle
    from segmenter.gui.canvas.tools.strokes import Point
    from segmenter.gui.session.document import Document

    Mask = NDArray[np.bool_]

CORE, AROUND = 0.4, 0.5
"""Radius of the middle of a brush, and how far it is looked beyond its rim, of its radius."""

FINE = 256
"""Diameter from which on pixels are looked at in blocks: it must not take longer than a move of the mouse."""

MOST = 6
"""Places between two moves of the mouse at which the brush is set down."""


def cut_to_edges(document: Document, part: Rectangle, covered: Mask, point: Point, diameter: int) -> Mask:
    """Return which of the pixels under a brush belong to what is under its middle.

    Parameters
    ----------
    document : Document
    part : Rectangle
        Where `covered` lies in the image; not empty.
    covered : ndarray of bool, shape of the rectangle
    point : tuple of float
        Column and row of the middle.
    diameter : int
        Pixels.
    """
    shape = document.image.shape
    around = part.grown(max(round(AROUND * diameter / 2), 3)).within(shape)
    top, left = part.top - around.top, part.left - around.left
    rows, columns = covered.shape
    inside = np.zeros((around.bottom - around.top, around.right - around.left), bool)
    inside[top : top + rows, left : left + columns] = covered
    down = np.arange(around.top, around.bottom) + 0.5 - point[1]
    across = np.arange(around.left, around.right) + 0.5 - point[0]
    core = inside & (down[:, None] ** 2 + across**2 <= max(CORE * diameter / 2, 1.0) ** 2)
    pixels = np.nan_to_num(np.asarray(document.image.pixels[around.slices], np.float32))
    values = pixels.reshape(*inside.shape, -1)
    regions = document.segmentation.regions if document.segmentation else None
    base = None if regions is None else regions.base[around.slices]
    step = 1 + diameter // FINE
    fewer = slice(None, None, step), slice(None, None, step)
    found = belonging(values[fewer], None if base is None else base[fewer], inside[fewer], core[fewer])
    if step > 1:
        found = found.repeat(step, axis=0).repeat(step, axis=1)[: inside.shape[0], : inside.shape[1]]
    return covered & found[top : top + rows, left : left + columns]


def places(start: Point, end: Point, diameter: int) -> Iterator[Point]:
    """Go from where a brush was to where it is, in steps of a part of its size."""
    length = np.hypot(end[0] - start[0], end[1] - start[1])
    count = int(np.clip(np.ceil(4 * length / max(diameter, 1)), 1, MOST))
    for at in range(1, count + 1):
        share = at / count
        yield start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
