"""The classes: what the numbers of a class mask mean, and how much of the image each covers: CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.classes import NONE
from segmenter.files.formats.format import Format
from segmenter.files.formats.table import write_csv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from segmenter.files.formats.format import Result


class ClassTable(Format):
    """One row a class."""

    name = "legend"
    title = "Class table"
    keeps = "Number, name and colour of every class, how many segments and how much area it has."
    group = "Tables"
    ending = "_classes.csv"

    def describe(self, result: Result) -> str:
        """Say how many labels, and what each class becomes."""
        return f"{result.counted}, a row a class, CSV"

    def write(self, path: Path, result: Result) -> None:
        """Count segments and areas, and write the table; the last row, 0, is what has no class."""
        columns = ["class", "name", "colour", "key", "segments", "area", "fraction"]
        size = result.image.pixel_size
        write_csv(path, columns + ([f"area ({size.unit}²)"] if size else []), _rows(result))


def _rows(result: Result) -> Iterator[list[Any]]:
    """Return the rows; fractions are of the whole image, background included."""
    areas = np.bincount(result.labels.ravel())
    size = result.image.pixel_size
    known: list[tuple[int, str, str, int | str]] = [
        (each.number, each.name, each.hex_colour, each.key or "") for each in result.classes
    ]
    for number, *who in [*known, (NONE, "", "", "")]:
        members = [label for label in result.present.tolist() if result.assigned.get(label, NONE) == number]
        area = int(areas[members].sum())
        physical = [area * size.area] if size else []
        yield [number, *who, len(members), area, area / result.labels.size, *physical]


FORMAT = ClassTable()
