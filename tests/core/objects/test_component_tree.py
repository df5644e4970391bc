"""The tree of pieces, against what is counted piece by piece."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter, label

from segmenter.core.objects.component_tree import build, measure

HEIGHTS = gaussian_filter(np.random.default_rng(0).random((40, 50)), 2).astype(np.float32)
LEVELS = np.linspace(float(HEIGHTS.min()) + 0.01, float(HEIGHTS.max()) - 0.01, 9)


def pieces():
    """Yield (level, mask) of every node but the root, in their order."""
    for number, threshold in enumerate(LEVELS, 1):
        found, count = label(threshold < HEIGHTS)
        for at in range(1, count + 1):
            yield number, found == at


def test_nodes_are_the_pieces_of_each_level():
    tree = build(HEIGHTS, LEVELS)
    masks = list(pieces())
    assert tree.level.tolist() == [0, *(number for number, _ in masks)]
    for node, (_, mask) in enumerate(masks, 1):
        parent = tree.parent[node]
        assert parent == 0 or masks[parent - 1][1][mask].all()
        assert tree.level[parent] == tree.level[node] - 1


def test_measures_are_those_of_the_pieces():
    tree = build(HEIGHTS, LEVELS)
    found = measure(tree, HEIGHTS)
    for node, (_, mask) in enumerate(pieces(), 1):
        assert found.area[node] == mask.sum()
        assert found.mean[node] == pytest.approx(HEIGHTS[mask].mean(), rel=1e-5)
        steps = [
            abs(HEIGHTS[one] - HEIGHTS[other])
            for one, other in (
                ((slice(None), slice(1, None)), (slice(None), slice(None, -1))),
                (slice(1, None), slice(None, -1)),
            )
        ]
        across = [mask[:, 1:] != mask[:, :-1], mask[1:] != mask[:-1]]
        values = np.concatenate([step[where] for step, where in zip(steps, across, strict=True)])
        assert found.edge[node] == pytest.approx(values.mean(), rel=1e-4)


def test_an_ellipse_fits_and_two_discs_do_not():
    row, column = np.indices((80, 120))
    ellipse = ((row - 40) / 20) ** 2 + ((column - 60) / 45) ** 2 < 1
    discs = np.minimum((row - 40) ** 2 + (column - 40) ** 2, (row - 40) ** 2 + (column - 79) ** 2) < 400
    for shape, low, high in ((ellipse, 0.99, 1.01), (discs, 0.85, 0.92)):
        heights = shape.astype(np.float32)
        assert low < measure(build(heights, np.array([0.5])), heights).fit[1] < high


def test_a_flat_image_is_the_root_alone():
    tree = build(np.zeros((5, 5), np.float32), np.array([1.0, 2.0]))
    assert len(tree.parent) == 1
    assert not tree.deepest.any()
