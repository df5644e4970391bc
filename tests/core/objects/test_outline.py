"""Each object has a threshold of its own."""

import numpy as np

from segmenter.core.objects import outline


def test_a_dim_object_beside_a_bright_one_keeps_its_outline():
    heights = np.zeros((30, 60), np.float32)
    heights[8:22, 8:24] = 100
    heights[8:22, 32:48] = 10
    seeds = np.zeros(heights.shape, np.int32)
    seeds[12:18, 12:18], seeds[12:18, 36:42] = 1, 2
    basins = outline.grow(seeds, outline.around(seeds), heights, 0.5, 16.0)
    found = outline.outlined(
        basins, heights, outline.thresholds(seeds, outline.around(seeds), heights, 0.5, 8.0, 0.5, dark=False)
    )
    assert np.array_equal(found > 0, heights > 0)
    thresholds = outline.thresholds(seeds, outline.around(seeds), heights, 0.5, 8.0, 0.5, dark=False)
    assert thresholds[1] > 3 * thresholds[2]


def test_a_higher_part_draws_tighter():
    row, column = np.indices((40, 40))
    heights = np.maximum(0, 20 - np.hypot(row - 20, column - 20)).astype(np.float32)
    seeds = (heights > 15).astype(np.int32)
    areas = []
    for part in (0.2, 0.5, 0.8):
        limit = outline.thresholds(seeds, outline.around(seeds), heights, 0.1, 6.0, part, dark=False)
        areas.append(
            outline.outlined(outline.grow(seeds, outline.around(seeds), heights, 0.1, 40.0), heights, limit).sum()
        )
    assert areas[0] > areas[1] > areas[2] > 0
