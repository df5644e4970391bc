"""The tree on every pixel: as many labels as asked for, none too small, all nested."""

import numpy as np
import pytest

from segmenter import Cache, Parameters, segment
from segmenter.core.regions import region_map
from segmenter.core.regions.merging import Borders
from segmenter.core.regions.pieces import canonical, pieces
from segmenter.core.regions.tree import RegionTree

RNG = np.random.default_rng(0)


def strips(widths, merges, heights, strengths=None):
    """Return the map of regions side by side, of these widths, in an image of one row."""
    base = np.repeat(np.arange(1, len(widths) + 1), widths)[None].astype(np.int32)
    pairs = np.array([(number, number + 1) for number in range(1, len(widths))], np.int64).reshape(-1, 2)
    totals = np.array(strengths if strengths is not None else np.ones(len(pairs)), float)
    borders = Borders(pairs, np.ones(len(pairs), np.int64), totals)
    tree = RegionTree(base, np.array(merges, np.int32).reshape(-1, 2), np.array(heights, float), borders)
    return region_map.of(tree, base.astype(np.uint16))


def test_what_is_measured():
    made = strips([3, 2, 4], [(1, 2), (2, 3)], [1, 2], [5, 7])
    assert made.areas.tolist() == [0, 3, 2, 4]
    assert made.pairs.tolist() == [[1, 2], [2, 3]]
    assert made.strengths.tolist() == [5, 7]


def test_without_a_minimum_the_leaves_are_the_base_regions():
    leaves = strips([3, 2, 4], [(1, 2), (2, 3)], [1, 2]).leaves(1)
    assert leaves.leaf.tolist() == [0, 1, 2, 3]
    assert leaves.merges.tolist() == [[1, 2], [1, 3]]
    assert leaves.heights.tolist() == [1, 2]
    assert leaves.table(k=2).tolist() == [0, 1, 1, 2]
    assert leaves.table(k=3).tolist() == [0, 2, 3, 1]
    assert leaves.table(k=9).max() == 3
    assert [leaves.count(strength) for strength in (0, 1.5, 9)] == [3, 2, 1]
    assert leaves.table(strength=1.5).tolist() == [0, 1, 1, 2]


def test_a_small_region_goes_behind_its_weakest_boundary():
    made = strips([9, 2, 9], [(2, 3), (1, 2)], [8, 9], [1, 2])
    leaves = made.leaves(5)
    assert leaves.leaf.tolist() == [0, 1, 1, 2]
    assert leaves.heights.tolist() == [9]
    assert leaves.areas.tolist() == [0, 11, 9]


def test_small_regions_that_the_tree_joins_make_a_leaf():
    leaves = strips([9, 3, 3, 9], [(2, 3), (1, 2), (1, 4)], [1, 5, 6]).leaves(5)
    assert leaves.leaf.tolist() == [0, 1, 3, 3, 2]  # 3 begins where two merge
    assert leaves.heights.tolist() == [5, 6]


def test_chains_of_small_regions_are_handed_on():
    leaves = strips([9, 1, 1, 1, 9], [(1, 2), (2, 3), (3, 4), (4, 5)], [1, 2, 3, 4], [1, 1, 1, 9]).leaves(5)
    assert leaves.leaf.tolist() == [0, 1, 1, 1, 1, 2]


def test_separate_components_stay_however_small():
    base = np.array([[1, 1, 1, 0, 2, 0, 3]], np.int32)
    tree = RegionTree(base, np.array([[2, 3], [1, 2]], np.int32), np.array([np.inf, np.inf]))
    leaves = region_map.of(tree, base.astype(np.uint16)).leaves(2)
    assert leaves.leaf.tolist() == [0, 1, 2, 3]
    assert leaves.count(1e9) == 3
    assert leaves.table(k=1).max() == 1


@pytest.mark.parametrize("minimum", [1, 4, 1000])
def test_a_small_image_is_one_label_at_least(minimum):
    assert strips([2], [], []).leaves(minimum).table(k=3).tolist() == [0, 1]
    assert strips([2, 1], [(1, 2)], [1]).leaves(minimum).table(k=1).tolist() == [0, 1, 1]


def test_nothing_takes_part():
    base = np.zeros((2, 3), np.int32)
    made = region_map.of(RegionTree(base, np.zeros((0, 2), np.int32), np.zeros(0)), base.astype(np.uint16))
    assert made.leaves(5).table(k=3).tolist() == [0]
    assert not region_map.painted(made.base, made.leaves(5).table(k=3)).any()


