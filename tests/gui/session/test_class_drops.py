"""What the drop of a class on a segment does."""

import pytest

from segmenter.document import classes
from segmenter.gui.session.class_drops import dropped_class, give_class


@pytest.fixture
def kinds(labelled):
    labelled.edit("New class", classes.added, "cell")


@pytest.mark.parametrize(("kind", "number"), [(None, 1), (2, 1), (1, 0), (1, 4), (-1, 1)])
def test_nothing_where_there_is_no_such_class_or_segment(labelled, kinds, kind, number):
    assert dropped_class(labelled, kind, number) is None


def test_one_segment_or_all_that_are_selected_with_it(labelled, kinds):
    labelled.select({1, 2})
    dropped_class(labelled, 1, 3)()
    assert classes.members(labelled.state, 1) == {3}
    dropped_class(labelled, 1, 2)()
    assert classes.members(labelled.state, 1) == {1, 2, 3}
    dropped_class(labelled, 0, 3)()
    assert classes.members(labelled.state, 1) == {1, 2}


def test_it_is_one_step(labelled, kinds):
    give_class(labelled, frozenset({1, 3}), 1)
    labelled.undo()
    assert not classes.members(labelled.state, 1)
