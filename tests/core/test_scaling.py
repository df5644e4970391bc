"""Samples of any kind, as numbers that are compared."""

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.core.scaling import conversion


def converted(pixels, mask=None):
    image = from_array(pixels)
    mask = np.ones(pixels.shape[:2], bool) if mask is None else mask
    pixels = image.pixels if image.pixels.ndim == 3 else image.pixels[:, :, None]
    return conversion(image, pixels, mask)(pixels)


@pytest.mark.parametrize(("value", "lightness"), [(0, 0), (255, 100), (119, 50.03)])
def test_grey_is_lightness(value, lightness):
    assert converted(np.full((2, 2), value, np.uint8)) == pytest.approx(np.full((2, 2, 1), lightness), abs=0.01)


def test_colours_are_cielab_at_any_depth():
    eight = np.array([[[255, 0, 0], [0, 255, 0]], [[0, 0, 255], [10, 20, 30]]], np.uint8)
    of_sixteen = converted(eight.astype(np.uint16) * 257)
    assert converted(eight)[0, 0] == pytest.approx([53.24, 80.09, 67.20], abs=0.05)
    np.testing.assert_allclose(converted(eight), of_sixteen, atol=1e-3)


def test_channels_of_any_range_weigh_alike():
    ramp = np.linspace(0, 1, 100).reshape(10, 10)
    found = converted(np.dstack([ramp * 5000 + 3, ramp * 2 - 7, ramp * 1e-3, ramp * 40, -ramp[::-1, ::-1]]))
    assert found.shape == (10, 10, 5)
    np.testing.assert_allclose(found, np.broadcast_to(found[:, :, :1], found.shape), atol=1e-3)
    assert found.min() == pytest.approx(0, abs=0.5)
    assert found.max() == pytest.approx(100, abs=0.5)


def test_what_lies_outside_the_mask_has_no_say():
    pixels = np.array([[2.0, 4.0], [3.0, 9000.0]])
    mask = np.array([[True, True], [True, False]])
    assert converted(pixels, mask)[0, :, 0] == pytest.approx([0, 100], abs=0.5)


def test_floats_within_one_are_taken_as_they_are_and_what_is_no_number_is_nothing():
    pixels = np.array([[0.25, np.nan], [np.inf, 0.5]])
    assert converted(pixels, np.isfinite(pixels))[:, :, 0].tolist() == [[25.0, 0.0], [0.0, 50.0]]
