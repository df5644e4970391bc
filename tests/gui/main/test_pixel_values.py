"""The samples of a pixel, in words."""

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.gui.main.pixel_values import pixel_values

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("pixels", "text"),
    [
        (np.full((2, 2), 40_000, np.uint16), "40,000"),
        (np.full((2, 2), 0.123456789, np.float32), "0.12346"),
        (np.full((2, 2), True), "1"),
        (np.full((2, 2, 3), (7, 8, 65_535), np.uint16), "R 7   G 8   B 65,535"),
        (np.full((2, 2, 2), (1, 2), np.int16), "1: 1   2: 2"),
        (np.full((2, 2, 4), (1, 2, 3, 0), np.uint8), "R 1   G 2   B 3   left out"),
    ],
)
def test_samples_are_those_that_are_stored(pixels, text):
    assert pixel_values(from_array(pixels), 1, 0) == text
