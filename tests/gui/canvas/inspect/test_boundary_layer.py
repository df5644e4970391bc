"""The boundaries of the region tree over the image."""

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from segmenter.core.regions.tree import RegionTree
from segmenter.gui.canvas.inspect.boundary_layer import Boundaries, BoundaryLayer
from segmenter.gui.canvas.view_transform import ViewTransform


@pytest.fixture
def tree():
    """Return four quarters: the upper two merge first, then the lower two, then both halves."""
    base = np.ones((40, 60), np.int32)
    base[:, 30:] = 2
    base[20:, :30] = 3
    base[20:, 30:] = 4
    return RegionTree(base, np.array([[1, 2], [3, 4], [2, 3]], np.int32), np.array([1.0, 2.0, 50.0]))


@pytest.fixture
def boundaries(tree):
    return Boundaries.of(tree, tree.base)


@pytest.fixture
def view():
    return ViewTransform((40, 60), (240, 160), scale=4.0)


def drawn(layer, view, opacity=0.0):
    image = QImage(*view.size, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    painter = QPainter(image)
    layer.draw(painter, view, QRect(0, 0, *view.size), opacity)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.size[1], view.size[0], 4)[:, :, 0].copy()


def test_a_boundary_is_as_strong_as_the_merge_that_removes_it(boundaries, tree):
    codes = boundaries.between(tree.base)
    upper, lower, middle = codes[5, 29], codes[35, 29], codes[19, 5]
    assert 0 < upper < lower < middle == 255
    assert codes[19, 45] == middle
    assert np.count_nonzero(codes) == 60 + 40 - 1


def test_what_is_above_a_level_outlines_the_cut_there(boundaries, tree):
    codes = boundaries.between(tree.base)
    for level, least in zip(tree.heights, boundaries.strengths, strict=True):
        labels = tree.cut(strength=level)[tree.base]
        border = np.zeros(labels.shape, bool)
        border[:, :-1] |= labels[:, :-1] != labels[:, 1:]
        border[:-1] |= labels[:-1] != labels[1:]
        assert np.array_equal(codes >= least, border)


def test_strong_lines_are_darker_and_wider(boundaries, view):
    shown = drawn(BoundaryLayer(boundaries), view)
    weak, strong = shown[20], shown[:, 20]
    assert np.count_nonzero(weak < 128) < np.count_nonzero(strong < 128) <= 3
    assert strong.min() < weak.min() < 128
    assert shown[20, 60] == 128


def test_lines_stay_thin_when_enlarged_and_whole_when_reduced(boundaries):
    large = ViewTransform((40, 60), (1200, 800), scale=20.0)
    assert np.count_nonzero(drawn(BoundaryLayer(boundaries), large)[:, 100] < 128) <= 3
    small = ViewTransform((40, 60), (18, 12), scale=0.3)
    assert (drawn(BoundaryLayer(boundaries), small) < 128).any(axis=0).all()


def test_the_image_turns_pale(boundaries, view):
    shown = drawn(BoundaryLayer(boundaries), view, opacity=1.0)
    assert shown[5, 5] == 255


@pytest.mark.parametrize(("row", "column", "count"), [(5, 30, 4), (35, 29, 3), (20, 10, 2), (20, 30, 2)])
def test_it_says_from_how_many_segments_a_boundary_is_there(boundaries, view, tree, row, column, count):
    text = BoundaryLayer(boundaries).describe(row, column, view)
    assert str(count) in text
    assert len(set(tree.cut(k=count)[tree.base][row - 1 : row + 2, column - 1 : column + 2].ravel())) > 1
    assert len(set(tree.cut(k=count - 1)[tree.base][row - 1 : row + 2, column - 1 : column + 2].ravel())) < 4


def test_inside_a_region_there_is_nothing_to_say(boundaries, view):
    assert BoundaryLayer(boundaries).describe(5, 5, view) == ""


def test_masked_pixels_have_no_boundary(tree):
    base = tree.base.copy()
    base[:, 28:32] = 0
    codes = Boundaries.of(tree, base).between(base)
    assert not codes[5].any()


def test_components_that_nothing_joins_are_strongest():
    base = np.array([[1, 1, 2, 2]], np.int32)
    tree = RegionTree(base, np.array([[1, 2]], np.int32), np.array([np.inf]))
    assert Boundaries.of(tree, base).between(base).max() == 255
