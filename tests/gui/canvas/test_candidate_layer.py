"""A cut before it is taken."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.gui.canvas.candidate_layer import GROUND, LINE, ONE, OTHER, CandidateLayer
from segmenter.gui.canvas.view_transform import ViewTransform


@pytest.fixture
def labels():
    labels = np.ones((40, 60), np.int32)
    labels[10:30, 10:50] = 2
    labels[12:14, 12:14] = 3
    return LabelMap.of(labels)


@pytest.fixture
def candidate():
    side = np.zeros((20, 40), bool)
    side[:, :15] = True
    return SimpleNamespace(number=2, part=Rectangle(10, 10, 30, 50), split=SimpleNamespace(side=side), place=1)


@pytest.fixture
def view():
    return ViewTransform((40, 60), (360, 240), scale=6.0)


def drawn(layer, view):
    image = QImage(*view.size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    layer.draw(painter, view, QRect(0, 0, *view.size))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def alike(colour, wanted):
    return all(abs((colour >> shift & 255) - (wanted >> shift & 255)) <= 2 for shift in (0, 8, 16, 24))


def test_both_parts_and_the_ground_have_colours_of_their_own(qapp, labels, candidate, view):
    layer = CandidateLayer()
    layer.show(candidate, labels)
    image = drawn(layer, view)
    for row, column, colour in ((20, 18, ONE), (20, 40, OTHER), (5, 5, GROUND), (35, 55, GROUND)):
        assert alike(image.pixel(column * 6 + 3, row * 6 + 3), colour)
    assert image.pixel(25 * 6 - 1, 20 * 6) == LINE  # the line between the parts


def test_only_pixels_of_the_segment_belong_to_a_part(qapp, labels, candidate, view):
    layer = CandidateLayer()
    layer.show(candidate, labels)
    assert alike(drawn(layer, view).pixel(13 * 6, 13 * 6), GROUND)


def test_a_part_at_the_edge_of_the_image(qapp, view):
    whole = LabelMap.of(np.ones((40, 60), np.int32))
    side = np.zeros((40, 60), bool)
    side[:, :20] = True
    layer = CandidateLayer()
    layer.show(SimpleNamespace(number=1, part=Rectangle(0, 0, 40, 60), split=SimpleNamespace(side=side)), whole)
    image = drawn(layer, view)
    assert alike(image.pixel(0, 0), ONE)
    assert alike(image.pixel(359, 239), OTHER)


def test_none_shows_nothing(qapp, labels, candidate, view):
    layer = CandidateLayer()
    layer.show(candidate, labels)
    drawn(layer, view)
    layer.show(None, labels)
    image = drawn(layer, view)
    assert image.pixel(100, 100) == 0


def test_lines_can_be_wider(qapp, labels, candidate, view):
    layer = CandidateLayer()
    layer.show(candidate, labels)
    thin = drawn(layer, view)
    layer.set_width(2)
    wide = drawn(layer, view)
    lines = [sum(image.pixel(x, 120) == LINE for x in range(140, 160)) for image in (thin, wide)]
    assert lines[0] == 1
    assert lines[1] >= 2


def test_of_a_mask_the_ground_is_darkened_and_the_rest_left_as_it_is(qapp, view):
    layer = CandidateLayer()
    layer.show_mask(Rectangle(10, 10, 30, 50), np.ones((20, 40), bool))
    image = drawn(layer, view)
    assert alike(image.pixel(5 * 6 + 3, 5 * 6 + 3), GROUND)
    assert image.pixel(30 * 6 + 3, 20 * 6 + 3) == 0
    layer.show(None, None)
    assert drawn(layer, view).pixel(33, 33) == 0


def test_of_regions_those_that_are_chosen_are_left_as_they_are(qapp, view):
    base = np.ones((40, 60), np.uint16)
    base[10:30, 10:50] = 2
    base[12:14, 12:14] = 3
    layer, masked = CandidateLayer(), CandidateLayer()
    layer.show_regions(base, np.array([False, False, True, True]))
    masked.show_mask(Rectangle(10, 10, 30, 50), np.ones((20, 40), bool))
    assert drawn(layer, view) == drawn(masked, view)
    layer.show_mask(Rectangle(0, 0, 5, 5), np.ones((5, 5), bool))
    assert alike(drawn(layer, view).pixel(6 * 30, 6 * 20), GROUND)
