"""What several trees agree on."""

import numpy as np
import pytest

from segmenter.core.regions import consensus, evidence, merging
from segmenter.core.regions.consensus import BORDERS_ALONE, MEMBERS, Member, agree
from segmenter.core.regions.dendrogram import cut, joining, lay_out
from segmenter.core.regions.evidence import Seen
from segmenter.core.regions.merging import USUAL, Borders, Rule, merge
from segmenter.progress import ignore

CHANNELS = 1
COLUMNS = 1 + 5 + 4  # the mean, texture, a histogram of four bins


def strip(count, seed=0, gap=None):
    """Regions in a row, each touching the next; with a gap, two rows that do not touch."""
    rng = np.random.default_rng(seed)
    pairs = np.stack([np.arange(1, count), np.arange(2, count + 1)], axis=1)
    if gap:
        pairs = pairs[pairs[:, 0] != gap]
    lengths = rng.integers(1, 9, len(pairs))
    cues = [Borders(pairs, lengths, lengths * rng.random(len(pairs)) * 100) for _ in range(3)]
    looks = np.concatenate([np.zeros((1, COLUMNS)), rng.random((count, COLUMNS)) * 50])
    areas = np.concatenate([[0], rng.integers(5, 200, count)])
    return cues, looks, areas


def seen(count, seed=0, gap=None):
    """An image of such a strip."""
    rng = np.random.default_rng(seed)
    row = np.repeat(np.arange(1, count + 1, dtype=np.int32), 2)
    base = np.tile(np.insert(row, 2 * gap, 0) if gap else row, (4, 1))
    maps = [rng.random(base.shape, np.float32) * 100 for _ in range(5)]
    return Seen(base, maps, rng.random((*base.shape, CHANNELS), np.float32) * 100, maps[:3])


def agreed(count, **how):
    cues, looks, areas = strip(count, **how)
    usual = merge(cues[0], looks, areas, ignore, few=1)
    return usual, agree(*usual, cues, looks, areas, seen(count, **how))


def test_small_regions_merge_by_the_usual_rule_and_heights_never_fall():
    usual, (merges, heights) = agreed(consensus.LARGE + 100)
    assert np.array_equal(merges[:100], usual[0][:100])
    assert np.array_equal(heights[:100], usual[1][:100])
    assert not np.array_equal(heights[100:], usual[1][100:])
    assert (np.diff(heights) >= 0).all()
    assert len(set(cut(consensus.LARGE + 100, merges, heights, k=7)[1:])) == 7


def test_the_trees_alone_decide_where_regions_are_few(monkeypatch):
    monkeypatch.setattr(consensus, "MEMBERS", MEMBERS[:1])
    monkeypatch.setattr(merging, "PART", 1.0)  # as in the rounds of the six
    usual, found = agreed(40)
    for strength in np.unique(usual[1].round(6)) + 1e-3:  # one tree agrees with itself
        assert np.array_equal(cut(40, *usual, strength=strength), cut(40, *found, strength=strength))
    assert found[1] == pytest.approx(usual[1])


def test_strength_is_the_geometric_mean_of_the_heights(monkeypatch):
    two = (Member(0, "all", USUAL), Member(1, "texture", Rule(0.7, 0.3, 0.1), power=2.0, factor=3.0))
    monkeypatch.setattr(consensus, "MEMBERS", two)
    cues, looks, areas = strip(2)
    usual = merge(cues[0], looks, areas, ignore)
    _, one = usual
    _, other = merge(cues[1], looks[:, 1:6], areas, ignore, Rule(0.7, 0.3, 0.1))
    _, heights = agree(*usual, cues, looks, areas, seen(2))
    assert heights[0] == pytest.approx(np.sqrt(one[0] * 3 * other[0] ** 2))


def test_a_boundary_that_one_tree_overlooks_is_kept_by_the_others(monkeypatch):
    cues, looks, areas = strip(3)
    looks[1:] = 10.0
    looks[3, 6:] = 60.0  # the third region differs in its histogram alone
    flat = Borders(cues[0].pairs, cues[0].lengths, 50.0 * cues[0].lengths)
    usual = merge(flat, looks, areas, ignore)
    monkeypatch.setattr(consensus, "MEMBERS", (MEMBERS[2], MEMBERS[3]))
    merges, heights = agree(*usual, [flat] * 3, looks, areas, seen(3))
    assert set(merges[0].tolist()) == {1, 2}
    assert heights[1] > 10 * heights[0]


def test_separate_components_still_join_last():
    usual, (merges, heights) = agreed(60, gap=25)
    assert np.isinf(heights).sum() == 1
    assert np.array_equal(merges[-1], usual[0][-1])
    assert set(cut(60, merges, heights, k=2)[1:26]) == {1}
    assert np.isfinite(heights[joining(lay_out(merges), np.array([[1, 25], [26, 60]]))]).all()


def test_more_components_than_large_regions():
    cues, looks, areas = strip(600)
    apart = cues[0].pairs[:, 0] % 2 == 1
    cues = [Borders(each.pairs[apart], each.lengths[apart], each.totals[apart]) for each in cues]
    usual = merge(cues[0], looks, areas, ignore)
    merges, heights = agree(*usual, cues, looks, areas, seen(600))
    assert np.array_equal(merges, usual[0])
    assert np.array_equal(heights, usual[1])


@pytest.mark.parametrize("count", [1, 2, 3])
def test_hardly_any_regions(count):
    usual, (merges, heights) = agreed(count)
    assert merges.shape == (count - 1, 2)
    assert heights.shape == usual[1].shape


def test_equal_regions_have_a_height(monkeypatch):
    cues, looks, areas = strip(5)
    looks[:] = 0
    merges, heights = agree(*merge(cues[0], looks, areas, ignore), cues, looks, areas, seen(5))
    assert len(merges) == 4
    assert np.isfinite(heights).all()
    assert BORDERS_ALONE.looks == 0


def test_a_tree_of_more_weight_counts_for_more(monkeypatch):
    cues, looks, areas = strip(2)
    usual = merge(cues[0], looks, areas, ignore)
    monkeypatch.setattr(consensus, "MEMBERS", (Member(0, "all", USUAL), Member(1, "all", BORDERS_ALONE, weight=3.0)))
    _, heights = agree(*usual, cues, looks, areas, seen(2))
    other = cues[1].totals[0] / cues[1].lengths[0]
    assert heights[0] == pytest.approx(usual[1][0] ** 0.25 * other**0.75)


def test_what_the_image_says_of_a_border_is_one_of_the_cues(monkeypatch):
    cues, looks, areas = strip(3)
    usual = merge(cues[0], looks, areas, ignore)
    monkeypatch.setattr(consensus, "MEMBERS", (Member(3, "all", BORDERS_ALONE),))
    monkeypatch.setattr(evidence, "strengths", lambda found: np.array([7.0, 3.0]))
    merges, heights = agree(*usual, cues, looks, areas, seen(3))
    assert set(merges[0].tolist()) == {2, 3}
    assert heights == pytest.approx([3.0, 7.0])
