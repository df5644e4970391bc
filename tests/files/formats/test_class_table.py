"""The table of classes: what their numbers mean, and how much there is of each."""

import csv
from dataclasses import replace

import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.files.formats import named


def written(folder, made):
    named("legend").write(folder / "a.csv", made)
    with (folder / "a.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_segments_and_areas(outcome, tmp_path):
    classes = (SegmentClass(2, "cell, dead", (255, 0, 0), 4), SegmentClass(3, "unused", (0, 0, 0)))
    made = replace(outcome([[1, 1, 2, 0], [4, 4, 4, 0]]), classes=classes, assigned={1: 2, 4: 2})
    cell, unused, none = written(tmp_path, made)
    assert cell == {
        "class": "2",
        "name": "cell, dead",
        "colour": "#ff0000",
        "key": "4",
        "segments": "2",
        "area": "5",
        "fraction": "0.625",
    }
    assert (unused["segments"], unused["area"]) == ("0", "0")
    assert (none["class"], none["segments"], none["area"]) == ("0", "1", "1")


def test_physical_units(outcome, tmp_path):
    made = outcome([[1, 1, 0]])
    made = replace(made, image=replace(made.image, pixel_size=PixelSize(0.5, 0.25, "µm")))
    (none,) = written(tmp_path, made)
    assert float(none["area (µm²)"]) == pytest.approx(0.25)
