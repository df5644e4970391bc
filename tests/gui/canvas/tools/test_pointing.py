"""The tool that selects objects by clicks, by mouse and keys."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from segmenter.core.clicked import Clicks
from segmenter.document import classes, edits
from segmenter.document.label_map import Rectangle
from segmenter.gui.session.object_assistant import ObjectCandidate

Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def asked(canvas, labelled, monkeypatch):
    """Put the tool into the hand; return the clicks that it asks with."""
    asked = []
    monkeypatch.setattr(
        labelled.object_assistant, "click", lambda places, positive: asked.append((list(places), positive))
    )
    monkeypatch.setattr(labelled.object_assistant, "hover", lambda pixel: None)
    canvas.view_state.set(tool="object")
    return asked


@pytest.mark.parametrize(
    ("button", "modifier", "positive"),
    [(Left, Modifier.NoModifier, True), (Right, Modifier.NoModifier, False), (Left, Modifier.AltModifier, False)],
)
def test_clicks_add_and_take_away(qtbot, canvas, spot, asked, button, modifier, positive):
    qtbot.mouseMove(canvas, spot(20, 30))
    qtbot.mouseClick(canvas, button, modifier, spot(20, 30))
    assert asked == [([(20, 30)], positive)]


def test_a_scribble_counts_for_a_few_clicks(qtbot, canvas, spot, asked):
    qtbot.mousePress(canvas, Left, pos=spot(20, 10))
    for column in range(10, 70, 2):
        qtbot.mouseMove(canvas, spot(20, column))
    qtbot.mouseRelease(canvas, Left, pos=spot(20, 70))
    ((places, positive),) = asked
    assert positive
    assert 3 <= len(places) <= 6
    assert places[0] == (20, 10)


def test_a_scribble_can_be_dropped(qtbot, canvas, spot, asked):
    qtbot.mousePress(canvas, Left, pos=spot(20, 10))
    qtbot.mouseMove(canvas, spot(20, 40))
    QTest.keyClick(canvas, Key.Key_Escape)
    qtbot.mouseRelease(canvas, Left, pos=spot(20, 40))
    assert asked == []


def test_keys_take_back_and_keep(qtbot, canvas, labelled, spot, monkeypatch, settled):
    canvas.view_state.set(tool="object")
    canvas.setFocus()
    done = []
    assistant = labelled.object_assistant
    monkeypatch.setattr(assistant, "_ask", lambda: None)
    qtbot.mouseMove(canvas, spot(20, 30))
    qtbot.mouseClick(canvas, Left, pos=spot(20, 30))
    assert len(assistant.clicks) == 1
    monkeypatch.setattr(assistant, "take", lambda: done.append("taken"))
    QTest.keyClick(canvas, Key.Key_Return)
    assert done == ["taken"]
    QTest.keyClick(canvas, Key.Key_Backspace)
    assert assistant.clicks == ()


def test_the_crosshair_clicks_and_ctrl_return_keeps(canvas, labelled, monkeypatch):
    canvas.view_state.set(tool="object")
    canvas.setFocus()
    done = []
    assistant = labelled.object_assistant
    monkeypatch.setattr(assistant, "_ask", lambda: None)
    monkeypatch.setattr(assistant, "take", lambda: done.append("taken"))
    QTest.keyClick(canvas, Key.Key_Right)
    QTest.keyClick(canvas, Key.Key_Return)
    QTest.keyClick(canvas, Key.Key_Return)
    assert len(assistant.clicks) == 2
    assert done == []
    QTest.keyClick(canvas, Key.Key_Return, Modifier.ControlModifier)
    assert done == ["taken"]


def test_the_clicks_wait_while_another_tool_is_in_the_hand(canvas, labelled, monkeypatch):
    canvas.view_state.set(tool="object")
    monkeypatch.setattr(labelled.object_assistant, "_ask", lambda: None)
    labelled.object_assistant.click([(3, 3)], positive=True)
    assert labelled.object_assistant.active
    canvas.grab()
    canvas.view_state.set(tool="brush")
    assert not labelled.object_assistant.active
    assert labelled.object_assistant.candidate is None
    labelled.cancel()  # Esc means something else now
    canvas.view_state.set(tool="object")
    assert labelled.object_assistant.active
    assert labelled.object_assistant.clicks == ((3, 3, True),)


@pytest.fixture
def boxes(canvas, labelled, asked, monkeypatch):
    """Return the boxes that are drawn."""
    boxes = []
    monkeypatch.setattr(labelled.object_assistant, "draw_box", boxes.append)
    return boxes


def test_shift_and_a_drag_draw_a_box(qtbot, canvas, spot, boxes, asked):
    qtbot.mousePress(canvas, Left, Modifier.ShiftModifier, spot(40, 50))
    QTest.mouseMove(canvas, spot(30, 35))
    QTest.mouseMove(canvas, spot(20, 30))
    canvas.grab()
    qtbot.mouseRelease(canvas, Left, Modifier.ShiftModifier, spot(20, 30))
    assert boxes == [(20, 30, 41, 51)]
    assert asked == []


def test_a_box_ends_at_the_rim_and_can_be_dropped(qtbot, canvas, spot, boxes, asked):
    qtbot.mousePress(canvas, Left, Modifier.ShiftModifier, spot(40, 50))
    QTest.mouseMove(canvas, spot(70, 100))
    qtbot.mouseRelease(canvas, Left, Modifier.ShiftModifier, spot(70, 100))
    assert boxes == [(40, 50, 60, 90)]
    qtbot.mousePress(canvas, Left, Modifier.ShiftModifier, spot(40, 50))
    QTest.mouseMove(canvas, spot(20, 30))
    QTest.keyClick(canvas, Key.Key_Escape)
    qtbot.mouseRelease(canvas, Left, Modifier.ShiftModifier, spot(20, 30))
    assert len(boxes) == 1
    assert asked == []


def test_a_click_with_shift_is_a_click(qtbot, canvas, spot, boxes, asked):
    qtbot.mouseMove(canvas, spot(20, 30))
    qtbot.mouseClick(canvas, Left, Modifier.ShiftModifier, spot(20, 30))
    assert boxes == []
    assert asked == [([(20, 30)], True)]


def test_return_takes_the_selected_object_up_again(qtbot, canvas, labelled, spot, monkeypatch):
    canvas.view_state.set(tool="object")
    canvas.setFocus()
    clicks = Clicks(((3, 3, True),))
    monkeypatch.setattr(labelled.object_assistant, "_ask", lambda: None)
    labelled.edit("Object", edits.add_object, Rectangle(0, 0, 9, 9), np.ones((9, 9), bool), clicks)
    labelled.select({4})
    QTest.keyClick(canvas, Key.Key_Return)
    assert labelled.object_assistant.pointed == clicks
    canvas.grab()
    QTest.keyClick(canvas, Key.Key_Backspace)
    assert not labelled.object_assistant.active
    qtbot.mouseMove(canvas, spot(5, 5))
    qtbot.mouseClick(canvas, Left, pos=spot(5, 5))
    assert labelled.object_assistant.pointed == clicks


def test_a_new_object_is_of_the_class_that_was_chosen(canvas, labelled):
    labelled.edit("Class", classes.added, "cell")
    canvas.view_state.set(tool="object", new_class=1)
    assistant = labelled.object_assistant
    assistant._steps = [Clicks(((3, 3, True),))]
    assistant._show(ObjectCandidate(Rectangle(0, 0, 9, 9), np.ones((9, 9), bool)))
    canvas.setFocus()
    QTest.keyClick(canvas, Key.Key_Return)
    assert labelled.state.segments[4].class_number == 1
