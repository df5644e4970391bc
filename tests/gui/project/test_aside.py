"""What waits with an image beside its states."""

import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow
from PySide6.QtWidgets import QLabel

from segmenter.core.clicked import Clicks
from segmenter.document import project_file
from segmenter.document.project import Entry
from segmenter.document.unfinished import Unfinished

BOX = (10, 10, 50, 45)


@pytest.fixture
def assistant(shown, settled):
    """Return the assistant of a window in which an object was pointed at twice, and nothing else is to be saved."""
    shown._controller.discard()
    shown._view_state.set(tool="object")
    assistant = shown._session.object_assistant
    assistant.click([(20, 20)], positive=True)
    assistant.click([(50, 20)], positive=False)
    settled(shown._session)
    assert assistant.active
    return assistant


@pytest.fixture
def asked(shown):
    """Return how often was asked about work that is not saved."""
    asked = []
    shown._controller.asked.disconnect()
    shown._controller.asked.connect(asked.append)
    return asked


def test_clicks_of_an_object_under_way_are_work_that_quitting_asks_about(shown, assistant, asked):
    assert shown._controller.modified
    assert shown.isWindowModified()
    assert shown._controller.unsaved == 1
    shown.close()
    assert shown.isVisible()
    assert len(asked) == 1
    assistant.drop()
    assert not shown._controller.modified
    assert not shown.isWindowModified()


@pytest.mark.parametrize("leave", ["close_all", "open"])
def test_nothing_else_takes_them_unasked(shown, assistant, asked, settled, photos, leave):
    before = assistant.clicks
    getattr(shown._controller, leave)(*([[photos]] if leave == "open" else []))
    settled(shown._session)
    assert len(asked) == 1
    assert assistant.clicks == before


def test_a_finished_one_is_no_more_under_way(shown, assistant, settled):
    assistant.take()
    settled(shown._session)
    assert shown._controller.entries[0].unfinished is None
    shown._session.undo()
    assert not shown._controller.modified


def test_a_project_brings_them_back(shown, assistant, settled, tmp_path):
    controller, session, pointed = shown._controller, shown._session, assistant.pointed
    controller.save_as(tmp_path / "p.segmenter")
    settled(session)
    assert not controller.modified
    controller.close_all()
    settled(session)
    assert not assistant.clicks
    shown._view_state.set(tool="select")
    controller.open([tmp_path / "p.segmenter"])
    settled(session)
    settled(session)
    said = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    assert "Clicks of an object that is not finished wait here for the Object tool (O)." in said
    shown._view_state.set(tool="object")
    settled(session)
    assert assistant.pointed == pointed
    assert assistant.candidate.inside.any()
    assert not controller.modified
    assistant.back()
    assert assistant.clicks == pointed.places[:1]
    assert controller.modified


def test_they_wait_while_another_image_is_open(shown, assistant, settled, tmp_path, picture):
    Pillow.fromarray(picture[::-1]).save(tmp_path / "other.png")
    controller, session, pointed = shown._controller, shown._session, assistant.pointed
    controller.open([tmp_path / "other.png"])
    settled(session)
    settled(session)
    assert not assistant.clicks
    assert controller.unsaved == 1
    assistant.draw_box(BOX)
    assert controller.unsaved == 2
    controller.go(0)
    settled(session)
    assert assistant.pointed == pointed
    controller.go(1)
    settled(session)
    assert assistant.pointed.box == BOX


def test_a_dead_program_leaves_them(shown, assistant, settled, tmp_path):
    controller, session, pointed = shown._controller, shown._session, assistant.pointed
    assert controller.save_journal_now()
    (own,) = (tmp_path / "journals").glob("*.segmenter")
    dead = own.with_name("dead.segmenter")
    shutil.copy(own, dead)
    shutil.copytree(own.with_suffix(".labels"), dead.with_suffix(".labels"))
    controller.discard()
    controller.close_all()
    heard = []
    session.said.connect(heard.append)
    controller.offer_recovery()
    settled(session)
    heard[-1].act()
    settled(session)
    settled(session)
    assert assistant.pointed == pointed
    assert controller.unsaved == 1


def test_clicks_outside_an_image_are_dropped(shown, settled, tmp_path):
    """Whose file is a smaller one now, or nobody's: the project is opened all the same."""
    controller, session = shown._controller, shown._session
    Pillow.fromarray(np.arange(30, dtype=np.uint8).reshape(5, 6) * 8).save(tmp_path / "small.png")
    entry = Entry(tmp_path / "small.png", unfinished=Unfinished((Clicks(((200, 200, True),)),)))
    project_file.save(replace(controller.snapshot().pack(), entries=(entry,), current=0), tmp_path / "p.segmenter")
    controller.discard()
    controller.open([tmp_path / "p.segmenter"])
    settled(session)
    settled(session)
    assert session.document.image.shape == (5, 6)
    assert not session.object_assistant.clicks
    assert controller.unsaved == 1
    controller.discard()


def test_how_an_image_is_seen_counts_where_there_is_a_project(shown, settled, tmp_path):
    controller, session = shown._controller, shown._session
    controller.discard()
    session.contrast.use(tuple(replace(each, gamma=2.0) for each in session.contrast.contrast))
    assert not controller.modified
    controller.save_as(tmp_path / "p.segmenter")
    settled(session)
    session.contrast.use(tuple(replace(each, gamma=3.0) for each in session.contrast.contrast))
    assert controller.modified
    assert shown.isWindowModified()


def test_a_segment_that_was_taken_up_is_gone_on_with(shown, assistant, settled, tmp_path):
    controller, session = shown._controller, shown._session
    assistant.take()
    (number,) = session.selection
    settled(session)
    assistant.take_up(number)
    assistant.click([(10, 70)], positive=True)
    settled(session)
    pointed = assistant.pointed
    controller.save_as(tmp_path / "p.segmenter")
    settled(session)
    controller.close_all()
    controller.open([tmp_path / "p.segmenter"])
    settled(session)
    settled(session)
    assert (assistant.again, assistant.pointed) == (number, pointed)
    before = session.state.areas[number]
    assistant.take()
    settled(session)
    assert session.state.segments[number].clicks == pointed
    assert session.state.areas[number] != before
    controller.discard()
