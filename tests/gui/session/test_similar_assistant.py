"""Selecting what looks like the selection."""

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.gui.session.document import document


@pytest.fixture
def squares(session, settled):
    """Return a session with three red squares and a blue one on grey, and the number of the segment of each."""
    image = np.full((80, 80, 3), 128, np.int32)
    places = [(10, 10), (10, 50), (50, 10), (50, 50)]
    for at, (row, column) in enumerate(places):
        image[row : row + 20, column : column + 20] = (20, 40, 200) if at == 3 else (200, 40, 20)
    image += np.random.default_rng(2).integers(-5, 6, image.shape)
    session.show(document(from_array(np.clip(image, 0, 255).astype(np.uint8))))
    settled(session)
    session.set_parameters(k=5, method="tree", reduction=1)
    settled(session)
    return session, [session.state.labels.at(row + 10, column + 10) for row, column in places]


def test_the_others_of_a_kind_are_selected_and_the_distance_is_dragged(squares, settled):
    session, (one, two, three, other) = squares
    assistant = session.similar_assistant
    session.select({one})
    assistant.begin()
    settled(session)
    assert assistant.active
    assert session.selection == {one, two, three}
    assert assistant.count == 3
    assistant.choose(assistant.farthest)
    assert session.selection == session.state.segments.keys()
    assistant.choose(0.0)
    assert session.selection == {one}
    assistant.choose(assistant.farthest)
    assert other in session.selection
    assistant.cancel()
    assert session.selection == {one}
    assert not assistant.active


def test_another_selection_or_an_edit_ends_it(squares, settled):
    session, (one, two, three, other) = squares
    assistant = session.similar_assistant
    session.select({one})
    assistant.begin()
    settled(session)
    session.select({other})
    assert not assistant.active
    assert session.selection == {other}
    session.select({one})
    assistant.begin()
    settled(session)
    session.describe("Rename", session.selection, name="red")
    assert not assistant.active
    assert session.selection == {one, two, three}
    assistant.choose(1.0)
    assert session.selection == {one, two, three}


def test_another_method_is_compared_by_the_tree_too(squares, settled):
    session, _ = squares
    session.set_parameters(method="kmeans", k=3)
    settled(session)
    session.select({1})
    session.similar_assistant.begin()
    settled(session)
    assert session.similar_assistant.active


def test_nothing_selected_or_nothing_else_is_said(squares, settled):
    session, _ = squares
    said = []
    session.said.connect(lambda message: said.append(message.text))
    session.select(())
    session.similar_assistant.begin()
    assert "Select a segment first" in said[-1]
    session.set_parameters(k=1, method="tree")
    settled(session)
    session.select({1})
    session.similar_assistant.begin()
    settled(session)
    assert said[-1] == "There is nothing else that could look like this."
