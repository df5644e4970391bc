"""The canvas under the keyboard: tools, crosshair, panning, focus."""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def colour(canvas, spot):
    """Return the colour on the screen at a place."""
    return canvas.grab().toImage().pixelColor(spot)


def test_brackets_change_the_brush(qtbot, canvas, view_state):
    view_state.set(tool="brush", brush=20)
    qtbot.keyClick(canvas, Key.Key_BracketRight)
    larger = view_state.brush
    qtbot.keyClick(canvas, Key.Key_BracketLeft)
    assert larger > 20 == view_state.brush


def test_holding_p_shows_the_image_alone(qtbot, canvas, view_state, spot, labelled):
    view_state.set(mode="fill", opacity=1.0)
    QTest.keyPress(canvas, Key.Key_P)
    assert colour(canvas, spot(5, 5)) == QColor(*labelled.document.picture[5, 5].tolist())
    QTest.keyRelease(canvas, Key.Key_P)
    assert colour(canvas, spot(5, 5)) == QColor(*labelled.state.colours()[1].tolist())
    canvas.peek(True)
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert colour(canvas, spot(5, 5)) == QColor(*labelled.state.colours()[1].tolist())


def test_space_pans_with_any_tool(qtbot, canvas, view_state, spot, labelled):
    view_state.set(tool="brush")
    state, before = labelled.state, canvas.view.to_screen(0, 0)
    QTest.keyPress(canvas, Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.OpenHandCursor
    start = spot(30, 30)
    qtbot.mousePress(canvas, Left, pos=start)
    assert canvas.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    qtbot.mouseMove(canvas, start + QPoint(15, 12))
    qtbot.mouseRelease(canvas, Left, pos=start + QPoint(15, 12))
    QTest.keyRelease(canvas, Key.Key_Space)
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    x, y = canvas.view.to_screen(0, 0)
    assert (x - before[0], y - before[1]) == (15, 12)
    assert labelled.state is state


def test_arrow_keys_move_a_crosshair_that_clicks(qtbot, canvas, told, labelled):
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))  # the mouse may be anywhere: here it is not in the way
    qtbot.keyClick(canvas, Key.Key_Right)
    _, row, column = told[-1]
    assert (row, column) == (30, 45)
    qtbot.keyClick(canvas, Key.Key_Right)
    qtbot.keyClick(canvas, Key.Key_Up, Shift)
    assert told[-1][1:] == (20, 46)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert labelled.selection == {1}
    qtbot.keyClick(canvas, Key.Key_Right, Shift)
    qtbot.keyClick(canvas, Key.Key_Return, Shift)
    assert labelled.selection == {1, 2}


def test_the_crosshair_is_seen_until_the_mouse_moves(qtbot, canvas, view_state, spot):
    view_state.set(visible=False, tool="pan")
    plain = canvas.grab().toImage()
    qtbot.keyClick(canvas, Key.Key_Right)
    assert canvas.grab().toImage() != plain
    qtbot.mouseMove(canvas, spot(3, 3))
    assert canvas.grab().toImage() == plain


def test_the_crosshair_takes_the_image_along(qtbot, canvas, told):
    canvas.zoom_at(4, QPointF(300, 220))
    told.clear()
    for _ in range(5):
        qtbot.keyClick(canvas, Key.Key_Right, Shift)
    columns = [column for _, _, column in told]
    assert np.diff(columns).tolist() == [10] * 3
    assert columns[-1] == 72
    x, _ = canvas.view.to_screen(72.5, 30)
    assert 0 <= x < 600


def test_strokes_by_keyboard(qtbot, canvas, view_state, labelled):
    view_state.set(tool="brush", brush=3)
    labelled.select({3})
    qtbot.keyClick(canvas, Key.Key_Right)
    qtbot.keyClick(canvas, Key.Key_Return)
    qtbot.keyClick(canvas, Key.Key_Up, Shift)
    assert labelled.document.history.undo_name is None
    qtbot.keyClick(canvas, Key.Key_Return)
    assert labelled.document.history.undo_name == "Brush"
    assert (labelled.state.labels.array()[20:31, 45] == 3).all()


def test_control_and_arrow_keys_pan(qtbot, canvas):
    canvas.zoom_at(4, QPointF(300, 220))
    before = canvas.view
    qtbot.keyClick(canvas, Key.Key_Right, Control)
    qtbot.keyClick(canvas, Key.Key_Down, Control)
    assert (canvas.view.left, canvas.view.top) == (before.left - 64, before.top - 64)


def test_other_keys_are_left_to_the_window(canvas):
    for key in (Key.Key_A, Key.Key_Escape, Key.Key_Delete, Key.Key_unknown):
        event = QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier)
        canvas.keyPressEvent(event)
        assert not event.isAccepted()


def test_escape_belongs_to_the_window_but_for_a_stroke(qtbot, canvas, view_state, spot, labelled):
    def wanted():
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        return event.isAccepted()

    assert not wanted()
    view_state.set(tool="brush")
    qtbot.mousePress(canvas, Left, pos=spot(5, 5))
    assert wanted()
    qtbot.mouseRelease(canvas, Left, pos=spot(5, 5))
    assert not wanted()


def test_who_comes_by_keyboard_sees_where_the_focus_is(canvas):
    plain = colour(canvas, QPoint(0, 0))
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert colour(canvas, QPoint(0, 0)) == canvas.palette().color(QPalette.ColorRole.Highlight)
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusOut))
    QApplication.sendEvent(canvas, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason))
    assert colour(canvas, QPoint(0, 0)) == plain


def test_it_has_an_accessible_name(canvas):
    assert canvas.accessibleName() == "Image"
    assert "crosshair" in canvas.accessibleDescription()
