"""A part of a dialog that scrolls to what gets the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from segmenter.gui.app.focus_area import FocusArea


@pytest.fixture
def page(qtbot):
    """Return a page with an area of which a part is to be seen, and a button below."""
    page, inside = QWidget(), QWidget()
    qtbot.addWidget(page)
    page.area, page.button = FocusArea(page), QPushButton("Start", page)
    rows = QVBoxLayout(inside)
    page.boxes = [QCheckBox(str(number), inside) for number in range(30)]
    for box in page.boxes:
        rows.addWidget(box)
    page.area.setWidget(inside)
    column = QVBoxLayout(page)
    column.addWidget(page.area)
    column.addWidget(page.button)
    page.resize(200, 200)
    page.show()
    qtbot.waitActive(page)
    yield page
    page.close()


def seen(box):
    return not box.visibleRegion().isEmpty()


def test_it_scrolls_to_what_the_keyboard_comes_to_from_outside(page, qtbot):
    page.button.setFocus()
    assert not seen(page.boxes[-1])
    qtbot.keyClick(page.button, Qt.Key.Key_Backtab)
    assert page.boxes[-1].hasFocus()
    assert seen(page.boxes[-1])
    page.button.setFocus()
    qtbot.keyClick(page.button, Qt.Key.Key_Tab)
    assert page.boxes[0].hasFocus()
    assert seen(page.boxes[0])


def test_it_stays_where_the_keyboard_goes_elsewhere(page):
    page.boxes[-1].setFocus()
    before = page.area.verticalScrollBar().value()
    page.button.setFocus()
    assert page.area.verticalScrollBar().value() == before > 0
