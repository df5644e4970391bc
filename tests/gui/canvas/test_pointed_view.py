"""What the mouse does to the canvas, and what is told of the pixel under it."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from segmenter.core.image import from_array
from segmenter.document import edits
from segmenter.gui.canvas.image_view import NOTCH, PART_MARGIN
from segmenter.gui.session.document import document
from tests.gui.canvas.test_image_view import turn

Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def colour(canvas, spot):
    """Return the colour on the screen at a place."""
    return canvas.grab().toImage().pixelColor(spot)


def test_without_an_image_there_is_only_ground(canvas, labelled, qtbot):
    labelled.show(None)
    image = canvas.grab().toImage()
    assert image.pixelColor(300, 220) == image.pixelColor(2, 2)
    qtbot.mouseClick(canvas, Left, pos=QPoint(300, 220))
    qtbot.keyClick(canvas, Key.Key_Right)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert labelled.selection == frozenset()


def test_it_tells_what_is_under_the_cursor(qtbot, canvas, spot, told):
    qtbot.mouseMove(canvas, spot(5, 5))
    qtbot.mouseMove(canvas, spot(50, 60))
    qtbot.mouseMove(canvas, QPoint(1, 1))
    assert told == [(1, 5, 5), (3, 50, 60), (0, -1, -1)]
    qtbot.mouseMove(canvas, spot(5, 5))
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert told[-1] == (0, -1, -1)


def test_it_tells_when_something_else_comes_under_the_cursor(qtbot, canvas, spot, told, labelled):
    qtbot.mouseMove(canvas, spot(50, 60))
    told.clear()
    labelled.edit("Delete", edits.delete, {3})
    assert told == [(0, 50, 60)]
    canvas.pan(6 * 30, 0)
    assert told[-1] == (1, 50, 30)


def test_what_is_told_lies_in_the_image_that_was_just_opened(qtbot, canvas, spot, told, labelled):
    """A smaller one: the cursor stood on a pixel that it does not have."""
    qtbot.mouseMove(canvas, spot(50, 60))
    told.clear()
    labelled.show(document(from_array(np.zeros((12, 12), np.uint8))))
    assert all(row < 12 and column < 12 for _, row, column in told), told
    qtbot.mouseMove(canvas, QPoint(canvas.width() // 2, canvas.height() // 2))
    assert told[-1] == (0, 6, 6)


def test_the_segment_under_the_cursor_is_lifted_where_a_click_means_it(qtbot, canvas, view_state, spot, labelled):
    view_state.set(mode="fill")
    plain = colour(canvas, spot(50, 60))
    qtbot.mouseMove(canvas, spot(45, 55))
    assert colour(canvas, spot(50, 60)).lightness() > plain.lightness()
    view_state.set(tool="brush")
    assert colour(canvas, spot(50, 60)) == plain


def test_without_a_map_there_is_no_value(qtbot, canvas, view_state, spot):
    values = []
    canvas.value_hovered.connect(values.append)
    qtbot.mouseMove(canvas, spot(5, 5))
    assert not values
    view_state.set(view="margin")
    assert not values


def test_the_segment_under_the_cursor_is_told_again_in_another_view(qtbot, canvas, view_state, spot):
    qtbot.mouseMove(canvas, spot(5, 5))
    view_state.set(view="margin")
    told = []
    canvas.hovered.connect(lambda number, _: told.append(number))
    view_state.set(view="segments")
    assert told == [1]


def test_values_follow_the_cursor(qtbot, opened, view_state, settled):
    from segmenter.gui.canvas.canvas import Canvas

    canvas = Canvas(opened, view_state)
    qtbot.addWidget(canvas)
    canvas.resize(600, 440)
    canvas.show()
    qtbot.mouseMove(canvas, QPoint(1, 1))
    values = []
    canvas.value_hovered.connect(values.append)
    view_state.set(view="similarity")
    qtbot.mouseMove(canvas, QPoint(canvas.width() // 2, canvas.height() // 2))
    settled(opened)
    qtbot.mouseMove(canvas, QPoint(canvas.width() // 2 + 1, canvas.height() // 2))
    assert values[-1] == "Similarity 1.00"


def test_alt_and_the_wheel_change_the_opacity(canvas, view_state):
    view_state.set(opacity=0.5, visible=False)
    turn(canvas, 1, modifiers=Alt)
    assert view_state.opacity == pytest.approx(0.55)
    assert view_state.visible
    turn(canvas, -30, modifiers=Alt)
    assert view_state.opacity == 0
    assert canvas.view.scale == pytest.approx(6)


def test_control_and_the_wheel_zoom(canvas, view_state):
    turn(canvas, 1, modifiers=Control)
    assert canvas.view.scale == pytest.approx(6 * NOTCH)
    assert view_state.opacity == 0.5


def test_the_selection_is_shown_as_large_as_it_can_be(canvas, labelled):
    canvas.fit()
    labelled.select({3})
    canvas.show_selection()
    # rows 35 to 60, columns 40 to 75
    assert canvas.view.to_screen(57.5, 35) == pytest.approx((300, PART_MARGIN), abs=2)
    assert canvas.view.to_screen(57.5, 60) == pytest.approx((300, 440 - PART_MARGIN), abs=2)
    labelled.select(())
    before = canvas.view
    canvas.show_selection()
    assert canvas.view == before


def test_shift_and_the_wheel_change_the_brush(canvas, view_state):
    view_state.set(tool="brush", brush=20)
    turn(canvas, 1, modifiers=Shift)
    assert view_state.brush > 20
    for _ in range(8):
        turn(canvas, -0.125, modifiers=Shift)
    assert view_state.brush == 20
    assert canvas.view.scale == pytest.approx(6)


def test_a_context_menu_is_about_what_is_under_the_cursor(qtbot, canvas, view_state, spot, labelled):
    places = []
    canvas.menu_wanted.connect(places.append)

    def ask(at):
        qtbot.mouseMove(canvas, at)
        QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint(7, 8)))

    ask(spot(5, 80))
    assert labelled.selection == {2}
    labelled.select({1, 2})
    ask(spot(5, 5))
    assert labelled.selection == {1, 2}
    assert places == [QPoint(7, 8)] * 2
    view_state.set(tool="brush")
    ask(spot(5, 5))
    assert len(places) == 3
    view_state.set(tool="object")  # whose right button takes away
    ask(spot(5, 5))
    assert len(places) == 3
