"""Classes by keys."""

from segmenter.document import classes
from segmenter.gui.session.class_keys import assign_by_key


def test_a_key_gives_its_class_to_the_selection(labelled):
    labelled.edit("New class", classes.added, "cell")
    labelled.select({1, 3})
    assign_by_key(labelled, 1, "Class")
    assert [labelled.state.segments[number].class_number for number in (1, 2, 3)] == [1, 0, 1]
    labelled.undo()
    assert not any(segment.class_number for segment in labelled.state.segments.values())


def test_a_key_of_no_class_does_nothing(labelled):
    before = labelled.state
    labelled.select({1})
    assign_by_key(labelled, 4, "Class")
    assert labelled.state is before
