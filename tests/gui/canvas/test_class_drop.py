"""Classes that are dropped on a segment of the image."""

import pytest

from segmenter.document import classes
from segmenter.gui.app.dragging import CLASS, SEGMENTS, carried


@pytest.fixture
def kinds(labelled):
    for name in ("cell", "dust"):
        labelled.edit("New class", classes.added, name)


def kinds_of(session):
    return {number: segment.class_number for number, segment in session.state.segments.items()}


def test_the_segment_under_the_cursor_gets_the_class_as_one_step(canvas, kinds, labelled, spot, drop):
    before = labelled.state
    assert drop(canvas, carried(CLASS, "2"), spot(10, 10))
    assert kinds_of(labelled) == {1: 2, 2: 0, 3: 0}
    labelled.undo()
    assert labelled.state is before


def test_it_is_given_to_all_that_are_selected_if_that_one_is(canvas, kinds, labelled, spot, drop):
    labelled.select({1, 3})
    assert drop(canvas, carried(CLASS, "1"), spot(10, 10))
    assert kinds_of(labelled) == {1: 1, 2: 0, 3: 1}
    assert drop(canvas, carried(CLASS, "0"), spot(10, 80))
    assert kinds_of(labelled) == {1: 1, 2: 0, 3: 1}


def test_where_no_segment_is_nothing_is_dropped(canvas, kinds, labelled, spot, drop):
    before = labelled.state
    assert not drop(canvas, carried(CLASS, "1"), canvas.rect().topLeft())
    assert not drop(canvas, carried(CLASS, "7"), spot(10, 10))  # no class of this project
    assert not drop(canvas, carried(SEGMENTS), spot(10, 10))
    assert labelled.state is before


def test_the_segment_is_lifted_while_the_class_is_over_it(canvas, kinds, spot, monkeypatch, drop):
    pointed = []
    monkeypatch.setattr(canvas.layers, "point_at", lambda pixel, *, lift: pointed.append((pixel, lift)))
    drop(canvas, carried(CLASS, "1"), spot(10, 12))
    assert pointed[0] == ((10, 12), True)
    assert (None, False) in pointed[1:]
