"""The whole image in the corner."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from segmenter.gui.canvas.minimap import MARK, Minimap
from segmenter.gui.canvas.scale_bar import INK

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def minimap(canvas):
    canvas.zoom_at(5, QPointF(300, 220))
    return canvas.findChild(Minimap)


def test_it_is_there_only_while_little_is_seen(canvas, minimap, view_state):
    assert minimap.isVisible()
    assert canvas.rect().contains(minimap.geometry())
    view_state.set(minimap=False)
    assert not minimap.isVisible()
    view_state.set(minimap=True)
    canvas.fit()
    assert not minimap.isVisible()


def test_it_stays_above_bars_that_lie_over_the_canvas(canvas, minimap, view_state):
    view_state.set(scale_bar=True)
    low = minimap.geometry().bottom()
    assert canvas.grab().toImage().pixelColor(30, 440 - 20) == INK
    canvas.make_room(40)
    assert minimap.geometry().bottom() == low - 40
    assert canvas.grab().toImage().pixelColor(30, 440 - 20) != INK  # the bar of the scale is higher, too
    assert canvas.grab().toImage().pixelColor(30, 400 - 20) == INK
    canvas.make_room(0)
    assert minimap.geometry().bottom() == low


def test_a_small_canvas_has_no_room_for_it(canvas, minimap):
    canvas.resize(300, 200)
    assert not minimap.isVisible()


def test_it_shows_the_image_and_what_is_seen_of_it(canvas, minimap):
    shown = minimap.grab().toImage()
    marked = [(x, y) for x in range(shown.width()) for y in range(shown.height()) if shown.pixelColor(x, y) == MARK]
    left = min(x for x, _ in marked)
    column, _ = canvas.view.to_image(0, 0)
    assert left == pytest.approx(column / 90 * minimap.width(), abs=2)
    assert shown.pixelColor(10, 10).blue() > 150  # the left of the picture is blue
    assert shown.pixelColor(minimap.width() - 10, 10).blue() < 100


def test_a_click_and_a_drag_show_another_part(qtbot, canvas, minimap, labelled):
    def middle():
        return canvas.view.to_image(300, 220)

    qtbot.mousePress(minimap, Left, pos=QPoint(minimap.width() // 4, minimap.height() // 4))
    assert middle() == pytest.approx((90 / 4, 60 / 4), abs=1)
    qtbot.mouseMove(minimap, QPoint(minimap.width() // 2, minimap.height() // 2))
    assert middle() == pytest.approx((45, 30), abs=1)
    qtbot.mouseRelease(minimap, Left, pos=QPoint(minimap.width() // 2, minimap.height() // 2))
    assert labelled.selection == frozenset()
