"""Dragging out of one widget and dropping on another, by the events that Qt sends."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QWidget

from segmenter.gui.app.dragging import CLASS, SEGMENTS, DragSource, DropTarget, carried, class_number

Left, Right, Nothing = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier
Copy = Qt.DropAction.CopyAction


@pytest.fixture
def widget(qtbot):
    widget = QWidget()
    widget.resize(100, 100)
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def dragged(monkeypatch):
    """Return what was dragged; no mouse is grabbed for it."""
    found = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: found.append(bytes(drag.mimeData().data(CLASS))) or Copy)
    return found


@pytest.fixture
def pull(qtbot, widget):
    """Return a function that presses at the first place, goes to the others, and lets go."""

    def do(*places, button=Left, modifiers=Nothing):
        qtbot.mousePress(widget, button, modifiers, QPoint(*places[0]))
        for place in places[1:]:
            qtbot.mouseMove(widget, QPoint(*place))
        qtbot.mouseRelease(widget, button, modifiers, QPoint(*places[-1]))

    return do


def test_a_drag_begins_when_the_mouse_is_far_from_where_it_was_pressed(pull, widget, dragged):
    DragSource(widget, lambda place: (carried(CLASS, str(place.x())), QPixmap(1, 1)))
    pull((7, 7), (8, 8))
    assert dragged == []
    pull((7, 7), (8, 8), (60, 60), (90, 90))
    assert dragged == [b"7"]  # one drag a press


@pytest.mark.parametrize(("button", "modifiers"), [(Right, Nothing), (Left, Qt.KeyboardModifier.ControlModifier)])
def test_other_buttons_and_keys_mean_something_else(pull, widget, dragged, button, modifiers):
    DragSource(widget, lambda _: (carried(CLASS, "1"), QPixmap(1, 1)))
    pull((7, 7), (60, 60), button=button, modifiers=modifiers)
    assert dragged == []


def test_nothing_is_dragged_from_where_there_is_nothing(pull, widget, dragged):
    DragSource(widget, lambda _: None)
    pull((7, 7), (60, 60))
    assert dragged == []


def test_a_drop_does_what_it_does_there(widget, drop):
    done, shown = [], []
    DropTarget(widget, CLASS, lambda data, place: lambda: done.append((class_number(data), place)), shown.append)
    assert drop(widget, carried(CLASS, "3"), QPoint(4, 9))
    assert done == [(3, QPoint(4, 9))]
    assert shown == [QPoint(4, 9), None]


def test_nothing_is_dropped_where_it_would_do_nothing_or_is_something_else(widget, drop):
    DropTarget(widget, CLASS, lambda *_: None)
    assert not drop(widget, carried(CLASS, "3"), QPoint(5, 5))
    assert not drop(widget, carried(SEGMENTS), QPoint(5, 5))


def test_what_a_widget_does_not_take_goes_to_the_one_around_it(widget, drop):
    """Files are dropped on the window, whatever lies there."""
    got = []
    DropTarget(widget, SEGMENTS, lambda *_: lambda: got.append("outside"))
    child = QWidget(widget)
    child.resize(100, 100)
    DropTarget(child, CLASS, lambda *_: lambda: got.append("inside"))
    assert drop(child, carried(SEGMENTS), QPoint(5, 5))
    assert got == ["outside"]


@pytest.mark.parametrize("text", ["", "-1", "1.5", "x", "9" * 30, "²"])
def test_what_other_programs_drag_is_no_class(text):
    assert class_number(carried(CLASS, text)) is None
