"""The rows of the table of segments."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QAbstractItemModelTester

from segmenter.core.image import PixelSize
from segmenter.document import classes
from segmenter.document.label_map import LabelMap
from segmenter.document.state import Segment, State, described
from segmenter.gui.docks.segments.measuring import Measured
from segmenter.gui.docks.segments.model import Column, SegmentModel

pytestmark = pytest.mark.usefixtures("english")

Role = Qt.ItemDataRole


@pytest.fixture
def state():
    labels = np.repeat(np.array([1, 2, 4, 10], np.int32), [40, 20, 1000, 1140])[:, None].repeat(2, axis=1)
    segments = {1: Segment(), 2: Segment(name="Cup"), 4: Segment(), 10: Segment()}
    return State(labels=LabelMap.of(labels), segments=segments)


@pytest.fixture
def measured():
    pieces, means = np.zeros(11, np.int64), np.zeros((11, 3))
    pieces[[1, 2, 4, 10]] = 3, 1, 2, 1
    means[[1, 2, 4, 10]] = [[10, 20, 30], [200, 200, 200], [0.25, 0.25, 0.25], [90, 90, 90]]
    return Measured(pieces, means)


@pytest.fixture
def model(qapp, state, measured):
    model = SegmentModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_state(state)
    model.show_measured(measured, fresh=True)
    model.sort(Column.NAME)
    return model


def test_a_name_does_not_move_a_segment_from_its_place(qapp, state):
    model = SegmentModel()
    model.show_state(state)
    assert column(model, Column.NUMBER) == ["1", "2", "4", "10"]
    model.show_state(described(state, {1}, name="Zebra"))
    assert column(model, Column.NUMBER) == ["1", "2", "4", "10"]


def column(model, at, role=Role.DisplayRole):
    return [model.index(row, at).data(role) for row in range(model.rowCount())]


def numbers(model):
    return [model.number(row) for row in range(model.rowCount())]


def test_what_is_remembered_of_a_segment_follows_it_into_another_order(model, state):
    kept = QPersistentModelIndex(model.index(model.row(4), Column.NAME))
    model.show_state(described(state, [4], name="Zebra"))
    assert numbers(model) == [1, 10, 2, 4]
    assert (kept.row(), kept.data()) == (3, "Zebra")


def test_a_row_for_each_segment(model):
    assert numbers(model) == [1, 4, 10, 2]  # by name, numbers in their own order
    assert column(model, Column.NUMBER) == ["1", "4", "10", "2"]
    assert column(model, Column.NAME) == ["", "", "", "Cup"]
    assert column(model, Column.AREA) == ["80", "2,000", "2,280", "40"]
    assert column(model, Column.PIECES) == ["3", "2", "1", "1"]
    assert column(model, Column.MEAN) == ["20.0", "0.25", "90.0", "200.0"]


def test_numbers_are_written_as_people_do_where_they_live(model):
    QLocale.setDefault(QLocale("de_DE"))
    assert column(model, Column.AREA)[1] == "2.000"
    assert column(model, Column.MEAN)[1] == "0,25"


@pytest.mark.parametrize(
    ("at", "order"),
    [
        (Column.COLOUR, [1, 2, 4, 10]),
        (Column.NAME, [1, 4, 10, 2]),
        (Column.AREA, [2, 1, 4, 10]),
        (Column.PIECES, [2, 10, 4, 1]),
        (Column.MEAN, [4, 1, 10, 2]),
        (Column.EYE, [1, 2, 10, 4]),
        (Column.LOCK, [10, 1, 2, 4]),
    ],
)
def test_every_column_sorts(model, state, at, order):
    model.show_state(described(described(state, [4], visible=False), [10], locked=True))
    model.sort(at)
    assert numbers(model) == order
    assert [model.row(number) for number in order] == [0, 1, 2, 3]


def test_it_sorts_the_other_way_round(model):
    model.sort(Column.AREA, Qt.SortOrder.DescendingOrder)
    assert numbers(model) == [10, 4, 1, 2]


def test_the_order_follows_the_state(model, state):
    model.show_state(described(state, [10], name="Azure"))
    assert numbers(model) == [1, 4, 10, 2]
    model.show_state(described(state, [10], name="Door"))
    assert numbers(model) == [1, 4, 2, 10]


def test_rows_that_stay_are_not_reset(model, state, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_state(described(state, [4], locked=True))
    with qtbot.waitSignal(model.modelReset):
        model.show_state(replace(state, segments={1: Segment()}))


def test_measurements_are_grey_while_they_are_not_of_what_is_seen(model, measured):
    def greys(at):
        return [colour is not None for colour in column(model, at, Role.ForegroundRole)]

    assert greys(Column.MEAN) == [False] * 4
    model.show_measured(measured, fresh=False)
    assert greys(Column.MEAN) == greys(Column.PIECES) == [True] * 4
    assert greys(Column.AREA) == [False] * 4


def test_what_was_not_measured_yet_is_no_number(model):
    model.show_measured(Measured(), fresh=False)
    assert column(model, Column.PIECES) == column(model, Column.MEAN) == ["…"] * 4
    model.sort(Column.MEAN)
    assert len(numbers(model)) == 4


def test_icons_follow_the_segment(model, state):
    model.show_state(described(described(state, [1], visible=False, edited=True), [4], locked=True))
    assert [model.mark(model.index(row, Column.EYE))[0] for row in range(4)] == ["eye-off", "eye", "eye", "eye"]
    assert [model.mark(model.index(row, Column.LOCK)) for row in (0, 1)] == [("unlock", True), ("lock", False)]
    assert [model.mark(model.index(row, Column.NAME))[0] for row in (0, 1)] == ["pin", ""]


def test_what_is_kept_is_said(model, state):
    assert "kept" not in model.index(0, Column.NAME).data(Role.ToolTipRole)
    model.show_state(described(state, [1], edited=True))
    assert "Follow Parameters Again" in model.index(0, Column.NAME).data(Role.ToolTipRole)
    assert "kept" in model.index(3, Column.NAME).data(Role.ToolTipRole)


def test_tips_tell_more(model):
    assert "3.64 %" not in model.index(0, Column.AREA).data(Role.ToolTipRole)
    assert "1.82 %" in model.index(0, Column.AREA).data(Role.ToolTipRole)
    assert "10.0, 20.0, 30.0" in model.index(0, Column.MEAN).data(Role.ToolTipRole)
    for at in Column:
        assert model.index(0, at).data(Role.ToolTipRole)
        assert model.headerData(at, Qt.Orientation.Horizontal, Role.ToolTipRole)
        assert model.index(0, at).data(Role.AccessibleTextRole)


def test_the_segment_under_the_cursor_is_marked_softly(model):
    model.show_hovered(4)
    marked = column(model, Column.NAME, Role.BackgroundRole)
    assert [colour is not None for colour in marked] == [False, True, False, False]
    assert marked[1].alpha() < 128
    model.show_hovered(0)
    model.show_hovered(77)
    assert column(model, Column.NAME, Role.BackgroundRole) == [None] * 4


def test_colours_are_those_of_the_palette_of_the_view(model, measured):
    dark = QPalette()
    dark.setColor(QPalette.ColorRole.PlaceholderText, "#123456")
    model.use_palette(dark)
    model.show_measured(measured, fresh=False)
    assert model.index(0, Column.MEAN).data(Role.ForegroundRole).name() == "#123456"


def test_a_name_that_is_typed_is_asked_for(model, qtbot):
    index = model.index(0, Column.NAME)
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert index.data(Role.EditRole) == ""
    with qtbot.waitSignal(model.renamed) as heard:
        model.setData(index, "  Saucer ")
    assert heard.args == [1, "Saucer"]
    with qtbot.assertNotEmitted(model.renamed):
        model.setData(model.index(3, Column.NAME), "Cup")
    assert not model.index(0, Column.AREA).flags() & Qt.ItemFlag.ItemIsEditable


def test_only_what_is_wanted_is_a_row(model, state):
    model.show_state(classes.assigned_by_name(state, [1, 10], "Coin"))
    model.show_only("10")
    assert numbers(model) == [10]
    model.show_only("cu")
    assert numbers(model) == [2]
    model.show_only("coin")
    assert numbers(model) == [1, 10]
    model.show_only("", 0)
    assert numbers(model) == [4, 2]
    model.show_only("cup", 1)
    assert numbers(model) == []
    model.show_only("")
    assert len(numbers(model)) == 4


def test_the_class_is_a_column_that_is_written_in(model, state, qtbot):
    model.show_state(classes.assigned_by_name(state, [2], "Coin"))
    index = model.index(model.row(2), Column.CLASS)
    assert index.data() == index.data(Role.EditRole) == "Coin"
    assert model.suggestions(index) == ["Coin"]
    with qtbot.waitSignal(model.classed) as heard:
        model.setData(index, "Cell")
    assert heard.args == [2, "Cell"]


def test_areas_are_in_the_unit_of_the_pixel_size(model, state):
    model.show_state(state, PixelSize(0.5, 0.5, "µm"))
    assert model.headerData(Column.AREA, Qt.Orientation.Horizontal) == "µm²"
    assert column(model, Column.AREA) == ["20.0", "500.0", "570.0", "10.0"]
    assert model.index(0, Column.AREA).data(Role.ToolTipRole).startswith("80 px")
