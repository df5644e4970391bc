"""The cheapest cut, beside trying all of them."""

from itertools import product

import numpy as np
import pytest

from segmenter.core.interaction.clicks.cutting import cheapest_cut


def cost(chosen, likely, pairs, ties):
    chosen = np.array(chosen)
    own = np.where(likely > 0, np.where(chosen, 0, likely), np.where(chosen, -likely, 0)).sum()
    return own + ties[chosen[pairs[:, 0]] != chosen[pairs[:, 1]]].sum()


@pytest.mark.parametrize("seed", range(12))
def test_none_is_cheaper(seed):
    rng = np.random.default_rng(seed)
    likely = rng.integers(-300, 300, 8) / 100
    pairs = np.array([(one, other) for one in range(8) for other in range(one + 1, 8) if rng.random() < 0.4])
    ties = rng.integers(0, 200, len(pairs)) / 100
    certain = rng.choice([-1, 0, 0, 0, 1], 8).astype(np.int8)
    found = cheapest_cut(likely, pairs, ties, certain)
    allowed = [
        each
        for each in product((False, True), repeat=8)
        if all(known == 0 or (known > 0) == is_in for known, is_in in zip(certain, each, strict=True))
    ]
    assert tuple(found.tolist()) in allowed
    assert cost(found, likely * (certain == 0), pairs, ties) == pytest.approx(
        min(cost(each, likely * (certain == 0), pairs, ties) for each in allowed)
    )


def test_nothing_known_is_ground():
    assert not cheapest_cut(np.zeros(3), np.array([[0, 1], [1, 2]]), np.ones(2), np.zeros(3, np.int8)).any()
