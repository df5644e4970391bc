"""A look at the eigenvectors and the tree in place of the segments."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from segmenter.document import edits
from segmenter.document.label_map import Rectangle
from segmenter.gui.canvas.inspect.inspection_layer import InspectionLayer
from segmenter.gui.canvas.view_transform import ViewTransform

VIEWS = ("boundaries", "similarity", "margin", "eigenvector", "false colours")


@pytest.fixture
def view():
    return ViewTransform((60, 90), (360, 240), scale=4.0)


@pytest.fixture
def inner(opened, view_state):
    inner = InspectionLayer(opened, view_state)
    inner.point_at(None)
    return inner


def drawn(inner, view):
    image = QImage(*view.size, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    painter = QPainter(image)
    inner.draw(painter, view, QRect(0, 0, *view.size))
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.size[1], view.size[0], 4)[:, :, 2::-1].copy()


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_shows_and_says_something(inner, view_state, opened, settled, view, name):
    view_state.set(view=name, opacity=1.0)
    inner.point_at((40, 55))
    settled(opened)
    assert inner.hint == ""
    assert len(np.unique(drawn(inner, view))) > 2
    assert inner.describe((34, 55), view)
    assert inner.describe(None, view) == ""


def test_the_segments_need_nothing_of_it(inner, view):
    assert inner.hint == ""
    assert (drawn(inner, view) == 128).all()
    assert inner.describe((5, 5), view) == ""


def test_the_similarity_follows_the_cursor_until_it_is_held(inner, view_state, opened, settled, view):
    view_state.set(view="similarity", opacity=1.0)
    assert inner.hint != ""
    inner.point_at((10, 10))
    settled(opened)
    assert inner.describe((10, 10), view) == "Similarity 1.00"
    far = inner.describe((45, 55), view)
    assert far != "Similarity 1.00"
    inner.point_at((45, 55))
    settled(opened)
    assert inner.describe((45, 55), view) == "Similarity 1.00"
    assert inner.describe((10, 10), view) == far
    inner.hold((45, 55))
    inner.point_at((10, 10))
    settled(opened)
    assert inner.describe((45, 55), view) == "Similarity 1.00"
    inner.hold((10, 10))
    settled(opened)
    assert inner.describe((10, 10), view) == "Similarity 1.00"


def test_a_held_pixel_is_marked(inner, view_state, opened, settled, view):
    view_state.set(view="similarity")
    inner.hold((30, 40))
    settled(opened)
    marked = drawn(inner, view)
    inner.hold((30, 40))  # it follows the cursor again, and is at the same pixel
    settled(opened)
    plain = drawn(inner, view)
    assert (marked[122, 162] != plain[122, 162]).any()
    assert (marked[200, 20] == plain[200, 20]).all()


def test_another_eigenvector(inner, view_state, opened, settled, view):
    view_state.set(view="eigenvector", vectors=(1,), opacity=1.0)
    settled(opened)
    second = drawn(inner, view)
    assert inner.describe((5, 5), view).startswith("Eigenvector 2:")
    view_state.set(vectors=(2,))
    settled(opened)
    assert inner.describe((5, 5), view).startswith("Eigenvector 3:")
    assert not np.array_equal(drawn(inner, view), second)


def test_an_eigenvector_that_is_not_there_is_the_last(inner, view_state, opened, settled, view):
    view_state.set(view="eigenvector", vectors=(500,))
    settled(opened)
    last = opened.document.segmentation.eigenvectors.shape[2]
    assert inner.describe((5, 5), view).startswith(f"Eigenvector {last}:")


def test_three_eigenvectors_are_filled_up(inner, view_state, opened, settled, view):
    view_state.set(view="false colours", vectors=(4,))
    settled(opened)
    assert inner.describe((5, 5), view).startswith("Eigenvectors 5, 6, 7:")


def test_the_margin_follows_the_labels(inner, view_state, opened, settled, view):
    view_state.set(view="margin", opacity=1.0)
    settled(opened)
    before = drawn(inner, view)
    stroke = np.ones((10, 10), bool)
    opened.edit("Brush", edits.paint, opened.state.labels.at(50, 50), Rectangle(5, 5, 15, 15), stroke)
    settled(opened)
    assert not np.array_equal(drawn(inner, view), before)


def test_a_new_result_is_looked_at(inner, view_state, opened, settled, view):
    view_state.set(view="eigenvector", vectors=(1,), opacity=1.0)
    settled(opened)
    before = drawn(inner, view)
    changes = []
    inner.changed.connect(lambda: changes.append(1))
    opened.set_parameters(sigma_intensity=20.0)
    settled(opened)
    assert changes
    assert not np.array_equal(drawn(inner, view), before)


def test_why_there_is_nothing_to_see(session, view_state, labelled, qtbot):
    inner = InspectionLayer(labelled, view_state)
    for name in VIEWS:
        view_state.set(view=name)
        assert "final result" in inner.hint
    labelled.show(None)
    assert inner.hint == ""


def test_without_a_tree_there_are_no_boundaries(inner, view_state, opened, settled):
    view_state.set(view="boundaries")
    opened.set_parameters(method="kmeans")
    settled(opened)
    assert "region tree" in inner.hint


def test_without_eigenvectors_that_is_said(inner, view_state, opened, settled):
    opened.document.segmentation = replace(opened.document.segmentation, eigenvectors=None)
    view_state.set(view="margin")
    assert "eigenvectors" in inner.hint


def test_another_document_starts_anew(inner, view_state, opened, settled, view):
    view_state.set(view="similarity", opacity=1.0)
    inner.hold((10, 10))
    settled(opened)
    opened.show(None)
    assert (drawn(inner, view) == 128).all()
    assert inner.describe((5, 5), view) == ""


def test_wider_lines_for_finer_screens(inner, view_state, opened, settled, view):
    view_state.set(view="boundaries", opacity=0.0)
    settled(opened)
    thin = np.count_nonzero((drawn(inner, view) != 128).any(axis=2))
    inner.set_width(2)
    settled(opened)
    assert np.count_nonzero((drawn(inner, view) != 128).any(axis=2)) > 1.5 * thin


def test_objects_have_no_eigenvectors_and_the_sentence_says_so(inner, view_state, opened):
    opened.document.segmentation = replace(opened.document.segmentation, chosen="objects", eigenvectors=None)
    view_state.set(view="eigenvector")
    assert inner.hint == "Objects are found without eigenvectors; the method “Tree” makes some."
