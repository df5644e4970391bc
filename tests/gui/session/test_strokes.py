"""A stroke under way: its drafts, and what waits for its end."""

import pytest

from segmenter.document.label_map import Rectangle
from segmenter.document.state import State
from segmenter.gui.session.strokes import Strokes

PART = Rectangle(0, 0, 2, 2)


class Session:
    """As much of a session as strokes know."""

    def __init__(self):
        self.state = State()
        self.allowed = True
        self.kept = []

    def may_edit(self):
        return self.allowed

    def take(self, after, step):
        self.kept.append((after, step))


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def strokes(qapp, session):
    return Strokes(session, None)


def test_what_comes_during_a_stroke_waits_for_its_end(strokes):
    done = []
    strokes.after("result", lambda: done.append("at once"))
    assert strokes.begin()
    for act in ("old", "new"):
        strokes.after("result", lambda act=act: done.append(act))
    strokes.after("edit", lambda: done.append("edit"))
    strokes.after("gone", lambda: done.append("gone"))
    strokes.forget("gone")
    assert done == ["at once"]
    strokes.end()
    assert done == ["at once", "new", "edit"]
    strokes.end()
    assert len(done) == 3


def test_where_nothing_can_be_painted_there_is_no_stroke(strokes, session):
    session.allowed = False
    assert not strokes.begin()
    assert not strokes.active


def test_only_a_stroke_under_way_is_asked_to_end(strokes, qtbot):
    asked = []
    strokes.let_go_asked.connect(lambda: asked.append(strokes.active))
    strokes.let_go()
    strokes.begin()
    strokes.let_go()
    assert asked == [True]


def test_another_image_knows_nothing_of_it(strokes):
    strokes.begin()
    strokes.show(State(), PART)
    strokes.after("result", pytest.fail)
    strokes.forget()
    assert (strokes.draft, strokes.active) == (None, False)
    strokes.end()


def test_a_stroke_that_changed_nothing_is_no_step(strokes, session):
    strokes.show(session.state, PART)
    strokes.keep("Brush")
    assert session.kept == []
