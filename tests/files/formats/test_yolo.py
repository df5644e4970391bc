"""YOLO: ultralytics' rules for labels, written out; what is lost is said."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.core.classes import SegmentClass
from segmenter.files.formats import named

FORMAT = named("yolo")
CELLS = (SegmentClass(1, "cell", (1, 2, 3)), SegmentClass(3, "dead", (1, 2, 3)))


def verified(text, classes):
    """Return class and corners of each line, by the rules of ultralytics' `verify_image_label`."""
    lines = [line.split() for line in text.strip().splitlines() if line]
    for line in lines:
        assert len(line) > 6  # a class and three corners: a segment, and not a box
        assert len(line) % 2 == 1
        assert 0 <= int(line[0]) < classes
        values = np.array(line[1:], np.float32)
        assert values.min() >= 0
        assert values.max() <= 1
    assert len({tuple(line) for line in lines}) == len(lines)
    return [(int(line[0]), np.array(line[1:], float).reshape(-1, 2)) for line in lines]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000))
def test_ultralytics_rules(outcome, known, scattered, tmp_path_factory, seed):
    path = tmp_path_factory.getbasetemp() / "a.txt"
    made = known(outcome(scattered(seed, count=8)), seed)
    FORMAT.write(path, made)
    verified(path.read_text("ascii"), 7)


def test_lines_are_pieces_of_classes(outcome, tmp_path):
    labels = np.zeros((300, 700), np.int32)
    labels[3:5, 7:8], labels[200, 699], labels[0, 0], labels[10, 10] = 5, 5, 6, 9
    made = replace(outcome(labels), classes=CELLS, assigned={5: 3, 6: 1})
    FORMAT.write(tmp_path / "a.txt", made)
    lines = verified((tmp_path / "a.txt").read_text("ascii"), 3)
    assert [number for number, _ in lines] == [2, 2, 0]
    corners = [np.rint(corners * [700, 300]).astype(int).tolist() for _, corners in lines]
    assert corners[0] == [[7, 3], [8, 3], [8, 5], [7, 5]]
    assert corners[1] == [[699, 200], [700, 200], [700, 201], [699, 201]]
    for _, exact in lines:
        np.testing.assert_allclose(exact * [700, 300], np.rint(exact * [700, 300]), atol=0.01)
    assert (
        FORMAT.loses(made)
        == "1 segment without a class is left out. The pieces of 1 segment become objects of their own."
    )


@pytest.mark.parametrize("labels", [[[0]], [[1]]])
def test_without_classes_everything_is_of_class_0(outcome, tmp_path, labels):
    made = outcome(labels)
    FORMAT.write(tmp_path / "a.txt", made)
    assert [number for number, _ in verified((tmp_path / "a.txt").read_text(), 1)] == [0] * len(made.present)
    assert FORMAT.loses(made) is None


def test_holes_are_filled(outcome):
    assert FORMAT.loses(outcome([[1, 1, 1], [1, 0, 1], [1, 1, 1]])) == "Holes of 1 segment are filled."
