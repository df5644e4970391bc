"""A State and what the table of segments changes in it."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.document.label_map import LabelMap
from segmenter.document.state import CLASSLESS, Segment, State, described, solo, with_segments
from segmenter.parameters import DEFAULTS
from segmenter.render.overlay import palette


@pytest.fixture
def state(areas):
    """Return a state of three segments, the numbers of which have a gap."""
    labels = np.array([0, 1, 2, 5], np.int32)[areas]
    return with_segments(State(solved=DEFAULTS), {number: Segment() for number in (1, 2, 5)}, LabelMap.of(labels))


def test_before_the_first_result():
    state = State()
    assert state.stale
    assert not state.edited
    assert state.free_number() == 1
    assert state.colours().tolist() == [[0, 0, 0]]
    assert state.areas.tolist() == [0]


def test_colours_of_classes(state):
    state = replace(described(state, [1, 2], class_number=4), classes=(SegmentClass(4, "cell", (9, 8, 7)),))
    grey = list(CLASSLESS)
    assert state.class_colours().tolist() == [[0, 0, 0], [9, 8, 7], [9, 8, 7], grey, grey, grey]
    assert State().class_colours().tolist() == [[0, 0, 0]]
    assert described(state, [1], class_number=5).class_of(1) is None


def test_a_new_segment_has_a_colour_of_its_own(state):
    assert state.new_segment(3) == Segment()
    tinted = with_segments(state, {1: Segment(tint=3), 2: Segment(), 5: Segment(tint=1)})
    new = tinted.new_segment(3, edited=True)
    assert new == Segment(edited=True, tint=4)
    after = with_segments(tinted, {**tinted.segments, 3: new})
    assert len({tuple(after.colours()[number]) for number in after.segments}) == 4


def test_a_class_holds_pixels(state):
    assert described(state, [2], class_number=1).held == {2}


def test_it_is_stale_while_other_parameters_are_asked_for(state):
    assert not state.stale
    assert replace(state, parameters=DEFAULTS.replace(k=5)).stale


@pytest.mark.parametrize(
    ("change", "held", "edited"),
    [
        ({"name": "cell"}, True, True),
        ({"locked": True}, True, True),
        ({"edited": True}, True, True),
        ({"colour": (1, 2, 3)}, False, True),
        ({"visible": False}, False, False),
    ],
)
def test_what_is_held_and_what_counts_as_edited(state, change, held, edited):
    changed = described(state, [2], **change)
    assert changed.held == ({2} if held else set())
    assert changed.edited == edited
    assert not state.edited


def test_a_named_segment_stays_held_when_it_is_unlocked(state):
    changed = described(described(state, [2], name="cell", locked=True), [2], locked=False)
    assert changed.held == {2}


def test_areas_go_by_number(state, areas):
    assert state.areas.tolist() == [0, *np.bincount(areas.ravel())[1:3], 0, 0, np.count_nonzero(areas == 3)]


def test_free_numbers_fill_the_gaps(state):
    from itertools import islice

    assert state.free_number() == 3
    assert list(islice(state.free_numbers(), 4)) == [3, 4, 6, 7]


def test_colours_follow_from_the_number_unless_one_is_chosen(state):
    colours = described(state, [2], colour=(9, 8, 7)).colours()
    assert colours[2].tolist() == [9, 8, 7]
    np.testing.assert_array_equal(np.delete(colours, 2, axis=0), np.delete(palette(5), 2, axis=0))


def test_titles(state):
    assert described(state, [5], name="sky").title(5) == "sky"
    assert state.title(5) == "Segment 5"


def test_describing_changes_only_what_it_says(state):
    changed = described(state, [1, 5], name="a", locked=True)
    assert changed.segments[1] == changed.segments[5] == Segment(name="a", locked=True)
    assert changed.segments[2] == state.segments[2]
    assert changed.labels is state.labels
    assert state.segments[1] == Segment()


def test_describing_what_is_so_already_is_no_change(state):
    assert described(state, [1], visible=True) is state
    assert described(state, [4, 77], name="nobody") is state
    assert described(state, [], name="nobody") is state


def test_segments_cannot_be_written_to(state):
    with pytest.raises(TypeError):
        state.segments[1] = Segment()


def test_solo_and_back(state):
    alone = solo(state, 2)
    assert [number for number, segment in alone.segments.items() if segment.visible] == [2]
    other = solo(alone, 5)
    assert [number for number, segment in other.segments.items() if segment.visible] == [5]
    assert all(segment.visible for segment in solo(other, 5).segments.values())


def test_the_only_segment_alone_is_no_change():
    state = with_segments(State(), {1: Segment()})
    assert solo(state, 1) is state
