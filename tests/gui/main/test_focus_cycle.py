"""From pane to pane by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from segmenter.gui.main.focus_cycle import first_control, go_to_next


@pytest.fixture
def window(qtbot):
    """Return a window of three panes with a label and two fields in each."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    window.panes = []
    for _ in range(3):
        pane = QWidget(window)
        inside = QHBoxLayout(pane)
        pane.fields = [QLineEdit(pane), QLineEdit(pane)]
        for widget in (QLabel("Name", pane), *pane.fields):
            inside.addWidget(widget)
        row.addWidget(pane)
        window.panes.append(pane)
    window.show()
    qtbot.waitActive(window)
    yield window
    window.close()


def focused(window):
    """Return pane and field that have the keyboard."""
    found = [(at, pane.fields.index(window.focusWidget())) for at, pane in enumerate(window.panes)
             if window.focusWidget() in pane.fields]  # fmt: skip
    return found[0] if found else None


def go(window):
    go_to_next(window.panes, window.focusWidget())
    return focused(window)


def test_every_pane_in_turn_and_its_first_control(window):
    window.panes[0].fields[1].setFocus()
    assert [go(window) for _ in range(4)] == [(1, 0), (2, 0), (0, 0), (1, 0)]


def test_from_nowhere_to_the_first(window):
    go_to_next(window.panes, None)
    assert focused(window) == (0, 0)


def test_what_cannot_be_used_is_passed_over(window):
    window.panes[0].fields[0].setFocus()
    window.panes[1].setEnabled(False)
    window.panes[2].fields[0].hide()
    assert go(window) == (2, 1)
    window.panes[2].hide()
    window.panes[0].fields[0].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert go(window) == (0, 1)


def test_a_pane_without_controls(window):
    for field in window.panes[1].fields:
        field.setEnabled(False)
    assert first_control(window.panes[1]) is None
    go_to_next([window.panes[1]], None)
    assert focused(window) == (0, 0)  # where it was
