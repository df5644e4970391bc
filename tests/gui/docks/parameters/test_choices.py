"""The words of what is chosen from a few."""

import pytest

from segmenter.gui.docks.parameters.choices import choices, short_name
from segmenter.parameters import specs


@pytest.mark.parametrize(("name", "spec"), [(name, spec) for _, name, spec, _ in specs() if spec.choices])
def test_every_choice_has_a_word_and_a_sentence(name, spec):
    assert tuple(choices(name)) == spec.choices
    assert all(word and sentence.endswith(".") for word, sentence in choices(name).values())


def test_only_long_names_are_shortened():
    assert short_name("strength") == "Merge threshold"
    assert short_name("radius") == ""
