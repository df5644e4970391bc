"""Objects from clicks as segments."""

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.clicked import ClickedObject, Clicks
from segmenter.document import clicked_objects, edits
from segmenter.document.carry_over import carried_over
from segmenter.document.classes import with_classes
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.errors import EditError
from segmenter.parameters import DEFAULTS

CLICKS, OTHERS = Clicks(((1, 1, True),)), Clicks(((1, 1, True), (3, 3, False)))


@pytest.fixture
def state():
    """Return a state of one segment, with an object of 2 × 2 pixels in it."""
    first = with_segments(State(solved=DEFAULTS), {1: Segment()}, LabelMap.of(np.ones((6, 6), np.int32)))
    return edits.add_object(first, Rectangle(1, 1, 3, 3), np.ones((2, 2), bool), CLICKS)


def test_a_segment_knows_its_clicks(state):
    assert state.segments[2].clicks == CLICKS
    assert state.segments[1].clicks is None
    assert clicked_objects.clicked_objects(state) == {2: ClickedObject(CLICKS)}


def test_names_and_classes_are_those_of_the_segment(state):
    classed = with_classes(state, [SegmentClass(3, "thing", (1, 2, 3))])
    classed = described(classed, {2}, name="it", class_number=3)
    assert clicked_objects.clicked_objects(classed) == {2: ClickedObject(CLICKS, "it", "thing")}


def test_what_belongs_to_others(state):
    mask = clicked_objects.ground(state)
    assert mask.sum() == 4
    assert mask[1:3, 1:3].all()
    assert clicked_objects.ground(state, own=2) is None
    assert clicked_objects.ground(described(state, {1}, locked=True)).all()


def test_another_result_leaves_the_clicks(state):
    after = carried_over(state, np.full((6, 6), 1, np.int32), DEFAULTS)
    assert after.segments[2].clicks == CLICKS


@pytest.mark.parametrize(
    "edit",
    [
        lambda state: edits.paint(state, 2, Rectangle(4, 4, 5, 5), np.ones((1, 1), bool)),
        lambda state: edits.merge(state, {1, 2}),
        lambda state: edits.split(state, 2, Rectangle(1, 1, 2, 3), np.ones((1, 2), bool)),
        lambda state: edits.release(state, {2}),
    ],
)
def test_what_is_changed_by_hand_is_not_what_the_clicks_give(state, edit):
    assert not clicked_objects.clicked_objects(edit(state))


def test_an_object_that_grows(state):
    after = clicked_objects.change_object(state, 2, Rectangle(1, 1, 4, 4), np.ones((3, 3), bool), OTHERS)
    assert after.labels.area(2) == 9
    assert after.segments[2].clicks == OTHERS
    assert not after.stale


def test_what_an_object_gives_up_follows_the_parameters_again(state):
    erased = edits.paint(state, edits.BACKGROUND, Rectangle(5, 5, 6, 6), np.ones((1, 1), bool))
    after = clicked_objects.change_object(erased, 2, Rectangle(1, 1, 2, 2), np.ones((1, 1), bool), OTHERS)
    assert after.labels.area(2) == 1
    assert after.stale
    assert after.labels.areas().tolist() == [1, 31, 1, 3]
    solved = carried_over(after, np.ones((6, 6), np.int32), DEFAULTS)
    assert solved.labels.areas().tolist() == [1, 34, 1]


def test_an_object_moves_away_and_takes_nothing_of_others(state):
    held = edits.paint(state, 7, Rectangle(3, 3, 5, 5), np.ones((2, 2), bool))
    after = clicked_objects.change_object(held, 2, Rectangle(3, 3, 6, 6), np.ones((3, 3), bool), OTHERS)
    assert after.labels.area(7) == 4
    assert after.labels.area(2) == 5
    assert after.labels.at(1, 1) not in (2, 7)
    with pytest.raises(EditError, match="All of this belongs"):
        clicked_objects.change_object(held, 2, Rectangle(3, 3, 5, 5), np.ones((2, 2), bool), OTHERS)


def test_refusals(state):
    nothing = Rectangle(0, 0, 0, 0), np.ones((0, 0), bool)
    with pytest.raises(EditError, match="Nothing is selected"):
        clicked_objects.change_object(state, 2, *nothing, OTHERS)
    with pytest.raises(EditError, match="locked"):
        clicked_objects.change_object(
            described(state, {2}, locked=True), 2, Rectangle(0, 0, 1, 1), np.ones((1, 1), bool), OTHERS
        )
