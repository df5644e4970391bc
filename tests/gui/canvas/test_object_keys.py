"""Keys and the wheel while an object is being pointed at."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

Left = Qt.MouseButton.LeftButton
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def grown(canvas, labelled, monkeypatch):
    """Click once; return the levels that the object is grown by."""
    grown = []
    canvas.view_state.set(tool="object")
    canvas.setFocus()
    monkeypatch.setattr(labelled.object_assistant, "_ask", lambda: None)
    monkeypatch.setattr(labelled.object_assistant, "grow", grown.append)
    labelled.object_assistant.click([(3, 3)], positive=True)
    return grown


def test_plus_and_minus_grow_and_shrink(canvas, labelled, grown):
    for key in (Key.Key_Plus, Key.Key_Minus, Key.Key_Equal):
        QTest.keyClick(canvas, key)
    assert grown == [1, -1, 1]
    canvas.view_state.set(tool="select")
    QTest.keyClick(canvas, Key.Key_Plus)
    assert len(grown) == 3


def test_ctrl_and_the_wheel_grow_while_there_is_an_object_and_zoom_otherwise(canvas, labelled, grown, spot):
    scale = canvas.view.scale
    for notches in (1, -2, 0.5, 0.5):
        turn(canvas, spot(20, 30), notches, Modifier.ControlModifier)
    assert [levels for levels in grown if levels] == [1, -2, 1]
    assert canvas.view.scale == scale
    turn(canvas, spot(20, 30), 1, Modifier.NoModifier)
    assert canvas.view.scale > scale
    labelled.object_assistant.drop()
    scale = canvas.view.scale
    turn(canvas, spot(20, 30), 1, Modifier.ControlModifier)
    assert canvas.view.scale > scale


def turn(canvas, place, notches, modifiers):
    """Turn the wheel."""
    where, none = QPointF(place), QPoint()
    angle = QPoint(0, round(120 * notches))
    event = QWheelEvent(
        where, canvas.mapToGlobal(where), none, angle, Left.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(canvas, event)
