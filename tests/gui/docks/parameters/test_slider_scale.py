"""Where values lie on sliders."""

import pytest

from segmenter.gui.docks.parameters.slider_scale import Scale, scale, written
from segmenter.parameters import specs

DECLARED = {name: spec for _, name, spec, _ in specs() if spec.kind is not str}


@pytest.mark.parametrize("name", DECLARED)
def test_every_position_leads_back_to_itself(name):
    span = scale(DECLARED[name])
    places = range(0, span.positions + 1, max(1, span.positions // 200))
    assert [span.position(span.value(place)) for place in places] == pytest.approx(
        list(places),
        abs=max(1, span.positions // 500),  # values are rounded to be read
    )
    assert (span.value(0), span.value(span.positions)) == (span.low, span.high)


@pytest.mark.parametrize("name", DECLARED)
def test_every_position_is_an_allowed_value(name):
    spec, span = DECLARED[name], scale(DECLARED[name])
    for place in range(0, span.positions + 1, max(1, span.positions // 50)):
        value = span.value(place)
        assert spec.check(name, value) == value


def test_small_whole_numbers_are_positions_of_their_own():
    span = Scale(1, 64, whole=True)
    assert [span.value(place) for place in range(span.positions + 1)] == list(range(1, 65))


def test_values_outside_lie_at_the_ends():
    span = scale(DECLARED["sigma_intensity"])
    assert span.position(1e-6) == 0
    assert span.position(1e6) == span.positions


def test_the_middle_of_a_logarithmic_scale_is_the_geometric_mean():
    span = Scale(0.5, 50, logarithmic=True)
    assert span.value(span.positions // 2) == pytest.approx(5)


@pytest.mark.parametrize("name", DECLARED)
def test_a_step_is_felt_and_goes_back(name):
    spec, span = DECLARED[name], scale(DECLARED[name])
    value = span.value(span.positions // 2)
    further = span.stepped(value, 1)
    assert further > value
    assert spec.check(name, further) == further
    assert span.stepped(further, -1) == pytest.approx(value, rel=0.01)


def test_a_seed_needs_no_slider():
    assert not scale(DECLARED["seed"]).useful
    assert all(scale(spec).useful for name, spec in DECLARED.items() if name != "seed")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (4.0, "4"),
        (2.3125, "2.312"),
        (0.00012, "0.00012"),
        (2100.0, "2100"),
        (20000.5, "20000"),
        (3e8, "3e+08"),
    ],
)
def test_numbers_are_written_short(value, text):
    assert written(value) == text
