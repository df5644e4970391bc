"""How the list of eigenvectors is drawn, and its boxes."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from segmenter.gui.docks.eigenvectors.eigenvector_list import SIDE, EigenvectorList
from segmenter.gui.docks.eigenvectors.model import EigenvectorModel


@pytest.fixture
def shown(qtbot):
    parent = QWidget()
    model = EigenvectorModel(parent)
    model.show_numbers([0.0, 0.001, 0.02, 0.03], [0.0, 1e-5, 1e-5, 1e-5])
    view = EigenvectorList(model, parent)
    view.resize(300, 300)
    parent.resize(300, 300)
    qtbot.addWidget(parent)
    with qtbot.waitExposed(parent):
        parent.show()
    yield view  # noqa: PT022 - the frame keeps the parent alive


def box(view, row):
    index, delegate = view.model().index(row), view.itemDelegate()
    return delegate.box(delegate.place(view.visualRect(index), index)).center()


def test_a_click_on_the_box_leaves_out_and_does_not_show(shown, qtbot):
    with qtbot.waitSignal(shown.model().used_changed) as heard:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box(shown, 2))
    assert heard.args == [3, False]


def test_space_turns_the_box_of_the_current_one(shown, qtbot):
    shown.setCurrentIndex(shown.model().index(1))
    shown.model().show_left_out(frozenset({2}))
    with qtbot.waitSignal(shown.model().used_changed) as heard:
        qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert heard.args == [2, True]


def test_the_first_has_no_box(shown, qtbot):
    with qtbot.assertNotEmitted(shown.model().used_changed):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box(shown, 0))


def test_items_have_the_shape_of_the_pictures(shown, qtbot):
    square = shown.visualRect(shown.model().index(0)).height()
    shown.model().show_pictures([np.full((30, 60, 3), 90, np.uint8)] * 4)
    qtbot.waitUntil(lambda: shown.visualRect(shown.model().index(0)).height() == square - SIDE // 2)


def test_what_is_left_out_is_pale(shown):
    shown.model().show_pictures([np.zeros((60, 60, 3), np.uint8)] * 4)
    index, delegate = shown.model().index(1), shown.itemDelegate()

    def middle():
        image = shown.viewport().grab().toImage()
        place = delegate.place(shown.visualRect(index), index).center() * image.devicePixelRatio()
        return image.pixelColor(place).lightness()

    dark = middle()
    shown.model().show_left_out(frozenset({2}))
    assert abs(middle() - shown.palette().base().color().lightness()) < abs(
        dark - shown.palette().base().color().lightness()
    )
