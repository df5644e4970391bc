"""What regions look like: distances in CIELAB units, texture by strength, fineness and direction."""

import numpy as np
import pytest

from segmenter.core.regions import descriptors
from segmenter.core.regions.descriptors import BIN, HISTOGRAM, SCALES, TEXTURE, cues, describe, slope

ROWS, COLUMNS = 40, 60
RNG = np.random.default_rng(0)


def looks(image):
    """What an image looks like as a single region, without the histogram."""
    channels = cues(image)[1]
    return describe(np.ones(image.shape[:2], np.int32), image, channels)[0][1][: len(channels)]


def stripes(along, period=4, height=10.0):
    """One channel with stripes that run along one axis."""
    return np.float32(height) * np.sin(2 * np.pi * np.indices((ROWS, COLUMNS))[1 - along] / period)[:, :, None]


def test_a_ramp_has_its_own_slope_at_every_scale():
    ramp = np.float32(3) * np.indices((ROWS, COLUMNS))[1].astype(np.float32)
    for scale in SCALES:
        down, right = slope(ramp, scale)
        assert np.allclose(down, 0, atol=1e-4)
        assert np.allclose(right[:, 10:-10], 3, rtol=5e-3)
    gradients, channels = cues(ramp[:, :, None])
    assert len(gradients) == len(SCALES)
    assert np.allclose(np.stack(gradients)[..., 10:-10], 3, rtol=5e-3)
    assert np.array_equal(channels[0], ramp)
    assert np.allclose(channels[1][:, 10:-10], TEXTURE * np.log(4), rtol=5e-3)


def test_gradients_of_several_channels_add_up_as_squares():
    ramp = np.indices((ROWS, COLUMNS))[1].astype(np.float32)
    gradients, channels = cues(np.stack([3 * ramp, -4 * ramp], axis=2))
    assert np.allclose(np.stack(gradients)[..., 10:-10], 5, rtol=5e-3)
    assert len(channels) == 2 + len(SCALES) + 2


def test_a_flat_image_has_no_texture():
    gradients, channels = cues(np.full((ROWS, COLUMNS, 3), 50, np.float32))
    assert not np.any(gradients)
    assert all(np.isfinite(channel).all() for channel in channels)
    assert not np.abs(channels[3:]).max() > 1e-3


def test_direction_tells_stripes_apart_that_are_alike_but_for_it():
    one, other = (looks(stripes(along)) for along in (0, 1))
    assert np.allclose(one[:4], other[:4], atol=2)
    assert np.linalg.norm(one[4:] - other[4:]) > 50


def test_direction_turns_with_the_image():
    slanted = np.float32(10) * np.sin(np.indices((ROWS, ROWS)).sum(axis=0))[:, :, None]
    cosine, sine = cues(slanted)[1][-2:]
    assert abs(cosine.mean()) < 0.05 * abs(sine.mean())
    assert np.allclose(cues(slanted[::-1])[1][-1].mean(), -sine.mean(), rtol=0.02)


@pytest.mark.parametrize("height", [1.0, 30.0])
def test_strength_and_fineness_of_texture(height):
    plain, strong, coarse = (
        looks(image) for image in (stripes(0, 4, 0.0), stripes(0, 4, height), stripes(0, 12, height))
    )
    fine_scale, coarse_scale = 1, len(SCALES)
    assert strong[fine_scale] > plain[fine_scale] + 10
    assert coarse[coarse_scale] > strong[coarse_scale]


def test_looks_and_areas_of_regions():
    base = np.repeat(np.array([[1, 1, 3], [1, 3, 3]], np.int32), 2, axis=0)
    channel = np.arange(12, dtype=np.float32).reshape(4, 3)
    found, areas = describe(base, channel[:, :, None], [channel, 2 * channel])
    assert areas.tolist() == [0, 6, 0, 6]
    for region in (1, 3):
        mean = channel[base == region].mean()
        assert np.allclose(found[region, :2], [mean, 2 * mean])
    assert not found[[0, 2]].any()


def histogram(values):
    """The histogram part of one region."""
    image = np.asarray(values, np.float32)[None, :, None]
    return describe(np.ones(image.shape[:2], np.int32), image, [])[0][1]


def test_a_histogram_holds_every_pixel_and_its_mean():
    values = RNG.uniform(-40, 90, 500)
    found = histogram(values)
    assert np.isclose(found.sum(), HISTOGRAM)
    centres = (np.floor(values.min() / BIN) + np.arange(len(found))) * BIN
    assert np.isclose(found @ centres / HISTOGRAM, values.mean(), atol=1e-3)


def test_a_histogram_tells_a_mixture_from_its_mean():
    base = np.array([[1, 1, 2, 2]], np.int32)
    image = np.array([[0, 80, 40, 40]], np.float32)[:, :, None]
    looks, _ = describe(base, image, [])
    assert np.linalg.norm(looks[1] - looks[2]) > HISTOGRAM


def test_a_small_change_is_a_small_difference_across_the_bins():
    base = np.array([[1, 2]], np.int32)
    for value in np.arange(0, 3 * BIN):
        image = np.array([[value, value + 0.5]], np.float32)[:, :, None]
        looks, _ = describe(base, image, [])
        assert np.linalg.norm(looks[1] - looks[2]) <= HISTOGRAM * np.sqrt(2) * 0.5 / BIN + 1e-6


def test_the_look_of_a_union_is_the_mean_of_the_looks():
    image = RNG.uniform(0, 100, (8, 9, 2)).astype(np.float32)
    _, channels = cues(image)
    base = np.where(np.indices((8, 9))[1] < 4, 1, 2).astype(np.int32)
    parts, areas = describe(base, image, channels)
    whole, _ = describe(np.minimum(base, 1), image, channels)
    assert np.allclose(areas[1:] @ parts[1:] / areas.sum(), whole[1])


def test_cues_are_the_same_in_strips_of_any_height(monkeypatch):
    values = np.random.default_rng(0).random((50, 20, 3)).astype(np.float32) * 100
    whole = cues(values)
    monkeypatch.setattr(descriptors, "STRIP", 7)
    for one, other in zip(whole, cues(values), strict=True):
        assert all(np.array_equal(*pair) for pair in zip(one, other, strict=True))
