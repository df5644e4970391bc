"""Uneven light: what changes slowly goes, what is seen stays."""

from dataclasses import replace

import numpy as np
import pytest
from skimage import data

from segmenter import Parameters, segment
from segmenter.core.features import compute, evened, reduce
from segmenter.core.image import from_array
from segmenter.progress import ignore

RNG = np.random.default_rng(0)
ROWS, COLUMNS = np.mgrid[:120, :160] / 160.0
TILT = 30 * ROWS + 40 * COLUMNS**2


def described(array, roi=None, smoothing=0.0):
    return compute(from_array(array), roi, smoothing, ignore)


def discs():
    inside = np.zeros(ROWS.shape, bool)
    for row, column in ((30, 30), (30, 90), (80, 50), (90, 130)):
        inside |= (ROWS * 160 - row) ** 2 + (COLUMNS * 160 - column) ** 2 < 12**2
    return inside


def test_ground_becomes_even_and_what_lies_on_it_keeps_its_height():
    inside = discs()
    full = described((TILT + 20 * inside).astype(np.float32) / 100)
    values = evened(full, 10, colours=False).values[:, :, 0]
    assert np.ptp(full.values[~inside]) > 60
    assert np.percentile(values[~inside], 95) - np.percentile(values[~inside], 5) < 10
    assert np.median(values[inside]) - np.median(values[~inside]) == pytest.approx(20, abs=4)
    assert np.median(values) == pytest.approx(np.median(full.values), abs=10)


def test_zero_changes_nothing_and_nothing_takes_part():
    full = described(TILT / 100)
    assert evened(full, 0, colours=False) is full
    nowhere = described(TILT / 100, np.zeros(TILT.shape, bool))
    assert evened(nowhere, 10, colours=False) is nowhere


def test_even_light_stays_as_it_is():
    full = described(np.full((40, 50), 0.4))
    np.testing.assert_allclose(evened(full, 10, colours=False).values, full.values, atol=1e-3)


def test_of_colours_only_the_brightness_is_evened():
    image = np.clip(TILT[:, :, None] / 100 * (1, 0.8, 0.6), 0, 1)
    full = described(image)
    values = evened(full, 10, colours=True).values
    assert np.array_equal(values[:, :, 1:], full.values[:, :, 1:])
    assert np.ptp(values[:, :, 0]) < np.ptp(full.values[:, :, 0]) / 2


def test_of_measurements_every_channel_is_evened():
    image = np.dstack([TILT, TILT[::-1]]) / 100
    values = evened(described(image), 10, colours=False).values
    assert all(np.ptp(values[:, :, channel]) < 35 for channel in range(2))


@pytest.mark.parametrize("smoothing", [0.0, 1.5])
def test_strips_squares_and_parts_are_those_of_the_whole(smoothing):
    roi = RNG.random(TILT.shape) < 0.9
    full = evened(described(RNG.random((*TILT.shape, 3)), roi, smoothing), 10, colours=True)
    values = full.values
    assert not values[~roi].any()
    np.testing.assert_array_equal(full.strip(slice(30, 60)), values[30:60])
    squares = full.squares(slice(30, 60), 10, np.array([0, 2]), np.array([3, 15]))
    np.testing.assert_array_equal(squares[1].reshape(10, 10, 3), values[50:60, 150:160])
    if not smoothing:
        np.testing.assert_array_equal(full.part(slice(20, 50), slice(40, 100)).values, values[20:50, 40:100])


def test_a_reduced_image_is_evened_alike():
    """Previews are made of one."""
    full = described(TILT / 100)
    small = described(reduce(full, 2).values[:, :, 0] / 100)
    whole = reduce(evened(full, 10, colours=False), 2).values
    np.testing.assert_allclose(evened(small, 10, colours=False).values, whole, atol=1)


def test_masked_pixels_do_not_count():
    roi = np.ones(TILT.shape, bool)
    roi[:, :40] = False
    image = (TILT / 100).astype(np.float32)
    spoilt = np.where(roi, image, 1).astype(np.float32)
    one, other = (evened(replace(described(array), mask=roi), 10, colours=False).values for array in (image, spoilt))
    np.testing.assert_allclose(one[roi], other[roi], atol=1e-4)


def test_the_ground_under_coins_is_one_piece():
    result = segment(data.coins(), Parameters().replace(uneven_light=10))
    assert result.count == 24
    assert (result.labels[-13:, 60:330] == 0).mean() > 0.95  # below the last row of coins lies nothing but ground
