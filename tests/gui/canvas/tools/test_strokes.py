"""What brush and lasso cover."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.ndimage import label

from segmenter.gui.canvas.tools.strokes import capsule, enclosed, snapped

SHAPE = (60, 80)
points = st.tuples(st.floats(-20, 100), st.floats(-20, 80))


def whole(part, mask, shape=SHAPE):
    """Return a mask of the whole image."""
    out = np.zeros(shape, bool)
    out[part.slices] = mask
    return out


def distance(row, column, start, end):
    """Return how far the middle of a pixel is from a straight way, the slow way."""
    x, y = column + 0.5 - start[0], row + 0.5 - start[1]
    way, fall = end[0] - start[0], end[1] - start[1]
    along = min(max((x * way + y * fall) / ((way * way + fall * fall) or 1), 0), 1)
    return math.hypot(x - along * way, y - along * fall)


@given(points, points, st.integers(1, 30))
def test_a_capsule_is_all_within_half_a_diameter(start, end, diameter):
    covered = whole(*capsule(start, end, diameter, SHAPE))
    for row in range(0, SHAPE[0], 7):
        for column in range(0, SHAPE[1], 7):
            if abs((far := distance(row, column, start, end)) - diameter / 2) > 1e-3:
                assert covered[row, column] == (far < diameter / 2)


@pytest.mark.parametrize(("diameter", "pixels"), [(1, 1), (2, 4), (3, 9), (4, 12), (20, 316)])
def test_a_dab_is_a_disc_of_whole_pixels(diameter, pixels):
    at = snapped((30.3, 20.4), diameter)
    covered = whole(*capsule(at, at, diameter, SHAPE))
    assert covered.sum() == pixels
    rows, columns = np.flatnonzero(covered.any(axis=1)), np.flatnonzero(covered.any(axis=0))
    assert len(rows) == len(columns) == diameter
    dab = covered[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    assert np.array_equal(dab, dab.T)
    assert np.array_equal(dab, dab[::-1])


@given(st.integers(0, 79), st.integers(0, 59), st.integers(0, 79), st.integers(0, 59), st.integers(1, 3))
def test_thin_strokes_have_no_gaps(column, row, other_column, other_row, diameter):
    start, end = snapped((column, row), diameter), snapped((other_column, other_row), diameter)
    covered = whole(*capsule(start, end, diameter, SHAPE))
    assert label(covered, np.ones((3, 3)))[1] <= 1
    assert not diameter % 2 or (covered[row, column] and covered[other_row, other_column])


def test_a_stroke_outside_covers_nothing():
    part, covered = capsule((200, 200), (300, 210), 20, SHAPE)
    assert part.empty
    assert covered.size == 0


def test_the_lasso_takes_pixels_whose_middle_is_inside():
    covered = whole(*enclosed([(10, 10), (20, 10), (20, 16), (10, 16)], SHAPE))
    expected = np.zeros(SHAPE, bool)
    expected[10:16, 10:20] = True
    assert np.array_equal(covered, expected)


def test_the_lasso_is_closed_and_cut_off_at_the_edge():
    covered = whole(*enclosed([(-10.0, -10.0), (5.0, -10.0), (5.0, 5.0), (-10.0, 5.0)], SHAPE))
    assert covered[:5, :5].all()
    assert covered.sum() == 25


@pytest.mark.parametrize("line", [[(5.5, 5.5)], [(5.5, 5.5), (40.5, 30.5)], [(200, 200), (210, 200), (205, 220)]])
def test_a_lasso_around_nothing_covers_nothing(line):
    assert not whole(*enclosed(line, SHAPE)).any()


def test_brushes_of_odd_size_sit_on_pixels_and_even_ones_on_corners():
    assert snapped((3.9, 7.2), 5) == (3.5, 7.5)
    assert snapped((3.9, 7.2), 6) == (4.0, 7.0)
    assert snapped((-0.4, -0.6), 1) == (-0.5, -0.5)
