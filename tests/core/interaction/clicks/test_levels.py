"""Masks grown and shrunk along the tree."""

from itertools import pairwise

import numpy as np
import pytest

from segmenter.core.interaction.clicks.levels import grown
from segmenter.core.interaction.clicks.selecting import Click


@pytest.fixture
def clicks():
    return [Click(45, 55, True)]


def test_more_levels_are_larger_and_contain_the_fewer(selector, clicks):
    mask, touches = selector.select(clicks), selector.touches(clicks)
    masks = [grown(selector, mask, touches, levels) for levels in range(-3, 4)]
    assert masks[3] is mask
    for fewer, more in pairwise(masks):
        assert not (fewer & ~more).any()
    assert masks[4].sum() > mask.sum() * 1.02
    assert masks[2].sum() < mask.sum()
    assert masks[0][45, 55]


def test_it_ends_with_everything_and_never_with_nothing(selector, clicks):
    mask, touches = selector.select(clicks), selector.touches(clicks)
    assert grown(selector, mask, touches, 500).all()
    least = grown(selector, mask, touches, -500)
    assert least[45, 55]
    assert least.sum() < mask.sum()


def test_what_was_clicked_away_never_comes_in(selector, clicks):
    both = [*clicks, Click(5, 5, False)]
    mask = selector.select(both)
    found = grown(selector, mask, selector.touches(both), 500)
    assert not found[5, 5]
    assert not grown(selector, np.zeros_like(mask), selector.touches([Click(5, 5, False)]), 3).any()
