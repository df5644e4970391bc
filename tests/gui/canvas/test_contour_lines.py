"""Lines along borders: where, and how wide."""

import numpy as np
import pytest

from segmenter.gui.canvas.contour_lines import (
    ACCENT,
    BRIGHT,
    EDGE,
    GLOW,
    LINE,
    NOTHING,
    POINTED,
    RIM,
    SELECTED,
    VEIL,
    contours,
    marks,
    reach,
)


@pytest.fixture
def halves():
    labels = np.ones((30, 40), np.int32)
    labels[:, 20:] = 2
    return labels


@pytest.mark.parametrize("width", [1, 2, 3])
def test_a_border_is_a_light_line_between_dark_edges(halves, width):
    row = contours(halves, width)[15]
    light, dark = np.flatnonzero(row == LINE), np.flatnonzero(row == EDGE)
    assert len(light) in (width, 2 * width - 1)
    assert len(dark) == 2 * width
    assert dark[width - 1] + 1 == light[0]
    assert light[-1] + 1 == dark[width]
    assert abs(light.mean() - 19.5) <= 0.5
    assert np.abs(np.flatnonzero(row) - 19.5).max() <= reach(width)


def test_lines_have_no_gaps(halves):
    halves[12:18, 5:11] = 3
    line = contours(halves, 1) == LINE
    assert line[:, 19].all()
    assert line[11, 5:11].all()
    assert line[17, 5:11].all()


def test_one_label_has_no_lines():
    assert not contours(np.full((9, 9), 4), 2).any()


@pytest.mark.parametrize("width", [1, 2])
def test_a_selected_segment_has_a_line_that_glows_inwards(halves, width):
    roles = np.where(halves == 1, SELECTED, 0).astype(np.uint8)
    row = marks(roles, width)[15]
    assert np.flatnonzero(row == RIM).tolist() == list(range(20, 20 + width))
    assert np.flatnonzero(row == ACCENT).tolist() == list(range(20 - 2 * width, 20))
    assert np.flatnonzero(row == GLOW).tolist() == list(range(20 - 6 * width, 20 - 2 * width))
    assert (row[: 20 - 6 * width] == NOTHING).all()


def test_the_segment_under_the_cursor_is_lifted_and_has_a_bright_line(halves):
    roles = np.where(halves == 2, POINTED, 0).astype(np.uint8)
    row = marks(roles, 1)[15]
    assert row[20] == BRIGHT
    assert (row[21:] == VEIL).all()
    assert not row[:20].any()


def test_a_segment_can_be_both():
    roles = np.zeros((30, 30), np.uint8)
    roles[5:25, 5:25] = SELECTED + POINTED
    codes = marks(roles, 1)
    assert codes[15, 5] == ACCENT
    assert codes[15, 15] == VEIL
    assert codes[15, 4] == RIM


def test_nothing_is_marked_without_roles():
    assert not marks(np.zeros((9, 9), np.uint8), 2).any()
