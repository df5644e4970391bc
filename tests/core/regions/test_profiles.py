"""What is seen from the pixel edges of borders."""

import numpy as np
import pytest

from segmenter.assets import resource
from segmenter.core.regions import profiles
from segmenter.core.regions.profiles import ACROSS, FARTHEST, Network, network, samples, views

ROWS, COLUMNS = 40, 50
MIDDLE = np.array([[r + 0.0, COLUMNS / 2 - 0.5] for r in range(15, 25)])
RIGHT = np.tile([0.0, 1.0], (len(MIDDLE), 1))


def scene(step=30.0, seed=0):
    """Colours and textures, and maps, of two halves."""
    rng = np.random.default_rng(seed)
    images = rng.normal(0, 2, (7, ROWS, COLUMNS)).astype(np.float32)
    images[0, :, COLUMNS // 2 :] += step
    return list(images[:4]), list(images[4:])


def seen(looks, maps, middle=MIDDLE, normal=RIGHT):
    return views(looks, maps, 3, middle, normal)


def test_numbers_are_as_many_as_the_network_takes():
    looks, maps = scene()
    found = seen([*looks, looks[0]], maps)
    assert found.dtype == np.float32
    assert found.shape == (len(MIDDLE), len(network().mean))
    assert network()(found).shape == (len(MIDDLE),)


def test_it_does_not_matter_which_side_comes_first():
    looks, maps = scene()
    assert seen(looks, maps, normal=-RIGHT) == pytest.approx(seen(looks, maps), abs=1e-4)


def test_it_turns_with_the_image():
    looks, maps = scene()
    turned = [[np.ascontiguousarray(image.T) for image in images] for images in (looks, maps)]
    found = seen(*turned, middle=MIDDLE[:, ::-1], normal=RIGHT[:, ::-1])
    assert found == pytest.approx(seen(looks, maps), abs=1e-4)


def test_the_first_numbers_are_how_different_both_sides_are():
    one, other = (seen(*scene(step))[:, : 2 * len(ACROSS) : 2].mean(axis=0) for step in (0.0, 60.0))
    assert (other > one + 1.5).all()
    assert np.exp(other) == pytest.approx(60, rel=0.15)


def test_a_rim_is_not_the_step_of_two_halves():
    looks, maps = scene(0.0)
    rim = [looks[0].copy(), *looks[1:]]
    rim[0][:, COLUMNS // 2 : COLUMNS // 2 + 2] += 60
    near, far = seen(rim, maps)[:, 0].mean(), seen(rim, maps)[:, 2 * len(ACROSS) - 2].mean()
    assert near > far + 2


def test_grey_has_no_differences_of_hue():
    looks, maps = scene()
    found = views([looks[0], looks[3], looks[3]], maps, 1, MIDDLE, RIGHT)
    assert np.isfinite(found).all()
    assert found.shape == (len(MIDDLE), len(network().mean))


def test_the_rim_of_an_image_goes_on():
    looks, maps = (list(np.full((count, 3, 4), 7.0, np.float32)) for count in (4, 3))
    found = seen(looks, maps, np.array([[0.0, 0.5]]), np.array([[0.0, 1.0]]))
    assert np.isfinite(found).all()
    assert found[0, 0] == pytest.approx(np.log(profiles.LEAST))


def test_every_border_is_looked_at_and_long_ones_in_proportion(monkeypatch):
    monkeypatch.setattr(profiles, "SAMPLES", 100)
    lengths = np.array([1, 900, 3, 96])
    border = np.random.default_rng(0).permutation(np.repeat(np.arange(4), lengths))
    at = samples(border, lengths)
    assert np.bincount(border[at]).tolist() == [1, 90, 1, 10]
    assert (np.diff(at) > 0).all()
    assert len(samples(border[:50], np.bincount(border[:50], minlength=4))) == 50


def test_a_network_is_its_layers():
    one = np.array([[1.0, -1.0]], np.float32), np.zeros(2, np.float32)
    last = np.array([[2.0], [3.0]], np.float32), np.array([0.5], np.float32)
    found = Network(np.array([1.0], np.float32), np.array([2.0], np.float32), [one, last])
    inputs = np.array([[3.0], [-3.0], [1e9]], np.float32)
    assert found(inputs).tolist() == [2.5, 6.5, 2 * FARTHEST + 0.5]


def test_the_network_is_small():
    assert resource("outlines.npz").stat().st_size < 30_000
