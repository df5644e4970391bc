"""The regions of an image as clicks see them."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.interaction.clicks.scene import Scene


def test_places_and_areas(scene):
    assert scene.areas.sum() == pytest.approx(1)
    assert scene.places.shape == (scene.count, 2)
    rows, columns = scene.regions.tree.base.shape
    assert (scene.places >= 0).all()
    assert (scene.places < (rows, columns)).all()
    weights = np.bincount(scene.regions.tree.base.ravel())[1:]
    np.testing.assert_allclose(np.average(scene.places, axis=0, weights=weights), ((rows - 1) / 2, (columns - 1) / 2))


def test_boxes_are_those_of_the_regions_on_the_image(scene):
    for region in range(0, scene.count, 7):
        rows, columns = np.nonzero(scene.regions.base == region + 1)
        assert scene.boxes[region].tolist() == [rows.min(), columns.min(), rows.max() + 1, columns.max() + 1]
    assert scene.box(np.ones(scene.count, bool)) == (slice(0, 80), slice(0, 100))


def test_a_region_without_a_pixel_of_the_image_has_no_box(scene):
    base = scene.regions.base.copy()
    base[base == 1] = 2
    areas = scene.regions.areas.copy()
    areas[2] += areas[1]
    areas[1] = 0
    torn = Scene(replace(scene.regions, base=base, areas=areas), scene.factor)
    chosen = np.zeros(scene.count, bool)
    chosen[[0, scene.count - 1]] = True
    top, left, bottom, right = torn.boxes[-1]
    assert torn.box(chosen) == (slice(top, bottom), slice(left, right))


def test_joins_are_the_smallest_node_above_both(scene):
    for region in (0, scene.count // 2, scene.count - 1):
        joins = scene.joins(region)
        assert joins[region] == region
        for other in range(0, scene.count, 11):
            common = set(scene.above(region)) & set(scene.above(other))
            assert joins[other] == min(common)


def test_nodes_grow_upwards(scene):
    chain = scene.above(3)
    assert chain[0] == 3
    assert scene.node_areas[chain[-1]] == 1 or np.isclose(scene.node_areas[chain[-1]], 1)
    assert (np.diff(scene.node_areas[chain]) > 0).all()
    assert (np.diff(scene.node_heights[chain]) >= 0).all()


def test_ways_across_boundaries_are_long(scene):
    costs = scene.ways[scene.ends[:, 0], scene.ends[:, 1]]
    strong = scene.strengths > np.quantile(scene.strengths, 0.95)
    assert np.mean(costs[strong]) > 3 * np.mean(costs[~strong])


def test_the_rim_is_at_the_border(scene):
    on_rim = np.isin(np.arange(scene.count), scene.rim)
    assert not on_rim.all()
    assert set(np.unique(scene.regions.tree.base[0]) - 1) <= set(scene.rim.tolist())


def test_what_stands_out_has_the_size_that_is_asked_for(scene):
    inside = int(scene.regions.base[45, 55]) - 1
    square = 900 / 8000
    chosen = scene.standing_out(inside, 0.5 * square, 2 * square)
    assert 0.5 * square <= scene.areas[chosen].sum() <= 2 * square
    assert chosen[inside]
    assert scene.standing_out(inside, 2.0, 3.0) is None
