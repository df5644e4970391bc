"""Outlines click by click, with real mouse and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from segmenter.gui.canvas.canvas import Canvas

Left, Alt, Control = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Nothing, Key = Qt.KeyboardModifier.NoModifier, Qt.Key


@pytest.fixture
def corners(qtbot, canvas, spot, view_state):
    """Return a function that clicks pixels; with Alt, so that lines are straight."""
    view_state.set(tool="polygon")

    def do(*pixels, modifiers=Alt):
        for pixel in pixels:
            qtbot.mouseMove(canvas, spot(*pixel))
            qtbot.mouseClick(canvas, Left, modifiers, spot(*pixel))

    return do


def changed(session, before):
    return np.argwhere(session.state.labels.array() != before)


def test_a_click_on_the_first_corner_closes_it(corners, labelled):
    labelled.select({2})
    before = labelled.state.labels.array().copy()
    corners((10, 10), (10, 30), (25, 30), (25, 10))
    assert len(changed(labelled, before)) == 0
    corners((10, 10))
    inside = changed(labelled, before)
    assert len(inside) == 16 * 21  # the outline goes through the middles of pixels
    assert inside.min(axis=0).tolist() == [10, 10]
    assert (labelled.state.labels.array()[10:26, 10:31] == 2).all()
    assert labelled.document.history.undo_name == "Polygon"
    labelled.undo()
    assert len(changed(labelled, before)) == 0


@pytest.mark.parametrize("how", ["return", "double click"])
def test_return_and_a_double_click_close_it(qtbot, canvas, corners, labelled, spot, how):
    corners((10, 10), (10, 30), (25, 30))
    if how == "return":
        qtbot.keyClick(canvas, Key.Key_Return)
    else:
        qtbot.mouseDClick(canvas, Left, Alt, spot(25, 30))
    assert len(labelled.state.segments) == 4
    assert labelled.selection == {4}
    assert 120 < labelled.state.areas[4] < 190  # Return asks for no straight line
    assert not canvas.tool.active


def test_backspace_takes_a_corner_back_and_escape_all(qtbot, canvas, corners, labelled):
    corners((10, 10), (10, 30), (40, 60))
    qtbot.keyClick(canvas, Key.Key_Backspace)
    corners((25, 30), (25, 10), (10, 10))
    assert labelled.state.areas[4] == 16 * 21
    corners((40, 10), (40, 30))
    qtbot.keyClick(canvas, Key.Key_Escape)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert set(labelled.state.segments) == {1, 2, 3, 4}


def test_another_tool_drops_it(corners, view_state, canvas):
    corners((10, 10), (10, 30))
    view_state.set(tool="brush")
    view_state.set(tool="polygon")
    assert not canvas.tool.active


def test_two_corners_enclose_nothing(qtbot, canvas, corners, labelled):
    before = labelled.state
    corners((10, 10))
    qtbot.keyClick(canvas, Key.Key_Return)
    assert labelled.state is before


def test_it_is_drawn_wherever_the_cursor_is(qtbot, canvas, corners, spot):
    plain = canvas.grab().toImage().pixelColor(spot(10, 20))
    corners((10, 10), (10, 30))
    qtbot.mouseMove(canvas, QPoint(2, 2))
    assert canvas.grab().toImage().pixelColor(spot(10, 20)).lightness() > plain.lightness() + 20


def test_by_keys_alone(qtbot, canvas, corners, labelled):
    for step in ((Key.Key_Right, 20), (Key.Key_Down, 20), (Key.Key_Left, 20)):
        qtbot.keyClick(canvas, Key.Key_Return, Alt)
        for _ in range(step[1]):
            qtbot.keyClick(canvas, step[0])
    qtbot.keyClick(canvas, Key.Key_Return, Alt)
    qtbot.keyClick(canvas, Key.Key_Return, Control | Alt)
    assert len(labelled.state.segments) == 4


def test_edges_draw_the_line(qtbot, opened, view_state, settled):
    """The border between the two upper areas is at column 50: corners two pixels off follow it."""
    canvas = Canvas(opened, view_state)
    qtbot.addWidget(canvas)
    canvas.resize(600, 440)
    canvas.show()
    view_state.set(tool="polygon")
    number = opened.state.labels.at(5, 80)
    opened.select({opened.state.labels.at(5, 5)})

    def click(row, column):
        x, y = canvas.view.to_screen(column, row)
        qtbot.mouseMove(canvas, QPoint(round(x), round(y)))
        qtbot.mouseClick(canvas, Left, Nothing, QPoint(round(x), round(y)))

    click(4, 51)
    settled(opened)
    qtbot.keyClick(canvas, Key.Key_Backspace)
    click(4, 51)
    click(30, 51.2)
    first, way = canvas.tool._ways
    assert first[0][0] == pytest.approx(50, abs=1)
    assert {round(column) for column, _ in way} <= {49, 50, 51}
    assert len(way) > 20
    click(30, 70)
    click(4, 70)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert number in opened.state.segments
    assert opened.state.labels.at(15, 54) != number  # beyond, where there is no edge, the way back goes where it likes
