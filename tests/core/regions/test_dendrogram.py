"""The dendrogram: what is merged lies side by side, and the merge of any two regions is a look-up."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.core.regions.dendrogram import joining, lay_out
from segmenter.core.regions.tree import RegionTree


def tree_of(merges):
    merges = np.array(merges, np.int32).reshape(-1, 2)
    base = np.arange(1, len(merges) + 2, dtype=np.int32)[None]
    return RegionTree(base, merges, np.arange(1.0, len(merges) + 1))


@st.composite
def trees(draw):
    """Trees of random shape; either region of a merge stands for both from then on."""
    count = draw(st.integers(1, 40))
    generator = np.random.default_rng(draw(st.integers(0, 2**32)))
    left, merges = list(range(1, count + 1)), []
    while len(left) > 1:
        one, other = generator.choice(left, 2, replace=False).tolist()
        merges.append((one, other))
        left.remove(generator.choice([one, other]))
    return tree_of(merges)


def groups_of(tree):
    """Yield the two groups that each merge joins, found the slow way."""
    group = {region: {region} for region in range(1, len(tree.merges) + 2)}
    for one, other in tree.merges.tolist():
        yield group[one], group[other]
        for region in (both := group[one] | group[other]):
            group[region] = both


@settings(deadline=None)
@given(trees())
def test_every_merge_joins_neighbouring_runs(tree):
    dendrogram = lay_out(tree.merges)
    place = {region: at for at, region in enumerate(dendrogram.order.tolist())}
    assert sorted(place) == list(range(1, len(tree.merges) + 2))
    for number, (left, right) in enumerate(groups_of(tree)):
        here, there = (sorted(place[region] for region in side) for side in (left, right))
        assert here + there == list(range(here[0], there[-1] + 1))
        assert dendrogram.joins[here[-1]] == number


@settings(deadline=None)
@given(trees())
def test_the_merge_of_two_regions_is_the_first_that_has_both(tree):
    expected = {}
    for number, (left, right) in enumerate(groups_of(tree)):
        expected |= {(one, other): number for one in left for other in right}
    if expected:
        pairs = np.array(list(expected))
        assert joining(lay_out(tree.merges), pairs).tolist() == list(expected.values())
        assert joining(lay_out(tree.merges), pairs[:, ::-1]).tolist() == list(expected.values())


def test_one_region():
    dendrogram = lay_out(np.zeros((0, 2), np.int32))
    assert dendrogram.order.tolist() == [1]
    assert dendrogram.joins.tolist() == []


def test_a_long_chain():
    tree = tree_of([(1, at) for at in range(2, 3000)])
    assert joining(lay_out(tree.merges), np.array([[1, 2], [2, 2999], [5, 7]])).tolist() == [0, 2997, 5]
