"""A scene of a few plain areas."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks.select import prepare


@pytest.fixture(scope="session")
def picture():
    """Return a picture of a bright square on a dark ground."""
    image = np.full((80, 100), 0.2) + np.random.default_rng(1).normal(0, 0.02, (80, 100))
    image[30:60, 40:70] += 0.6
    return from_array(np.clip(image, 0, 1))


@pytest.fixture
def selector(picture):
    """Return what answers clicks on it."""
    return prepare(segment(picture, Parameters().replace(method="tree", reduction=2)), picture)


@pytest.fixture
def scene(selector):
    """Return its regions."""
    return selector.scene
