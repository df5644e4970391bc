"""The pixels along an outline."""

import numpy as np
import pytest

from segmenter.core.interaction.clicks import pixels
from segmenter.core.interaction.clicks.pixels import COUNT, Here, Situation

DOWN, ACROSS = np.indices((60, 80))
DISC = (DOWN - 30) ** 2 + (ACROSS - 40) ** 2 < 15**2


FIRST = (Here(30, 40, True, 0.0),)


def situation(before=None, clicks=FIRST, channels=3, around=8):
    """Return a bright disc, of which the rough mask is a square."""
    rough = (abs(DOWN - 30) < 14) & (abs(ACROSS - 40) < 14)
    values = np.random.default_rng(0).normal(30, 2, (60, 80, channels)).astype(np.float32)
    values[DISC] += 40
    likely = np.where(rough, 2, -2).astype(np.float32)
    before = np.zeros_like(rough) if before is None else before
    return Situation(values, rough, likely, np.zeros((60, 80, around), np.float32), before, clicks)


@pytest.mark.parametrize("channels", [1, 2, 3, 8])
@pytest.mark.parametrize("before", [None, DISC])
def test_all_are_finite_and_of_the_order_of_1(before, channels):
    clicks = (Here(30, 40, True, 0.0), Here(0, 79, False, 20.0), Here(30, 52, True, 3.0))
    now = situation(before, clicks, channels)
    found = pixels.quantities(now)
    assert found.shape == (len(now.band), COUNT)
    assert np.isfinite(found).all()
    assert np.abs(found).max() < 20


def test_colours_tell_the_disc_from_the_ground():
    now = situation()
    inside = DISC.ravel()[now.band]
    found = pixels.quantities(now)
    for at in (5, 7, 9):
        assert found[inside, at].mean() > found[~inside, at].mean() + 0.5


def test_the_band_lies_along_the_outline_and_around_the_last_click():
    assert (np.abs(situation().signed).ravel()[situation().band] <= pixels.BAND).all()
    before = DOWN > 58
    far = situation(before, (Here(30, 40, True, 0.0), Here(10, 75, True, 12.0)))
    assert 10 * 80 + 75 in far.band


def test_what_regions_want_to_change_is_asked_unless_it_is_far_from_the_click_or_too_much(monkeypatch):
    before = situation().rough | (DOWN > 45)
    clicks = (Here(30, 40, True, 0.0), Here(58, 40, False, 0.0))
    inner, far = 59 * 80 + 50, 59 * 80 + 75
    assert inner in situation(before, clicks).band
    assert far not in situation(before, clicks).band
    monkeypatch.setattr(pixels, "CHANGED", 10)
    assert inner not in situation(before, clicks).band


def test_the_cut_follows_what_is_likely_and_the_clicks():
    now = situation(clicks=(Here(30, 40, True, 0.0), Here(16, 40, False, 0.0)))
    made = pixels.cut(now, np.where(DISC.ravel()[now.band], 6.0, -6.0))
    wrong = made ^ DISC
    assert not made[16, 40]
    assert wrong[(DOWN - 16) ** 2 + (ACROSS - 40) ** 2 > 25].sum() <= 6


def test_where_nothing_is_likely_the_outline_is_short():
    now = situation()
    made = pixels.cut(now, np.zeros(len(now.band)))
    assert 0 < made.sum() < now.rough.sum()


def test_signed_distances():
    assert (pixels.signed(np.ones((2, 2), bool)) > 100).all()
    assert (pixels.signed(np.zeros((2, 2), bool)) < -100).all()
    mask = np.zeros((1, 6), bool)
    mask[0, 3:] = True
    assert pixels.signed(mask).tolist() == [[-3, -2, -1, 1, 2, 3]]
