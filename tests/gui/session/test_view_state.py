"""How things are shown: what differs is told, and nothing else."""

import pytest

from segmenter.gui.session.view_state import LARGEST_BRUSH


@pytest.fixture
def told(view_state):
    """Return the names of properties that were told of."""
    told = []
    view_state.changed.connect(told.append)
    return told


def test_what_differs_is_told_once(view_state, told):
    view_state.set(mode="fill", opacity=0.5, tool="brush")
    view_state.set(mode="fill")
    assert (view_state.mode, view_state.opacity, view_state.tool) == ("fill", 0.5, "brush")
    assert told == ["mode", "tool"]


def test_a_property_that_does_not_exist_is_a_mistake(view_state):
    with pytest.raises(KeyError):
        view_state.set(colour="red")


def test_styles_follow_each_other_and_show_the_overlay(view_state):
    view_state.set(visible=False)
    seen = []
    for _ in range(3):
        view_state.cycle_mode()
        seen.append(view_state.mode)
    assert seen == ["fill", "contour", "both"]
    assert view_state.visible


@pytest.mark.parametrize("size", [1, 2, 7, 20, 333, LARGEST_BRUSH])
def test_every_step_of_the_brush_is_seen(view_state, size):
    view_state.set(brush=size)
    view_state.resize_brush(1)
    assert view_state.brush == LARGEST_BRUSH or view_state.brush > size
    view_state.set(brush=size)
    view_state.resize_brush(-1)
    assert view_state.brush == 1 or view_state.brush < size


def test_the_brush_stays_in_its_span(view_state):
    view_state.resize_brush(100)
    assert view_state.brush == LARGEST_BRUSH
    view_state.resize_brush(-100)
    assert view_state.brush == 1
