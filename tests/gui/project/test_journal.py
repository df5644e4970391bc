"""The journal: when it is written, when it is not there, and what a dead program left."""

import threading
from pathlib import Path

import pytest

from segmenter.document import project_file
from segmenter.document.project import Entry, Project
from segmenter.document.recovery import leftovers
from segmenter.files import atomic
from segmenter.gui.project import journal
from segmenter.gui.project.journal import Journal

WORK = Project((Entry(Path("/photos/a.png"), done=True),))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def heard(session):
    heard = []
    session.said.connect(heard.append)
    return heard


class Content:
    """What there is to keep."""

    def __init__(self):
        self.project = None
        self.packed = 0

    def __call__(self):
        return None if self.project is None else self.pack

    def pack(self):
        self.packed += 1
        return self.project


@pytest.fixture
def content():
    return Content()


@pytest.fixture
def kept(session, folder, content, heard):
    kept = Journal(session, folder, content, session)
    yield kept
    session.close()
    kept.close()


def files(folder):
    return sorted(path.name for path in folder.glob("*"))


def leave(folder, name="dead"):
    """Leave what a program leaves that was killed."""
    folder.mkdir(exist_ok=True)
    project_file.save(WORK, folder / f"{name}.segmenter")
    (folder / f"{name}.lock").touch()


def test_changes_in_quick_succession_are_written_once_and_not_put_off(qtbot, kept, content, folder):
    content.project = WORK
    for _ in range(20):
        kept.touch()
        qtbot.wait(10)
    qtbot.waitUntil(lambda: files(folder) != [], timeout=2 * journal.DELAY)
    assert content.packed == 1


def test_nothing_to_keep_makes_no_file(qtbot, kept, folder, session, settled):
    kept.write()
    settled(session)
    assert files(folder) == []


def test_the_journal_goes_when_all_is_saved(kept, content, folder, session, settled):
    content.project = WORK
    kept.write()
    settled(session)
    assert len(files(folder)) == 3
    content.project = None
    kept.write()
    settled(session)
    assert files(folder) == []


def test_it_is_written_at_once_when_something_breaks(kept, content, folder):
    assert kept.write_now(), "nothing to write is as good"
    content.project = WORK
    assert kept.write_now()
    (path,) = folder.glob("*.segmenter")
    assert project_file.load(path).entries[0].done


def test_nothing_is_left_at_the_end(kept, content, folder, session):
    content.project = WORK
    kept.write_now()
    session.close()
    kept.close()
    assert files(folder) == []


def test_nothing_is_written_after_the_end(qtbot, kept, content, folder, session):
    session.close()
    kept.close()
    content.project = WORK
    kept.touch()
    assert not kept._timer.isActive()


def test_a_full_disk_is_told_once_and_again_when_it_was_better_between(
    kept, content, session, settled, monkeypatch, heard
):
    content.project = WORK

    def full(*_):
        raise OSError(28, "No space left on device")

    def write():
        kept.write()
        settled(session)

    for _ in range(2):
        with monkeypatch.context() as patched:
            patched.setattr(atomic.os, "replace", full)
            write()
            write()
            assert not kept.write_now()
        write()
    assert [message.kind for message in heard] == ["warning", "warning"]
    assert "No space left" in heard[0].text


def test_a_folder_that_cannot_be_made_is_told(session, tmp_path, content, settled, heard):
    (tmp_path / "file").write_text("")
    kept = Journal(session, tmp_path / "file" / "journals", content, session)
    content.project = WORK
    kept.write()
    settled(session)
    assert [message.kind for message in heard] == ["warning"]
    kept.close()


def test_what_a_dead_program_left_is_offered(kept, session, settled, folder, heard, qtbot):
    leave(folder)
    kept.look_for_leftovers()
    settled(session)
    (message,) = heard
    assert "a.png" in message.text
    assert (message.action, message.other_action) == ("Recover", "Discard")
    with qtbot.waitSignal(kept.recovered) as recovered:
        message.act()
    (listing,) = recovered.args
    assert listing.entries[0].done
    assert listing.replaces


def test_it_goes_only_when_the_work_is_written_down_again(kept, content, session, settled, folder, heard, monkeypatch):
    leave(folder)
    kept.look_for_leftovers()
    settled(session)
    listings = []
    kept.recovered.connect(listings.append)
    heard[0].act()
    content.project = WORK
    with monkeypatch.context() as patched:
        patched.setattr(Content, "pack", lambda _: 1 / 0)
        patched.setattr(session, "report", lambda error: None)
        kept.take_over(listings[0].leftover)
        settled(session)
    assert "dead.segmenter" in files(folder)
    kept.write()
    settled(session)
    assert "dead.segmenter" not in files(folder)
    assert len(files(folder)) == 3


def test_several_are_offered_one_after_the_other_and_can_be_discarded(kept, session, settled, folder, heard):
    leave(folder)
    leave(folder, "other")
    (folder / "other.segmenter").write_text("damaged")
    kept.look_for_leftovers()
    settled(session)
    for number in range(2):
        assert len(heard) == number + 1
        {heard[-1].action: heard[-1].act, heard[-1].other_action: heard[-1].act_otherwise}["Discard"]()
    assert len(heard) == 2
    assert [message.text.count("can no longer be read") for message in heard].count(1) == 1
    assert files(folder) == []


def test_what_is_left_alone_is_offered_again(session, settled, folder, content, heard):
    leave(folder)
    for number in range(2):
        kept = Journal(session, folder, content, session)
        kept.look_for_leftovers()
        settled(session)
        kept.close()
        assert len(heard) == number + 1


def test_what_is_found_at_the_end_is_left_to_the_next(session, folder, content, heard):
    leave(folder)
    kept = Journal(session, folder, content, session)
    found = threading.Event()
    read = kept._read_leftovers

    def read_slowly(check):
        read(check)
        found.set()

    kept._read_leftovers = read_slowly
    kept.look_for_leftovers()
    assert found.wait(5)
    session.close()
    kept.close()
    assert heard == []
    (again,) = leftovers(folder)
    again.discard()


def test_nobody_is_offered_what_another_program_is_offering(kept, session, settled, folder, content, heard):
    leave(folder)
    kept.look_for_leftovers()
    settled(session)
    other = Journal(session, folder, content, session)
    other.look_for_leftovers()
    settled(session)
    assert len(heard) == 1
    other.close()
