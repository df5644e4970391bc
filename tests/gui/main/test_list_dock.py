"""One image needs no list of images."""

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtWidgets import QAbstractButton, QApplication

from segmenter.gui.main.list_dock import NARROW


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "other.png"
    Pillow.fromarray(np.random.default_rng(1).integers(0, 255, (40, 50), np.uint8)).save(path)
    return path


@pytest.fixture
def dock(shown):
    return shown._docks["images"]


def test_the_list_comes_with_the_second_image_and_goes_with_it(shown, dock, other, qtbot):
    assert not dock.isVisible()
    shown._controller.open([other])
    qtbot.waitUntil(dock.isVisible)
    shown._controller.remove(1)
    qtbot.waitUntil(lambda: not dock.isVisible())


def test_what_a_person_closed_stays_closed(shown, dock, other, qtbot):
    shown._controller.open([other])
    qtbot.waitUntil(dock.isVisible)
    dock.findChild(QAbstractButton, "qt_dockwidget_closebutton").click()
    shown._controller.remove(1)
    shown._controller.open([other])
    qtbot.waitUntil(lambda: len(shown._controller.entries) == 2)
    assert not dock.isVisible()


def test_what_a_person_opened_stays_open(shown, dock):
    dock.toggleViewAction().trigger()
    shown._controller.mark_done(True)
    assert dock.isVisible()


def test_on_a_small_screen_the_image_keeps_most_of_the_window(shown, dock, other, qtbot):
    shown.resize(1024, 575)
    shown._controller.open([other])
    qtbot.waitUntil(dock.isVisible)
    QApplication.processEvents()
    assert shown.width() < NARROW
    assert shown.canvas.width() >= 0.6 * 1024
