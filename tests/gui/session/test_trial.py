"""What a moving control tries."""

import pytest

from segmenter.gui.session.trial import Trial
from segmenter.parameters import DEFAULTS


@pytest.mark.parametrize(
    ("changes", "step", "name"),
    [
        ({"k": 3}, "", "k"),
        ({"radius": 2}, "", "Radius"),
        ({"k": 3, "radius": 2}, "", "Parameters"),
        ({"k": 3}, "A", "A"),
    ],
)
def test_what_undo_calls_it(changes, step, name):
    trial = Trial.of(DEFAULTS.replace(**changes), changes, step)
    assert trial.step == name
    assert trial.parameters == DEFAULTS.replace(**changes)


def test_what_it_concerns():
    trial = Trial.of(DEFAULTS, {"strength": 1.0, "k": "auto"})
    assert trial.concerns(["k", "strength"])
    assert not trial.concerns({"k": 3})
