"""Numbers as colours: robust scales, equal darkness on both sides of 0."""

import numpy as np
import pytest
from skimage.color import rgb2lab

from segmenter.render.colormaps import DIVERGING, STEPS, as_grey, diverging, false_colours

RAMP = np.linspace(-1, 1, 201)[None].repeat(3, axis=0)


def test_greys_span_the_values_and_odd_pixels_do_not_count():
    odd = RAMP.copy()
    odd[0, 0] = -1e6
    for values in (RAMP, odd):
        grey = as_grey(values)
        assert grey.dtype == np.uint8
        assert (np.diff(grey[1].astype(int)) >= 0).all()
        assert grey[1, 5] < 5
        assert grey[1, -5] > 250
        assert abs(int(grey[1, 100]) - 128) < 5


def test_pixels_outside_do_not_count():
    values = np.zeros((20, 20))
    values[5:8, 5:8] = np.linspace(3, 4, 9).reshape(3, 3)
    grey = as_grey(values)
    assert grey[5, 5] == 0
    assert grey[7, 7] == 255
    assert grey[6, 6] == 128


@pytest.mark.parametrize("value", [0, 2.5])
def test_constants_have_a_colour(value):
    constant = np.full((2, 3), value)
    assert as_grey(constant).tolist() == [[0] * 3] * 2
    assert diverging(constant).shape == (2, 3, 3)
    assert false_colours(constant[:, :, None], (0, 0, 0)).shape == (2, 3, 3)


def test_the_sign_is_the_hue_and_0_is_white():
    blue, white, orange = diverging(np.array([[-1, 0, 1]]), 1)[0].astype(int)
    assert blue[2] > blue[0] + 80
    assert orange[0] > orange[2] + 80
    assert np.ptp(white) <= 2
    assert white.min() > 235


def test_equal_magnitudes_are_equally_dark_and_larger_ones_darker():
    lightness = rgb2lab(DIVERGING[None])[0, :, 0]
    assert np.abs(lightness - lightness[::-1]).max() < 6
    assert (np.diff(lightness[: STEPS + 1]) > -0.5).all()
    assert (np.diff(lightness[STEPS:]) < 0.5).all()


def test_the_limit_has_the_full_colour():
    assert np.array_equal(diverging(np.array([[0.5, 0.7]]), 0.5)[0], DIVERGING[[-1, -1]])
    assert np.array_equal(diverging(RAMP * 7), diverging(RAMP))
    assert np.array_equal(diverging(RAMP)[0, [0, 100, 200]], DIVERGING[[0, STEPS, -1]])


def test_three_images_are_red_green_and_blue_on_grey():
    images = np.zeros((4, 5, 6))
    for number, at in enumerate((5, 1, 3)):
        images[number, :, at] = (number + 1) * 10.0
    shown = false_colours(images, (5, 1, 3))
    assert shown.dtype == np.uint8
    assert (shown[3] == STEPS).all()
    for number in range(3):
        expected = np.full(3, STEPS)
        expected[number] = 2 * STEPS
        assert (shown[number] == expected).all()
