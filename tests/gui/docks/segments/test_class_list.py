"""The classes below the table."""

import pytest
from PySide6.QtCore import Qt

from segmenter.core.image import PixelSize
from segmenter.document import classes
from segmenter.gui.docks.segments.class_list import ClassList
from segmenter.gui.docks.segments.order import ALL

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def state(labelled):
    """Return a state in which segment 2 is a cell, and dirt has none."""
    state = classes.added(classes.added(labelled.state, "cell"), "dirt")
    return classes.assigned(state, [2], 1)


@pytest.fixture
def kinds(qtbot, state):
    kinds = ClassList(None)
    qtbot.addWidget(kinds)
    kinds.resize(260, 60)
    kinds.show_statistics(classes.statistics(state), state.labels, None)
    kinds.show()
    qtbot.waitExposed(kinds)
    yield kinds
    kinds.close()


def lines(kinds):
    return [[item.text(column) for column in range(4)] for item in kinds._lines()]


def click(kinds, qtbot, at, double=False):
    place = kinds.visualItemRect(kinds.topLevelItem(at)).center()
    qtbot.mouseClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if double:
        qtbot.mouseDClick(kinds.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_count_share_and_area_of_every_class(kinds, state):
    area = int(state.areas[2])
    rest = 60 * 90 - area
    assert lines(kinds) == [
        ["cell", "1", f"{100 * area / 5400:.1f} %", f"{area:,} px"],
        ["dirt", "0", "0.0 %", "0 px"],
        ["No class", "2", f"{100 * rest / 5400:.1f} %", f"{rest:,} px"],
    ]


def test_areas_in_the_unit_of_the_pixel_size(kinds, state):
    kinds.show_statistics(classes.statistics(state), state.labels, PixelSize(0.5, 0.5, "µm"))
    assert lines(kinds)[0][3].endswith(" µm²")


def test_a_click_asks_for_one_class_and_another_for_all(kinds, qtbot):
    with qtbot.waitSignal(kinds.filtered):
        click(kinds, qtbot, 0)
    assert kinds.wanted == 1
    assert [item.font(0).bold() for item in kinds._lines()] == [True, False, False]
    click(kinds, qtbot, 2)
    assert kinds.wanted == 0
    click(kinds, qtbot, 2)
    assert kinds.wanted is ALL


def test_a_double_click_asks_for_the_members(kinds, qtbot):
    with qtbot.waitSignal(kinds.members_wanted) as heard:
        click(kinds, qtbot, 0, double=True)
    assert heard.args == [1]


def test_the_keyboard_does_what_a_click_does(kinds, qtbot):
    kinds.setCurrentItem(kinds.topLevelItem(1))
    qtbot.keyClick(kinds, Qt.Key.Key_Space)
    assert kinds.wanted == 2


def test_without_classes_there_is_no_list_and_no_filter(kinds, qtbot, labelled):
    click(kinds, qtbot, 0)
    kinds.show_statistics(classes.statistics(labelled.state), labelled.state.labels, None)
    assert kinds.isHidden()
    assert kinds.wanted is ALL
