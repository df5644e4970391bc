"""The list of images: what it shows of the controller, and what it asks of it."""

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox

from segmenter.document.project import Entry
from segmenter.gui.project import image_list
from segmenter.gui.project.image_list import ImageList


class FakeController(QObject):
    """Remembers what it was asked for."""

    changed = Signal()
    missing = Signal(int)

    def __init__(self, entries):
        super().__init__()
        self.entries = tuple(entries)
        self.current, self.loading = 0, None
        self.carries = True
        self.calls = []

    def trouble(self, index):
        return ""

    def is_missing(self, index):
        return index == 7

    def edited(self, index):
        return False

    def go(self, index):
        self.calls.append(("go", index))

    def mark_done(self, done, index):
        self.calls.append(("done", done, index))

    def remove(self, index):
        self.calls.append(("remove", index))


@pytest.fixture
def controller(tmp_path):
    for number in range(40):
        Pillow.fromarray(np.full((20, 30, 3), number, np.uint8)).save(tmp_path / f"{number}.png")
    return FakeController(Entry(tmp_path / f"{number}.png", done=number < 3) for number in range(40))


@pytest.fixture
def images(qtbot, controller):
    images = ImageList(controller)
    qtbot.addWidget(images)
    images.resize(240, 400)
    with qtbot.waitExposed(images):
        images.show()
    yield images
    images.stop()


def place(images, row):
    return images.view.visualRect(images.view.model().index(row)).center()


def labels(images):
    return [label.text() for label in images.findChildren(image_list.QLabel)]


def test_it_says_how_many_are_done(images, controller):
    assert "3 of 40 done" in labels(images)
    controller.entries = controller.entries[2:5]
    controller.changed.emit()
    assert "1 of 3 done" in labels(images)


def test_a_click_shows_an_image(qtbot, images, controller):
    qtbot.mouseClick(images.view.viewport(), Qt.MouseButton.LeftButton, pos=place(images, 2))
    assert controller.calls == [("go", 2)]


def test_a_click_on_the_image_that_is_shown_does_nothing(qtbot, images, controller):
    qtbot.mouseClick(images.view.viewport(), Qt.MouseButton.LeftButton, pos=place(images, 0))
    assert controller.calls == []


def test_return_shows_an_image(qtbot, images, controller):
    qtbot.keyClick(images.view, Qt.Key.Key_Down)
    assert controller.calls == []
    qtbot.keyClick(images.view, Qt.Key.Key_Return)
    assert controller.calls == [("go", 1)]


def test_the_image_that_is_shown_is_chosen_and_in_sight(images, controller):
    controller.current = 30
    controller.changed.emit()
    assert images.view.currentIndex().row() == 30
    assert images.view.viewport().rect().contains(place(images, 30))


def test_pictures_are_made_only_of_what_is_in_sight(qtbot, images, controller):
    def made():
        kept = [images._thumbnails.get((entry.path, 0)) for entry in controller.entries]
        return [number for number, picture in enumerate(kept) if picture is not None]

    qtbot.waitUntil(lambda: len(made()) >= 5)
    qtbot.waitUntil(lambda: not images._thumbnails._wanted)
    assert max(made()) < 12
    images.view.scrollToBottom()
    qtbot.waitUntil(lambda: 39 in made())
    assert 20 not in made()


def test_what_the_menu_offers(images, controller, monkeypatch):
    shown = []
    monkeypatch.setattr("segmenter.gui.app.dialog.QDesktopServices.openUrl", shown.append)
    menu = images.menu(4)
    for action in menu.actions():
        action.trigger()
    folder = controller.entries[4].path.parent
    assert controller.calls == [("done", True, 4), ("remove", 4)]
    assert shown == [QUrl.fromLocalFile(str(folder))]
    assert images.menu(1).actions()[0].isChecked()


def test_parameters_need_not_be_carried(qtbot, images, controller):
    box = images.findChild(QCheckBox)
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert controller.carries is False


def test_every_control_has_a_name(images):
    for control in (images.view, images.findChild(QCheckBox)):
        assert control.accessibleName()
        assert control.toolTip()


def test_an_empty_list(qtbot, images, controller):
    controller.entries, controller.current = (), None
    controller.changed.emit()
    assert images.view.model().rowCount() == 0
    assert "0 of 0 done" in labels(images)


def test_the_delete_key_removes_the_image_and_no_segment(qtbot, images, controller):
    deleted = []
    QShortcut(QKeySequence("Del"), images, deleted.append)  # as that of the window, which deletes segments
    images.view.setFocus()
    images.view.setCurrentIndex(images.view.model().index(2))
    qtbot.keyClick(images.view, Qt.Key.Key_Delete)
    assert controller.calls == [("remove", 2)]
    assert deleted == []


def test_the_image_that_is_loading_is_selected_and_marked(images, controller):
    controller.loading = 3
    controller.changed.emit()
    assert images.view.currentIndex().row() == 3
    assert images.view.model().remarks(3) == ["Loading…"]
    controller.loading = None
    controller.changed.emit()
    assert images.view.currentIndex().row() == 0
    assert images.view.model().remarks(3) == []


def test_only_a_missing_image_is_to_be_located(qtbot, images, controller):
    texts = {row: [action.text() for action in images.menu(row).actions()] for row in (6, 7)}
    assert "&Locate…" not in texts[6]
    (locate,) = [action for action in images.menu(7).actions() if action.text() == "&Locate…"]
    with qtbot.waitSignal(controller.missing) as told:
        locate.trigger()
    assert told.args == [7]
