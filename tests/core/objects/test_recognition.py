"""Many small objects on a ground are told from other images."""

import numpy as np
import pytest
from skimage import data

from segmenter import Parameters, segment
from segmenter.core.objects.recognition import Signs, signs

PLACES = [(y, x) for y in (20, 60, 100) for x in (20, 60, 100, 140)]
SMALL = Parameters().replace(eigenvectors=4, reduction=4)


def test_each_sign_can_speak_against():
    good = {"count": 20, "share": 0.95, "fit": 0.97, "unevenness": 0.1, "largest": 0.02}
    assert Signs(**good).many_small_objects
    for worse in ({"count": 4}, {"share": 0.6}, {"fit": 0.9}, {"unevenness": 0.4}, {"largest": 0.2}):
        assert not Signs(**good | worse).many_small_objects


def test_signs_of_discs(scene):
    image, truth = scene(PLACES, 9, noise=0.0)
    heights = image.astype(np.float32) - 60
    found = signs(truth, heights, np.ones(truth.shape, bool))
    assert found.count == 12
    assert found.share > 0.95
    assert found.fit == pytest.approx(1, abs=0.01)
    assert found.largest == pytest.approx(np.bincount(truth.ravel())[1:].max() / truth.size)


@pytest.mark.parametrize("dark", [False, True])
def test_a_scene_of_objects_is_recognised_and_a_photograph_is_not(scene, dark):
    found = segment(scene(PLACES, 9, dark=dark)[0], SMALL)
    assert (found.chosen, found.count) == ("objects", 12)
    photograph = segment(data.astronaut()[::2, ::2], SMALL)
    assert photograph.chosen == "tree"
    assert photograph.tree is not None
    assert photograph.parameters == SMALL


def test_coins_are_24_at_the_defaults():
    found = segment(data.coins())
    assert (found.chosen, found.count) == ("objects", 24)


def test_a_method_that_is_given_is_not_questioned(scene):
    image, _ = scene(PLACES, 9)
    found = segment(image, SMALL.replace(method="tree"))
    assert (found.chosen, found.signs) == ("tree", None)
