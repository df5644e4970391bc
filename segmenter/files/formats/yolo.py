"""The labels as lines of text to train YOLO with: a class and an outline, as parts of the width and height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segmenter.files import atomic
from segmenter.files.formats.format import Format, counted, simplification

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from segmenter.files.formats.format import Result

DIGITS = 6
"""Decimals: enough to find the edge of a pixel again in images of up to 500,000 pixels a side."""


class Yolo(Format):
    """One line a piece of a label; the classes count from 0, one less than in the window."""

    name = "yolo"
    title = "YOLO segmentation"
    keeps = "Outline and class of every label, a data.yaml a folder; holes, numbers and names are lost."
    group = "Outlines and annotations"
    ending = ".txt"

    def describe(self, result: Result) -> str:
        """Say how many labels, and how many lines they become."""
        lines = sum(len(result.shapes[label]) for label in _classes(result))
        return f"{result.counted}, {counted(lines, 'line')} of text"

    def loses(self, result: Result) -> str | None:
        """Say which labels are left out, filled or taken apart."""
        left_out = len(result.present) - len(_classes(result))
        are = "is" if left_out == 1 else "are"
        sentences = {
            f"{counted(left_out, 'segment')} without a class {are} left out.": left_out,
            f"Holes of {counted(result.holed, 'segment')} are filled.": result.holed,
            f"The pieces of {counted(result.parted, 'segment')} become objects of their own.": result.parted,
        }
        said = [sentence for sentence, count in sentences.items() if count]
        return " ".join([*said, *filter(None, [simplification(result)])]) or None

    def write(self, path: Path, result: Result) -> None:
        """Write the lines."""
        content = "".join(_lines(result)).encode()
        atomic.write(path, lambda file: file.write(content))


def _classes(result: Result) -> dict[int, int]:
    """Return the class of each label that is written; where there are no classes at all, it is 0 for every one."""
    if not result.classes:
        return dict.fromkeys(result.present.tolist(), 0)
    return {label: result.assigned[label] - 1 for label in result.present.tolist() if label in result.assigned}


def _lines(result: Result) -> Iterator[str]:
    """Return the lines, in the order of the labels."""
    extent = result.labels.shape[::-1]
    for label, number in _classes(result).items():
        for outer, *_ in result.shapes[label]:
            numbers = " ".join(f"{value:.{DIGITS}f}".rstrip("0").rstrip(".") for value in (outer / extent).ravel())
            yield f"{number} {numbers}\n"


FORMAT = Yolo()
