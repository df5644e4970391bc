"""Greedy merging: the weakest boundary first, as a plain search over all pairs would find it."""

import math

import numpy as np
import pytest

from segmenter.core.regions.merging import MAX_APART, REPORT, USUAL, Borders, merge
from segmenter.progress import Cancelled, ignore

RNG = np.random.default_rng(0)


def grid(rows, columns):
    """Regions in a grid, each touching its 4 neighbours, with random borders, looks and areas."""
    number = np.arange(1, rows * columns + 1).reshape(rows, columns)
    pairs = np.concatenate(
        [
            np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1),
            np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1),
        ]
    )
    lengths = RNG.integers(1, 20, len(pairs))
    means = np.concatenate([np.zeros((1, 3)), RNG.random((rows * columns, 3)) * 50])
    areas = np.concatenate([[0], RNG.integers(5, 200, rows * columns)])
    return Borders(pairs, lengths, lengths * RNG.random(len(pairs)) * 100), means, areas


def plainly(borders, means, areas):
    """Merge by looking at all pairs of sets of regions before every step."""
    sets = [{region} for region in range(1, len(areas))]
    heights, height = [], 0.0
    while len(sets) > 1:
        best = None
        for at, one in enumerate(sets):
            for other in sets[at + 1 :]:
                touch = [
                    n
                    for n, (a, b) in enumerate(borders.pairs)
                    if (a in one and b in other) or (a in other and b in one)
                ]
                if not touch:
                    continue
                border = borders.totals[touch].sum() / borders.lengths[touch].sum()
                weights = [areas[list(side)] for side in (one, other)]
                looks = [
                    np.average(means[list(side)], axis=0, weights=w)
                    for side, w in zip((one, other), weights, strict=True)
                ]
                contrast = np.linalg.norm(looks[0] - looks[1])
                strength = math.sqrt(border * contrast) * min(w.sum() for w in weights) ** USUAL.area
                if best is None or strength < best[0]:
                    best = strength, one, other
        strength, one, other = best
        sets = [side for side in sets if side is not one and side is not other] + [one | other]
        height = max(height, strength)
        heights.append(height)
    return np.array(heights)


def test_the_heights_are_those_of_a_plain_search():
    scene = grid(4, 5)
    merges, heights = merge(*scene, ignore)
    assert np.allclose(heights, plainly(*scene))
    assert len(merges) == 19


def test_every_merge_joins_two_that_were_apart():
    merges, heights = merge(*grid(12, 15), ignore)
    root = list(range(181))

    def find(region):
        while root[region] != region:
            region = root[region]
        return region

    for one, other in merges:
        assert find(one) != find(other)
        root[find(other)] = find(one)
    assert len({find(region) for region in range(1, 181)}) == 1
    assert (np.diff(heights) >= 0).all()


def test_both_a_step_and_a_difference_are_asked_for():
    pairs = np.array([[1, 2], [2, 3], [3, 4]])
    means = np.array([[0.0], [10.0], [10.0], [40.0], [70.0]])  # 1 and 2 look alike, across a step
    borders = Borders(pairs, np.ones(3, int), np.array([500.0, 500.0, 0.0]))  # 3 and 4 differ, without a step
    merges, heights = merge(borders, means, np.array([0, 100, 100, 100, 100]), ignore)
    assert {frozenset(pair) for pair in merges[:2].tolist()} == {frozenset((1, 2)), frozenset((3, 4))}
    assert heights[1] == 0 < heights[2]


def test_specks_go_first():
    pairs = np.array([[1, 2], [1, 3]])
    means = np.array([[0.0], [0.0], [20.0], [20.0]])
    borders = Borders(pairs, np.ones(2, int), np.full(2, 100.0))
    merges, heights = merge(borders, means, np.array([0, 5000, 500, 5]), ignore)
    assert set(merges[0].tolist()) == {1, 3}
    assert heights[1] / heights[0] == pytest.approx(100**USUAL.area, rel=0.01)


def test_what_touches_nothing_joins_last_the_smallest_with_what_it_resembles():
    means = np.array([[0.0], [10.0], [90.0], [80.0]])
    none = Borders(np.zeros((0, 2), np.int64), np.zeros(0, np.int64), np.zeros(0))
    merges, heights = merge(none, means, np.array([0, 400, 300, 20]), ignore)
    assert merges.tolist() == [[3, 2], [2, 1]]
    assert np.isinf(heights).all()


def test_nothing_to_merge():
    none = Borders(np.zeros((0, 2), np.int64), np.zeros(0, np.int64), np.zeros(0))
    merges, heights = merge(none, np.zeros((2, 3)), np.array([0, 9]), ignore)
    assert merges.shape == (0, 2)
    assert heights.shape == (0,)


def test_the_input_is_left_as_it_is():
    borders, means, areas = grid(5, 5)
    before = means.copy(), areas.copy(), borders.totals.copy()
    merge(borders, means, areas, ignore)
    for one, other in zip(before, (means, areas, borders.totals), strict=True):
        assert np.array_equal(one, other)


def test_merging_reports_and_can_be_cancelled():
    said = []
    merge(*grid(25, 25), lambda stage, fraction: said.append((stage, fraction)), few=625)
    assert len(said) == -(-624 // REPORT)
    merge(*grid(25, 25), lambda stage, fraction: said.append((stage, fraction)))  # and in every round
    assert len(said) > -(-624 // REPORT) + 2
    for one in (said[:3], said[3:]):
        fractions = [fraction for stage, fraction in one if stage == "labels"]
        assert len(fractions) == len(one)
        assert fractions == sorted(fractions)
        assert 0.5 <= fractions[0] <= fractions[-1] <= 1

    def stop(stage, fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        merge(*grid(3, 3), stop)


def test_what_touches_nothing_joins_what_it_resembles_most():
    nothing = Borders(np.zeros((0, 2), int), np.zeros(0, int), np.zeros(0))
    areas = np.array([0, 1, 2, 3, 4])
    merges, heights = merge(nothing, np.array([[0.0], [5.0], [0.0], [1.0], [6.0]]), areas, ignore)
    assert merges.tolist() == [[1, 4], [2, 3], [3, 4]]
    assert np.isinf(heights).all()


def test_thousands_that_touch_nothing_are_compared_with_few_and_stop_soon(monkeypatch):
    count, told = 2000, []
    nothing = Borders(np.zeros((0, 2), int), np.zeros(0, int), np.zeros(0))
    looks = np.random.default_rng(0).random((count + 1, 2))
    areas = np.arange(count + 1)
    merges, _ = merge(nothing, looks, areas, lambda *_: told.append(1))
    assert len(merges) == count - 1
    assert (merges[: count - MAX_APART, 1] > count - MAX_APART).all()
    assert len(told) >= count // REPORT
