"""Merging in rounds: as one merge after the other where boundaries do not weaken, and a proper tree everywhere."""

import numpy as np
import pytest

from segmenter.core.regions import rounds
from segmenter.core.regions.dendrogram import cut
from segmenter.core.regions.merging import Borders, Rule, merge
from segmenter.core.regions.rounds import Merging
from segmenter.progress import ignore

ALONE, USUAL = Rule(1.0, 0.0, 0.0), Rule()


def grid(side, seed=0, equal=False):
    """Regions in a square grid, each touching its 4 neighbours."""
    rng = np.random.default_rng(seed)
    number = np.arange(1, side * side + 1).reshape(side, side)
    down, right = (number[:-1], number[1:]), (number[:, :-1], number[:, 1:])
    pairs = np.concatenate([np.stack([one.ravel(), other.ravel()], axis=1) for one, other in (down, right)])
    lengths = rng.integers(1, 20, len(pairs))
    totals = lengths * (5.0 if equal else rng.random(len(pairs)) * 100)
    looks = np.concatenate([np.zeros((1, 3)), rng.random((side * side, 3)) * 50])
    return Borders(pairs, lengths, totals), looks, np.concatenate([[0], rng.integers(5, 200, side * side)])


def merging(scene, rule=USUAL):
    borders, looks, areas = scene
    return Merging(borders.pairs, borders.lengths, borders.totals, looks.copy(), areas.copy(), np.array(rule))


def merged(scene, few=1, rule=USUAL, **how):
    state = merging(scene, rule)
    told = []
    state.merge(few, told.append, **how)
    return state, told


def test_by_borders_alone_the_tree_is_that_of_one_merge_after_the_other():
    scene = grid(20)
    one_by_one = merge(*scene, ignore, ALONE, few=400)
    in_rounds = merge(*scene, ignore, ALONE, few=1)
    assert in_rounds[1] == pytest.approx(one_by_one[1])
    for k in (2, 20, 100, 300):
        assert np.array_equal(cut(400, *in_rounds, k=k), cut(400, *one_by_one, k=k))


def test_by_the_usual_rule_the_heights_are_nearly_those_of_one_merge_after_the_other():
    scene = grid(30)
    one_by_one, in_rounds = (merge(*scene, ignore, few=few)[1] for few in (900, 1))
    assert np.median(np.abs(np.log(in_rounds / one_by_one))) < 0.05
    assert not np.array_equal(in_rounds, one_by_one)


def test_every_round_merges_pairs_apart_and_no_height_falls_on_the_way_up():
    state, told = merged(grid(15))
    left, heights = 225, np.zeros(226)
    for (pairs, at), before in zip(state.rounds, told, strict=True):
        assert before == left
        assert len(np.unique(pairs)) == 2 * len(pairs)
        assert (at >= heights[pairs].max(axis=1)).all()
        heights[pairs[:, 0]] = at
        left -= len(pairs)
    assert left == 1
    assert np.count_nonzero(state.areas) == 1


def test_so_many_are_left_as_are_asked_for():
    state, _ = merged(grid(15), few=40)
    assert np.count_nonzero(state.areas) == 40
    assert state.areas.sum() == grid(15)[2].sum()
    assert (state.areas[np.unique(state.pairs)] > 0).all()
    assert state.lengths.sum() < grid(15)[0].lengths.sum()


def test_equal_boundaries_take_few_rounds():
    state, _ = merged((grid(40, equal=True)[0], np.ones((1601, 1)), np.r_[0, np.ones(1600, int)]), rule=ALONE)
    assert np.count_nonzero(state.areas) == 1
    assert len(state.rounds) < 40


def test_an_order_that_leaves_one_pair_a_round_is_left_to_others():
    count = 1000
    pairs = np.stack([np.arange(1, count), np.arange(2, count + 1)], axis=1)
    scene = (
        Borders(pairs, np.ones(count - 1, int), np.arange(1.0, count)),
        np.ones((count + 1, 1)),
        np.ones(count + 1, int),
    )
    scene[2][0] = 0
    state, _ = merged(scene, rule=ALONE)
    assert len(state.rounds) == 1
    merges, heights = merge(*scene, ignore, ALONE, few=1)  # goes on one after the other
    assert len(merges) == count - 1
    assert (np.diff(heights) >= 0).all()
    patient, _ = merged(scene, rule=ALONE, stalled=0)
    assert len(patient.rounds) == count - 1


def test_the_heights_at_which_pairs_were_merged_are_known():
    scene = grid(6)
    state, _ = merged(scene, few=3)
    found = state.removed(scene[0].pairs)
    group = np.arange(37)
    for pairs, _ in state.rounds:
        into = np.arange(37)
        into[pairs[:, 1]] = pairs[:, 0]
        group = into[group]
    apart = group[scene[0].pairs[:, 0]] != group[scene[0].pairs[:, 1]]
    assert apart.any()
    assert np.array_equal(np.isinf(found), apart)
    assert set(found[~apart]) <= set(np.concatenate([each.heights for each in state.rounds]))


def test_each_graph_of_several_has_a_rule_of_its_own():
    scenes = grid(8, seed=1), grid(8, seed=2)
    rules = USUAL, Rule(0.2, 0.8, 0.1)
    alone = [
        merged(scene, few=0, rule=rule, stalled=0)[0].removed(scene[0].pairs)
        for scene, rule in zip(scenes, rules, strict=True)
    ]
    both = Merging(
        np.concatenate([scenes[0][0].pairs, scenes[1][0].pairs + 65]),
        *(np.concatenate([getattr(scene[0], name) for scene in scenes]) for name in ("lengths", "totals")),
        *(np.concatenate([scene[at] for scene in scenes]) for at in (1, 2)),
        np.repeat(rules, 65, axis=0).T,
    )
    pairs = both.pairs
    both.merge(0, lambda left: None, stalled=0)
    assert both.removed(pairs) == pytest.approx(np.concatenate(alone))


def test_what_is_compared_in_parts_is_the_same(monkeypatch):
    whole = merge(*grid(12), ignore, few=1)
    monkeypatch.setattr(rounds, "CHUNK", 7)
    parts = merge(*grid(12), ignore, few=1)
    assert all(np.array_equal(one, other) for one, other in zip(whole, parts, strict=True))
