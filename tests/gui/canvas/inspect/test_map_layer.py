"""Numbers for pixels, in colours over the image."""

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

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


def test_opacity(layer):
    shown = drawn(layer, ViewTransform((18, 30), (120, 72), scale=4.0), opacity=0.5)
    assert abs(int(shown[30, 5]) - 50) <= 1


@pytest.mark.parametrize(
    ("row", "column", "text"), [(0, 0, "Value 0.0"), (7, 11, "Value 10.0"), (17, 29, "Value 39.0")]
)
def test_it_says_the_number_of_a_pixel(layer, row, column, text):
    assert layer.describe(row, column, ViewTransform((18, 30), (9, 9))) == text
