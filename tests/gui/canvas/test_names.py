"""Names and numbers on the segments."""

import numpy as np
import pytest

from segmenter.document.label_map import LabelMap
from segmenter.gui.canvas import names
from segmenter.gui.canvas.names import find_room


@pytest.fixture
def written(canvas, view_state, labelled, settled, spot):
    """Return a function that tells how many pixels around a place are written on."""

    def count(row, column):
        view_state.set(names=False)
        plain = np.array(grabbed(canvas, spot(row, column)))
        view_state.set(names=True)
        canvas.grab()
        settled(labelled)
        return int((np.array(grabbed(canvas, spot(row, column))) != plain).any(axis=1).sum())

    return count


def grabbed(canvas, middle):
    image = canvas.grab().toImage()
    return [image.pixelColor(middle.x() + x, middle.y() + y).getRgb() for x in range(-40, 41) for y in range(-12, 13)]


def test_numbers_are_in_the_middle_of_segments(written):
    assert written(22, 22) > 20  # segment 1, columns 0 to 50 of 60 rows
    assert written(5, 20) == 0


def test_a_name_is_written_in_place_of_the_number(written, labelled, settled):
    number = written(22, 22)
    labelled.describe("Rename", {1}, name="a long name")
    assert written(22, 22) > 2 * number


def test_hidden_and_small_segments_have_none(written, labelled, canvas, monkeypatch):
    labelled.describe("Hide", {1}, visible=False)
    assert written(22, 22) == 0
    labelled.describe("Show", {1}, visible=True)
    assert written(22, 22) > 0
    monkeypatch.setattr(names, "LEAST", 22 * canvas.view.scale)
    assert written(22, 22) == 0


def test_a_preview_has_none(written, labelled):
    labelled.preview = labelled.state
    assert written(22, 22) == 0
    labelled.preview = None


@pytest.mark.parametrize("factor", [1, 40])
def test_room_is_found_on_a_coarse_grid(factor):
    labels = np.kron(np.array([[1, 2], [1, 3]]), np.ones((30 * factor, 30 * factor), np.int32))
    room = find_room(LabelMap.of(labels), lambda *_: None)
    for number, (row, column) in {2: (15, 45), 3: (45, 45)}.items():
        assert room.rows[number] / factor == pytest.approx(row, abs=1)
        assert room.columns[number] / factor == pytest.approx(column, abs=1)
        assert room.radii[number] / factor == pytest.approx(15, abs=1.5)
