"""Basins by descent: those of a plain walk, connected, and inside the mask."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter
from skimage.measure import label
from skimage.morphology import local_minima

from segmenter.core.regions import basins as module
from segmenter.core.regions.basins import basins

RNG = np.random.default_rng(0)


def walked(heights, mask):
    """Where a pixel's way ends, one step after the other: (height, number) must fall."""
    rows, columns = heights.shape

    def lower(i, j):
        around = [(i + di, j + dj) for di, dj in ((0, 0), (-1, 0), (0, -1), (0, 1), (1, 0))]
        inside = [(a, b) for a, b in around if 0 <= a < rows and 0 <= b < columns and mask[a, b]]
        return min(inside, key=lambda at: (heights[at], at))

    ends = np.zeros((rows, columns), int)
    for i, j in np.argwhere(mask):
        at = (i, j)
        while (following := lower(*at)) != at:
            at = following
        ends[i, j] = 1 + at[0] * columns + at[1]
    return ends


@pytest.mark.parametrize("levels", [3, 1000])
@pytest.mark.parametrize("strip", [64, 5])
def test_they_are_those_of_a_plain_walk(levels, strip, monkeypatch):
    monkeypatch.setattr(module, "STRIP", strip)
    heights = np.round(levels * RNG.random((23, 31))).astype(np.float32)
    mask = RNG.random(heights.shape) > 0.1
    for inside in (np.ones_like(mask), mask):
        found = basins(heights, inside)
        assert np.array_equal(found > 0, inside)
        assert np.array_equal(np.unique(found[inside]), np.arange(1, found.max() + 1))
        ends = walked(heights, inside)
        both = np.unique(np.stack([found[inside], ends[inside]]), axis=1)
        assert both.shape[1] == found.max() == len(np.unique(ends[inside]))


def test_each_is_connected_and_has_one_minimum():
    heights = gaussian_filter(RNG.random((90, 70)), 2).astype(np.float32)
    found = basins(heights, np.ones(heights.shape, bool))
    assert label(found, connectivity=1, background=0).max() == found.max()
    minima = label(local_minima(heights, connectivity=1), connectivity=1)
    assert found.max() == minima.max()


def test_a_plain_is_one_basin():
    assert (basins(np.zeros((9, 11), np.float32), np.ones((9, 11), bool)) == 1).all()
    assert basins(np.zeros((1, 1), np.float32), np.ones((1, 1), bool)).tolist() == [[1]]
    assert not basins(np.zeros((4, 4), np.float32), np.zeros((4, 4), bool)).any()
