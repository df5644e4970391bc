"""Bars over the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QWidget

from segmenter.gui.main.centre import Centre


@pytest.fixture
def pages(qtbot):
    pages = QStackedWidget()
    pages.addWidget(QWidget())
    return pages


@pytest.fixture
def centre(qtbot, pages):
    centre = Centre(pages)
    qtbot.addWidget(centre)
    centre.resize(400, 300)
    centre.show()
    yield centre
    centre.close()


def bar(text="words"):
    bar = QWidget()
    label = QLabel(text, bar)
    label.setWordWrap(True)
    QHBoxLayout(bar).addWidget(label)
    return bar


def test_no_bar_moves_the_page(centre, pages):
    upper, lower, other = bar(), bar(), bar()
    centre.lay_over(upper, Qt.Edge.TopEdge)
    centre.lay_over(lower, Qt.Edge.BottomEdge)
    centre.lay_over(other, Qt.Edge.BottomEdge)
    before = pages.geometry()
    for each in (upper, lower, other):
        assert each.isHidden()
        each.show()
    assert pages.geometry() == before == centre.rect()
    assert upper.geometry().top() == 0
    assert lower.geometry().bottom() == centre.rect().bottom()
    assert other.geometry().bottom() < lower.geometry().top()
    assert {each.width() for each in (upper, lower, other)} == {400}


def test_a_bar_is_as_high_as_its_words_need(centre):
    upper = bar("many words " * 30)
    centre.lay_over(upper, Qt.Edge.TopEdge)
    upper.show()
    wide = upper.height()
    centre.resize(200, 300)
    assert upper.width() == 200
    assert upper.height() > wide


def test_a_message_moves_no_image(shown):
    before = shown.canvas.view
    shown._session.say("Something is to be known.", "warning")
    assert shown.messages.isVisible()
    assert shown.canvas.view == before
    assert shown.canvas.size() == shown._pages.size()


def test_it_tells_how_much_lies_under_bars(centre):
    told = []
    centre.covered.connect(told.append)
    upper, lower = bar(), bar()
    centre.lay_over(upper, Qt.Edge.TopEdge)
    centre.lay_over(lower, Qt.Edge.BottomEdge)
    upper.show()
    lower.show()
    assert told == [lower.height()]
    lower.hide()
    assert told[1:] == [0]
