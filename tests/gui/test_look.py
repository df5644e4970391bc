"""How things are shown: what differs is told, and nothing else."""

import pytest

from segmenter.gui.look import LARGEST_BRUSH


@pytest.fixture
def told(look):
    """Return the names of properties that were told of."""
    told = []
    look.changed.connect(told.append)
    return told


def test_what_differs_is_told_once(look, told):
    look.set(mode="fill", opacity=0.5, tool="brush")
    look.set(mode="fill")
    assert (look.mode, look.opacity, look.tool) == ("fill", 0.5, "brush")
    assert told == ["mode", "tool"]


def test_a_property_that_does_not_exist_is_a_mistake(look):
    with pytest.raises(KeyError):
        look.set(colour="red")


def test_styles_follow_each_other_and_show_the_overlay(look):
    look.set(visible=False)
    seen = []
    for _ in range(3):
        look.cycle_mode()
        seen.append(look.mode)
    assert seen == ["fill", "contour", "both"]
    assert look.visible


@pytest.mark.parametrize("size", [1, 2, 7, 20, 333, LARGEST_BRUSH])
def test_every_step_of_the_brush_is_seen(look, size):
    look.set(brush=size)
    look.resize_brush(1)
    assert look.brush == LARGEST_BRUSH or look.brush > size
    look.set(brush=size)
    look.resize_brush(-1)
    assert look.brush == 1 or look.brush < size


def test_the_brush_stays_in_its_span(look):
    look.resize_brush(100)
    assert look.brush == LARGEST_BRUSH
    look.resize_brush(-100)
    assert look.brush == 1
