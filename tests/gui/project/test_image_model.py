"""What the rows of the list say."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from segmenter.document.project import Entry
from segmenter.gui.project.image_model import ImageDelegate, ImageModel


class FakeController:
    """A list of three images."""

    def __init__(self):
        self.entries = (Entry(Path("/p/a.png")), Entry(Path("/p/b.tif"), done=True), Entry(Path("/p/b.tif"), page=1))
        self.current, self.loading = 0, None
        self.troubles = {}
        self.edits = set()

    def trouble(self, index):
        return self.troubles.get(index, "")

    def is_missing(self, index):
        return "missing" in self.trouble(index)

    def edited(self, index):
        return index in self.edits


@pytest.fixture
def controller():
    return FakeController()


@pytest.fixture
def pictures():
    return {}


@pytest.fixture
def model(qapp, controller, pictures):
    parent = QObject()
    yield ImageModel(controller, SimpleNamespace(get=pictures.get), parent)
    del parent


def said(model, role):
    return [model.data(model.index(row), role) for row in range(model.rowCount())]


def test_names_pages_and_marks(model, controller):
    controller.edits.add(0)
    assert said(model, Qt.ItemDataRole.DisplayRole) == ["a.png", "b.tif", "b.tif"]
    assert [model.remarks(row) for row in range(3)] == [["Edited"], ["Page 1"], ["Page 2"]]
    assert said(model, Qt.ItemDataRole.AccessibleTextRole) == [
        "a.png, Edited",
        "b.tif, Page 1, done",
        "b.tif, Page 2",
    ]


def test_the_reason_why_an_image_is_not_shown(model, controller):
    controller.troubles[1] = "“b.tif” is damaged or cut short."
    assert said(model, Qt.ItemDataRole.ToolTipRole) == ["/p/a.png", controller.troubles[1], "/p/b.tif"]
    assert model.remarks(1) == ["Cannot be shown", "Page 1"]
    assert model.trouble(1)


def test_marks_change_without_a_new_list(qtbot, model, controller):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.refresh()
    controller.entries = controller.entries[:2]
    with qtbot.waitSignal(model.modelReset):
        model.refresh()
    assert model.rowCount() == 2


@pytest.mark.parametrize("picture", [None, QImage(), QImage(40, 30, QImage.Format.Format_RGB32)], ids=str)
def test_rows_are_drawn(qtbot, model, controller, pictures, picture):
    if picture is not None:
        picture.fill(Qt.GlobalColor.red)
        pictures[(Path("/p/a.png"), 0)] = picture
    view = QListView()
    qtbot.addWidget(view)
    delegate = ImageDelegate(view)
    view.setModel(model)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.widget, option.rect = view, QRect(0, 0, 220, 62)
    drawn = QImage(220, 62, QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    delegate.paint(painter, option, model.index(0))
    painter.end()
    red = drawn.pixelColor(40, 31) == Qt.GlobalColor.red
    assert red == (picture is not None and not picture.isNull())
    ink = {drawn.pixel(x, y) for x in range(90, 200) for y in range(62)}
    assert len(ink) > 3, "the name is written"
