"""The bar that tells what colours mean."""

import numpy as np
from PySide6.QtGui import QImage, QPainter

from segmenter.gui.canvas.inspect.legend import GROUND, PADDING, WIDTH, Legend
from segmenter.gui.canvas.view_transform import ViewTransform


def test_the_largest_number_is_at_the_top(qapp):
    greys = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 3, axis=1)
    image = QImage(300, 240, QImage.Format.Format_RGB32)
    image.fill(0xFF3C7828)
    with QPainter(image) as painter:
        Legend(greys, -1.5, 1.5).paint(painter, ViewTransform((30, 30), (300, 240)))
    shown = np.frombuffer(image.constBits(), np.uint8).reshape(240, 300, 4)[:, :, 2]
    differs = np.flatnonzero((shown != 0x3C).any(axis=0))
    bar = shown[:, differs.min() + PADDING + WIDTH // 2].astype(int)
    assert bar[240 // 2 - 50] > bar[240 // 2] > bar[240 // 2 + 50]
    assert differs.min() > 200
    assert GROUND.alpha() < 255  # the image is seen through it
