"""Looks, counted inside and outside."""

import numpy as np

from segmenter.core.interaction.clicks.mixtures import MOST, odds, sorted_into

LOOKS = np.repeat([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]], 20, axis=0) + np.random.default_rng(0).normal(0, 1, (60, 2))


def test_the_look_of_what_is_inside_is_likely_there():
    inside = np.zeros(60)
    inside[:10] = 1  # half of those that look like the first
    found = odds(sorted_into(LOOKS), inside, 1 - inside)
    assert (found[:20] > 0.5).all()
    assert (found[20:] < -2).all()
    assert np.abs(found).max() <= MOST


def test_nothing_is_said_without_both_sides():
    assert not odds(sorted_into(LOOKS), np.ones(60), np.zeros(60)).any()


def test_fewer_regions_than_looks():
    words = sorted_into(LOOKS[:2])
    assert words.alike.shape == (2, 2)
