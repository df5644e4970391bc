"""The bar that tells how large things are."""

import pytest

from segmenter.core.image import PixelSize
from segmenter.gui.canvas.scale_bar import scale_bar
from segmenter.gui.canvas.view_transform import ViewTransform

pytestmark = pytest.mark.usefixtures("english")

VIEW = ViewTransform((100, 200), (600, 400), scale=3.0)


def test_without_a_size_it_counts_pixels():
    assert scale_bar(VIEW, None, 160) == (150, "50 px")


def test_with_a_size_it_is_a_round_length_in_its_unit():
    width, text = scale_bar(VIEW, PixelSize(0.65, 0.65, "µm"), 160)
    assert text == "20 µm"
    assert width == pytest.approx(20 / 0.65 * 3)


def test_it_is_seen_where_it_is_wanted(canvas, view_state):
    before = canvas.grab().toImage()
    view_state.set(scale_bar=True)
    after = canvas.grab().toImage()
    assert after.pixelColor(30, 440 - 20) != before.pixelColor(30, 440 - 20)
    assert after.pixelColor(300, 220) == before.pixelColor(300, 220)
