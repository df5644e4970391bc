"""Segments that look alike."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core.image import from_array
from segmenter.core.interaction.similarity import distances, widest_gap

PLACES = {1: (10, 10), 2: (10, 50), 3: (50, 10), 4: (50, 50)}


@pytest.fixture(scope="module")
def scene():
    """Return regions and labels of four squares on a ground: three red, one blue."""
    image = np.full((80, 80, 3), 0.5)
    labels = np.full((80, 80), 5, np.int32)
    for number, (row, column) in PLACES.items():
        image[row : row + 20, column : column + 20] = (0.1, 0.2, 0.8) if number == 4 else (0.8, 0.2, 0.1)
        labels[row : row + 20, column : column + 20] = number
    image += np.random.default_rng(2).normal(0, 0.02, image.shape)
    found = segment(from_array(np.clip(image, 0, 1)), Parameters().replace(method="tree", reduction=1))
    return found.regions, labels


def test_what_looks_alike_is_near(scene):
    found = distances(*scene, {1})
    assert found[1] == 0
    assert max(found[2], found[3]) < min(found[4], found[5]) / 2
    assert found.keys() == {1, 2, 3, 4, 5}


def test_the_nearest_of_several_counts(scene):
    found = distances(*scene, {1, 4, 99})
    assert found[1] == found[4] == 0
    assert found[5] > 0


def test_nothing_is_chosen(scene):
    assert distances(*scene, {99}) == {}
    assert distances(*scene, set()) == {}


def test_background_is_nothing(scene):
    regions, labels = scene
    assert distances(regions, np.where(labels == 5, 0, labels), {1}).keys() == {1, 2, 3, 4}


def test_the_widest_gap():
    assert widest_gap([]) == 0
    assert widest_gap([3.0, 4.0, 5.0, 40.0, 42.0]) == pytest.approx(22.5)
    assert widest_gap([3.0, 4.0, 5.0, 14.0, 17.0, 42.0, 99.0]) == pytest.approx(70.5)
    assert 0 < widest_gap([4.0]) < 4
