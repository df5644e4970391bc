"""Which nodes are taken."""

import numpy as np

from segmenter.core.objects import selection
from segmenter.core.objects.component_tree import build


def two_hills():
    heights = np.zeros((5, 11), np.float32)
    heights[1:4, 1:10] = 1
    heights[2, 2:4] = heights[2, 7:9] = 2
    return build(heights, np.array([0.5, 1.5]))  # root, whole, left, right


def test_the_better_of_whole_and_parts_is_taken():
    tree = two_hills()
    area = np.array([55.0, 27, 2, 2])
    parts = selection.best(tree, np.array([0.0, 1, 2, 3]), area)
    assert parts.tolist() == [False, False, True, True]
    whole = selection.best(tree, np.array([9.0, 3, 2, 3]), area)
    assert whole.tolist() == [False, True, False, False]


def test_nothing_with_a_score_of_0_is_taken():
    assert not selection.best(two_hills(), np.zeros(4), np.ones(4)).any()


def test_painted_nodes_cover_what_is_inside():
    tree = two_hills()
    labels = selection.painted(tree, np.array([False, True, False, False]))
    assert (labels == 1).sum() == 27
    labels = selection.painted(tree, np.array([False, False, True, True]))
    assert np.bincount(labels.ravel()).tolist() == [51, 2, 2]
