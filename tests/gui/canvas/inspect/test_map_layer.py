"""Numbers for pixels, in colours over the image."""

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from segmenter.gui.canvas.inspect.legend import PADDING, WIDTH, Legend
from segmenter.gui.canvas.inspect.map_layer import MapLayer
from segmenter.gui.canvas.view_transform import ViewTransform


@pytest.fixture
def layer(qapp):
    """Return a map of blocks of 4 pixels for an image of 18 × 30; the last row and column stand for two."""
    values = np.arange(5 * 8, dtype=np.float32).reshape(5, 8, 1)
    colours = np.zeros((5, 8, 3), np.uint8)
    colours[:, 4:] = 200
    return MapLayer(colours, values, 4, "Value {:.1f}")


def drawn(layer, view, opacity=1.0):
    image = QImage(*view.size, QImage.Format.Format_RGB32)
    image.fill(0xFF646464)
    painter = QPainter(image)
    layer.draw(painter, view, QRect(0, 0, *view.size), opacity)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(view.size[1], view.size[0], 4)[:, :, 0].copy()


def test_it_lies_where_its_pixels_are(layer):
    shown = drawn(layer, ViewTransform((18, 30), (140, 100), scale=4.0, left=10, top=20))
    assert (shown[20:92, 10:60] == 0).all()
    assert (shown[20:92, 90:130] == 200).all()
    assert (shown[:20] == 100).all()
    assert (shown[93:] == 100).all()
    assert (shown[:, 131:] == 100).all()


def test_it_is_stretched_smoothly(layer):
    row = drawn(layer, ViewTransform((18, 30), (120, 72), scale=4.0))[30]
    assert (np.diff(row.astype(int)) >= 0).all()
    assert len(set(row.tolist())) > 8


def test_it_is_opaque_whatever_the_opacity_of_the_segments(layer):
    shown = drawn(layer, ViewTransform((18, 30), (120, 72), scale=4.0), opacity=0.5)
    assert shown[30, 5] == 0


def test_a_legend_tells_what_colours_mean(layer):
    view = ViewTransform((18, 30), (300, 240), scale=4.0)
    plain = drawn(layer, view)
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    layer._legend = Legend(greys, -1.5, 1.5)
    shown = drawn(layer, view)
    differs = np.flatnonzero((shown != plain).any(axis=0))
    assert differs.min() > 200
    assert differs.max() < 290
    bar = shown[:, differs.min() + PADDING + WIDTH // 2].astype(int)
    inside = bar[(240 - 120) // 2 + 4 : (240 + 120) // 2 - 4]
    assert inside[0] > 230
    assert inside[-1] < 25
    assert (np.diff(inside) <= 1).all()


@pytest.mark.parametrize(
    ("row", "column", "text"), [(0, 0, "Value 0.0"), (7, 11, "Value 10.0"), (17, 29, "Value 39.0")]
)
def test_it_says_the_number_of_a_pixel(layer, row, column, text):
    assert layer.describe(row, column, ViewTransform((18, 30), (9, 9))) == text
