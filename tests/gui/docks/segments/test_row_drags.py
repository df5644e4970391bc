"""Rows that are dragged to a class, and classes that are dropped on a row."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag

from segmenter.document import classes
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State
from segmenter.gui.app.dragging import CLASS, SEGMENTS, carried
from segmenter.gui.docks.segments.model import Column
from segmenter.gui.docks.segments.table import SegmentTable


@pytest.fixture
def state():
    labels = np.array([[1, 1, 2], [3, 1, 2]], np.int32)
    return State(labels=LabelMap.of(labels), segments={number: Segment() for number in (1, 2, 3)})


@pytest.fixture
def table(stand_in, state, qtbot):
    table = SegmentTable(stand_in)
    table.resize(290, 240)
    qtbot.addWidget(table)
    stand_in.open(state, np.array([[10, 10, 50], [90, 40, 70]], np.uint8))
    with qtbot.waitExposed(table):
        table.show()
    return table


def middle(table, number, column=Column.NAME):
    return table.view.visualRect(table.model.index(table.model.row(number), column)).center()


@pytest.fixture
def dragged(monkeypatch):
    """Return what was dragged out; no mouse is grabbed for it."""
    found = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: found.append(drag.mimeData().formats()))
    return found


def pull(table, qtbot, number, column=Column.NAME):
    viewport, place = table.view.viewport(), middle(table, number, column)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(viewport, place + QPoint(0, 60))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place + QPoint(0, 60))


def test_selected_rows_are_dragged_where_there_are_classes(table, stand_in, state, qtbot, dragged):
    stand_in.select({1, 2})
    pull(table, qtbot, 2)
    assert dragged == []
    stand_in.select({1, 2})
    stand_in.move(classes.added(state, "cell"))
    pull(table, qtbot, 2)
    assert dragged == [[SEGMENTS]]
    assert stand_in.selection == {1, 2}  # the press on it has not made one of them


def test_other_rows_are_selected_by_dragging_as_before(table, stand_in, state, qtbot, dragged):
    stand_in.move(classes.added(state, "cell"))
    pull(table, qtbot, 1)
    assert dragged == []


def test_a_click_on_one_of_several_selected_rows_still_selects_it_alone(table, stand_in, state, qtbot):
    stand_in.move(classes.added(state, "cell"))
    stand_in.select({1, 2})
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 2))
    assert stand_in.selection == {2}


def test_a_class_that_is_dropped_on_a_row_is_given_to_its_segment(table, stand_in, state, drop):
    stand_in.move(classes.added(state, "cell"))
    assert drop(table.view.viewport(), carried(CLASS, "1"), middle(table, 3))
    assert classes.members(stand_in.state, 1) == {3}
    assert not drop(table.view.viewport(), carried(CLASS, "1"), QPoint(5, table.view.viewport().height() - 1))
