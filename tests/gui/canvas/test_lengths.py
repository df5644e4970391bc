"""Lengths in words."""

import pytest

from segmenter.core.image import PixelSize
from segmenter.gui.canvas.lengths import distance, round_length, written

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (12.3456, "µm", "12.35 µm"),
        (1234.9, "um", "1.235 mm"),
        (0.05, "µm", "50 nm"),
        (250, "px", "250 px"),
        (0.5, "px", "0.5 px"),
        (2.0, "m", "2 m"),
        (0.0, "µm", "0 µm"),
        (0.1, "nm", "0.1 nm"),
    ],
)
def test_lengths_have_a_unit_that_suits_them(value, unit, text):
    assert written(value, unit) == text


def test_distances_take_pixels_that_are_not_square():
    assert distance((0, 0), (3, 4), None) == "5.0 px"
    assert distance((0, 0), (3, 4), PixelSize(height=1.0, width=2.0, unit="µm")) == "5.0 px = 7.211 µm"


@pytest.mark.parametrize(("most", "length"), [(9.9, 5), (10, 10), (23, 20), (0.7, 0.5), (1999, 1000)])
def test_round_lengths(most, length):
    assert round_length(most) == pytest.approx(length)
