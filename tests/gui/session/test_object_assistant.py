"""Objects from clicks, as the session asks for them."""

import numpy as np
import pytest

from segmenter.core.interaction.clicks import select as module


class Answer:
    """Selects squares around positive clicks, less those around the others."""

    def __init__(self, shape):
        self.shape, self.asked = shape, []

    def select(self, clicks):
        self.asked.append(tuple(clicks))
        mask = np.zeros(self.shape, bool)
        for row, column, positive in clicks:
            mask[max(row - 3, 0) : row + 4, max(column - 3, 0) : column + 4] = positive
        return mask


@pytest.fixture
def answer(labelled, monkeypatch):
    """Put known masks in place of those that are solved for."""
    answer = Answer(labelled.document.image.shape)
    monkeypatch.setattr(module, "prepare", lambda found: answer)
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
    assert not clicked.active  # the state is another one
    clicked.click([(20, 20)], positive=True)
    settled(labelled)
    before = labelled.state
    clicked.take()
    assert labelled.state is before
    assert "locked" in said[-1]


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
    monkeypatch.setattr(module, "prepare", lambda found: None)
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
