"""An object from a box."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core.clicked import Clicks
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks import boxes, raster
from segmenter.core.interaction.clicks.pointing import pointed
from segmenter.core.interaction.clicks.scene import Scene
from segmenter.core.interaction.clicks.select import prepare, weights
from segmenter.core.interaction.clicks.selecting import Selector

BOX = 27, 37, 63, 73
SQUARE = np.s_[30:60, 40:70]


def overlap(one, other):
    return (one & other).sum() / (one | other).sum()


def test_quantities(selector):
    found = boxes.quantities(selector.raster, BOX)
    assert found.shape == (selector.scene.count, boxes.COUNT) == (selector.scene.count, len(weights().box_regions))
    assert np.isfinite(found).all()
    assert np.abs(found).max() < 10
    inside = selector.raster.shares(square(selector)) > 0.9
    looks = 6
    assert found[inside, looks].min() > found[~inside, looks].max()


def square(selector):
    mask = np.zeros(selector.raster.base.shape, bool)
    mask[SQUARE] = True
    return mask


@pytest.mark.parametrize("box", [BOX, (20, 30, 70, 80)])
def test_what_a_box_was_drawn_around(selector, box):
    mask = pointed(selector, Clicks(box=box))
    assert overlap(mask, square(selector)) > 0.9
    assert not mask[: box[0]].any()


def test_without_pixels(selector):
    regions = Selector(raster.make(Scene(selector.scene.regions, selector.scene.factor), None), weights())
    assert overlap(pointed(regions, Clicks(box=BOX)), square(selector)) > 0.8


def test_clicks_correct_what_a_box_gave(selector):
    whole = pointed(selector, Clicks(box=(20, 30, 70, 80)))
    less = pointed(selector, Clicks(((45, 55, False),), box=(20, 30, 70, 80)))
    assert whole[45, 55]
    assert not less[45, 55]
    np.testing.assert_array_equal(pointed(selector, Clicks(box=(20, 30, 70, 80))), whole)


def test_others_keep_what_they_have(selector):
    ground = np.zeros((80, 100), bool)
    ground[:, :50] = True
    assert not (pointed(selector, Clicks(box=BOX), ground) & ground).any()


def test_small_objects_in_a_box():
    down, across = np.mgrid[:200, :200]
    discs = ((down % 40 - 20) ** 2 + (across % 40 - 20) ** 2 < 100).astype(float)
    image = from_array(0.1 + 0.8 * discs + np.random.default_rng(0).normal(0, 0.02, discs.shape).clip(-0.05, 0.05))
    selector = prepare(segment(image, Parameters().replace(method="tree")), image)
    mask = pointed(selector, Clicks(box=(42, 42, 78, 78)))
    wanted = np.zeros_like(mask)
    wanted[40:80, 40:80] = discs[40:80, 40:80] > 0
    assert overlap(mask, wanted) > 0.9
