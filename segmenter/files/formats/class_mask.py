"""The classes as numbers in an image, for semantic segmentation: indexed or 16-bit PNG."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image as Pillow
from PIL.PngImagePlugin import PngInfo

from segmenter.files import atomic
from segmenter.files.formats import class_list
from segmenter.files.formats.format import Format, counted

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result

LEGEND = "Legend"
"""The name of the text in the file that says which number is which class, as JSON."""


class ClassMask(Format):
    """The number of its class for each pixel."""

    name = "classes"
    title = "Class mask"
    keeps = "The class of every pixel, 0 is none, with its legend; which segment a pixel is of is lost."
    group = "Images"
    ending = "_classes.png"

    def describe(self, result: Result) -> str:
        """Say how many labels, and which kind of image."""
        kind = "8-bit indexed" if _largest(result) <= 255 else "16-bit grey"
        return f"{result.counted}, a number a class, {kind} PNG"

    def loses(self, result: Result) -> str | None:
        """Say which labels become 0."""
        without = len(result.present) - sum(label in result.assigned for label in result.present.tolist())
        become = "becomes" if without == 1 else "become"
        return f"{counted(without, 'segment')} without a class {become} 0." if without else None

    def write(self, path: Path, result: Result) -> None:
        """Write the mask; its legend is in the file as a text, and in the table of classes."""
        mask, info = of_pixels(result), PngInfo()
        info.add_itxt(LEGEND, json.dumps(class_list.to_json(result.classes)))
        if _largest(result) > 255:
            atomic.write(path, lambda file: Pillow.fromarray(mask.astype(np.uint16)).save(file, "png", pnginfo=info))
            return
        picture = Pillow.fromarray(mask.astype(np.uint8))
        entries = np.zeros((256, 3), np.uint8)
        for each in result.classes:
            entries[each.number] = each.colour
        picture.putpalette(entries.tobytes())
        atomic.write(path, lambda file: picture.save(file, "png", pnginfo=info))


def of_pixels(result: Result) -> NDArray[Any]:
    """Return the number of the class of each pixel, 0 where there is none."""
    table = np.zeros(int(result.labels.max(initial=0)) + 1, np.int32)
    for label, number in result.assigned.items():
        if label < len(table):
            table[label] = number
    return table.take(result.labels)


def _largest(result: Result) -> int:
    return max((each.number for each in result.classes), default=0)


FORMAT = ClassMask()
