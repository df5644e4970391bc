"""Objects from clicks, as the session asks for them."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from segmenter.core.clicked import Clicks
from segmenter.core.image import Source
from segmenter.core.interaction.clicks import pointing
from segmenter.core.interaction.clicks import select as module
from segmenter.document import edits
from segmenter.document.label_map import Rectangle
from segmenter.gui.session.document import document


class Answer:
    """Selects squares around positive clicks, less those around the others."""

    def __init__(self, shape):
        self.shape, self.asked, self.boxed, self.framed = shape, [], None, None
        self.scene = SimpleNamespace(regions=SimpleNamespace(base=np.ones(shape, np.uint8)))

    def touches(self, clicks):
        return []

    def keep_out(self, ground):
        """Forget nothing: every question is answered anew."""

    def select(self, clicks, ground=None):
        self.asked.append(tuple(clicks))
        mask = np.zeros(self.shape, bool)
        for row, column, positive in clicks:
            mask[max(row - 3, 0) : row + 4, max(column - 3, 0) : column + 4] = positive
        return mask if ground is None else mask & ~ground


@pytest.fixture
def answer(labelled, monkeypatch):
    """Put known masks in place of those that are solved for."""
    answer = Answer(labelled.document.image.shape)
    monkeypatch.setattr(module, "prepare", lambda found, image: answer)
    monkeypatch.setattr(pointing, "boxed", lambda selector, box: None)  # its middle counts as a click then
    return answer


@pytest.fixture
def clicked(labelled, answer, settled):
    """Return the assistant of a session in which something was clicked."""
    labelled.object_assistant.click([(20, 20)], positive=True)
    settled(labelled)
    return labelled.object_assistant


def test_what_clicks_select_is_shown(clicked, labelled, settled):
    assert clicked.active
    assert clicked.candidate.inside.shape == (7, 7)
    assert (clicked.candidate.part.top, clicked.candidate.part.left) == (17, 17)
    clicked.click([(30, 20)], positive=True)
    clicked.click([(20, 20)], positive=False)
    settled(labelled)
    assert clicked.candidate.part.top == 27
    clicked.back()
    settled(labelled)
    assert clicked.candidate.part.top == 17
    assert len(clicked.clicks) == 2


def test_the_object_becomes_a_segment_and_the_next_one_does_not_take_from_it(clicked, labelled, settled):
    before = labelled.state
    clicked.take()
    (number,) = labelled.selection
    assert number not in before.segments
    assert labelled.state.labels.areas()[number] == 49
    assert labelled.state.segments[number].edited
    assert not clicked.active
    assert clicked.candidate is None
    clicked.click([(24, 20)], positive=True)
    settled(labelled)
    clicked.take()
    assert labelled.state.labels.areas()[number] == 49
    labelled.undo()
    labelled.undo()
    assert labelled.state is before


def test_what_is_locked_is_not_taken(clicked, labelled, settled):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    labelled.describe("Lock", {1}, locked=True)
    settled(labelled)
    assert clicked.active  # the clicks wait for their answer
    assert clicked.candidate.part.empty
    before = labelled.state
    clicked.take()
    assert labelled.state is before
    assert said == ["Nothing is selected there."]
    assert clicked.active


def test_cancelling_drops_the_clicks(clicked, labelled):
    labelled.cancel()
    assert not clicked.active
    assert clicked.candidate is None
    clicked.take()
    clicked.back()


def test_what_a_click_would_select_follows_the_cursor(labelled, answer, settled, monkeypatch):
    assistant = labelled.object_assistant
    assistant.hover((5, 5))
    settled(labelled)
    assert assistant.candidate is None  # no regions are known yet


def test_an_answer_that_comes_after_the_tool_was_put_down_is_not_shown(opened, settled):
    assistant = opened.object_assistant
    assistant.hover((10, 10))
    assistant.cancel()  # before the worker has answered
    settled(opened)
    assert assistant.candidate is None


def test_nothing_to_tell_apart_is_said(labelled, settled, monkeypatch):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    monkeypatch.setattr(module, "prepare", lambda found, image: None)
    labelled.object_assistant.click([(5, 5)], positive=True)
    settled(labelled)
    assert said == ["Nothing in this image can be told apart."]
    assert not labelled.object_assistant.active


def test_a_real_image(opened, settled):
    assistant = opened.object_assistant
    assistant.hover((10, 10))
    settled(opened)
    assert assistant.candidate is not None
    assert not assistant.active
    assistant.click([(10, 10)], positive=True)
    settled(opened)
    assert assistant.candidate.inside.any()
    assistant.take()
    assert len(opened.selection) == 1
    assistant.hover(None)
    assert assistant.candidate is None


@pytest.fixture
def taken(clicked, labelled):
    """Return the number of a segment that was made by a click."""
    clicked.take()
    (number,) = labelled.selection
    labelled.select(())
    return number


def test_a_click_on_what_was_made_by_clicks_takes_it_up_again(clicked, labelled, taken, settled):
    made = labelled.state
    assert made.segments[taken].clicks == Clicks(((20, 20, True),))
    clicked.click([(22, 22)], positive=True)
    settled(labelled)
    assert clicked.again == taken
    assert labelled.selection == {taken}
    assert clicked.clicks == ((20, 20, True),)
    assert clicked.candidate.inside.sum() == 49  # its own pixels are no ground
    clicked.click([(30, 20)], positive=True)
    settled(labelled)
    clicked.take()
    assert labelled.state.labels.areas()[taken] == 98
    assert len(labelled.state.segments[taken].clicks.places) == 2
    assert len(labelled.state.segments) == len(made.segments)
    labelled.undo()
    assert labelled.state is made


def test_what_is_given_up_is_asked_for_anew(clicked, labelled, taken, settled, monkeypatch):
    asked = []
    monkeypatch.setattr(labelled, "solve", lambda: asked.append(labelled.state.stale))
    clicked.click([(20, 20)], positive=True)
    clicked.click([(22, 22)], positive=False)
    settled(labelled)
    clicked.take()
    assert asked == [True]
    assert labelled.state.labels.areas()[taken] < 49


def test_a_locked_one_is_not_taken_up(clicked, labelled, taken):
    said = []
    labelled.said.connect(lambda message: said.append(message.text))
    labelled.describe("Lock", {taken}, locked=True)
    clicked.click([(20, 20)], positive=True)
    assert not clicked.active
    assert "is locked; unlock it first" in said[-1]


def test_the_selected_one_is_taken_up(clicked, labelled, taken):
    assert not clicked.take_up_selected()
    labelled.select({1})
    assert not clicked.take_up_selected()
    labelled.select({taken})
    assert clicked.take_up_selected()
    assert clicked.active


def test_an_undo_of_what_was_taken_up_drops_the_clicks(clicked, labelled, taken, settled):
    clicked.click([(20, 20)], positive=True)
    settled(labelled)
    labelled.undo()
    assert not clicked.active
    assert clicked.candidate is None


def test_clicks_stay_whatever_else_is_done(clicked, labelled, settled):
    labelled.describe("Rename", {2}, name="sky")
    labelled.set_parameters(sigma_intensity=3.0)
    assert clicked.clicks == ((20, 20, True),)
    labelled.set_parameters(sigma_intensity="auto")
    labelled.edit("Paint", edits.paint, 2, Rectangle(17, 17, 24, 20), np.ones((7, 3), bool))
    settled(labelled)
    assert clicked.candidate.inside.sum() == 28  # what was painted meanwhile is ground


def test_it_grows_shrinks_and_goes_back(clicked, labelled, settled, monkeypatch):
    seen = []
    monkeypatch.setattr(pointing, "grown", lambda selector, mask, touches, levels: seen.append(levels) or mask)
    clicked.grow(0)
    clicked.grow(2)
    settled(labelled)
    clicked.grow(-1)
    settled(labelled)
    clicked.back()
    settled(labelled)
    assert seen == [2, 1, 2]
    clicked.drop()
    clicked.grow(1)
    assert not clicked.active


def test_a_box(labelled, answer, settled):
    assistant = labelled.object_assistant
    assistant.draw_box((10, 20, 17, 40))
    settled(labelled)
    assert answer.asked[-1] == ((13, 30, True),)
    assert assistant.candidate.part == Rectangle(10, 27, 17, 34)
    assistant.click([(9, 30)], positive=True)
    settled(labelled)
    assert assistant.candidate.part.top == 10  # nothing outside of the box
    assistant.take()
    (number,) = labelled.selection
    assert labelled.state.segments[number].clicks == Clicks(((9, 30, True),), (10, 20, 17, 40))


def test_a_real_object_survives_other_parameters_and_is_corrected(opened, settled):
    assistant = opened.object_assistant
    assistant.click([(50, 60)], positive=True)
    settled(opened)
    assistant.take()
    (number,) = opened.selection
    area = opened.state.labels.area(number)
    opened.set_parameters(k=2)
    settled(opened)
    assert opened.state.labels.area(number) == area
    assistant.click([(50, 60)], positive=True)
    assistant.click([(50, 45)], positive=False)
    settled(opened)
    assistant.take()
    settled(opened)
    assert opened.state.labels.area(number) < area
    assert not opened.state.stale
    assert opened.state.labels.areas()[0] == 0
    assert len(opened.state.segments[number].clicks.places) == 2


def test_what_is_under_the_cursor_is_told_by_regions(opened, settled):
    assistant = opened.object_assistant
    assistant.hover((50, 60))
    settled(opened)
    base, chosen = assistant.candidate.regions
    assert chosen[base[50, 60]]
    assert base.shape == opened.document.image.shape
    assert not chosen[base].all()
    assistant.click([(50, 60)], positive=True)
    settled(opened)
    taken = assistant.candidate
    assert taken.regions is None
    assistant.take()
    assistant.hover((5, 5))
    settled(opened)
    base, chosen = assistant.candidate.regions
    assert not chosen[base[50, 60]]  # that belongs to another object now


def test_with_another_method_it_is_told_too(opened, settled):
    opened.set_parameters(method="kmeans", k=3)
    settled(opened)
    assistant = opened.object_assistant
    for column in (60, 61):
        assistant.hover((50, column))
        settled(opened)
        assert assistant.candidate.regions[1].any()


def test_clicks_wait_while_another_image_is_open(clicked, labelled, settled, tmp_path):
    first, state = labelled.document, labelled.state
    source = Source(tmp_path / "a.png", 0, 1, "0" * 64)
    first.image = replace(first.image, source=source)
    labelled.show(first)
    clicked.click([(20, 20)], positive=True)
    first.unfinished = clicked.unfinished  # as the list of images keeps it
    other = document(replace(first.image, source=replace(source, page=1)), state)
    labelled.show(other)
    settled(labelled)
    assert not clicked.active
    assert clicked.candidate is None
    labelled.show(None)
    labelled.show(first)
    settled(labelled)
    assert clicked.clicks == ((20, 20, True),)
    assert clicked.candidate.inside.any()


def test_what_would_be_lost_with_the_clicks(clicked, labelled, taken, settled):
    assert clicked.unfinished is None  # all of them are in a segment
    clicked.take_up(taken)
    settled(labelled)
    assert clicked.unfinished is None  # nor is anything lost that was only taken up
    clicked.click([(40, 40)], positive=True)
    assert clicked.unfinished.again == taken
    assert [len(step.places) for step in clicked.unfinished.steps] == [1, 2]
    clicked.drop()
    clicked.click([(40, 40)], positive=False)
    assert clicked.unfinished is None  # no object can come of it


def test_no_more_is_pointed_at_than_a_project_can_hold(clicked, labelled, settled, monkeypatch):
    heard = []
    labelled.said.connect(lambda message: heard.append(message.text))
    clicked.click([(20, 21)] * 998, positive=True)
    assert len(clicked.clicks) == 999
    clicked.click([(20, 22), (20, 23)], positive=True)
    assert len(clicked.clicks) == 999
    assert heard[-1].startswith("An object has at most 1")
    clicked.grow(1001)
    assert clicked.pointed.grown == 0
    clicked.drop()


def test_clicks_that_wait_are_told_where_the_tool_is_not_in_the_hand(clicked, labelled):
    heard = []
    labelled.said.connect(lambda message: heard.append(message.text))
    shown = labelled.document
    shown.unfinished = clicked.unfinished
    labelled.show(shown)
    clicked.remind()
    assert heard == []
    clicked.hold(in_hand=False)
    clicked.remind()
    assert heard == ["Clicks of an object that is not finished wait here for the Object tool (O)."]
