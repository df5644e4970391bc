"""Outlines told again."""

import numpy as np
import pytest

from segmenter.core.features import compute
from segmenter.core.interaction.clicks.refining import BAND, refined
from segmenter.progress import ignore


@pytest.fixture
def features(picture):
    return compute(picture, None, 0.0, ignore)


def square(grow=0):
    mask = np.zeros((80, 100), bool)
    mask[30 - grow : 60 + grow, 40 - grow : 70 + grow] = True
    return mask


@pytest.mark.parametrize("grow", [-2, 0, 3])
def test_an_outline_moves_to_the_edge_beside_it(features, grow):
    assert (refined(square(grow), features) == square()).mean() > 0.998


def test_nothing_moves_farther_than_the_band(features):
    mask = square(15)
    found = refined(mask, features)
    assert (found[32:58, 42:68]).all()
    assert not found[: 15 - BAND].any()


@pytest.mark.parametrize("mask", [np.zeros((80, 100), bool), np.ones((80, 100), bool), square(-14)])
def test_what_has_no_band_stays(features, mask):
    assert np.array_equal(refined(mask, features), mask)
