"""The first minute, done as a new user does it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from segmenter.gui.app.settings import Settings
from segmenter.gui.help.first_minute import STEPS, FirstMinute

Left, Shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def minute(window):
    return window.findChild(FirstMinute)


def press(qtbot, minute, text):
    (button,) = (each for each in minute.findChildren(QPushButton) if each.text() == text and each.isVisible())
    qtbot.mouseClick(button, Left)


def click(qtbot, window, number, modifiers=Qt.KeyboardModifier.NoModifier):
    """Click a segment of the image."""
    rows, columns = (window._session.state.labels.array() == number).nonzero()
    middle = len(rows) // 2
    x, y = window.canvas.view.to_screen(columns[middle] + 0.5, rows[middle] + 0.5)
    place = QPoint(round(x), round(y))
    qtbot.mouseMove(window.canvas, place)
    qtbot.mouseClick(window.canvas, Left, modifiers, place)


def test_all_five_steps_are_done_by_doing_them(window, minute, qtbot, settled):
    session = window._session
    window.begin([])
    assert (minute.isVisible(), minute.step) == (True, 0)
    press(qtbot, minute, "Open the &Sample")
    qtbot.waitUntil(lambda: minute.step == 1, timeout=20_000)
    settled(session)
    qtbot.keyClick(window.parameters.rows["k"].slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: minute.step == 2, timeout=20_000)
    settled(session)
    click(qtbot, window, 1)
    assert minute.step == 3
    click(qtbot, window, 2, Shift)
    assert len(session.selection) == 2
    qtbot.keyClick(window.canvas, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert minute.step == 4
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert minute.step == STEPS
    assert "guide" in minute.text.text()
    press(qtbot, minute, "C&lose")
    assert not minute.isVisible()
    settled(session)


def test_it_is_shown_once_and_the_menu_brings_it_back(window, minute, qtbot):
    window.begin([])
    press(qtbot, minute, "S&kip")
    assert not minute.isVisible()
    again = FirstMinute(window._session, Settings(), window)
    again.offer()
    assert again.isHidden()
    window.actions_["first_minute"].trigger()
    assert (minute.isVisible(), minute.step) == (True, 0)


def test_whoever_opens_a_file_is_left_alone(window, minute, tmp_path, settled):
    window.begin([tmp_path / "none.png"])
    assert not minute.isVisible()
    settled(window._session)


def test_a_step_can_be_left_out(window, minute, qtbot):
    window.begin([])
    for step in range(1, STEPS):
        press(qtbot, minute, "&Next")
        assert minute.step == step
    press(qtbot, minute, "&Next")
    assert not [each for each in minute.findChildren(QPushButton) if each.text() == "&Next" and each.isVisible()]
