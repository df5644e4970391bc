"""What is folded away, and stays as a person left it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from segmenter.gui.docks.parameters.fold import Fold


@pytest.fixture
def around(qtbot):
    around = QWidget()
    QVBoxLayout(around)
    qtbot.addWidget(around)
    around.resize(200, 200)
    around.show()
    return around


def fold(around):
    made = Fold("more", "More", "Show or hide.", around)
    made.word = QLabel("Radius", made)
    made.rows.addWidget(made.word)
    around.layout().addWidget(made)
    return made


def test_it_is_closed_at_first_and_a_click_opens_it(around, qtbot):
    more = fold(around)
    assert not more.word.isVisible()
    qtbot.mouseClick(more.headline, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(more.word.isVisible)
    qtbot.mouseClick(more.headline, Qt.MouseButton.LeftButton)
    assert not more.word.isVisible()


def test_the_next_one_is_as_it_was_left(around, qtbot):
    qtbot.mouseClick(fold(around).headline, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(fold(around).word.isVisible)


def test_what_the_program_opens_is_not_remembered(around, qtbot):
    first = fold(around)
    first.open()
    qtbot.waitUntil(first.word.isVisible)
    assert not fold(around).word.isVisible()
