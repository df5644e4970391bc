"""What would be lost if the project were left; saving itself is tested with the controller."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from segmenter.document.project import Entry
from segmenter.gui.project.image_collection import ImageCollection, Row
from segmenter.gui.project.saving import ProjectSaver


@pytest.fixture
def images():
    images = ImageCollection()
    images.all = [Row(Entry(Path("a.png"))), Row(Entry(Path("b.png")))]
    return images


@pytest.fixture
def saver(session, images):
    parent = QObject()
    yield ProjectSaver(session, images, parent)
    del parent


def test_work_or_a_change_of_the_list_is_to_be_saved(saver, images):
    assert saver.may_leave(lambda: None)
    images.all[1].modified = True
    assert (saver.modified, saver.unsaved) == (True, 1)
    saver.discard()
    assert not saver.modified
    saver.count_change()
    assert (saver.modified, saver.unsaved) == (True, 0)


def test_who_leaves_is_asked(saver, images):
    asked, left = [], []
    saver.asked.connect(asked.append)
    saver.count_change()
    assert not saver.may_leave(lambda: left.append(True))
    assert left == []
    asked[0]()
    assert left == [True]


def test_another_project_begins_unchanged(saver, tmp_path):
    saver.count_change()
    saver.begin(tmp_path / "p.segmenter")
    assert not saver.modified
