"""A mask as clicks leave it."""

import numpy as np

from segmenter.core.interaction.clicks.selecting import Click
from segmenter.core.interaction.clicks.touching_up import grant, kept, tidied, tidied_regions


def test_small_pieces_go_and_small_holes_are_filled_but_for_clicks():
    mask = np.zeros((60, 60), bool)
    mask[10:50, 10:50] = True
    mask[30, 30] = False
    mask[2, 2] = mask[55, 55] = True
    clicks = [Click(20, 20, True), Click(55, 55, True)]
    found = tidied(mask, clicks)
    assert found[30, 30]
    assert not found[2, 2]
    assert found[55, 55]
    assert not tidied(mask, [*clicks, Click(30, 30, False)])[30, 30]


def test_far_from_a_click_nothing_changes():
    before, after = np.zeros((100, 400), bool), np.ones((100, 400), bool)
    before[40:60, 10:30] = True
    last = Click(50, 5, True)
    found = kept(after, before, last, 5.0)
    assert found[:, :60].all()
    assert not found[:, 100:].any()
    np.testing.assert_array_equal(kept(after, np.zeros_like(before), last, 0.0), after)


def test_what_is_left_out_of_the_image_is_not_granted():
    mask, base = np.zeros((9, 9), bool), np.ones((9, 9), int)
    base[:, 4:] = 0
    grant(mask, [Click(4, 3, True), Click(0, 0, True), Click(0, 1, False)], 1.5, base)
    assert mask[3:6, 2:4].all()
    assert not mask[:, 4:].any()
    assert not mask[0, 1]


def test_of_regions_small_pieces_and_holes_go_but_for_the_clicked_one():
    chosen = np.array([True, False, True, False, True, False])  # a row of regions; the last but one is a speck
    ends = np.array([[0, 1], [1, 2], [2, 3], [3, 4], [4, 5]])
    areas = np.array([500, 5, 500, 500, 5, 500])
    np.testing.assert_array_equal(tidied_regions(chosen, ends, areas, 0), [True, True, True, False, False, False])
    assert tidied_regions(chosen, ends, areas, 4)[4]
