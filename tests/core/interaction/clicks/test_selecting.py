"""A mask after each click."""

import numpy as np

from segmenter.core.interaction.clicks.selecting import Click, depth, stage


def test_stages():
    assert [stage(clicks) for clicks in range(1, 8)] == [0, 1, 2, 2, 3, 3, 3]


def test_depth_is_the_distance_from_the_outline():
    mask = np.zeros((20, 20), bool)
    assert depth(mask, Click(3, 3, True)) == 0
    mask[5:15, 5:15] = True
    assert depth(mask, Click(9, 9, False)) == 5
    assert depth(mask, Click(9, 2, True)) == 3


def test_a_glimpse_is_the_preview_in_regions(selector):
    click = Click(45, 55, True)
    chosen = selector.glimpse(click)
    assert not chosen[0]
    base = selector.scene.regions.base
    shown, preview = chosen[base], selector.preview(click)
    assert (shown & preview).sum() / (shown | preview).sum() > 0.95
    ground = base == base[45, 55]
    assert not selector.glimpse(click, ground)[base[45, 55]]


def test_a_region_with_clicks_of_both_kinds_is_divided(selector):
    base = selector.scene.regions.base
    region = int(np.bincount(base.ravel())[1:].argmax()) + 1
    rows, columns = np.nonzero(base == region)
    first, last = (int(rows[0]), int(columns[0])), (int(rows[-1]), int(columns[-1]))
    mask = selector.select([Click(*first, True), Click(*last, False)])
    assert mask[first]
    assert not mask[last]
