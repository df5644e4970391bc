"""What is done to all labels at once, against one label at a time."""

import numpy as np
import pytest
from scipy.ndimage import binary_fill_holes

from segmenter.core.objects import components

RNG = np.random.default_rng(0)
LABELS = np.kron(RNG.integers(0, 6, (8, 9)), np.ones((4, 4), int)).astype(np.int32)
VALUES = RNG.random(LABELS.shape).astype(np.float32)


def test_quantiles():
    found = components.quantile(VALUES, LABELS, 7, 0.75)
    for at in range(1, 6):
        expected = np.quantile(VALUES[at == LABELS], 0.75, method="nearest")
        assert abs(found[at] - expected) < 0.05
    assert found[0] == found[6] == found[7] == 0


def test_holes_of_one_label_are_filled_and_no_others():
    labels = np.zeros((12, 20), np.int32)
    labels[1:8, 1:8] = 1
    labels[3:5, 3:5] = 0  # a hole
    labels[1:8, 10:18] = 2
    labels[2:7, 12:16] = 3
    labels[4, 14] = 0  # a hole of 3
    labels[9:, 5:9] = 4
    labels[10:, 6:8] = 0  # open to the border
    filled = components.fill_holes(labels)
    for at in (1, 3):
        assert np.array_equal(filled == at, binary_fill_holes(labels == at))
    assert np.array_equal(filled == 4, labels == 4)
    assert np.array_equal(filled == 2, labels == 2)


def test_tidy_keeps_the_largest_piece_and_drops_small_ones():
    labels = np.zeros((10, 10), np.int32)
    labels[0:3, 0:3] = labels[6, 6] = 5
    labels[8, 0:2] = 7
    tidied = components.tidy(labels, 3)
    assert np.array_equal(tidied, np.where((labels == 5) & (np.indices((10, 10))[0] < 5), 1, 0))


def test_steps_go_down_from_a_label():
    labels = np.zeros((5, 5), np.int32)
    labels[2, 2] = 1
    values = np.where(labels == 1, 10, 0).astype(np.float32)
    values[1, 2] = 4
    assert components.steps(labels, values)[1] == pytest.approx((10 + 10 + 10 + 6) / 4)
    assert components.steps(np.zeros((3, 3), np.int32), np.ones((3, 3), np.float32)).tolist() == [0]
