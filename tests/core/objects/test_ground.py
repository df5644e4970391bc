"""Heights above the ground."""

import numpy as np

from segmenter.core import features
from segmenter.core.image import from_array
from segmenter.core.objects import ground
from segmenter.progress import ignore


def described(array, mask=None):
    return features.compute(from_array(array), mask, 0.0, ignore)


def test_uneven_light_is_taken_off(scene):
    image, truth = scene([(30, 30), (60, 80), (90, 130)], 10, tilt=60.0)
    found = ground.relief(described(image), np.ones(1, np.float32), 1.0)
    flat = found.heights[truth == 0]
    assert flat.std() < 0.6 * described(image).values[truth == 0].std()
    assert found.heights[truth > 0].mean() > 3 * flat.std()
    assert 0.3 < found.noise < 4


def test_the_direction_separates_colours():
    image = np.full((40, 40, 3), (200, 120, 200), np.uint8)
    image[10:20, 10:20] = (90, 60, 190)
    noisy = np.clip(image + np.random.default_rng(0).normal(0, 3, image.shape), 0, 255).astype(np.uint8)
    points = described(noisy)
    heights = points.values @ ground.direction(points)
    inside, outside = heights[10:20, 10:20], heights[30:, 30:]
    assert abs(inside.mean() - outside.mean()) > 6 * max(inside.std(), outside.std())


def test_outside_the_mask_nothing_stands_out(scene):
    image, _ = scene([(30, 30)], 10)
    mask = np.ones(image.shape, bool)
    mask[:60] = False
    found = ground.relief(described(image, mask), np.ones(1, np.float32), 1.0)
    assert found.heights[~mask].max() < 0
    assert np.isfinite(found.heights).all()


def test_otsu_divides_two_groups():
    values = np.concatenate([np.random.default_rng(0).normal(at, 1, 500) for at in (0, 10)])
    assert 3 < ground.otsu(values) < 7