def test_a_core_that_is_torn_on_the_full_image_keeps_its_largest_part():
    """Regions 1 and 3 touch in the reduced image; on the full one, 2 lies between them."""
    base = np.repeat([1, 2, 3], [4, 9, 2])[None].astype(np.int32)
    borders = Borders(np.array([[1, 2], [1, 3], [2, 3]]), np.ones(3, np.int64), np.array([9.0, 1.0, 9.0]))
    tree = RegionTree(base[:, ::2], np.array([[1, 3], [1, 2]], np.int32), np.array([1.0, 9.0]), borders)
    leaves = region_map.of(tree, base.astype(np.uint16)).leaves(5)
    assert leaves.leaf[1] != leaves.leaf[2]
    assert leaves.leaf[3] == leaves.leaf[2]


def test_numbers_follow_areas():
    labels = np.array([0, 5, 5, 2, 9], np.int32)
    assert region_map.by_area(labels, np.array([0, 1, 1, 2, 7])).tolist() == [0, 2, 2, 3, 1]
    base = RNG.integers(0, 9, (20, 30)).astype(np.uint16)
    areas = region_map.areas(base, 9)
    table = region_map.by_area(np.arange(9, dtype=np.int32), areas)
    assert sorted(areas[1:].tolist(), reverse=True) == [int(areas[table == number][0]) for number in range(1, 9)]


@pytest.fixture(scope="module")
def scene():
    rough = np.kron(RNG.random((9, 12, 3)), np.ones((14, 14, 1)))
    return np.clip(rough + RNG.normal(0, 0.08, rough.shape), 0, 1)


@pytest.mark.parametrize("reduction", [1, 2, 5])
@pytest.mark.parametrize("minimum", [1, 60, 900])
def test_every_cut_has_its_labels_none_too_small_and_nested(scene, reduction, minimum):
    cache, parameters = Cache(), Parameters().replace(method="tree", reduction=reduction, minimum_region=minimum)
    finer = None
    for k in (60, 31, 17, 8, 3, 2):
        result = segment(scene, parameters.replace(k=k), cache=cache)
        leaves = result.regions.leaves(minimum)
        assert result.count == min(k, len(leaves.areas) - 1)
        split, _ = pieces(result.labels)
        assert np.bincount(split.ravel())[1:].min() >= minimum
        if finer is not None:
            assert all(len(np.unique(result.labels[finer == label])) == 1 for label in range(1, finer.max() + 1))
        finer = result.labels
        areas = np.bincount(result.labels.ravel())[1:]
        assert (np.diff(areas) <= 0).all()
    assert canonical(finer).max() == finer.max()


def stairs(*heights):
    """Return leaves whose merges have these heights."""
    count = len(heights) + 1
    merges = np.stack([np.ones(count - 1, np.int32), np.arange(2, count + 1, dtype=np.int32)], axis=1)
    return region_map.Leaves(
        np.arange(count + 1, dtype=np.int32), np.ones(count + 1, np.int64), merges, np.array(heights)
    )


def test_a_suggestion_is_in_the_clearest_step_near_the_typical_strength():
    assert stairs(5.0, 10.0).suggest(7.0) == (2, 7.0)
    assert stairs(5.0, 2000.0).suggest("auto").k == 2
    clear = stairs(5.0, 730.0, 740.0, 870.0, 2000.0).suggest("auto")
    assert clear.k == 3
    assert 740 < clear.strength < 870


def test_a_suggestion_is_no_crowd_but_for_separate_components():
    assert stairs(*np.linspace(900, 5000, 80)).suggest("auto").k == 30
    assert stairs(*[np.inf] * 49).suggest("auto").k == 50
    assert stairs(*np.linspace(900, 5000, 80), *[np.inf] * 10).suggest("auto").k == 30
    assert stairs(*np.linspace(900, 5000, 80), *[np.inf] * 60).suggest("auto").k == 61
    assert stairs(*[900.0] * 5, *[1000.0] * 40, *np.linspace(2000, 3000, 9)).suggest("auto").k == 10
    assert stairs().suggest("auto").k == 1


def test_another_cut_is_a_look_up(scene):
    cache = Cache()
    result = segment(scene, Parameters().replace(method="tree"), cache=cache)
    for changes in ({"k": 5}, {"k": "auto"}, {"k": "auto", "strength": 100.0}, {"minimum_region": 300}):
        again = segment(scene, Parameters().replace(method="tree", **changes), cache=cache)
        assert again.seconds.keys() <= {"regions"}
        assert again.regions is result.regions
    leaves = result.regions.leaves(300)
    np.testing.assert_array_equal(leaves.table(k=leaves.suggest("auto").k)[result.base], again.labels)
