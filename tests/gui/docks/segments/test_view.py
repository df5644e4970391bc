"""What mouse and keys mean in the table of segments."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State
from segmenter.gui.docks.segments.measuring import Measured
from segmenter.gui.docks.segments.model import Column, SegmentModel
from segmenter.gui.docks.segments.view import TOGGLES, SegmentView


@pytest.fixture
def view(qtbot):
    model = SegmentModel()
    labels = np.array([[1, 2, 2], [3, 3, 3]], np.int32)
    segments = {1: Segment(edited=True), 2: Segment(visible=False), 3: Segment(locked=True)}
    model.show_state(State(labels=LabelMap.of(labels), segments=segments))
    parent = QWidget()
    view = SegmentView(model, parent)
    parent.resize(290, 200)
    view.resize(290, 200)
    qtbot.addWidget(parent)
    with qtbot.waitExposed(parent):
        parent.show()
    yield view  # noqa: PT022 - the frame keeps model and parent alive


def cell(view, row, column):
    return view.visualRect(view.model().index(row, column)).center()


def selected(view):
    return sorted(index.row() for index in view.selectionModel().selectedRows())


@pytest.mark.parametrize("column", [Column.EYE, Column.COLOUR, Column.LOCK])
def test_a_click_on_an_icon_changes_the_segment_and_selects_nothing(view, qtbot, column):
    with qtbot.waitSignal(view.marked) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell(view, 1, column))
    assert heard.args == [2, column, False]
    assert selected(view) == []


def test_alt_asks_for_one_alone(view, qtbot):
    alt = Qt.KeyboardModifier.AltModifier
    with qtbot.waitSignal(view.marked) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, alt, cell(view, 2, Column.EYE))
    assert heard.args == [3, Column.EYE, True]


def test_a_double_click_on_an_eye_is_two_clicks(view, qtbot):
    heard = []
    view.marked.connect(lambda *what: heard.append(what))
    place = cell(view, 0, Column.EYE)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(heard) == 2
    assert view.state() == view.State.NoState


def test_a_drag_from_an_eye_selects_nothing(view, qtbot):
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=cell(view, 0, Column.EYE))
    qtbot.mouseMove(view.viewport(), cell(view, 2, Column.NAME))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=cell(view, 2, Column.NAME))
    assert selected(view) == []


def test_rows_are_selected_as_everywhere(view, qtbot):
    viewport, left = view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewport, left, pos=cell(view, 0, Column.AREA))
    assert selected(view) == [0]
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.ShiftModifier, cell(view, 2, Column.NAME))
    assert selected(view) == [0, 1, 2]
    qtbot.mouseClick(viewport, left, Qt.KeyboardModifier.ControlModifier, cell(view, 1, Column.AREA))
    assert selected(view) == [0, 2]


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Space, "hide_asked"),
        (Qt.Key.Key_F2, "rename_asked"),
        (Qt.Key.Key_Return, "rename_asked"),
    ],
)
def test_keys(view, qtbot, key, signal):
    with qtbot.waitSignal(getattr(view, signal)):
        qtbot.keyClick(view, key)


def title(view, column):
    header = view.horizontalHeader()
    return QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)


def click_title(view, qtbot, column):
    qtbot.mouseClick(view.horizontalHeader().viewport(), Qt.MouseButton.LeftButton, pos=title(view, column))


def test_a_click_on_a_title_sorts_and_another_turns_it_round(view, qtbot):
    model = view.model()
    click_title(view, qtbot, Column.AREA)
    assert [model.number(row) for row in range(3)] == [1, 2, 3]
    click_title(view, qtbot, Column.AREA)
    assert [model.number(row) for row in range(3)] == [3, 2, 1]


def test_a_click_on_the_eye_or_lock_above_is_for_all_and_sorts_nothing(view, qtbot):
    view.sort_by(Column.AREA, Qt.SortOrder.DescendingOrder)
    for column in TOGGLES:
        with qtbot.waitSignal(view.toggled) as heard:
            click_title(view, qtbot, column)
        assert heard.args == [column]
    header = view.horizontalHeader()
    assert header.sortIndicatorSection() == Column.AREA
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    assert view.model().number(0) == 3


def test_the_menu_of_the_titles_sorts_by_every_column(view):
    actions = view.sort_menu().actions()
    assert len(actions) == len(Column) - 1  # colours follow numbers
    actions[Column.LOCK - 1].trigger()
    assert view.model().number(0) == 3
    assert view.horizontalHeader().sortIndicatorSection() == Column.LOCK


def test_everything_is_drawn(view, qtbot):
    view.selectRow(1)
    before = view.grab().toImage()
    view.sort_by(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert view.grab().toImage() != before


def test_the_table_fits_a_narrow_dock(view):
    header = view.horizontalHeader()
    assert header.length() <= view.viewport().width()
    assert header.sectionSize(Column.NAME) >= 56


def test_numbers_and_headings_of_segments_are_never_cut(view):
    header, model = view.horizontalHeader(), view.model()
    labels = np.ones((4, 4), np.int32)
    labels[0, 0] = 765432
    model.show_state(State(labels=LabelMap.of(labels), segments={1: Segment(), 765432: Segment()}))
    view.fit_numbers()
    for column in (Column.NUMBER, Column.AREA):
        texts = (model.headerData(column, Qt.Orientation.Horizontal), model.data(model.index(1, column)))
        for text in texts:
            assert view.fontMetrics().horizontalAdvance(text) + 6 <= header.sectionSize(column), text


def test_numbers_are_never_cut(view):
    """ "7,577,…" stood beside free space: areas of 12 million pixels, means of 16 bits."""
    header, model = view.horizontalHeader(), view.model()
    labels = np.ones((3000, 4000), np.int32)
    labels[0, 0] = 2
    model.show_state(State(labels=LabelMap.of(labels), segments={1: Segment(), 2: Segment()}))
    model.show_measured(Measured(np.array([0, 1, 1]), np.array([[0.0], [1.75e-5], [54321.0]])), fresh=True)
    view.parentWidget().resize(420, 200)
    view.resize(420, 200)
    view.fit_numbers()
    assert not view.isColumnHidden(Column.MEAN)
    for column in (Column.AREA, Column.MEAN):
        for row in (0, 1):
            text = model.data(model.index(row, column))
            assert view.fontMetrics().horizontalAdvance(text) + 6 <= header.sectionSize(column), text
    assert header.length() <= view.viewport().width()
