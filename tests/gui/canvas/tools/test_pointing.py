"""The tool that selects objects by clicks, by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

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


def test_another_tool_drops_the_clicks(canvas, labelled, monkeypatch):
    canvas.view_state.set(tool="object")
    monkeypatch.setattr(labelled.object_assistant, "_ask", lambda: None)
    labelled.object_assistant.click([(3, 3)], positive=True)
    assert labelled.object_assistant.active
    canvas.grab()
    canvas.view_state.set(tool="brush")
    assert not labelled.object_assistant.active
