"""Drawings hold every pixel, name and colour, and any XML reader reads them."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.files.formats import named
from segmenter.files.formats.format import Options

OUTLINES = named("outlines")
SVG = "{http://www.w3.org/2000/svg}"


def written(folder, made):
    OUTLINES.write(folder / "a.svg", made)
    return ElementTree.parse(folder / "a.svg").getroot()


def filled(path, shape):
    """Return the pixels of a path of horizontal and vertical steps, by the even-odd rule."""
    turns = np.zeros((shape[0], shape[1] + 1), bool)
    for x, y, steps in re.findall(r"M(\d+) (\d+)((?:h-?\d+v-?\d+)+h-?\d+)z", path):
        at, (left, top) = [int(x), int(y)], (int(x), int(y))
        for direction, step in re.findall(r"([hv])(-?\d+)", steps):
            before = at[1]
            at["hv".index(direction)] += int(step)
            turns[min(before, at[1]) : max(before, at[1]), at[0]] ^= True
        assert at[0] == left, "z is a vertical edge"
        turns[min(top, at[1]) : max(top, at[1]), left] ^= True
    return np.logical_xor.accumulate(turns, axis=1)[:, :-1]


def test_every_pixel_is_in_the_path_of_its_label(outcome, tmp_path):
    labels = np.random.default_rng(0).integers(0, 4, (20, 30))
    made = outcome(labels)
    root = written(tmp_path, made)
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("30", "20", "0 0 30 20")
    paths = root.findall(f".//{SVG}path")
    assert [path.get("id") for path in paths] == ["label-1", "label-2", "label-3"]
    for label, path in enumerate(paths, start=1):
        np.testing.assert_array_equal(filled(path.get("d"), labels.shape), labels == label)
        assert path.get("fill-rule") == "evenodd"
        assert path.get("fill") == path.get("stroke") == made.colour(label)


def test_a_path_is_as_short_as_can_be(outcome, tmp_path):
    (path,) = written(tmp_path, outcome([[0, 0, 0], [0, 2, 2]])).findall(f".//{SVG}path")
    assert path.get("d") == "M1 1h2v1h-2z"


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("nucleus", "nucleus"),
        ("Zellkern é 細胞 🦠", "Zellkern é 細胞 🦠"),
        ("<b> & \"x\" 'y' ]]>", "<b> & \"x\" 'y' ]]>"),
        ("two\nlines\tand\r\nmore", "two\nlines\tand\r\nmore"),
        ("no\0XML\x1b\ud800\uffff", "no\ufffdXML\ufffd\ufffd\ufffd"),
    ],
)
def test_names_are_titles(outcome, tmp_path, name, read):
    root = written(tmp_path, replace(outcome([[1, 2]]), names={2: name, 9: "of no label"}))
    assert [path.findtext(f"{SVG}title") for path in root.findall(f".//{SVG}path")] == [None, read]


def test_lines_grow_with_the_image(outcome, tmp_path):
    widths = [written(tmp_path, outcome(np.ones((1, size)))).find(f"{SVG}g").get("stroke-width") for size in (9, 3000)]
    assert widths == ["1", "3"]


def test_classes_are_attributes(outcome, tmp_path):
    kind = SegmentClass(1, 'cell "é" <&>\n', (1, 2, 3))
    made = replace(outcome([[1, 2]]), classes=(kind,), assigned={2: 1})
    named("outlines").write(tmp_path / "a.svg", made)
    first, second = ElementTree.parse(tmp_path / "a.svg").getroot()[0]
    assert first.get("data-class") is None
    assert second.get("data-class") == kind.name


def test_simplified_outlines_are_a_choice(outcome, tmp_path):
    row, column = np.indices((40, 40))
    made = outcome((np.hypot(row - 20, column - 20) < 15).astype(int))
    assert OUTLINES.loses(made) is None
    simple = replace(made, options=Options(simplify=2.0))
    assert "by up to 2 pixels" in OUTLINES.loses(simple)
    (path,) = written(tmp_path, simple)[0]
    corners = [tuple(map(int, corner.split())) for corner in path.get("d").strip("Mz").split("L")]
    assert 3 <= len(corners) < 30
    assert all(4 <= value <= 36 for corner in corners for value in corner)
