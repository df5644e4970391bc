"""Features: scales, masks, automatic sigma, reduction."""

import numpy as np
import pytest
from skimage.color import rgb2lab

from segmenter.core.features import automatic_sigma, compute, reduce
from segmenter.core.image import from_array
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


def features(array, roi=None, smoothing=0.0):
    return compute(from_array(array), roi, smoothing, ignore)


def test_colours_become_cielab():
    image = RNG.integers(0, 256, (70, 9, 3), np.uint8)
    np.testing.assert_allclose(features(image).values, rgb2lab(image), atol=1e-3)


@pytest.mark.parametrize("kind", [np.uint16, np.float32, np.float64])
def test_depth_does_not_matter_for_colours(kind):
    image = RNG.integers(0, 256, (20, 20, 3), np.uint8)
    deeper = image.astype(np.uint16) * 257 if kind == np.uint16 else (image / 255).astype(kind)
    np.testing.assert_allclose(features(deeper).values, features(image).values, atol=1e-3)


def test_a_grey_copy_has_the_lightness_of_the_photograph():
    grey = RNG.integers(0, 256, (20, 20), np.uint8)
    colour = np.repeat(grey[:, :, None], 3, axis=2)
    np.testing.assert_allclose(features(grey).values[:, :, 0], features(colour).values[:, :, 0], atol=1e-3)


@pytest.mark.parametrize("kind", [np.uint16, np.int16, np.int32, np.float32, np.float64])
@pytest.mark.parametrize("channels", [1, 2, 5, 8])
def test_measurements_span_0_to_100(kind, channels):
    shape = (60, 50) if channels == 1 else (60, 50, channels)
    image = (RNG.random(shape) * 3000 + 500).astype(kind)
    values = features(image).values
    assert values.shape == (60, 50, channels)
    assert np.percentile(values, 0.1) == pytest.approx(0, abs=0.5)
    assert np.percentile(values, 99.9) == pytest.approx(100, abs=0.5)


def test_bool_is_black_and_white():
    assert set(np.unique(features(np.eye(4, dtype=bool)).values)) == {0, 100}


def test_floats_within_0_and_1_are_not_stretched():
    assert features(np.array([[0.25, 0.5]])).values.ravel().tolist() == [25, 50]


def test_transparent_and_infinite_pixels_and_those_outside_the_region_are_left_out():
    image = RNG.random((10, 10, 4))
    image[:, :, 3] = 1
    image[0, 0, 3] = 0
    image[1, 1, 0] = np.nan
    image[2, 2, 1] = np.inf
    roi = np.ones((10, 10), bool)
    roi[3, 3] = False
    result = features(image, roi)
    left_out = {tuple(place) for place in np.argwhere(~result.mask)}
    assert left_out == {(0, 0), (1, 1), (2, 2), (3, 3)}
    assert np.isfinite(result.values).all()
    assert result.warnings == ("2 pixels that are not finite numbers were left out.",)


def test_a_region_of_another_shape_is_refused():
    with pytest.raises(ValueError, match="region of interest"):
        features(np.zeros((4, 4)), np.ones((4, 5), bool))


def test_smoothing_does_not_bleed_over_the_mask():
    image = np.zeros((20, 20))
    image[:, 10:] = 1
    roi = np.zeros((20, 20), bool)
    roi[:, :10] = True
    assert np.abs(features(image, roi, 3.0).values[roi]).max() < 1e-3
    whole = features(image, None, 3.0).values
    assert whole[:, 9].min() > 10


def test_automatic_sigma_grows_with_noise_not_with_edges():
    flat = np.zeros((64, 64, 3)) + 0.5
    edge = flat.copy()
    edge[:, 32:] = 0.9
    noise = flat + RNG.normal(0, 0.05, flat.shape)
    assert automatic_sigma(features(edge)) == automatic_sigma(features(flat))
    assert automatic_sigma(features(noise)) > automatic_sigma(features(flat)) > 0
    assert automatic_sigma(features(np.zeros((1, 1)))) > 0


def test_reduction_averages_what_is_inside_the_mask():
    image = np.arange(25.0).reshape(5, 5) / 100
    roi = np.ones((5, 5), bool)
    roi[0, 0] = False
    roi[4, 4] = False
    reduced = reduce(features(image, roi), 2)
    assert reduced.values.shape == (3, 3, 1)
    assert reduced.values[0, 0, 0] == pytest.approx((1 + 5 + 6) / 3)
    assert reduced.values[1, 1, 0] == pytest.approx((12 + 13 + 17 + 18) / 4)
    assert not reduced.mask[2, 2]
    np.testing.assert_array_equal(reduce(features(image), 1).values, features(image).values)


def test_channels_of_different_range_weigh_the_same():
    weak, strong = np.tile(np.arange(100) % 7, (10, 1)), np.tile(np.arange(100)[::-1] % 11 * 5000, (10, 1))
    values = features(np.dstack([weak, strong]).astype(np.uint16)).values
    np.testing.assert_allclose(np.ptp(values, axis=(0, 1)), 100, atol=0.1)


def test_12_bits_in_16_are_as_bright_as_16():
    twelve = np.random.default_rng(0).integers(0, 4096, (8, 8, 3)).astype(np.uint16)
    twelve[0, 0] = 4095
    np.testing.assert_allclose(features(twelve).values, features(twelve * np.uint16(16)).values, atol=0.05)
