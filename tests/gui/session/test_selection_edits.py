"""Edits of what is selected."""

import numpy as np
import pytest

from segmenter.document import edits
from segmenter.document.label_map import Rectangle
from segmenter.gui.session.selection_edits import SelectionEdits


@pytest.fixture
def messages(session):
    heard = []
    session.said.connect(lambda message: heard.append(message.text))
    return heard


def test_edits_that_cannot_be_done_say_why(opened, messages):
    opened.select({1})
    before = opened.state
    SelectionEdits(opened).merge()
    opened.describe("Lock", {1}, locked=True)
    SelectionEdits(opened).delete()
    assert len(messages) == 2
    assert "Select two" in messages[0]
    assert "locked" in messages[1]
    assert opened.state.labels is before.labels


def test_what_a_person_released_follows_the_parameters_again(opened, settled, messages):
    labels = opened.state.labels.array()
    opened.describe("Rename", {3}, name="cup")
    opened.edit("Delete", edits.delete, {2})
    opened.edit("Brush", edits.paint, 3, Rectangle(0, 0, 4, 4), np.ones((4, 4), bool))
    assert opened.state.labels.at(0, 0) == 3
    opened.select({3})
    SelectionEdits(opened).release()
    settled(opened)
    assert opened.state.labels.at(0, 0) == labels[0, 0]
    assert "cup" in messages[-1]
    opened.undo()
    assert opened.state.segments[3].name == "cup"


def test_the_undo_of_a_message_undoes_only_what_it_speaks_of(opened, settled):
    heard = []
    opened.said.connect(heard.append)
    opened.describe("Rename", {3}, name="cup")
    opened.select({3})
    SelectionEdits(opened).release()
    settled(opened)
    (message,) = heard
    opened.select({1, 2})
    SelectionEdits(opened).merge()
    merged = opened.state
    message.act()
    assert opened.state is merged
    assert message.about is not merged


def test_selection_loses_what_is_gone(opened):
    opened.select({1, 2})
    SelectionEdits(opened).merge()
    assert len(opened.selection) == 1
    SelectionEdits(opened).delete()
    assert not opened.selection


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("delete", "Delete"),
        ("absorb", "Give to neighbours"),
        ("fill_holes", "Fill holes"),
        ("split_pieces", "Split into pieces"),
    ],
)
def test_each_is_a_step_of_its_own_name(labelled, settled, name, step):
    labelled.edit("Brush", edits.paint, 2, Rectangle(5, 5, 8, 8), np.ones((3, 3), bool))
    labelled.edit("Brush", edits.paint, 1, Rectangle(20, 60, 24, 64), np.ones((4, 4), bool))
    labelled.select({1})
    before = labelled.state
    getattr(SelectionEdits(labelled), name)()
    settled(labelled)
    assert labelled.state is not before
    assert labelled.document.history.undo_name == step
