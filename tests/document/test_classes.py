"""Classes: added, changed, removed, assigned; names given to many."""

import numpy as np
import pytest

from segmenter.core.classes import NONE
from segmenter.document import classes
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State, with_segments
from segmenter.errors import EditError


@pytest.fixture
def state():
    labels = LabelMap.of(np.array([[1, 2, 3, 9]], np.int32))
    return with_segments(State(), {number: Segment() for number in (1, 2, 3, 9)}, labels)


@pytest.fixture
def classed(state):
    state = classes.added(classes.added(state, "cell"), "debris", (1, 2, 3))
    return classes.assigned(state, [1, 9], 1)


def test_a_new_class_has_a_number_a_key_and_a_colour_of_its_own(classed):
    cell, debris = classed.classes
    assert (cell.number, cell.name, cell.key) == (1, "cell", 1)
    assert (debris.number, debris.key, debris.colour, debris.hex_colour) == (2, 2, (1, 2, 3), "#010203")
    assert cell.colour != debris.colour
    assert classes.with_key(classed, 2) is debris
    assert classes.with_key(classed, 9) is None


def test_there_are_more_classes_than_keys(state):
    for number in range(1, 12):
        state = classes.added(state, f"kind {number}")
    assert [each.key for each in state.classes] == [*range(1, 10), None, None]


@pytest.mark.parametrize(
    ("name", "sentence"), [(" ", "A class needs a name."), ("cell ", "There is a class cell already.")]
)
def test_names_that_no_class_can_have(classed, name, sentence):
    with pytest.raises(EditError, match=sentence):
        classes.added(classed, name)
    with pytest.raises(EditError, match=sentence):
        classes.changed(classed, 2, name=name)


def test_segments_of_a_class(classed):
    assert classes.members(classed, 1) == {1, 9}
    assert classes.members(classed, NONE) == {2, 3}
    assert classed.class_of(1).name == "cell"
    assert classed.class_of(2) is None
    assert classed.held == {1, 9}
    assert classed.edited
    assert not classes.assigned(classed, [1, 9], NONE).held


def test_what_cannot_be_assigned(classed):
    with pytest.raises(KeyError):
        classes.assigned(classed, [1], 3)
    with pytest.raises(EditError, match="Select a segment first"):
        classes.assigned(classed, [], 1)
    assert classes.assigned(classed, [1], 1) is classed


def test_changes(classed):
    state = classes.changed(classed, 1, name=" nucleus", colour=(9, 9, 9), key=2)
    nucleus, debris = state.classes
    assert (nucleus.number, nucleus.name, nucleus.colour, nucleus.key) == (1, "nucleus", (9, 9, 9), 2)
    assert debris.key is None
    assert classes.changed(state, 1, name="nucleus") is state
    with pytest.raises(KeyError):
        classes.changed(state, 7, name="a")


def test_a_number_is_never_given_again(classed):
    state = classes.removed(classed, 1)
    assert classes.members(state, NONE) == {1, 2, 3, 9}
    assert [each.number for each in classes.added(state, "other").classes] == [2, 3]
    gone = with_segments(classed, {**classed.segments, 2: Segment(class_number=7)})
    assert gone.class_of(2) is None
    assert classes.added(gone, "other").classes[-1].number == 8


def test_names_by_number(state):
    named = classes.numbered_names(state, {9, 1, 3}, "coin")
    assert [segment.name for segment in named.segments.values()] == ["coin 1", "", "coin 2", "coin 3"]
    assert classes.numbered_names(named, {9, 1, 3}, "coin") is named
    with pytest.raises(EditError, match="Select a segment first"):
        classes.numbered_names(state, [], "coin")


def test_the_classes_of_a_project(classed):
    assert classes.with_classes(classed, reversed(classed.classes)) is classed
    assert classes.with_classes(classed, ()).classes == ()


def test_a_class_by_its_name_is_made_where_there_is_none(state):
    first = classes.assigned_by_name(state, [1], " coin ")
    assert first.class_of(1).name == "coin"
    again = classes.assigned_by_name(first, [2], "Coin")
    assert again.classes == first.classes
    assert again.class_of(2) == first.class_of(1)
    assert classes.assigned_by_name(again, [1, 2], "").class_of(1) is None


def test_statistics_count_segments_and_pixels_of_every_class(state):
    assert classes.statistics(state) == []
    after = classes.assigned_by_name(state, [1], "coin")
    found = classes.statistics(after)
    assert [(each.kind and each.kind.name, each.count) for each in found] == [
        ("coin", 1),
        (None, len(state.segments) - 1),
    ]
    assert sum(each.area for each in found) == int(state.areas[1:].sum())
    every = classes.assigned(after, list(state.segments), after.classes[0].number)
    assert [each.kind is None for each in classes.statistics(every)] == [False]
