"""Regions: pieces, absorption, canonical numbers."""

import numpy as np
import pytest

from segmenter.core.regions.pieces import (
    STRIP,
    absorb_small,
    canonical,
    count_pieces,
    mean_features,
    neighbours,
    pieces,
)

RNG = np.random.default_rng(0)


def labels_of(*rows):
    return np.array([[int(letter) for letter in row] for row in rows], np.int32)


def test_pieces_are_4_connected():
    split, owner = pieces(labels_of("1021", "0121", "2211"))
    assert split.max() == 5
    assert owner[split].tolist() == [[1, 0, 2, 1], [0, 1, 2, 1], [2, 2, 1, 1]]
    assert split[0, 3] == split[2, 2]
    assert split[0, 0] != split[1, 1]


def test_neighbours_share_an_edge_and_background_is_none():
    assert neighbours(labels_of("112", "003", "443")).tolist() == [[1, 2], [2, 3], [3, 4]]
    assert neighbours(labels_of("11", "11")).shape == (0, 2)


def test_means():
    values = RNG.random((4, 5, 2)).astype(np.float32)
    labels = RNG.integers(0, 4, (4, 5)).astype(np.int32)
    means, areas = mean_features(labels, values)
    for label in range(4):
        np.testing.assert_allclose(means[label], values[labels == label].mean(axis=0), rtol=1e-5)
        assert areas[label] == (labels == label).sum()


def test_a_small_piece_goes_to_the_neighbour_it_resembles():
    labels = labels_of("11122", "11322", "11122")
    values = np.zeros((3, 5, 1), np.float32)
    values[labels == 2] = 50
    values[labels == 3] = 40
    assert absorb_small(labels, values, 2)[1, 2] == 2
    values[labels == 3] = 10
    assert absorb_small(labels, values, 2)[1, 2] == 1


def test_specks_of_one_label_are_absorbed_and_its_body_stays():
    labels = labels_of("2111112", "1111112", "1111112", "1111112")
    result = absorb_small(labels, np.zeros((4, 7, 1), np.float32), 3)
    assert result[0, 0] == 1
    assert (result[:, 6] == 2).all()


def test_chains_of_small_pieces_end():
    labels = RNG.integers(1, 9, (30, 30)).astype(np.int32)
    result = absorb_small(labels, RNG.random((30, 30, 3)).astype(np.float32), 40)
    _, areas = np.unique(pieces(result)[0], return_counts=True)
    assert areas.min() >= 40


def test_islands_without_neighbours_and_background_stay():
    labels = labels_of("1000", "0002", "0022")
    assert np.array_equal(absorb_small(labels, np.zeros((3, 4, 1), np.float32), 100), labels)


def test_nothing_is_absorbed_below_the_minimum_of_1():
    labels = RNG.integers(1, 5, (20, 20)).astype(np.int32)
    assert np.array_equal(absorb_small(labels, np.zeros((20, 20, 1), np.float32), 1), labels)


def test_canonical_order_is_by_area_then_first_pixel():
    assert canonical(labels_of("7755", "0999")).tolist() == [[2, 2, 3, 3], [0, 1, 1, 1]]
    assert canonical(np.zeros((2, 2), np.int32)).tolist() == [[0, 0], [0, 0]]
    labels = RNG.integers(0, 20, (30, 30)).astype(np.int32)
    once = canonical(labels)
    assert np.array_equal(canonical(once), once)
    assert np.array_equal(canonical((labels + 7) * (labels > 0)), once)


@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (900, 1), (3, 5), (STRIP, 7), (STRIP + 1, 7), (3 * STRIP + 5, 11)])
@pytest.mark.parametrize("few", [2, 5])
def test_pieces_are_counted_as_they_are_found(shape, few):
    labels = np.random.default_rng(4).integers(0, few, shape).astype(np.int32)
    owner = pieces(labels)[1]
    expected = np.bincount(owner[1:], minlength=int(labels.max(initial=0)) + 1)
    np.testing.assert_array_equal(count_pieces(labels), expected)


def test_a_piece_that_winds_through_many_strips_is_one():
    labels = np.zeros((3 * STRIP, 9), np.int32)
    labels[:, ::2] = 1
    labels[0, 1::4] = labels[-1, 3::4] = 1
    np.testing.assert_array_equal(count_pieces(labels), [0, 1])
