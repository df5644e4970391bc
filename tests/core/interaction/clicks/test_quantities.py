"""What speaks for each region."""

import numpy as np
import pytest

from segmenter.core.interaction.clicks.quantities import COUNT, Touch, quantities


def touch(scene, row, column, positive):
    return Touch(int(scene.regions.base[row, column]) - 1, positive, row / scene.factor, column / scene.factor)


def region_at(scene, row, column):
    return int(scene.regions.base[row, column]) - 1


@pytest.mark.parametrize(
    "made", [[(45, 55, True)], [(45, 55, True), (10, 10, False)], [(45, 55, True), (10, 10, True), (70, 90, False)]]
)
def test_all_are_finite_and_of_the_order_of_1(scene, made):
    touches = [touch(scene, *each) for each in made]
    found = quantities(scene, touches, np.linspace(0, 1, scene.count), np.linspace(-9, 9, scene.count))
    assert found.shape == (scene.count, COUNT)
    assert np.isfinite(found).all()
    assert np.abs(found).max() < 20


def test_what_is_like_the_click_is_told_from_what_is_not(scene):
    near, far = region_at(scene, 50, 50), region_at(scene, 70, 90)
    none = np.zeros(scene.count)
    found = quantities(scene, [touch(scene, 45, 55, True), touch(scene, 10, 10, False)], none, none)
    differs = found[near] - found[far]
    looks, ways = 20, 27
    assert differs[looks] > 0
    assert differs[ways] > 0
    rule = 11
    assert found[near][rule] == 1
    assert found[far][rule] == 0


def test_a_deep_click_speaks_for_more_around_it(scene):
    none = np.zeros(scene.count)
    made = [touch(scene, 45, 55, True)._replace(depth=deep) for deep in (2.0, 10.0)]
    near, far = (quantities(scene, [each], none, none)[:, -4] for each in made)
    assert (far >= near).all()
    assert far.sum() > near.sum()
