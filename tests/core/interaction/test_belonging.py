"""What belongs together under a brush."""

import numpy as np
import pytest

from segmenter.core.interaction.belonging import belonging

RNG = np.random.default_rng(3)


def disc(shape, row, column, radius):
    down, across = np.indices(shape)
    return (down - row) ** 2 + (across - column) ** 2 <= radius**2


@pytest.fixture
def halves():
    """Return the colours of two areas side by side, with noise, and which pixels are the left one."""
    values = np.full((60, 80, 3), 0.3, np.float32)
    values[:, 40:] = (0.6, 0.5, 0.2)
    left = np.zeros((60, 80), bool)
    left[:, :40] = True
    return (values + RNG.normal(0, 0.03, values.shape)).astype(np.float32), left


@pytest.mark.parametrize("known", [True, False])
def test_it_ends_at_the_edge(halves, known):
    values, left = halves
    covered, core = disc((60, 80), 30, 32, 18), disc((60, 80), 30, 32, 6)
    base = np.where(left, 1, 2) if known else None
    found = belonging(values, base, covered, core)
    truth = covered & left
    assert (found & truth).sum() / (found | truth).sum() > 0.97


def test_a_region_that_is_divided_goes_by_its_pixels(halves):
    values, left = halves
    covered, core = disc((60, 80), 30, 32, 18), disc((60, 80), 30, 32, 6)
    found = belonging(values, np.ones((60, 80), np.uint16), covered, core)
    truth = covered & left
    assert (found & truth).sum() / (found | truth).sum() > 0.9


def test_all_of_it_where_nothing_is_different():
    values = np.full((40, 40, 1), 0.5, np.float32)
    covered, core = disc((40, 40), 20, 20, 10), disc((40, 40), 20, 20, 3)
    found = belonging(values, None, covered, core)
    assert (found & covered).sum() == found.sum()
    assert belonging(values, None, np.ones((40, 40), bool), core).all()
    np.testing.assert_array_equal(belonging(values, None, covered, np.zeros((40, 40), bool)), covered)


def test_it_hangs_together(halves):
    values = halves[0].copy()
    values[:, 48:] = values[:, :32]  # the same colour again, behind a strip of another
    covered, core = disc((60, 80), 30, 38, 25), disc((60, 80), 30, 30, 5)
    found = belonging(values, None, covered, core)
    assert found[30, 30]
    assert not found[:, 50:].any()
