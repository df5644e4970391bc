"""The brush that gives classes, with real mouse events."""

import pytest
from PySide6.QtCore import Qt

from segmenter.document import classes

Left, Nothing, Alt = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def heard(labelled):
    sentences = []
    labelled.said.connect(lambda message: sentences.append(message.text))
    return sentences


@pytest.fixture
def kinds(labelled):
    """Let the project have two classes."""
    for name in ("cell", "dust"):
        labelled.edit("New class", classes.added, name)


@pytest.fixture
def stroke(qtbot, canvas, spot, view_state):
    """Return a function that drags the brush from pixel to pixel."""
    view_state.set(tool="class brush", brush=3)

    def do(*pixels, modifiers=Nothing, lift=True):
        qtbot.mousePress(canvas, Left, modifiers, spot(*pixels[0]))
        for pixel in pixels[1:]:
            qtbot.mouseMove(canvas, spot(*pixel))
        if lift:
            qtbot.mouseRelease(canvas, Left, modifiers, spot(*pixels[-1]))

    return do


def kinds_of(session):
    return {number: segment.class_number for number, segment in session.state.segments.items()}


def test_a_stroke_gives_its_class_to_all_that_it_touches_as_one_step(stroke, kinds, labelled, view_state):
    view_state.set(new_class=2)
    before = labelled.state
    stroke((10, 40), (10, 60))
    assert kinds_of(labelled) == {1: 2, 2: 2, 3: 0}
    assert labelled.state.labels is before.labels  # no pixel is another
    labelled.undo()
    assert labelled.state is before
    labelled.redo()
    assert kinds_of(labelled) == {1: 2, 2: 2, 3: 0}


def test_alt_takes_the_class_away(stroke, kinds, labelled, view_state):
    view_state.set(new_class=1)
    stroke((10, 10))
    stroke((10, 12), modifiers=Alt)
    assert kinds_of(labelled) == {1: 0, 2: 0, 3: 0}


def test_a_key_chooses_what_the_brush_gives_whatever_is_selected(
    stroke, kinds, labelled, view_state, canvas, qtbot, heard
):
    labelled.select({3})
    qtbot.keyClick(canvas, Qt.Key.Key_2)
    assert view_state.new_class == 2
    assert heard == ["The brush gives the class “dust”."]
    assert kinds_of(labelled) == {1: 0, 2: 0, 3: 0}
    stroke((10, 10))
    assert kinds_of(labelled) == {1: 2, 2: 0, 3: 0}
    assert labelled.selection == {3}


def test_without_a_class_the_brush_says_how_to_choose_one(stroke, labelled, heard):
    stroke((10, 10))
    assert heard.pop() == "There are no classes yet: Edit > Class > New Class makes one."
    for name in ("cell", "dust"):
        labelled.edit("New class", classes.added, name)
    stroke((10, 10))
    assert heard.pop() == "Choose what the brush gives first: press the key of a class, 1 to 9."
    assert kinds_of(labelled) == {1: 0, 2: 0, 3: 0}
    assert not labelled.strokes.active


def test_what_is_hidden_gets_no_class(stroke, kinds, labelled, view_state):
    view_state.set(new_class=1)
    labelled.describe("Hide", {1}, visible=False)
    stroke((10, 40), (10, 60))
    assert kinds_of(labelled) == {1: 0, 2: 1, 3: 0}


def test_a_stroke_that_is_dropped_gives_nothing(stroke, kinds, labelled, view_state, canvas, qtbot):
    view_state.set(new_class=1)
    before = labelled.state
    stroke((10, 10), lift=False)
    assert labelled.shown.segments[1].class_number == 1
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert labelled.state is before
    assert labelled.shown is before
    assert not labelled.strokes.active


def test_the_whole_segment_is_drawn_in_its_new_class_while_the_stroke_is_under_way(
    stroke, kinds, labelled, view_state, canvas, spot
):
    view_state.set(new_class=2, mode="fill", opacity=1.0)
    colour = (200, 30, 220)
    labelled.edit("Colour class", classes.changed, 2, colour=colour)
    far = spot(55, 2)
    before = canvas.grab().toImage().pixelColor(far)
    stroke((5, 5), lift=False)
    after = canvas.grab().toImage().pixelColor(far)
    assert (after.red(), after.green(), after.blue()) == colour != (before.red(), before.green(), before.blue())


def test_with_the_brush_in_the_hand_segments_have_the_colours_of_their_classes(view_state):
    assert not view_state.shows_classes
    view_state.set(tool="class brush")
    assert view_state.shows_classes
    view_state.set(tool="select", by_class=True)
    assert view_state.shows_classes


def test_a_class_that_was_removed_is_given_no_more(stroke, kinds, labelled, view_state):
    view_state.set(new_class=2)
    labelled.edit("Remove class", classes.removed, 2)
    stroke((10, 10))
    assert kinds_of(labelled) == {1: 0, 2: 0, 3: 0}
