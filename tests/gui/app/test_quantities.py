"""Areas as people read them."""

import pytest

from segmenter.core.image import PixelSize
from segmenter.gui.app import quantities

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("value", "text"), [(0.12345, "0.123"), (9.876, "9.88"), (123.44, "123.4"), (12345.6, "12,346")]
)
def test_as_many_digits_as_are_read(value, text):
    assert quantities.number(value) == text


def test_pixels_or_the_unit():
    size = PixelSize(0.5, 0.25, "µm")
    assert quantities.area(1600, None) == "1,600 px"
    assert quantities.area(1600, size) == "200.0 µm²"
    assert quantities.area(1600, size, unit=False) == "200.0"
    assert quantities.side(size) == "0.25 × 0.5 µm/px"
    assert quantities.side(PixelSize(2, 2, "mm")) == "2 mm/px"
