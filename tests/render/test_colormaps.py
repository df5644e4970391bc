"""Numbers as colours: robust scales, equal darkness on both sides of 0."""

import numpy as np
import pytest
from skimage.color import rgb2lab

from segmenter.render.colormaps import DIVERGING, STEPS, diverging, false_colours

RAMP = np.linspace(-1, 1, 201)[None].repeat(3, axis=0)


@pytest.mark.parametrize("value", [0, 2.5])
def test_constants_have_a_colour(value):
    constant = np.full((2, 3), value)
    assert diverging(constant).shape == (2, 3, 3)
    assert false_colours(constant[:, :, None].repeat(3, axis=2)).shape == (2, 3, 3)


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
    images = np.zeros((4, 5, 3))
    for number in range(3):
        images[number, :, number] = (number + 1) * 10.0
    shown = false_colours(images)
    assert shown.dtype == np.uint8
    assert (shown[3] == STEPS).all()
    for number in range(3):
        expected = np.full(3, STEPS)
        expected[number] = 2 * STEPS
        assert (shown[number] == expected).all()
