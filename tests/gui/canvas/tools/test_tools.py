"""Selecting and panning, with real mouse events."""

import pytest
from PySide6.QtCore import QPoint, Qt

Left, Middle = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def click(qtbot, canvas, spot):
    """Return a function that clicks a pixel."""

    def do(row, column, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.mouseMove(canvas, spot(row, column))
        qtbot.mouseClick(canvas, Left, modifiers, spot(row, column))

    return do


def drag(qtbot, canvas, start, end, button=Left):
    qtbot.mousePress(canvas, button, pos=start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, button, pos=end)


def test_a_click_selects(click, labelled):
    click(5, 5)
    assert labelled.selection == {1}
    click(5, 80)
    assert labelled.selection == {2}


@pytest.mark.parametrize("modifiers", [Shift, Control])
def test_with_shift_or_control_it_adds_and_removes(click, labelled, modifiers):
    click(5, 5)
    click(5, 80, modifiers)
    click(50, 50, modifiers)
    assert labelled.selection == {1, 2, 3}
    click(5, 80, modifiers)
    assert labelled.selection == {1, 3}


def test_a_click_on_nothing_selects_nothing(qtbot, click, canvas, labelled):
    click(5, 5)
    qtbot.mouseClick(canvas, Left, Shift, QPoint(2, 2))
    assert labelled.selection == {1}
    qtbot.mouseClick(canvas, Left, pos=QPoint(2, 2))
    assert labelled.selection == frozenset()


def test_hidden_segments_cannot_be_clicked(click, labelled):
    labelled.describe("Hide", {2}, visible=False)
    click(5, 5)
    click(5, 80)
    assert labelled.selection == frozenset()


def test_dragging_moves_the_image_and_selects_nothing(qtbot, canvas, spot, labelled):
    before = canvas.view.to_screen(0, 0)
    start = spot(30, 45)
    drag(qtbot, canvas, start, start + QPoint(40, -24))
    x, y = canvas.view.to_screen(0, 0)
    assert (x - before[0], y - before[1]) == (40, -24)
    assert labelled.selection == frozenset()


def test_a_hand_that_trembles_still_clicks(qtbot, canvas, spot, labelled):
    before, start = canvas.view, spot(30, 20)
    drag(qtbot, canvas, start, start + QPoint(3, 2))
    assert canvas.view == before
    assert labelled.selection == {1}


@pytest.mark.parametrize(("tool", "button"), [("pan", Left), ("brush", Middle), ("select", Middle), ("lasso", Middle)])
def test_the_pan_tool_and_the_middle_button_move_the_image(qtbot, canvas, spot, view_state, labelled, tool, button):
    view_state.set(tool=tool)
    before, start = canvas.view.to_screen(0, 0), spot(30, 45)
    state = labelled.state
    drag(qtbot, canvas, start, start + QPoint(-20, 10), button)
    x, y = canvas.view.to_screen(0, 0)
    assert (x - before[0], y - before[1]) == (-20, 10)
    assert labelled.state is state


def test_in_the_similarity_a_click_holds_it(click, labelled, view_state, canvas):
    view_state.set(view="similarity")
    click(5, 5)
    assert labelled.selection == frozenset()
    view_state.set(view="margin")
    click(5, 5)
    assert labelled.selection == {1}
