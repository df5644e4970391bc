"""Esc, step by step, in the whole window."""

from PySide6.QtCore import QPoint, Qt

Escape, Left = Qt.Key.Key_Escape, Qt.MouseButton.LeftButton


def test_esc_puts_the_tool_down_and_then_selects_nothing(shown, qtbot):
    session, view_state = shown._session, shown._view_state
    session.select({1})
    view_state.set(tool="brush")
    shown.canvas.setFocus()
    qtbot.keyClick(shown.canvas, Escape)
    assert (view_state.tool, session.selection) == ("select", {1})
    qtbot.keyClick(shown.canvas, Escape)
    assert session.selection == frozenset()


def test_a_hint_is_closed_before_that_and_a_question_stays(shown, qtbot):
    session = shown._session
    session.select({1})
    session.say("A hint.")
    qtbot.keyClick(shown.canvas, Escape)
    assert (shown.messages.text, session.selection) == ("", {1})
    session.say("This went wrong.", "error")
    qtbot.keyClick(shown.canvas, Escape)
    assert (shown.messages.text, session.selection) == ("This went wrong.", frozenset())


def test_what_is_under_way_is_stopped_first(shown, qtbot):
    session = shown._session
    session.select({1})
    session.split_assistant.begin()
    assert session.split_assistant.active
    qtbot.keyClick(shown.canvas, Escape)
    assert not session.split_assistant.active
    assert session.selection == {1}


def test_a_stroke_is_dropped_and_the_brush_stays_in_the_hand(shown, qtbot):
    session, canvas = shown._session, shown.canvas
    shown._view_state.set(tool="brush")
    before = session.state
    qtbot.mousePress(canvas, Left, pos=QPoint(60, 60))
    qtbot.mouseMove(canvas, QPoint(90, 60))
    assert canvas.stroking
    qtbot.keyClick(canvas, Escape)
    assert not canvas.stroking
    assert session.state is before
    assert shown._view_state.tool == "brush"
    qtbot.mouseRelease(canvas, Left, pos=QPoint(90, 60))
