"""The line between the image and what lies over it."""

import pytest
from PySide6.QtCore import QPoint, Qt

from segmenter.gui.canvas.curtain import Curtain

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def curtain(canvas, view_state):
    view_state.set(compare=True, mode="fill")
    return canvas.findChild(Curtain)


def colours(canvas, spot):
    """Return the colours at a place of the left and of the right half."""
    image = canvas.grab().toImage()
    return image.pixelColor(spot(10, 30)), image.pixelColor(spot(10, 60))


def test_the_image_is_alone_to_the_left(canvas, view_state, spot, curtain):
    divided = colours(canvas, spot)
    view_state.set(compare=False)
    covered = colours(canvas, spot)
    view_state.set(visible=False)
    alone = colours(canvas, spot)
    assert divided == (alone[0], covered[1])
    assert covered[0] != alone[0]
    assert not curtain.isVisible()


def test_it_is_drawn_aside(qtbot, canvas, spot, curtain):
    before = colours(canvas, spot)
    grip = QPoint(curtain.width() // 2, 200)
    qtbot.mousePress(curtain, Left, pos=grip)
    qtbot.mouseMove(curtain, grip + QPoint(200, 0))
    qtbot.mouseRelease(curtain, Left, pos=grip)
    assert curtain.at == pytest.approx(500, abs=2)
    assert colours(canvas, spot)[1] != before[1]


def test_it_is_moved_by_keys_and_stays_inside(qtbot, canvas, curtain):
    curtain.setFocus()
    qtbot.keyClick(curtain, Qt.Key.Key_Left)
    assert curtain.at == pytest.approx(290)
    for _ in range(40):
        qtbot.keyClick(curtain, Qt.Key.Key_Left)
    assert curtain.at == 0
    canvas.resize(300, 300)
    qtbot.keyClick(curtain, Qt.Key.Key_Right)
    assert curtain.at == pytest.approx(10)


def test_it_keeps_its_part_of_the_width(canvas, curtain):
    canvas.resize(400, 300)
    assert curtain.at == 200
    assert curtain.height() == 300


def test_without_an_image_there_is_none(canvas, labelled, curtain):
    labelled.show(None)
    assert not curtain.isVisible()
