"""What would be lost if the project were left; saving itself is tested with the controller."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from segmenter.document import project_file
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


# In the window


@pytest.fixture
def three(window, photos, settled, tmp_path):
    """Return a controller with a saved project of three images, of which two were edited."""
    controller, session = window._controller, window._session
    (photos / "broken.png").unlink()
    controller.open([photos])
    settled(session)
    settled(session)
    for index in (0, 1):
        controller.go(index)
        settled(session)
        settled(session)
        session.describe("Rename", [1], name="sky")
    controller.save_as(tmp_path / "p.segmenter")
    settled(session)
    assert not controller.modified
    return controller


def test_a_slider_that_was_moved_is_work_and_brought_back_it_is_none(shown, settled):
    controller, session = shown._controller, shown._session
    controller.discard()
    session.set_parameters(k=2)
    assert controller.modified
    assert shown.isWindowModified()
    settled(session)
    session.set_parameters(k=3)
    assert not controller.modified
    settled(session)
    assert not controller.modified
    assert not shown.isWindowModified()


def test_under_what_a_person_holds_too(three, window, settled):
    session = window._session
    usual = session.state.parameters.features.smoothing
    session.set_parameters(smoothing=usual + 2)
    settled(session)
    assert three.unsaved == 1
    session.set_parameters(smoothing=usual)
    settled(session)
    assert three.unsaved == 0
    session.describe("Rename", [1], name="sea")
    session.describe("Rename", [1], name="sky")
    assert not three.modified


def test_who_leaves_while_a_slider_moves_has_moved_it(shown):
    controller, session = shown._controller, shown._session
    controller.discard()
    session.try_parameters(k=2)
    asked = []
    controller.asked.disconnect()
    controller.asked.connect(asked.append)
    assert not controller.may_leave(lambda: None)
    assert len(asked) == 1
    assert session.state.parameters.labels.k == 2


@pytest.mark.parametrize("known", [True, False])
def test_after_a_crash_only_what_is_not_in_the_project_counts(three, window, settled, tmp_path, known):
    """In a journal of an earlier version nobody knows: all edited images do."""
    session = window._session
    three.go(2)
    settled(session)
    settled(session)
    session.set_parameters(k=2)
    settled(session)
    assert three.unsaved == 1
    assert three.save_journal_now()
    (own,) = (tmp_path / "journals").glob("*.segmenter")
    project = project_file.load(own)
    project_file.save_apart(project if known else replace(project, unsaved=None), own.with_name("dead.segmenter"))
    three.discard()
    heard = []
    session.said.connect(heard.append)
    three.offer_recovery()
    settled(session)
    heard[-1].act()
    settled(session)
    settled(session)
    assert three.modified
    assert three.unsaved == (1 if known else 2)
    for index in range(3):
        three.go(index)
        settled(session)
        settled(session)
    assert three.unsaved == (1 if known else 2)
    three.discard()
