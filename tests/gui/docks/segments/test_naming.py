"""One name for many segments."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from segmenter.gui.docks.segments.naming import name_in_order


@pytest.fixture
def asked(labelled, qtbot):
    """Return the dialog about two of three segments."""
    parent = QWidget()
    qtbot.addWidget(parent)
    labelled.select({1, 3})
    name_in_order(labelled, parent)
    (dialog,) = parent.findChildren(QInputDialog)
    qtbot.waitExposed(dialog)
    yield dialog
    parent.close()


def test_the_selection_is_numbered_in_one_step(asked, labelled, qtbot):
    field = asked.findChild(QLineEdit)
    qtbot.keyClicks(field, "coin")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [labelled.state.segments[number].name for number in (1, 2, 3)] == ["coin 1", "", "coin 2"]
    labelled.undo()
    assert not any(segment.name for segment in labelled.state.segments.values())


def test_an_empty_name_changes_nothing(asked, labelled, qtbot):
    before = labelled.state
    qtbot.keyClick(asked.findChild(QLineEdit), Qt.Key.Key_Return)
    assert labelled.state is before


def test_without_a_selection_nothing_is_asked(labelled, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    name_in_order(labelled, parent)
    assert not parent.findChildren(QInputDialog)
