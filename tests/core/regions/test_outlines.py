"""Outlines: filled again they are the labels, and every ring is what it promises to be."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from segmenter.core.regions.outlines import polygons, simplified
from segmenter.core.regions.pieces import pieces

IMAGES = arrays(np.int32, array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.integers(0, 3))


def labels_of(*rows):
    return np.array([[int(letter) for letter in row] for row in rows], np.int32)


def edges(ring):
    """Return the corners at which the edges of a ring start and end."""
    return zip(ring.tolist(), np.roll(ring, -1, axis=0).tolist(), strict=True)


def filled(rings, shape):
    """Return the pixels inside rings, by the even-odd rule: a pixel is inside an odd number of edges to its left."""
    turns = np.zeros((shape[0], shape[1] + 1), bool)
    for ring in rings:
        for (x, y), (right, down) in edges(ring):
            if x == right:
                turns[min(y, down) : max(y, down), x] ^= True
    return np.logical_xor.accumulate(turns, axis=1)[:, :-1]


def twice_area(ring):
    x, y = ring.T.astype(np.int64)
    return int((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())


def assert_exact(labels):
    found = polygons(labels)
    assert list(found) == [label for label in np.unique(labels).tolist() if label]
    for label, rings in found.items():
        np.testing.assert_array_equal(filled(rings, labels.shape), labels == label)


@settings(max_examples=300, deadline=None)
@given(labels=IMAGES)
def test_filled_again_they_are_the_labels(labels):
    assert_exact(labels)


@settings(max_examples=300, deadline=None)
@given(labels=IMAGES)
def test_edges_turn_at_every_corner_and_never_meet_in_one_ring(labels):
    for ring in (ring for rings in polygons(labels).values() for ring in rings):
        assert ring.dtype == np.int32
        assert [x == right for (x, _), (right, _) in edges(ring)] == [False, True] * (len(ring) // 2)
        assert len(np.unique(ring, axis=0)) == len(ring)


@settings(max_examples=300, deadline=None)
@given(labels=IMAGES)
def test_a_piece_is_its_first_ring_without_the_others(labels):
    split, _ = pieces(labels)
    found = polygons(split)
    for number, rings in found.items():
        areas = [twice_area(ring) for ring in rings]
        assert areas[0] > 0
        assert all(area < 0 for area in areas[1:])
        assert sum(areas) == 2 * np.count_nonzero(split == number)
    rings = [ring.tolist() for rings in polygons(labels).values() for ring in rings]
    assert sorted(rings) == sorted(ring.tolist() for rings in found.values() for ring in rings)


def test_a_pixel_is_a_square_from_its_own_coordinates_to_the_next():
    assert [ring.tolist() for ring in polygons(labels_of("000", "002"))[2]] == [[[2, 1], [3, 1], [3, 2], [2, 2]]]


def test_a_hole_and_an_island_in_it():
    found = polygons(labels_of("11111", "12221", "12121", "12221", "11111"))
    assert [twice_area(ring) // 2 for ring in found[1]] == [25, -9, 1]
    assert [twice_area(ring) // 2 for ring in found[2]] == [9, -1]


def test_pixels_that_touch_at_a_corner_are_pieces():
    rings = polygons(labels_of("10", "01"))[1]
    assert [ring.tolist() for ring in rings] == [
        [[0, 0], [1, 0], [1, 1], [0, 1]],
        [[1, 1], [2, 1], [2, 2], [1, 2]],
    ]


@pytest.mark.parametrize(
    ("rows", "areas"),
    [
        (("1111", "1011", "1101", "1111"), [16, -1, -1]),  # holes that touch at a corner
        (("110", "101", "111"), [8, -1]),  # an outline that comes back to (2, 1)
    ],
)
def test_a_ring_never_touches_itself(rows, areas):
    assert [twice_area(ring) // 2 for ring in polygons(labels_of(*rows))[1]] == areas


@pytest.mark.parametrize("shape", [(1, 1), (1, 5000), (5000, 1), (7, 9)])
def test_one_label_everywhere_is_a_rectangle(shape):
    rows, columns = shape
    corners = [[0, 0], [columns, 0], [columns, rows], [0, rows]]
    assert {label: [ring.tolist() for ring in rings] for label, rings in polygons(np.full(shape, 3)).items()} == {
        3: [corners]
    }


def test_background_has_no_outline():
    assert polygons(np.zeros((3, 4), np.int32)) == {}


def test_very_many_labels():
    labels = np.arange(70_000, dtype=np.int32).reshape(200, 350)
    found = polygons(labels)
    assert list(found) == list(range(1, 70_000))
    assert found[69_999][0].tolist() == [[349, 199], [350, 199], [350, 200], [349, 200]]


def test_large_noise_and_any_type_of_number():
    labels = np.random.default_rng(0).integers(0, 4, (60, 80))
    expected = polygons(labels)
    assert_exact(labels)
    for kind, order in product((np.uint8, np.uint16, np.int64), "CF"):
        found = polygons(np.asarray(labels, kind, order=order))
        assert all(map(np.array_equal, expected[2], found[2]))


class TestSimplified:
    def test_nothing_is_left_out_by_default(self):
        ring = polygons(np.array([[1, 1, 0], [0, 1, 1]]))[1][0]
        assert simplified(ring, 0) is ring

    @pytest.mark.parametrize("tolerance", [0.5, 1.0, 3.0])
    def test_no_corner_lies_farther_away(self, tolerance):
        row, column = np.indices((60, 70))
        ring = polygons((np.hypot(row - 30, column - 33) < 25).astype(int))[1][0]
        found = simplified(ring, tolerance)
        assert 2 < len(found) < len(ring)
        start, end = found.astype(float), np.roll(found, -1, axis=0).astype(float)
        for corner in ring:
            along = np.clip(((corner - start) * (end - start)).sum(axis=1) / ((end - start) ** 2).sum(axis=1), 0, 1)
            nearest = start + along[:, None] * (end - start)
            assert np.hypot(*(corner - nearest).T).min() <= tolerance + 1e-9

    def test_a_pixel_stays(self):
        ring = polygons(np.array([[0, 0], [0, 1]]))[1][0]
        assert simplified(ring, 100) is ring
        cross = polygons(np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]]))[1][0]
        assert len(simplified(cross, 100)) > 2
