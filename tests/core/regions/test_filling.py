"""Filling is the inverse of tracing, and takes any polygon."""

import numpy as np
import pytest
from skimage.draw import polygon2mask

from segmenter.core.regions import filling
from segmenter.core.regions.filling import filled
from segmenter.core.regions.outlines import polygons


def whole(rings, shape):
    top, left, inside = filled(rings, shape)
    mask = np.zeros(shape, bool)
    mask[top : top + inside.shape[0], left : left + inside.shape[1]] = inside
    return mask


@pytest.mark.parametrize("seed", range(10))
def test_outlines_give_their_pixels_back(scattered, seed):
    labels = scattered(seed)
    for label, rings in polygons(labels).items():
        np.testing.assert_array_equal(whole(rings, labels.shape), labels == label)


@pytest.mark.parametrize("seed", range(5))
def test_any_polygon(seed, monkeypatch):
    monkeypatch.setattr(filling, "CROSSINGS", 7)
    rng = np.random.default_rng(seed)
    ring = rng.uniform(-5, 45, (12, 2)) + 0.123
    np.testing.assert_array_equal(whole([ring], (30, 40)), polygon2mask((30, 40), ring[:, ::-1] - 0.5))


def test_what_lies_outside_is_left_out():
    square = np.array([[-10, -10], [50, -10], [50, 50], [-10, 50]])
    assert whole([square], (3, 4)).all()
    assert not whole([square + 100], (3, 4)).any()
    assert not whole([square - 100], (3, 4)).any()


@pytest.mark.parametrize("rings", [[], [np.zeros((0, 2))], [np.zeros((2, 2))], [np.ones((5, 2))]])
def test_nothing_inside(rings):
    assert not whole(rings, (3, 4)).any()


def test_holes_and_pieces():
    outer, hole = np.array([[0, 0], [4, 0], [4, 4], [0, 4]]), np.array([[1, 1], [1, 3], [3, 3], [3, 1]])
    mask = whole([outer, hole, outer + 5], (10, 10))
    assert mask.sum() == 16 - 4 + 16
    assert not mask[2, 2]
