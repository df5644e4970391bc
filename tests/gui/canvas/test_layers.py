"""What is painted from the ground up, and when it must be painted again."""

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from segmenter.core.image import from_array
from segmenter.document import edits
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.document.state import with_segments
from segmenter.gui.canvas.layers import Layers
from segmenter.gui.canvas.view_transform import ViewTransform
from segmenter.gui.session.document import document


@pytest.fixture
def layers(labelled, view_state, settled):
    layers = Layers(labelled, view_state)
    layers.set_style(1, QColor(250, 0, 250))
    settled(labelled)
    return layers


@pytest.fixture
def repainted(layers):
    parts = []
    layers.changed.connect(parts.append)
    return parts


def drawn(layers, scale=1.0):
    view = ViewTransform((60, 90), (round(90 * scale), round(60 * scale)), scale=scale)
    image = QImage(*view.size, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    layers.draw(painter, view, QRect(0, 0, *view.size))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.size[1], view.size[0], 4)[:, :, 2::-1].copy()


def test_the_segments_lie_over_the_image(layers, labelled, view_state, picture):
    view_state.set(mode="fill", opacity=0.0)
    assert np.array_equal(drawn(layers), picture)
    view_state.set(opacity=1.0)
    assert np.array_equal(drawn(layers), labelled.state.colours()[labelled.state.labels.array()])


def test_the_overlay_can_be_hidden_and_peeked_under(layers, view_state, picture, repainted):
    view_state.set(visible=False)
    assert np.array_equal(drawn(layers), picture)
    view_state.set(visible=True)
    assert not np.array_equal(drawn(layers), picture)
    repainted.clear()
    layers.peek(True)
    assert np.array_equal(drawn(layers), picture)
    layers.peek(False)
    assert not np.array_equal(drawn(layers), picture)
    assert repainted == [None, None]


def test_an_edit_is_seen(layers, labelled, view_state, picture, repainted):
    view_state.set(mode="fill", opacity=1.0)
    repainted.clear()
    labelled.edit("Delete", edits.delete, {2})
    assert None in repainted
    assert (drawn(layers)[5, 80] == picture[5, 80]).all()
    assert layers.number_at((5, 80)) == 0
    labelled.undo()
    assert layers.number_at((5, 80)) == 2


def test_a_stroke_is_painted_again_only_where_it_is(layers, labelled, view_state, repainted):
    view_state.set(mode="fill", opacity=1.0)
    drawn(layers)
    repainted.clear()
    part = Rectangle(5, 5, 9, 9)
    labelled.strokes.show(edits.paint(labelled.state, 2, part, np.ones((4, 4), bool)), part)
    assert repainted == [part]
    assert (drawn(layers)[6, 6] == labelled.state.colours()[2]).all()
    labelled.strokes.drop()
    assert (drawn(layers)[6, 6] == labelled.state.colours()[1]).all()


def test_a_preview_is_shown_at_its_own_size(layers, labelled, view_state):
    view_state.set(mode="fill", opacity=1.0)
    labelled.document.factor = 3
    small = LabelMap.of(np.full((20, 30), 2, np.int32))
    labelled.preview = with_segments(labelled.state, labelled.state.segments, small)
    labelled.previewed.emit(labelled.preview)
    assert (drawn(layers) == labelled.state.colours()[2]).all()
    assert layers.number_at((59, 0)) == 2
    labelled.preview = None
    labelled.previewed.emit(None)
    assert layers.number_at((59, 0)) == 1


def test_selection_and_cursor_are_marked(layers, labelled, view_state, repainted):
    view_state.set(mode="fill")
    plain = drawn(layers, 4.0)
    labelled.select({2})
    assert repainted
    selected = drawn(layers, 4.0)
    assert not np.array_equal(selected, plain)
    repainted.clear()
    layers.point_at((5, 5), lift=True)
    assert repainted == [None]
    assert not np.array_equal(drawn(layers, 4.0), selected)
    repainted.clear()
    layers.point_at((6, 6), lift=True)
    assert not repainted
    layers.point_at((6, 6), lift=False)
    assert np.array_equal(drawn(layers, 4.0), selected)


def test_numbers_outside_are_background(layers):
    assert layers.number_at(None) == 0
    assert layers.number_at((50, 50)) == 3


def test_copies_for_reduced_views_are_made_in_the_background(session, view_state, settled, repainted, layers):
    stripes = np.zeros((1024, 1024, 3), np.uint8)
    stripes[:, ::2] = 255
    view_state.set(visible=False)
    session.show(document(from_array(stripes)))
    settled(session)
    view = ViewTransform((1024, 1024), (128, 128), scale=0.125)
    image = QImage(128, 128, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layers.draw(painter, view, QRect(0, 0, 128, 128))
    painter.end()
    assert all(abs(image.pixelColor(x, 60).red() - 128) <= 1 for x in range(128))


def test_without_a_document_nothing_is_drawn(layers, labelled):
    labelled.show(None)
    assert not drawn(layers).any()
    assert layers.hint == ""
    assert layers.number_at((5, 5)) == 0


def test_a_hint_is_given_only_where_a_view_is_looked_at(layers, view_state):
    assert layers.hint == ""
    view_state.set(view="margin")
    assert layers.hint != ""
    view_state.set(visible=False)
    assert layers.hint == ""


def test_only_the_similarity_can_be_held(layers, view_state):
    assert not layers.hold((5, 5))
    view_state.set(view="similarity")
    assert layers.hold((5, 5))


def test_colours_are_those_of_the_classes_on_request(labelled, view_state, qtbot):
    from segmenter.document import classes

    labelled.edit("New class", classes.added, "cell", (1, 2, 3))
    labelled.edit("Class", classes.assigned, {1}, 1)
    layers = Layers(labelled, view_state)
    before = layers._segments._colours.copy()
    view_state.set(by_class=True)
    after = layers._segments._colours
    assert after[1] == 0xFF010203
    assert after[2] == 0xFF808080
    view_state.set(by_class=False)
    assert (layers._segments._colours == before).all()
