"""The crosshair of the keyboard."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from segmenter.gui.canvas.tools import crosshair


@pytest.mark.parametrize(("point", "step", "expected"), [
    ((3.2, 7.9), (1, 0), (4.5, 7.5)),
    ((3.2, 7.9), (0, -10), (3.5, 0.5)),
    ((3.2, 7.9), (100, 100), (39.5, 29.5)),
    ((-8.0, 90.0), (0, 0), (0.5, 29.5)),
])  # fmt: skip
def test_it_moves_by_whole_pixels_inside_the_image(point, step, expected):
    assert crosshair.moved(point, *step, (30, 40)) == expected


@pytest.mark.parametrize("width", [1, 2])
@pytest.mark.parametrize("ground", [0xFF000000, 0xFFFFFFFF, 0xFF808080])
def test_it_is_seen_on_every_ground_and_painted_inside_its_extent(qapp, width, ground):
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    crosshair.paint(painter, 60, 60, width)
    painter.end()
    changed = np.frombuffer(image.constBits(), np.uint32).reshape(120, 120) != ground
    rows, columns = np.nonzero(changed)
    assert len(rows) >= 2 * crosshair.ARM
    place = crosshair.extent(60, 60, width)
    assert place.left() <= columns.min()
    assert columns.max() <= place.right()
    assert place.top() <= rows.min()
    assert rows.max() <= place.bottom()
