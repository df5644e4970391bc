"""Classes by keys."""

from segmenter.document import classes
from segmenter.gui.session.class_keys import kind_for_new, use_key


def test_a_key_gives_its_class_to_the_selection(labelled, view_state):
    labelled.edit("New class", classes.added, "cell")
    labelled.select({1, 3})
    use_key(labelled, view_state, 1)
    assert [labelled.state.segments[number].class_number for number in (1, 2, 3)] == [1, 0, 1]
    assert view_state.new_class == 0
    labelled.undo()
    assert not any(segment.class_number for segment in labelled.state.segments.values())


def test_a_key_of_no_class_does_nothing(labelled, view_state):
    before = labelled.state
    labelled.select({1})
    use_key(labelled, view_state, 4)
    assert labelled.state is before


def test_with_nothing_selected_a_key_chooses_the_class_of_new_segments(labelled, view_state):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    labelled.edit("New class", classes.added, "cell")
    labelled.select(())
    use_key(labelled, view_state, 1)
    assert kind_for_new(labelled, view_state) == 1
    use_key(labelled, view_state, 1)
    assert kind_for_new(labelled, view_state) == 0
    assert ["cell" in text for text in said] == [True, False]


def test_a_class_that_is_gone_is_given_to_nobody(labelled, view_state):
    view_state.set(new_class=7)
    assert kind_for_new(labelled, view_state) == 0
