"""From a segmentation that was read to what formats write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segmenter.files.formats.format import DEFAULT_OPTIONS, Options, Result
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from segmenter.core.image import Image
    from segmenter.files.importing.objects import Imported


def as_result(found: Imported, image: Image, exports: tuple[str, ...], options: Options = DEFAULT_OPTIONS) -> Result:
    """Return what is written of a segmentation that was read; its pixel size goes before that of the image."""
    image = image if found.pixel_size is None else replace(image, pixel_size=found.pixel_size)
    return Result(
        options.measured(image),
        found.labels,
        palette(int(found.labels.max(initial=0))),
        found.names,
        exports,
        classes=found.classes,
        assigned=found.assigned,
        options=options,
    )
