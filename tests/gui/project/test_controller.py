"""The list of images: opening, switching, saving, and nothing lost on the way."""

import gc
import shutil
import threading
import time
import weakref
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.core.image import PixelSize
from segmenter.document import edits, project_file
from segmenter.document.project import Project
from segmenter.gui.project import journal, loading
from segmenter.gui.project.controller import ProjectController
from segmenter.gui.session import solver


@pytest.fixture(scope="module")
def solved_before():
    return {}


@pytest.fixture(autouse=True)
def segment_once(monkeypatch, solved_before):
    """Solve each of the few images only once for all tests."""
    segment = solver.segmenter.segment

    def remembered(image, parameters, **options):
        key = image.digest, parameters
        if key not in solved_before:
            solved_before[key] = segment(image, parameters, **options)
        return solved_before[key]

    monkeypatch.setattr(solver.segmenter, "segment", remembered)


@pytest.fixture
def folder(tmp_path, picture):
    """Return a folder of four different images."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(1, 5):
        Pillow.fromarray(np.roll(picture, number * 3, axis=1)).save(folder / f"{number}.png")
    return folder


@pytest.fixture
def heard(session):
    """Return what the session says, but for what it says of results."""
    heard = []
    session.said.connect(lambda message: None if message.text.startswith("Labels:") else heard.append(message))
    return heard


@pytest.fixture
def asked():
    return []


@pytest.fixture
def controller(session, tmp_path, asked, heard):
    controller = ProjectController(session, tmp_path / "journals")
    controller.asked.connect(asked.append)
    yield controller
    session.close()
    controller.close()
    assert not list((tmp_path / "journals").glob("*"))


@pytest.fixture
def open_(controller, session, settled):
    """Return a function that opens paths and waits until everything is computed."""

    def open_(*paths):
        controller.open(paths)
        settled(session)
        settled(session)

    return open_


@pytest.fixture
def step(controller, session, settled):
    def step(move, *arguments):
        move(*arguments)
        settled(session)

    return step


def names(controller):
    return [entry.path.name for entry in controller.entries]


def rename(session, name):
    session.describe("Rename", [1], name=name)


# Opening


def test_an_image_that_is_opened_is_added_and_shown(controller, session, folder, open_):
    opened = []
    controller.opened.connect(opened.append)
    open_(folder / "2.png")
    assert (names(controller), controller.current, controller.title) == (["2.png"], 0, "2.png")
    open_(folder / "1.png")
    assert (names(controller), controller.current, controller.title) == (["2.png", "1.png"], 1, "1.png")
    assert session.document.name == "1.png"
    assert opened == [folder / "2.png", folder / "1.png"]
    assert not controller.modified


def test_an_image_that_is_in_the_list_is_gone_to(controller, session, folder, open_):
    open_(folder / "1.png", folder / "2.png")
    rename(session, "sky")
    open_(folder / "2.png")
    open_(folder / "1.png")
    assert names(controller) == ["1.png", "2.png"]
    assert session.state.segments[1].name == "sky"


def test_a_folder_takes_the_place_of_the_list(controller, session, folder, open_, asked, tmp_path, picture):
    Pillow.fromarray(picture).save(tmp_path / "before.png")
    open_(tmp_path / "before.png")
    open_(folder)
    assert names(controller) == ["1.png", "2.png", "3.png", "4.png"]
    assert session.document.name == "1.png"
    assert asked == []


def test_a_folder_does_not_push_out_work_unasked(controller, session, folder, open_, asked, settled):
    open_(folder / "2.png")
    rename(session, "sky")
    open_(folder)
    assert names(controller) == ["2.png"]
    assert len(asked) == 1
    controller.discard()
    asked[0]()
    settled(session)
    settled(session)
    assert len(controller.entries) == 4
    assert not controller.modified


def test_a_folder_does_not_push_out_work_done_while_it_was_read(controller, session, folder, open_, asked, settled):
    open_(folder / "2.png")
    controller.open([folder])
    rename(session, "late")
    settled(session)
    settled(session)
    assert names(controller) == ["2.png"]
    assert session.state.segments[1].name == "late"
    assert len(asked) == 1
    controller.discard()
    asked[0]()
    settled(session)
    assert len(controller.entries) == 4


def test_the_image_that_is_shown_stays_until_the_next_is_there(controller, session, folder, open_, qtbot):
    open_(folder / "1.png", folder / "2.png")
    with qtbot.waitSignal(session.opened):
        controller.next()
        assert controller.current == 0
        rename(session, "late")
    assert controller.current == 1
    assert controller.edited(0)


def test_an_image_that_cannot_be_read_is_marked_and_the_other_stays(controller, session, folder, open_, step, heard):
    (folder / "2.png").write_text("no image")
    open_(folder)
    step(controller.next)
    assert controller.current == 0
    assert session.document.name == "1.png"
    assert "2.png" in controller.trouble(1)
    assert [(message.kind, message.text) for message in heard] == [("error", controller.trouble(1))]
    step(controller.next)
    assert controller.current == 2, "the next step goes past it"


def test_a_single_file_that_is_no_image_does_not_come_into_the_list(controller, session, folder, open_, heard):
    opened = []
    controller.opened.connect(opened.append)
    open_(folder / "1.png")
    (folder / "notes.txt").write_text("no image")
    open_(folder / "notes.txt")
    assert names(controller) == ["1.png"]
    assert controller.current == 0
    assert heard[-1].kind == "error"
    assert opened == [folder / "1.png"]


def test_a_folder_whose_first_image_cannot_be_read(controller, session, folder, open_, step, picture, tmp_path):
    Pillow.fromarray(picture).save(tmp_path / "before.png")
    open_(tmp_path / "before.png")
    (folder / "1.png").write_text("no image")
    open_(folder)
    assert session.document is not None
    assert controller.current == 1  # the next one is shown
    assert controller.trouble(0)
    step(controller.next)
    assert controller.current == 2


def test_steps_run_ahead_of_the_reading(controller, session, folder, open_, step, heard):
    open_(folder)
    shown = []
    session.opened.connect(lambda: shown.append(session.document.name))
    controller.next()
    controller.next()
    step(controller.next)
    assert shown == ["4.png"]
    step(controller.next)
    assert heard[-1].text == "This is the last image."
    step(controller.previous)
    assert shown == ["4.png", "3.png"]


def test_what_is_dropped_while_another_image_is_read_comes_as_well(controller, session, folder, settled):
    controller.open([folder / "1.png"])
    controller.open([folder / "2.png"])
    controller.previous()
    settled(session)
    settled(session)
    assert names(controller) == ["1.png", "2.png"]
    assert session.document.name == "2.png"


@pytest.fixture
def gate(monkeypatch):
    """Hold the reading of images until the gate is opened; return it."""
    gate, read = threading.Event(), loading.opened

    def held(*arguments):
        while not gate.wait(0.005):
            arguments[-1]("reading", 0.5)
        return read(*arguments)

    monkeypatch.setattr(loading, "opened", held)
    yield gate
    gate.set()


def test_an_image_is_in_the_list_and_selected_before_it_was_read(controller, session, folder, settled, qtbot, gate):
    controller.open([folder / "1.png"])
    qtbot.waitUntil(lambda: controller.loading == 0)
    assert (names(controller), controller.current, session.document) == (["1.png"], None, None)
    gate.set()
    settled(session)
    assert (controller.loading, controller.current) == (None, 0)


def test_an_image_that_is_removed_while_it_is_read_is_not_shown(
    controller, session, folder, open_, qtbot, gate, settled
):
    gate.set()
    open_(folder)
    gate.clear()
    controller.go(2)
    qtbot.waitUntil(lambda: controller.loading == 2)
    controller.remove(2)
    assert (controller.loading, controller.current) == (None, 0)
    gate.set()
    settled(session)
    assert names(controller) == ["1.png", "2.png", "4.png"]
    assert session.document.name == "1.png"


def test_the_shown_image_is_removed_while_another_is_read(controller, session, folder, open_, qtbot, gate, settled):
    gate.set()
    open_(folder)
    gate.clear()
    controller.go(2)
    qtbot.waitUntil(lambda: controller.loading == 2)
    controller.remove(0)
    assert (controller.loading, controller.current, session.document) == (1, None, None)
    gate.set()
    settled(session)
    assert (session.document.name, controller.current) == ("3.png", 1)


def test_reading_that_is_cancelled_leaves_the_image_in_the_list(controller, session, folder, qtbot, gate):
    changes = []
    controller.open([folder / "1.png"])
    qtbot.waitUntil(lambda: controller.loading == 0)
    controller.changed.connect(lambda: changes.append(controller.loading))
    session.cancel()
    qtbot.waitUntil(lambda: changes[-1:] == [None])
    assert names(controller) == ["1.png"]


# Files that moved


@pytest.fixture
def moved(controller, session, folder, open_, step, tmp_path):
    """Return where the images of the project that is open went; only the first was shown before."""
    open_(folder)
    for name in ("sky", "sea"):
        rename(session, name)
        step(controller.next)
    step(controller.save_as, tmp_path / "p.segmenter")
    open_(folder / "4.png")
    away = tmp_path / "elsewhere" / "deep"
    away.parent.mkdir()
    (tmp_path / "away").mkdir()
    project = tmp_path / "away" / "p.segmenter"
    (tmp_path / "p.segmenter").rename(project)
    folder.rename(away)
    away.joinpath("1.png").rename(away / "other name.png")
    away.joinpath("2.png").rename(away.parent / "also another.png")
    controller.discard()
    open_(project)
    return away


def test_one_file_that_is_located_brings_the_others(controller, session, moved, settled, heard):
    controller.go(0)
    settled(session)
    assert controller.is_missing(0)
    assert heard[-1].action == "Locate…"
    controller.locate(0, moved / "other name.png")
    settled(session)
    settled(session)
    assert names(controller) == ["other name.png", "also another.png", "3.png", "4.png"]
    assert session.document.name == "other name.png"
    assert session.state.segments[1].name == "sky"
    assert controller.modified
    assert all(entry.path.exists() for entry in controller.entries[:2])


def test_no_image_gets_the_file_of_another_one(controller, session, moved, settled, heard):
    """Whoever shows the wrong file of a folder that moved finds the right one all the same."""
    controller.go(0)
    settled(session)
    controller.locate(0, moved.parent / "also another.png")
    settled(session)
    settled(session)
    assert names(controller) == ["other name.png", "also another.png", "3.png", "4.png"]
    assert session.state.segments[1].name == "sky"


def test_the_file_of_another_image_is_refused_where_the_right_one_is_not_near(
    controller, session, moved, settled, heard
):
    (moved / "other name.png").unlink()
    controller.go(0)
    settled(session)
    controller.locate(0, moved.parent / "also another.png")
    settled(session)
    assert names(controller) == ["1.png", "also another.png", "3.png", "4.png"]
    assert controller.is_missing(0)
    assert heard[-1].text == "“also another.png” belongs to another image of the list; “1.png” was not found near it."


def test_a_moved_file_that_is_opened_is_that_of_its_entry(controller, session, moved, open_):
    open_(moved.parent / "also another.png")
    assert names(controller) == ["1.png", "also another.png", "3.png", "4.png"]
    assert session.state.segments[1].name == "sea"


# Switching


def test_work_comes_back_with_its_image(controller, session, folder, open_, step):
    open_(folder)
    step(lambda: session.set_parameters(k=3, minimum_region=20))
    rename(session, "sky")
    state = session.state
    step(controller.next)
    assert session.state.parameters.labels.k == 3, "the next image begins with the same parameters"
    assert not session.state.edited, "but not with the edits"
    step(lambda: session.set_parameters(k=2))
    step(controller.previous)
    assert session.state is state
    assert session.document.history.undo_name == "Rename"
    session.undo()
    assert session.state.segments[1].name == ""


def test_work_comes_back_from_few_bytes(controller, session, folder, open_, step, monkeypatch):
    monkeypatch.setattr("segmenter.gui.project.image_collection.MAX_HISTORIES", 0)
    open_(folder)
    rename(session, "sky")
    before = session.state
    gone = weakref.ref(before)
    labels = before.labels.array().copy()
    step(controller.next)
    del before
    gc.collect()
    assert gone() is None
    assert controller.modified
    step(controller.previous)
    assert np.array_equal(session.state.labels.array(), labels)
    assert session.state.segments[1].name == "sky"
    assert controller.modified


def test_parameters_need_not_be_carried(controller, session, folder, open_, step):
    open_(folder)
    step(lambda: session.set_parameters(k=3))
    controller.carries = False
    step(controller.next)
    assert session.state.parameters.labels.k == "auto"
    assert not controller.carries
    controller.carries = True
    assert controller.carries


def test_excluded_eigenvectors_are_not_carried(controller, session, folder, open_, step):
    open_(folder)
    step(lambda: session.set_parameters(method="kmeans", excluded="3"))
    step(controller.next)
    assert session.state.parameters.labels.method == "kmeans"
    assert session.state.parameters.labels.excluded == ""


def test_images_that_were_shown_leave_no_pixels_behind(controller, session, folder, open_, step):
    open_(folder)
    documents = [weakref.ref(session.document)]
    for _ in range(3):
        rename(session, "sky")
        step(controller.next)
        documents.append(weakref.ref(session.document))
    gc.collect()
    assert [document() is not None for document in documents] == [False, False, False, True]


# The list


def test_done_marks_are_work(controller, folder, open_):
    open_(folder)
    controller.mark_done(True)
    controller.mark_done(True, 2)
    assert [entry.done for entry in controller.entries] == [True, False, True, False]
    assert controller.done
    assert controller.modified


def test_an_image_is_taken_off_and_put_back_with_its_work(controller, session, folder, open_, step, heard):
    open_(folder)
    rename(session, "sky")
    step(controller.remove, 0)
    assert names(controller) == ["2.png", "3.png", "4.png"]
    assert session.document.name == "2.png"
    assert not controller.modified
    step(heard[-1].act)
    assert names(controller)[0] == "1.png"
    assert controller.current == 0
    assert session.state.segments[1].name == "sky"
    assert controller.modified


def test_another_image_is_taken_off_at_once(controller, session, folder, open_):
    open_(folder)
    controller.remove(3)
    assert names(controller) == ["1.png", "2.png", "3.png"]
    assert controller.current == 0


def test_the_last_image_that_is_taken_off_leaves_nothing(controller, session, folder, open_, step, heard):
    open_(folder / "1.png")
    controller.remove(0)
    assert session.document is None
    assert controller.current is None
    assert controller.title == ""
    step(heard[-1].act)
    assert session.document.name == "1.png"


# Saving


def test_a_project_holds_all_work(controller, session, folder, open_, step, tmp_path, heard):
    open_(folder)
    rename(session, "sky")
    step(controller.next)
    rename(session, "sea")
    controller.mark_done(True)
    step(controller.save_as, tmp_path / "p.segmenter")
    assert not controller.modified
    assert controller.title == "2.png – p.segmenter"
    step(controller.next)
    assert not controller.modified
    project = project_file.load(tmp_path / "p.segmenter")
    assert [entry.work and entry.work.segments[1].name for entry in project.entries] == ["sky", "sea", None, None]
    assert [entry.done for entry in project.entries] == [False, True, False, False]
    assert project.current == 1
    step(controller.go, 0)
    assert not controller.modified
    session.undo()
    assert controller.modified
    assert heard == []


def test_a_project_is_opened_as_it_was_saved(controller, session, folder, open_, step, tmp_path):
    open_(folder)
    step(lambda: session.set_parameters(k=3))
    step(controller.next)
    rename(session, "sea")
    labels = session.state.labels.array()
    step(controller.save_as, tmp_path / "p.segmenter")
    open_(folder / "1.png")
    open_(folder)
    assert controller.path is None
    open_(tmp_path / "p.segmenter")
    assert controller.current == 1
    assert controller.path == tmp_path / "p.segmenter"
    assert not controller.modified
    assert np.array_equal(session.state.labels.array(), labels)
    assert session.state.segments[1].name == "sea"
    step(controller.previous)
    assert session.state.parameters.labels.k == 3
    assert not controller.modified


def test_what_changes_in_the_list_while_it_is_saved_is_to_be_saved(
    controller, session, folder, open_, settled, tmp_path, monkeypatch
):
    """The first time, too, when there is no project file yet."""
    open_(folder)
    gate, write = threading.Event(), project_file.save

    def held(project, path):
        gate.wait()
        write(project, path)

    monkeypatch.setattr(project_file, "save", held)
    controller.save_as(tmp_path / "p.segmenter")
    controller.remove(3)
    gate.set()
    settled(session)
    assert len(project_file.load(tmp_path / "p.segmenter").entries) == 4
    assert controller.modified


def test_segments_that_wait_for_a_result_may_be_saved(controller, session, folder, open_, step, tmp_path):
    """They were let go, and results do not follow by themselves: the project must open all the same."""
    open_(folder / "1.png")
    rename(session, "sky")
    session.set_live(False)
    session.edit("Release", edits.release, {1})
    step(controller.save_as, tmp_path / "p.segmenter")
    open_(tmp_path / "p.segmenter")
    assert session.state.labels is not None
    assert not session.state.edited


def test_an_image_added_to_a_project_is_to_be_saved(controller, folder, open_, step, tmp_path):
    open_(folder / "1.png")
    step(controller.save_as, tmp_path / "p.segmenter")
    assert not controller.modified
    open_(folder / "2.png")
    assert controller.modified
    step(controller.save)
    assert len(project_file.load(tmp_path / "p.segmenter").entries) == 2
    assert not controller.modified


def test_what_another_program_has_saved_is_not_lost(controller, session, folder, open_, step, heard, tmp_path):
    path, after = tmp_path / "p.segmenter", []
    open_(folder / "1.png")
    step(controller.save_as, path)
    for name in ("sky", "sea"):  # what this program has saved itself is no obstacle
        rename(session, name)
        step(controller.save)
    project_file.save(Project(), path)
    rename(session, "land")
    step(controller.save, lambda: after.append(True))
    assert heard[-1].text == f"Another program has saved {path}; save under another name."
    assert (project_file.load(path), controller.modified, after) == (Project(), True, [])
    step(controller.save_as, path)  # a person was asked whether to replace it
    assert project_file.load(path).entries[0].work.segments[1].name == "land"
    path.unlink()
    step(controller.save, lambda: after.append(True))
    assert path.exists()
    assert after == [True]


def test_saving_twice_at_once_is_no_other_program(controller, session, folder, open_, step, heard, tmp_path):
    path = tmp_path / "p.segmenter"
    open_(folder / "1.png")
    step(controller.save_as, path)
    before = project_file.edition(path)
    rename(session, "sky")
    controller.save()
    while project_file.edition(path) == before:  # written, but the event loop has not heard of it
        time.sleep(0.001)
    step(controller.save)
    assert not [message for message in heard if message.kind == "error"]
    assert not controller.modified


def test_work_done_while_saving_is_not_taken_for_saved(controller, session, folder, open_, step, tmp_path):
    open_(folder / "1.png")
    rename(session, "sky")
    controller.save_as(tmp_path / "p.segmenter")
    step(rename, session, "sea")
    assert project_file.load(tmp_path / "p.segmenter").entries[0].work.segments[1].name == "sky"
    assert controller.modified


def test_a_project_that_cannot_be_written_is_told_and_nothing_follows(controller, session, folder, open_, step, heard):
    open_(folder / "1.png")
    rename(session, "sky")
    after = []
    step(controller.save_as, folder / "missing" / "p.segmenter", lambda: after.append(True))
    assert heard[-1].kind == "error"
    assert controller.path is None
    assert controller.modified
    assert after == []


def test_leaving_waits_for_an_answer(controller, session, folder, open_, step, asked, tmp_path):
    after = []
    open_(folder / "1.png")
    assert controller.may_leave(lambda: after.append("unasked"))
    rename(session, "sky")
    assert not controller.may_leave(lambda: after.append("answered"))
    assert after == []
    step(controller.save_as, tmp_path / "p.segmenter", asked[0])
    assert after == ["answered"]
    rename(session, "sea")
    controller.save()
    assert not controller.may_leave(lambda: after.append("saved"))
    step(lambda: None)
    assert after == ["answered", "saved"]
    assert len(asked) == 1, "what is being saved is not asked about"


def test_a_suggested_name(controller, session, folder, open_, step, tmp_path):
    open_(folder / "1.png")
    assert controller.suggested_name == str(folder / "1.segmenter")
    open_(folder / "2.png")
    assert controller.suggested_name == str(folder / "photos.segmenter")
    step(controller.save_as, tmp_path / "p.segmenter")
    assert controller.suggested_name == str(tmp_path / "p.segmenter")


def test_a_changed_image_of_a_project_is_told(controller, session, folder, open_, step, tmp_path, picture, heard):
    open_(folder / "1.png")
    rename(session, "sky")
    step(controller.save_as, tmp_path / "p.segmenter")
    Pillow.fromarray(255 - picture).save(folder / "1.png")
    open_(folder)
    open_(tmp_path / "p.segmenter")
    assert "has changed" in heard[-1].text
    assert session.state.segments[1].name == "sky"


def test_a_project_of_nothing_shows_nothing(controller, session, folder, open_, tmp_path):
    project_file.save(Project(), tmp_path / "p.segmenter")
    open_(folder / "1.png")
    open_(tmp_path / "p.segmenter")
    assert session.document is None
    assert (controller.entries, controller.path) == ((), tmp_path / "p.segmenter")


# The journal


def journals(tmp_path):
    return [project_file.load(path) for path in (tmp_path / "journals").glob("*.segmenter")]


def test_work_that_is_not_saved_is_in_the_journal(
    controller, session, folder, open_, step, tmp_path, monkeypatch, qtbot
):
    open_(folder)
    assert journals(tmp_path) == []
    rename(session, "sky")
    qtbot.waitUntil(lambda: journals(tmp_path) != [], timeout=2000 + journal.DELAY)
    (kept,) = journals(tmp_path)
    assert kept.entries[0].work.segments[1].name == "sky"
    step(controller.save_as, tmp_path / "p.segmenter")
    assert journals(tmp_path) == []


def left_behind(journal, dead):
    """Leave a journal as a program does that dies: the project, and its labels beside it."""
    dead.write_bytes(journal.read_bytes())
    shutil.copytree(journal.with_suffix(".labels"), dead.with_suffix(".labels"))


def test_what_a_dead_program_left_is_recovered(controller, session, folder, step, tmp_path, open_, heard, qtbot):
    left = tmp_path / "journals" / "dead.segmenter"
    open_(folder)
    rename(session, "sky")
    assert controller.save_journal_now()
    (own,) = (tmp_path / "journals").glob("*.segmenter")
    left_behind(own, left)
    controller.discard()
    step(controller.offer_recovery)
    assert "1.png" in heard[-1].text
    assert (heard[-1].action, heard[-1].other_action) == ("Recover", "Discard")
    step(heard[-1].act)
    assert session.state.segments[1].name == "sky"
    assert len(controller.entries) == 4
    assert controller.modified
    step(lambda: None)
    assert not left.exists()
    assert len(journals(tmp_path)) == 1


def test_recovered_work_counts_as_unsaved(controller, session, folder, step, tmp_path, open_, heard):
    open_(folder)
    for name in ("sky", "sea"):
        rename(session, name)
        step(controller.next)
    assert controller.unsaved == 2
    assert controller.save_journal_now()
    (own,) = (tmp_path / "journals").glob("*.segmenter")
    left_behind(own, tmp_path / "journals" / "dead.segmenter")
    controller.discard()
    step(controller.offer_recovery)
    step(heard[-1].act)
    assert controller.unsaved == 2
    step(controller.go, 0)
    assert controller.unsaved == 2


def test_the_journal_is_written_while_an_image_is_read(controller, session, folder, open_, gate, tmp_path):
    gate.set()
    open_(folder)
    gate.clear()
    controller.next()
    rename(session, "sky")
    controller._journal.write()
    while not journals(tmp_path):
        time.sleep(0.001)
    assert session.io_worker.busy("open")


# Unfinished images, closing


def test_unfinished_images_are_gone_to(controller, session, folder, open_, step, heard):
    open_(folder)
    for index in (1, 2):
        controller.mark_done(True, index)
    step(controller.next_unfinished)
    assert session.document.name == "4.png"
    step(controller.next_unfinished)
    assert (session.document.name, heard[-1].text) == ("4.png", "No image after this is unfinished.")
    step(controller.previous_unfinished)
    assert session.document.name == "1.png"
    step(controller.previous_unfinished)
    assert (session.document.name, heard[-1].text) == ("1.png", "No image before this is unfinished.")


def test_everything_is_closed(controller, session, folder, open_, tmp_path):
    open_(folder / "1.png", folder / "2.png")
    rename(session, "sky")
    controller.save_as(tmp_path / "work.segmenter", controller.close_all)
    open_()
    assert (names(controller), controller.path, session.document) == ([], None, None)
    assert not controller.modified
    open_(folder / "1.png")
    assert session.state.segments[1].name == ""


def test_nothing_is_closed_unasked(controller, session, folder, open_, asked):
    open_(folder / "1.png")
    rename(session, "sky")
    controller.close_all()
    assert names(controller) == ["1.png"]
    assert session.document is not None
    controller.discard()
    asked[0]()
    assert (names(controller), session.document) == ([], None)


def test_the_image_that_is_shown_is_closed(controller, session, folder, open_, settled):
    open_(folder / "1.png", folder / "2.png")
    controller.close_image()
    settled(session)
    assert names(controller) == ["2.png"]
    assert session.document.name == "2.png"
    controller.close_image()
    assert (names(controller), session.document) == ([], None)
    controller.close_image()
    controller.discard()


def test_how_an_image_is_shown_comes_back_with_it_and_with_the_project(controller, session, folder, settled, tmp_path):
    controller.open(sorted(folder.glob("*.png"))[:2])
    settled(session)
    controller.go(0)
    settled(session)
    chosen = tuple(replace(each, gamma=2.0) for each in session.contrast.contrast)
    usual, state = session.contrast.contrast, session.state
    session.contrast.use(chosen)
    assert session.state is state  # nothing to undo, nothing to solve again
    assert not controller.modified  # no project asks to be saved for it
    controller.go(1)
    settled(session)
    assert session.contrast.contrast == usual
    controller.go(0)
    settled(session)
    assert session.contrast.contrast == chosen
    controller.save_as(tmp_path / "p.segmenter")
    settled(session)
    assert project_file.load(tmp_path / "p.segmenter").entries[0].contrast == chosen
    session.contrast.use(usual)
    assert controller.modified
    assert controller.entries[0].contrast is None
    controller.discard()


def test_the_pixel_size_of_all_images_is_one_step_to_undo(controller, session, folder, settled, heard):
    def known():
        return [(row.newest or row.entry.work or row.entry).pixel_size for row in controller._images.all]

    size = PixelSize(0.5, 0.5, "µm")
    controller.open(sorted(folder.glob("*.png")))
    settled(session)
    heard.clear()
    controller.use_pixel_size(size, "Pixel size")
    assert known() == [size] * 4
    assert heard[0].text == "The pixel size is that of all 4 images now; Undo takes it back in all of them."
    assert controller.modified
    assert controller.unsaved == 4
    session.undo()
    assert known() == [None] * 4
    assert not controller.modified
    session.redo()
    assert known() == [size] * 4
    controller.use_pixel_size(size, "Pixel size")  # nothing changes: a step all the same, and it takes nothing back
    session.undo()
    assert known() == [size] * 4
    controller.go(1)
    settled(session)
    assert session.state.pixel_size == size
    session.undo()
    assert session.state.pixel_size == size, "it is a step of the image where it was set"
    controller.go(0)
    settled(session)
    session.undo()
    assert known() == [None] * 4
    controller.discard()


def test_under_a_preview_no_image_gets_another_pixel_size(controller, session, folder, settled, heard):
    controller.open(sorted(folder.glob("*.png")))
    settled(session)
    session.keep_in_sight(session.state)
    controller.use_pixel_size(PixelSize(0.5, 0.5, "µm"), "Pixel size")
    assert [entry.pixel_size for entry in controller.entries] == [None] * 4
    controller.discard()
