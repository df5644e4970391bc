"""The bar with the slider of what looks alike."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from segmenter.gui.main.similar_bar import POSITIONS, SimilarBar

Key = Qt.Key


@pytest.fixture
def bar(qtbot, labelled):
    bar = SimilarBar(labelled.similar_assistant)
    qtbot.addWidget(bar)
    bar.show()
    bar.hide()
    labelled.select({1})
    labelled.similar_assistant._begin({1}, {1: 0.0, 2: 4.0, 3: 16.0}, 5.0)
    return bar


def texts(bar):
    return [label.text() for label in bar.findChildren(QLabel)]


def test_it_shows_how_many_are_selected_while_the_slider_moves(bar, labelled):
    assert bar.isVisible()
    assert "2 selected" in texts(bar)
    assert 0 < bar.slider.value() < POSITIONS
    bar.slider.setValue(POSITIONS)
    assert labelled.selection == {1, 2, 3}
    assert "3 selected" in texts(bar)
    bar.slider.setFocus()
    QTest.keyClick(bar.slider, Key.Key_Home)
    assert labelled.selection == {1}


def test_return_keeps_and_a_button_goes_back(bar, labelled, qtbot):
    QTest.keyClick(bar, Key.Key_Return)
    assert bar.isHidden()
    assert labelled.selection == {1, 2}
    labelled.similar_assistant._begin({1}, {1: 0.0, 2: 4.0, 3: 16.0}, 20.0)
    assert labelled.selection == {1, 2, 3}
    qtbot.mouseClick(bar.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert labelled.selection == {1}


def test_the_window_selects_what_looks_alike_and_merges_it(shown, settled, qtbot):
    session = shown._session
    shown.canvas.setFocus()
    session.select({1})
    QTest.keyClick(shown, Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settled(session)
    bar = shown.findChild(SimilarBar)
    assert bar.isVisible()
    bar.slider.setValue(POSITIONS)
    QTest.keyClick(shown, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert len(session.state.segments) == 1
    assert bar.isHidden()
    session.undo()
    session.select({1})
    shown.actions_["similar"].trigger()
    settled(session)
    QTest.keyClick(shown, Key.Key_Escape)
    assert bar.isHidden()
    assert session.selection == {1}
