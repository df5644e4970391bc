"""The segments over the image."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from segmenter.document import edits
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.gui.canvas.label_layer import LabelLayer
from segmenter.gui.canvas.picture import Picture
from segmenter.gui.canvas.view_transform import ViewTransform

GROUND = 0xFF808080
ACCENT = QColor(250, 0, 250)


@pytest.fixture
def state():
    labels = np.ones((60, 90), np.int32)
    labels[:, 50:] = 2
    labels[40:, :30] = 0
    return State(labels=LabelMap.of(labels), segments={1: Segment(), 2: Segment()})


@pytest.fixture
def layer(qapp, state):
    layer = LabelLayer()
    layer.set_style(1, ACCENT)
    layer.show(state)
    return layer


@pytest.fixture
def view():
    return ViewTransform((60, 90), (360, 240), scale=4.0)


def drawn(layer, view, mode="fill", opacity=1.0, exposed=None):
    """Return what is drawn on a grey ground, shape (height, width, 3)."""
    image = QImage(*view.size, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    layer.draw(painter, view, exposed or QRect(0, 0, *view.size), mode, opacity)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.size[1], view.size[0], 4)[:, :, 2::-1].copy()


@pytest.fixture
def squares_made(layer):
    made = []
    make = layer._patches._make
    layer._patches._make = lambda place, view: made.append(place) or make(place, view)
    return made


@pytest.mark.parametrize("scale", [0.3, 1.0, 4.0])
def test_every_pixel_has_the_colour_of_its_segment(layer, state, scale):
    view = ViewTransform((60, 90), (round(90 * scale), round(60 * scale)), scale=scale)
    shown = drawn(layer, view)
    rows, columns = (((np.arange(round(extent * scale)) + 0.5) / scale).astype(int) for extent in (60, 90))
    labels = state.labels.array()[np.ix_(rows, columns)]
    expected = np.where((labels > 0)[:, :, None], state.colours()[labels], 128)
    assert np.array_equal(shown, expected)


def test_opacity_mixes_and_makes_nothing_anew(layer, state, view, squares_made):
    drawn(layer, view)
    number = len(squares_made)
    shown = drawn(layer, view, opacity=0.5)
    expected = (state.colours()[1].astype(int) + 128) / 2
    assert np.abs(shown[2, 2] - expected).max() <= 2
    assert len(squares_made) == number


def test_modes(layer, state, view):
    inside, border = (10, 10), slice(190, 210)
    fill, contour, both = (drawn(layer, view, mode) for mode in ("fill", "contour", "both"))
    assert (contour[inside] == 128).all()
    assert (both[inside] == state.colours()[1]).all()
    assert not (fill[10, border] > 235).all(axis=1).any()
    for lines in (contour, both):
        assert (lines[10, border] > 235).all(axis=1).sum() == 1
    # nothing is drawn along the edge of the image
    assert (contour[:, 0] == 128).all(axis=1).sum() > 230


def test_the_line_lies_on_the_edge_between_pixels(layer, view):
    shown = drawn(layer, view, "contour")
    assert np.flatnonzero((shown[10] > 235).all(axis=1)).tolist() == [199]
    view = replace(view, scale=7.0, size=(630, 420))
    shown = drawn(layer, view, "contour")
    assert np.flatnonzero((shown[10] > 235).all(axis=1)).tolist() == [349]


def test_hidden_segments_are_not_seen_and_cannot_be_pointed_at(layer, state, view):
    layer.show(described(state, [1], visible=False))
    assert (drawn(layer, view, "both")[10, :180] == 128).all()
    assert layer.number_at(5, 5) == 0
    assert layer.number_at(5, 60) == 2
    # two hidden neighbours have no line between them
    layer.show(described(state, [1, 2], visible=False))
    assert (drawn(layer, view, "both") == 128).all()


def test_a_preview_is_stretched(layer, state, view):
    small = state.labels.array()[::3, ::3].copy()
    layer.show(replace(state, labels=LabelMap.of(small)), factor=3)
    shown = drawn(layer, view)
    expected = np.where((small > 0)[:, :, None], state.colours()[small], 128).repeat(12, axis=0).repeat(12, axis=1)
    assert np.array_equal(shown, expected[:240, :360])
    assert layer.number_at(59, 89) == 2


def test_another_state_is_drawn_anew_only_where_it_differs(state, qapp):
    labels = np.ones((1200, 1200), np.int32)
    labels[600:] = 2
    before = replace(state, labels=LabelMap.of(labels))
    layer = LabelLayer()
    layer.show(before)
    view = ViewTransform((1200, 1200), (1200, 1200))
    drawn(layer, view)
    made = []
    make = layer._patches._make
    layer._patches._make = lambda place, view: made.append(place) or make(place, view)
    after = edits.paint(before, 2, Rectangle(10, 10, 14, 14), np.ones((4, 4), bool))
    layer.show(after)
    shown = drawn(layer, view)
    assert (shown[12, 12] == state.colours()[2]).all()
    # a tile of labels, and the squares that its lines reach into
    assert {(place.top // 256, place.left // 256) for place in made} <= {
        (row, at) for row in range(3) for at in range(3)
    }
    made.clear()
    layer.refresh(edits.paint(after, 2, Rectangle(10, 10, 14, 30), np.ones((4, 20), bool)), Rectangle(10, 10, 14, 30))
    shown = drawn(layer, view)
    assert (shown[12, 28] == state.colours()[2]).all()
    assert len(made) == 1


def test_another_colour_is_drawn_everywhere(layer, state, view):
    drawn(layer, view)
    layer.show(described(state, [1], colour=(1, 2, 3)))
    assert (drawn(layer, view)[10, 10] == (1, 2, 3)).all()


def test_a_name_makes_nothing_anew(layer, state, view, squares_made):
    drawn(layer, view)
    squares_made.clear()
    layer.show(described(state, [1], name="sky"))
    drawn(layer, view)
    assert not squares_made


def test_a_stroke_of_a_new_segment_has_its_colour(layer, state, view):
    drawn(layer, view)
    part = Rectangle(10, 10, 20, 20)
    after = edits.paint(state, 3, part, np.ones((10, 10), bool))
    layer.refresh(after, part)
    assert (drawn(layer, view)[60, 60] == after.colours()[3]).all()


def test_what_is_selected_has_a_line_in_the_accent(layer, view):
    assert layer.mark({2}, 0)
    shown = drawn(layer, view)
    accent = (shown == ACCENT.getRgb()[:3]).all(axis=2)
    assert accent[:, 200:202].all()
    assert accent[:2, 200:].all()  # also along the edge of the image
    assert not accent[:, :200].any()
    assert layer.mark(set(), 0)
    assert not (drawn(layer, view) == ACCENT.getRgb()[:3]).all(axis=2).any()


def test_what_is_under_the_cursor_is_lifted(layer, view):
    plain = drawn(layer, view)
    layer.mark((), 1)
    lifted = drawn(layer, view)
    assert (lifted[10, 10].astype(int) >= plain[10, 10]).all()
    assert (lifted[10, 10] != plain[10, 10]).any()
    assert np.array_equal(lifted[:, 210:], plain[:, 210:])


def test_marks_make_no_square_anew(layer, view, squares_made):
    drawn(layer, view)
    squares_made.clear()
    layer.mark({1}, 2)
    drawn(layer, view)
    assert not squares_made


def test_marking_the_same_is_no_change(layer):
    layer.mark({1}, 2)
    assert not layer.mark([1], 2)


def test_marks_of_segments_that_are_gone_are_ignored(layer, view, state):
    plain = drawn(layer, view)
    layer.mark({7, 9}, 12)
    assert np.array_equal(drawn(layer, view), plain)
    layer.mark({2}, 2)
    layer.show(with_segments(state, {1: Segment()}, LabelMap.of(np.ones((60, 90), np.int32))))
    assert (drawn(layer, view) == state.colours()[1]).all()


def test_only_what_is_exposed_is_drawn_at(layer, view, squares_made):
    drawn(layer, view, exposed=QRect(300, 10, 5, 5))
    assert len(squares_made) == 1


def test_without_labels_nothing_is_drawn(qapp, view):
    layer = LabelLayer()
    layer.show(State())
    assert layer.number_at(3, 3) == 0
    assert (drawn(layer, view, "both") == 128).all()


def test_the_picture_loses_its_own_colours_under_segments(layer, state, view):
    """At half opacity the hue is that of the segment alone, and the background stays as it is."""
    blue = np.full((60, 90, 3), (20, 60, 220), np.uint8)
    layer.use_picture(Picture(blue))
    shown = drawn(layer, view, opacity=0.5).astype(float)
    red, green, other = shown[20, 20]
    own = state.colours()[1].astype(float)
    level = (11 * 20 + 16 * 60 + 5 * 220) / 32  # as Qt weighs them
    left = 1 - 1.5 * 0.5
    expected = 0.5 * own + 0.5 * ((1 - left) * level + left * 128)  # over the grey ground of these tests
    assert np.abs((red, green, other) - expected).max() < 6
    assert (shown[200, 20] == 128).all()


def test_another_picture_is_taken(layer, view):
    shown = []
    for level in (0, 250):
        layer.use_picture(Picture(np.full((60, 90, 3), level, np.uint8)))
        shown.append(drawn(layer, view, opacity=0.5)[20, 20].astype(int))
    assert (shown[1] - shown[0] > 60).all()
