"""Classes by keys."""

from segmenter.document import classes
from segmenter.gui.session.class_keys import kind_for_new, kind_of_brush, use_key


def test_a_key_gives_its_class_to_the_selection(labelled, view_state):
    labelled.edit("New class", classes.added, "cell")
    labelled.select({1, 3})
    use_key(labelled, view_state, 1)
    assert [labelled.state.segments[number].class_number for number in (1, 2, 3)] == [1, 0, 1]
    assert view_state.new_class == 0
    labelled.undo()
    assert not any(segment.class_number for segment in labelled.state.segments.values())


def test_a_key_of_no_class_changes_nothing_and_says_so(labelled, view_state):
    before, said = labelled.state, []
    labelled.said.connect(lambda message: said.append(message.text))
    labelled.select({1})
    use_key(labelled, view_state, 4)
    assert labelled.state is before
    assert said == ["No class has the key 4: Edit > Class makes classes."]


def test_what_the_class_brush_gives(labelled, view_state):
    assert kind_of_brush(labelled, view_state) == 0
    labelled.edit("New class", classes.added, "cell")
    assert kind_of_brush(labelled, view_state) == 1, "the only one"
    labelled.edit("New class", classes.added, "dust")
    assert kind_of_brush(labelled, view_state) == 0
    labelled.select({1})
    use_key(labelled, view_state, 2)
    assert kind_of_brush(labelled, view_state) == 2, "that of the last key"
    assert kind_for_new(labelled, view_state) == 0
    labelled.select(())
    use_key(labelled, view_state, 1)
    assert kind_of_brush(labelled, view_state) == 1, "that of new segments"


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
