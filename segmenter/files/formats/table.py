"""What the regions measure: CSV as RFC 4180 has it, UTF-8, numbers with a point, columns named as in scikit-image.

A text that a spreadsheet would take for a formula, such as the name `=1+1`, gets an apostrophe in front; all others are
written as they are.
"""

from __future__ import annotations

import csv
import io
import math
from typing import TYPE_CHECKING, Any

from segmenter.core.regions.measurements import measure
from segmenter.files import atomic
from segmenter.files.formats.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class RegionTable(Format):
    """One row a label."""

    name = "table"
    title = "Region table"
    keeps = "Name, class, colour and measurements of every label; which pixels it has is lost."
    group = "Tables"
    ending = "_regions.csv"

    def describe(self, result: Result) -> str:
        """Say how many labels, and what each becomes."""
        return f"{result.counted}, a row each, CSV"

    def write(self, path: Path, result: Result) -> None:
        """Measure the labels on the image's own pixels, and write the table."""
        measured = measure(result.labels, result.image.pixels)
        columns = {name: column.tolist() for name, column in (measured | _physical(result, measured)).items()}
        labels: list[int] = columns.pop("label")
        kinds = [result.class_of(label) for label in labels]
        who = {
            "label": labels,
            "name": [result.names.get(label, "") for label in labels],
            "class": [kind.name if kind else "" for kind in kinds],
            "colour": [result.colour(label) for label in labels],
        }
        rows = zip(*who.values(), *columns.values(), strict=True)
        write_csv(path, [*who, *columns], (list(map(_cell, row)) for row in rows))


def _physical(result: Result, measured: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Return areas and places in the unit of the pixel size; lengths only where pixels are as high as wide."""
    size = result.image.pixel_size
    if size is None:
        return {}
    found = {f"area ({size.unit}²)": measured["area"] * size.area}
    found[f"centroid-0 ({size.unit})"] = measured["centroid-0"] * size.height
    found[f"centroid-1 ({size.unit})"] = measured["centroid-1"] * size.width
    lengths = ("axis_major_length", "axis_minor_length", "equivalent_diameter_area", "perimeter")
    if size.height == size.width:
        found |= {f"{name} ({size.unit})": measured[name] * size.height for name in lengths}
    return found


def write_csv(path: Path, columns: list[str], rows: Iterable[list[Any]]) -> None:
    """Write a table; ExportError where that fails."""
    content = csv_text(columns, rows)
    atomic.write(path, lambda file: file.write(content))


def csv_text(columns: list[str], rows: Iterable[list[Any]]) -> bytes:
    """Return a table as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows(list(map(harmless, row)) for row in rows)
    return text.getvalue().encode(errors="replace")  # of a name, half a surrogate pair is all that can fail


def harmless(value: Any) -> Any:
    """Return a cell that no spreadsheet calculates: names of segments and files may come from anybody."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _cell(value: Any) -> Any:
    """Return a value as it is written, numbers in the fewest digits that give them back; nothing for an unknown one."""
    return "" if isinstance(value, float) and math.isnan(value) else value


FORMAT = RegionTable()
