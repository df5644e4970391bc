"""What the regions measure: CSV as RFC 4180 has it, UTF-8, numbers with a point, columns named as in scikit-image.

Names are written as they are, `=1+1` included: programs that read tables get what was typed, while a spreadsheet may
take such a name for a formula.
"""

from __future__ import annotations

import csv
import io
import math
from typing import TYPE_CHECKING, ClassVar

from segmenter.core.regions.measurements import measure
from segmenter.files import atomic

if TYPE_CHECKING:
    from pathlib import Path

    from segmenter.files.formats.format import Format, Result


class RegionTable:
    """One row a label."""

    name: ClassVar[str] = "table"
    title: ClassVar[str] = "Region table"
    keeps: ClassVar[str] = "Name, colour and measurements of every label; which pixels it has is lost."
    group: ClassVar[str] = "Tables"

    def suffix(self, result: Result | None) -> str:
        """Return the end of the file's name."""
        return "_regions.csv"

    def describe(self, result: Result) -> str:
        """Say how many labels, and what each becomes."""
        return f"{result.counted}, a row each, CSV"

    def loses(self, result: Result) -> str | None:
        """Say what of a result the file cannot hold: nothing."""
        return None

    def write(self, path: Path, result: Result) -> None:
        """Measure the labels on the image's own pixels, and write the table."""
        columns = {name: column.tolist() for name, column in measure(result.labels, result.image.pixels).items()}
        labels: list[int] = columns.pop("label")
        names = [result.names.get(label, "") for label in labels]
        colours = [result.colour(label) for label in labels]
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(["label", "name", "colour", *columns])
        measured = zip(*columns.values(), strict=True)
        writer.writerows([*who, *map(_cell, row)] for *who, row in zip(labels, names, colours, measured, strict=True))
        content = text.getvalue().encode(errors="replace")  # of a name, half a surrogate pair is all that can fail
        atomic.write(path, lambda file: file.write(content))


def _cell(value: float) -> float | str:
    """Return a number as it is written, in the fewest digits that give it back; nothing where it is unknown."""
    return "" if math.isnan(value) else value


FORMAT: Format = RegionTable()
