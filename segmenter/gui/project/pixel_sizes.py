"""How large a pixel is in images of the list that are not shown: set by hand for all of them at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segmenter.core.image import PixelSize
    from segmenter.gui.project.image_collection import ImageCollection, Row

Sizes = dict["Row", "PixelSize | None"]


def sizes(images: ImageCollection) -> Sizes:
    """Return what a person has set for each image that is not shown; None where that is nothing."""
    return {row: _size(row) for row in images.all if row is not images.shown}


def use_sizes(wanted: Mapping[Row, PixelSize | None], step: str) -> None:
    """Set the pixel size of images; where steps can be undone it is one of them, called `step`."""
    for row, size in wanted.items():
        if size != _size(row):
            _set(row, size, step)


def _size(row: Row) -> PixelSize | None:
    work = row.newest or row.entry.work
    return work.pixel_size if work is not None else row.entry.pixel_size


def _set(row: Row, size: PixelSize | None, step: str) -> None:
    if row.history is not None:
        row.history.push(replace(row.history.state, pixel_size=size), step)
    elif row.state is not None:
        row.state, row.modified = replace(row.state, pixel_size=size), True
    elif row.entry.work is not None:
        work = replace(row.entry.work, pixel_size=size)
        row.entry, row.modified = replace(row.entry, work=work), True
    else:
        row.entry = replace(row.entry, pixel_size=size)
    row.visits += 1  # what is being saved now is not this
