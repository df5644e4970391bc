"""How large a pixel is in images of the list that are not shown: set by hand for all of them at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segmenter.core.image import PixelSize
    from segmenter.gui.project.image_collection import ImageCollection, Row


class SharedSize:
    """The pixel size of all images that are not shown: it comes and goes with a step of the one that is.

    What another step has set since is left alone.
    """

    def __init__(self, images: ImageCollection, size: PixelSize | None) -> None:
        self._size = size
        others = (row for row in images.all if row is not images.shown and row.pixel_size != size)
        self._before = {row: row.pixel_size for row in others}

    def use(self, wanted: bool) -> None:
        """Set the size, or those that were there before."""
        for row, before in self._before.items():
            old, new = (before, self._size) if wanted else (self._size, before)
            if row.pixel_size == old:
                _set(row, new)


def _set(row: Row, size: PixelSize | None) -> None:
    if row.history is not None:
        row.history.take_pixel_size(size)
    elif row.state is not None:
        row.state = replace(row.state, pixel_size=size)
    elif row.entry.work is not None:
        row.entry = replace(row.entry, work=replace(row.entry.work, pixel_size=size))
    else:
        row.entry = replace(row.entry, pixel_size=size)
    row.visits += 1  # what is being saved now is not this
