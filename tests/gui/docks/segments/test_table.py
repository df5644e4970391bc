"""The segments dock in step with the session, both ways."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QLineEdit

from segmenter.document import classes, edits
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.gui.app.dragging import CLASS, SEGMENTS, carried
from segmenter.gui.docks.segments.model import Column
from segmenter.gui.docks.segments.table import SegmentTable

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def state():
    labels = np.array([[1, 1, 2], [3, 1, 2]], np.int32)
    return State(labels=LabelMap.of(labels), segments={number: Segment() for number in (1, 2, 3)})


@pytest.fixture
def table(stand_in, state, qtbot):
    edit = QAction("Merge")
    table = SegmentTable(stand_in, [edit])
    table.resize(290, 240)
    qtbot.addWidget(table)
    stand_in.open(state, np.array([[10, 10, 50], [90, 40, 70]], np.uint8))
    with qtbot.waitExposed(table):
        table.show()
    yield table  # noqa: PT022 - the frame keeps the action alive


def click(table, qtbot, number, column, modifiers=Qt.KeyboardModifier.NoModifier):
    place = table.view.visualRect(table.model.index(table.model.row(number), column)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def selected(table):
    return {table.model.number(index.row()) for index in table.view.selectionModel().selectedRows()}


def text(table, number, column):
    return table.model.index(table.model.row(number), column).data()


def grey(table, number):
    index = table.model.index(table.model.row(number), Column.MEAN)
    return index.data(Qt.ItemDataRole.ForegroundRole) is not None


# State to table


def test_segments_are_shown_with_what_they_measure(table):
    assert [text(table, 1, column) for column in (Column.AREA, Column.PIECES, Column.MEAN)] == ["3", "1", "20.0"]
    assert not grey(table, 1)
    assert "3 segments" in table._summary.text()


def test_without_a_result_the_table_says_so(table, stand_in):
    stand_in.open(State(), np.zeros((2, 2), np.uint8))
    assert table.model.rowCount() == 0
    assert "first result" in table._summary.text()
    stand_in.document = None
    stand_in.opened.emit()
    assert table.model.rowCount() == 0


def test_areas_are_right_at_once_and_the_rest_is_grey_until_it_comes(table, stand_in, state):
    stand_in.io_worker.at_once = False
    stand_in.move(edits.merge(state, [1, 3]))
    assert text(table, 1, Column.AREA) == "4"
    assert text(table, 1, Column.PIECES) == "1"
    assert grey(table, 1)
    stand_in.io_worker.work()
    assert text(table, 1, Column.MEAN) == "37.5"
    assert not grey(table, 1)


def test_what_changes_no_pixel_is_not_measured_again(table, stand_in, state):
    stand_in.io_worker.at_once = False
    stand_in.move(described(state, [1], name="Cup", locked=True))
    assert stand_in.io_worker.waiting == {}
    assert not grey(table, 1)


def test_only_the_newest_state_is_measured(table, stand_in, state):
    stand_in.io_worker.at_once = False
    stand_in.move(edits.merge(state, [1, 3]))
    stand_in.move(edits.merge(stand_in.state, [1, 2]))
    assert len(stand_in.io_worker.waiting) == 1
    stand_in.io_worker.work()
    assert text(table, 1, Column.AREA) == "6"


def test_back_at_measured_labels_nothing_waits(table, stand_in, state):
    stand_in.io_worker.at_once = False
    stand_in.move(edits.merge(state, [1, 3]))
    stand_in.move(state)
    assert stand_in.io_worker.waiting == {}
    assert not grey(table, 1)


def test_a_preview_greys_what_was_measured(table, stand_in, state):
    stand_in.show_preview(state)
    assert grey(table, 1)
    stand_in.show_preview(None)
    assert not grey(table, 1)


def test_a_closed_dock_measures_nothing_and_catches_up(table, stand_in, state):
    table.hide()
    stand_in.io_worker.at_once = False
    stand_in.move(edits.merge(state, [1, 3]))
    assert stand_in.io_worker.waiting == {}
    stand_in.io_worker.at_once = True
    table.show()
    assert table.model.rowCount() == 2
    assert text(table, 1, Column.MEAN) == "37.5"


def test_the_selection_of_the_session_is_shown(table, stand_in):
    stand_in.select([1, 3])
    assert selected(table) == {1, 3}
    assert "2 selected" in table._summary.text()
    stand_in.select([])
    assert selected(table) == set()
    assert stand_in.asked("select") == [({1, 3},), (set(),)]


def test_the_selection_stays_when_rows_move(table, stand_in, state):
    stand_in.select([3])
    table.view.sort_by(Column.AREA, Qt.SortOrder.DescendingOrder)
    stand_in.move(edits.merge(state, [1, 2]))
    assert selected(table) == {3}
    assert stand_in.asked("select") == [({3},)]


def test_what_a_preview_is_new_to_is_not_missed(table, stand_in):
    stand_in.select([2, 99])
    assert selected(table) == {2}


def test_the_segment_under_the_cursor_is_marked(table):
    table.hover(2)
    index = table.model.index(table.model.row(2), 0)
    assert index.data(Qt.ItemDataRole.BackgroundRole) is not None


# Table to session


def test_clicked_rows_are_selected(table, stand_in, qtbot):
    click(table, qtbot, 2, Column.NAME)
    click(table, qtbot, 3, Column.AREA, Qt.KeyboardModifier.ControlModifier)
    assert stand_in.asked("select") == [({2},), ({2, 3},)]


def test_eyes_and_locks(table, stand_in, qtbot):
    click(table, qtbot, 2, Column.EYE)
    click(table, qtbot, 3, Column.LOCK)
    click(table, qtbot, 1, Column.EYE, ALT)
    assert stand_in.calls == [
        ("describe", "Hide", {2}, {"visible": False}),
        ("describe", "Lock", {3}, {"locked": True}),
        ("solo", 1),
    ]


def test_the_eye_of_one_of_several_selected_is_for_all_of_them(table, stand_in, qtbot):
    stand_in.select([1, 2])
    click(table, qtbot, 2, Column.EYE)
    click(table, qtbot, 3, Column.EYE)
    assert [numbers for _, numbers, _ in stand_in.asked("describe")] == [{1, 2}, {3}]


@pytest.mark.parametrize(("column", "field"), [(Column.EYE, "visible"), (Column.LOCK, "locked")])
def test_the_titles_are_for_all(table, stand_in, state, column, field):
    stand_in.move(described(state, [2], **{field: False}))
    table.view.toggled.emit(column)
    _, numbers, changes = stand_in.asked("describe")[0]
    assert set(numbers) == {1, 2, 3}
    assert changes == {field: True}
    stand_in.move(described(state, [1, 2, 3], **{field: True}))
    table.view.toggled.emit(column)
    assert stand_in.asked("describe")[1][2] == {field: False}


def test_space_hides_what_is_selected(table, stand_in, qtbot):
    stand_in.select([2, 3])
    qtbot.keyClick(table.view, Qt.Key.Key_Space)
    assert stand_in.asked("describe") == [("Hide", {2, 3}, {"visible": False})]


def test_a_name_is_typed_in_its_place(table, stand_in, qtbot):
    stand_in.select([2])
    table.rename_selected()
    editor = table.view.findChild(QLineEdit)
    QTest.keyClicks(editor, "Cup")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stand_in.asked("describe") == [("Rename", {2}, {"name": "Cup"})])


def test_the_keyboard_stays_in_the_table_after_a_name_that_changes_the_order(table, stand_in, qtbot, monkeypatch):
    monkeypatch.setattr(
        stand_in, "describe", lambda _, numbers, **changes: stand_in.move(described(stand_in.state, numbers, **changes))
    )
    table.resize(290, 100)  # two rows
    table.view.sort_by(Column.NAME)
    table.activateWindow()
    stand_in.select([2])
    table.rename_selected()
    QTest.keyClicks(table.view.findChild(QLineEdit), "Zebra")
    QTest.keyClick(table.view.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.view.findChild(QLineEdit) is None)
    assert table.model.row(2) == 2
    assert selected(table) == stand_in.selection == {2}
    assert table.view.currentIndex().row() == 2
    assert table.view.viewport().rect().contains(table.view.visualRect(table.view.currentIndex()))
    assert table.view.hasFocus()


def test_without_segments_there_is_nothing_to_rename(table, stand_in):
    stand_in.open(State(), np.zeros((2, 2), np.uint8))
    table.rename_selected()
    assert table.view.findChild(QLineEdit) is None


def test_a_colour_is_chosen_without_stopping_the_program(table, stand_in, qtbot):
    click(table, qtbot, 2, Column.COLOUR)
    dialog = table.findChild(QColorDialog)
    assert dialog.currentColor() == table.model.colour(2)
    dialog.colorSelected.emit(QColor(255, 128, 0))
    dialog.close()
    assert stand_in.asked("describe") == [("Colour", {2}, {"colour": (255, 128, 0)})]


def entry(menu, text):
    return next(action for action in menu.actions() if action.text() == text)


def test_the_menu_of_a_row(table, stand_in, state):
    assert table.menu() is None
    stand_in.move(described(state, [2], colour=(1, 2, 3)))
    stand_in.select([2])
    menu = table.menu()
    assert menu.actions()[0].text() == "Merge"  # the window's own action, with its key
    entry(menu, "Automatic Colour").trigger()
    entry(menu, "Hide").trigger()
    entry(menu, "Show Alone").trigger()
    assert stand_in.asked("describe") == [
        ("Automatic Colour", {2}, {"colour": None}),
        ("Hide", {2}, {"visible": False}),
    ]
    assert stand_in.asked("solo") == [(2,)]
    stand_in.select([1, 2])
    assert not entry(table.menu(), "Show Alone").isEnabled()


def test_renaming_is_one_step_of_the_history(opened, qtbot, settled):
    table = SegmentTable(opened)
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    settled(opened)
    table.model.setData(table.model.index(0, Column.NAME), "Sky")
    number = next(number for number, segment in opened.state.segments.items() if segment.name == "Sky")
    assert table.model.index(table.model.row(number), Column.NAME).data() == "Sky"
    assert opened.document.history.undo_name == "Rename"
    opened.undo()
    assert opened.state.segments[number] == replace(opened.state.segments[number], name="")
    assert "Sky" not in [table.model.index(row, Column.NAME).data() for row in range(table.model.rowCount())]
    settled(opened)


def test_what_is_being_typed_survives_changes_of_the_table(table, stand_in, qtbot):
    stand_in.select([2])
    table.rename_selected()
    field = table.view.findChild(QLineEdit)
    qtbot.keyClicks(field, "Sky")
    for number in (2, 0, 1, 2):
        table.hover(number)
    assert field.text() == "Sky"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stand_in.asked("describe") == [("Rename", {2}, {"name": "Sky"})])


def test_behind_a_closed_dock_the_menu_is_up_to_date(qtbot, labelled):
    """The colour of a segment that had come while the dock was closed used to be an IndexError."""
    table = SegmentTable(labelled)
    qtbot.addWidget(table)
    before = labelled.state
    labels = before.labels.array().copy()
    labels[:5] = 4
    segments = {**before.segments, 4: Segment()}
    labelled._push(with_segments(before, segments, LabelMap.of(labels)), "More")
    labelled.select({4})
    assert table._colour(4).isValid()
    with qtbot.waitSignal(table.shown_wanted):
        table.rename_selected()


# Classes


def write(table, qtbot, number, column, text):
    """Write into a cell with a double click and keys."""
    place = table.view.visualRect(table.model.index(table.model.row(number), column)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = table.view.viewport().findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_the_column_of_classes_comes_with_the_first_class(table, stand_in, state):
    assert table.view.isColumnHidden(Column.CLASS)
    stand_in.move(classes.assigned_by_name(state, [2], "coin"))
    assert not table.view.isColumnHidden(Column.CLASS)
    assert text(table, 2, Column.CLASS) == "coin"
    assert table.view.columnWidth(Column.NAME) >= 60


def test_a_class_that_is_written_is_given_to_all_selected(table, stand_in, state, qtbot):
    stand_in.move(classes.assigned_by_name(state, [2], "coin"))
    write(table, qtbot, 3, Column.CLASS, "cell")
    qtbot.waitUntil(lambda: stand_in.state.class_of(3) is not None)
    assert stand_in.state.class_of(3).name == "cell"
    stand_in.select({1, 3})
    table.model.setData(table.model.index(table.model.row(1), Column.CLASS), "Coin")
    assert [stand_in.state.class_of(number).name for number in (1, 2, 3)] == ["coin"] * 3


def test_the_table_shows_what_passes_the_filter_and_the_selection_stays(table, stand_in, state, qtbot):
    stand_in.move(classes.assigned_by_name(state, [2, 3], "coin"))
    stand_in.select({1, 2})
    kinds = table._kinds
    place = kinds.visualItemRect(kinds.topLevelItem(0)).center()
    qtbot.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.model.rowCount() == 2
    assert stand_in.selection == {1, 2}
    assert selected(table) == {2}
    assert "2 in the table" in table._summary.text()
    qtbot.keyClicks(table._filter, "3")
    assert table.model.rowCount() == 1
    stand_in.select({1})
    table.rename_selected()
    assert table.model.rowCount() == 3
    assert table.view.currentIndex().row() == table.model.row(1)


def test_a_double_click_on_a_class_selects_its_segments(table, stand_in, state, qtbot):
    stand_in.move(classes.assigned_by_name(state, [2, 3], "coin"))
    kinds = table._kinds
    place = kinds.visualItemRect(kinds.topLevelItem(0)).center()
    qtbot.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stand_in.selection == {2, 3}


def test_segments_are_renumbered_by_size(table, stand_in, state):
    stand_in.move(edits.delete(state, [1]))
    table.renumber()
    assert set(stand_in.state.segments) == {1, 2}
    assert stand_in.state.areas.tolist() == [3, 2, 1]


def test_where_there_is_little_room_the_measurements_give_way(table, stand_in, state):
    assert not table.view.isColumnHidden(Column.PIECES)
    table.resize(230, 240)
    assert table.view.isColumnHidden(Column.MEAN)
    assert table.view.columnWidth(Column.NAME) >= 40


def test_rows_that_are_dropped_on_a_class_get_it(table, stand_in, state, drop):
    stand_in.move(classes.added(state, "cell"))
    stand_in.select({1, 3})
    kinds = table._kinds
    line = kinds.visualItemRect(kinds.topLevelItem(0)).center()
    assert drop(kinds.viewport(), carried(SEGMENTS), line)
    assert classes.members(stand_in.state, 1) == {1, 3}
    line = kinds.visualItemRect(kinds.topLevelItem(1)).center()  # "No class"
    assert drop(kinds.viewport(), carried(SEGMENTS), line)
    assert not classes.members(stand_in.state, 1)


def test_a_class_is_dragged_out_of_the_list(table, stand_in, state, qtbot, monkeypatch):
    stand_in.move(classes.added(classes.added(state, "cell"), "dust"))
    dragged = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: dragged.append(bytes(drag.mimeData().data(CLASS))))
    kinds = table._kinds
    place = kinds.visualItemRect(kinds.topLevelItem(1)).center()
    qtbot.mousePress(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(kinds.viewport(), place - QPoint(0, 60))
    qtbot.mouseRelease(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place - QPoint(0, 60))
    assert dragged == [b"2"]


def test_tools_for_classes_are_offered_where_there_are_classes(table, stand_in, state):
    tool = QAction("Class Brush")
    table.offer(tool)
    assert not table._tools.isVisible()
    stand_in.move(classes.added(state, "cell"))
    assert table._tools.isVisible()
    assert table._tools.actions() == [tool]
