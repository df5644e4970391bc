"""Differences in colours over the image."""

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from segmenter.gui.canvas.inspect.difference_layer import DifferenceLayer


def painted(layer, canvas):
    image = QImage(canvas.width(), canvas.height(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        layer.draw(painter, canvas.view, QRect(0, 0, canvas.width(), canvas.height()))
    return image


def test_each_kind_has_its_colour(canvas):
    layer, codes = DifferenceLayer(), np.zeros((60, 90), np.uint8)
    codes[10:30, 20:30], codes[10:30, 40:50], codes[10:30, 60:70] = 1, 2, 3
    layer.show(codes)
    image = painted(layer, canvas)

    def colour(row, column):
        x, y = canvas.view.to_screen(column + 0.5, row + 0.5)
        return image.pixelColor(round(x), round(y))

    red, blue, violet, none = (colour(20, column) for column in (25, 45, 65, 35))
    assert red.red() > 180 > red.blue()
    assert blue.blue() > 180 > blue.red()
    assert violet.green() < min(violet.red(), violet.blue())
    assert none == QColor("white")


def test_what_is_of_another_image_is_not_drawn(canvas):
    layer = DifferenceLayer()
    layer.show(np.ones((3, 3), np.uint8))
    blank = painted(DifferenceLayer(), canvas)
    assert painted(layer, canvas) == blank
    layer.show(np.ones((60, 90), np.uint8))
    assert painted(layer, canvas) != blank
    layer.show(None)
    assert painted(layer, canvas) == blank
