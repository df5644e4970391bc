"""Back to full size: every pixel goes to what it resembles, and what is connected stays so."""

import numpy as np
import pytest

from segmenter.core.features import compute, reduce
from segmenter.core.image import from_array
from segmenter.core.regions.enlarging import enlarge, join_strays
from segmenter.core.regions.pieces import pieces
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("factor", [2, 3, 5])
def test_enlarged_labels_follow_the_edges_of_the_full_image(factor):
    image = np.zeros((41, 53, 3))
    image[:, 24:] = 0.8
    image[10:20, 5:15] = (1, 0, 0)
    truth = np.ones((41, 53), np.int32)
    truth[:, 24:] = 2
    truth[10:20, 5:15] = 3
    full = compute(from_array(image), None, 0.0, ignore)
    small = reduce(full, factor)
    labels = truth[factor // 2 :: factor, factor // 2 :: factor]
    small_labels = np.zeros(small.mask.shape, np.int32)
    small_labels[:] = np.pad(labels, ((0, 1), (0, 1)), mode="edge")[: small_labels.shape[0], : small_labels.shape[1]]
    assert (enlarge(small_labels, small, full, factor) == truth).mean() > 0.985


def test_enlarging_leaves_masked_pixels_out():
    roi = np.ones((10, 10), bool)
    roi[:5] = False
    full = compute(from_array(RNG.random((10, 10))), roi, 0.0, ignore)
    small = reduce(full, 2)
    result = enlarge(small.mask.astype(np.int32), small, full, 2)
    assert np.array_equal(result > 0, roi)


def test_enlarging_takes_the_most_similar_of_nine():
    full = compute(from_array(RNG.random((13, 17, 3))), RNG.random((13, 17)) < 0.9, 0.0, ignore)
    small = reduce(full, 4)
    labels = np.array([[1, 1, 1, 1, 1], [1, 1, 1, 1, 2], [0, 1, 2, 2, 2], [0, 0, 2, 2, 2]], np.int32)
    expected = np.zeros((13, 17), np.int32)
    for row, column in np.argwhere(full.mask):
        costs = {}
        for i, j in np.ndindex(4, 5):
            if labels[i, j] and abs(i - row // 4) <= 1 and abs(j - column // 4) <= 1:
                apart = ((row - 4 * i - 1.5) / 4) ** 2 + ((column - 4 * j - 1.5) / 4) ** 2
                costs[25 * apart + ((full.values[row, column] - small.values[i, j]) ** 2).sum()] = labels[i, j]
        expected[row, column] = costs[min(costs)] if costs else 0
    assert np.array_equal(enlarge(labels, small, full, 4), expected)


@pytest.mark.parametrize(("count", "kind"), [(5, np.uint16), (70_000, np.int32)])
def test_labels_take_no_more_room_than_they_need(count, kind):
    full = compute(from_array(np.zeros((20, 20))), None, 0.0, ignore)
    labels = np.full((10, 10), count, np.int32)
    found = enlarge(labels, reduce(full, 2), full, 2)
    assert found.dtype == kind
    assert (found == count).all()
    assert enlarge(np.full((20, 20), count, np.int32), reduce(full, 1), full, 1).dtype == kind


def test_strips_leave_no_trace():
    """Large images are enlarged in strips, and the smoothing reaches over their edges."""
    image = RNG.random((300, 40, 3))
    full = compute(from_array(image), RNG.random((300, 40)) < 0.9, 1.5, ignore)
    small = reduce(full, 3)
    labels = RNG.integers(1, 4, small.mask.shape).astype(np.int32)
    whole = enlarge(labels, small, full, 3)
    object.__setattr__(full, "strip_height", lambda unit: 900)
    np.testing.assert_array_equal(enlarge(labels, small, full, 3), whole)


class TestStrays:
    def test_a_stray_goes_to_what_is_beside_it(self):
        labels = np.array([[1, 1, 1, 2, 2], [1, 2, 1, 2, 2], [1, 1, 1, 2, 1]], np.uint16)
        join_strays(labels)
        assert labels.tolist() == [[1, 1, 1, 2, 2], [1, 1, 1, 2, 2], [1, 1, 1, 2, 2]]

    def test_a_stray_with_nothing_beside_it_stays(self):
        labels = np.array([[1, 1, 0, 1], [1, 1, 0, 0]], np.uint16)
        join_strays(labels)
        assert labels.tolist() == [[1, 1, 0, 1], [1, 1, 0, 0]]

    def test_afterwards_all_is_connected(self):
        labels = RNG.integers(1, 40, (50, 60)).astype(np.uint16)
        before = set(np.unique(labels))
        join_strays(labels)
        assert set(np.unique(labels)) == before
        assert len(pieces(labels.astype(np.int32))[1]) - 1 == len(before)

    def test_without_strays_nothing_changes(self):
        labels = np.repeat(np.arange(4, dtype=np.uint16), 5).reshape(4, 5)
        join_strays(labels)
        assert labels.tolist() == np.repeat(np.arange(4), 5).reshape(4, 5).tolist()

    def test_nothing_at_all(self):
        labels = np.zeros((3, 4), np.uint16)
        join_strays(labels)
        assert not labels.any()
