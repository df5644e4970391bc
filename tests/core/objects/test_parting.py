"""Touching objects are parted at necks."""

import numpy as np
import pytest

from segmenter.core.objects.parting import part


def discs(apart):
    row, column = np.indices((50, 90))
    found = np.minimum(np.hypot(row - 25, column - 25), np.hypot(row - 25, column - 25 - apart)) < 14
    return found.astype(np.int32)


@pytest.mark.parametrize(("apart", "count"), [(26, 2), (22, 2), (8, 1)])
def test_discs_are_parted_as_far_as_they_are_two(apart, count):
    labels = discs(apart)
    found = part(labels, labels.astype(np.float32), 14.0, 0.7)
    assert len(np.unique(found[found > 0])) == count
    assert np.array_equal(found > 0, labels > 0)


def test_a_neck_that_is_dim_counts_as_one_that_is_narrow():
    labels = np.zeros((30, 60), np.int32)
    labels[8:22, 5:55] = 1
    heights = np.where(labels, 10.0, 0).astype(np.float32)
    assert part(labels, heights, 8.0, 0.7).max() == 1
    heights[:, 28:32] *= 0.3
    assert len(np.unique(part(labels, heights, 8.0, 0.7))) == 3


def test_a_neck_of_0_parts_nothing_and_labels_stay_apart():
    labels = discs(26)
    assert np.array_equal(part(labels, labels.astype(np.float32), 14.0, 0.0), labels)
    labels[:, 38:] *= 2
    found = part(labels, (labels > 0).astype(np.float32), 14.0, 0.2)
    assert len(np.unique(found)) == 3
