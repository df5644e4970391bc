"""Arrays as images for Qt."""

import gc

import numpy as np
from PySide6.QtGui import QColor, QImage

from segmenter.gui.app.qimages import from_argb, from_codes, from_rgb


def test_colours_arrive_where_they_belong():
    pixels = np.zeros((4, 7, 3), np.uint8)
    pixels[1, 5] = 10, 20, 30
    pixels.flags.writeable = False
    image = from_rgb(pixels)
    assert (image.width(), image.height()) == (7, 4)
    assert image.pixelColor(5, 1) == QColor(10, 20, 30)


def test_a_part_of_an_array_is_taken_as_well():
    pixels = np.arange(20 * 30 * 3, dtype=np.uint32).reshape(20, 30, 3).astype(np.uint8)
    image = from_rgb(pixels[3:9, 4:11])
    assert image.pixelColor(2, 1) == QColor(*pixels[4, 6].tolist())


def test_an_image_keeps_its_memory_alive():
    image = from_argb(np.full((300, 300), 0xFF123456, np.uint32))
    gc.collect()
    scratch = [np.zeros((300, 300), np.uint32) for _ in range(8)]
    assert image.pixel(299, 299) == 0xFF123456
    assert len(scratch) == 8


def test_codes_take_their_colours_from_the_table():
    image = from_codes(np.array([[0, 1, 2]], np.uint8), (0, 0x80FF0000, 0xFF00FF00))
    assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert [image.pixelColor(x, 0).getRgb() for x in range(3)] == [(0, 0, 0, 0), (255, 0, 0, 128), (0, 255, 0, 255)]
