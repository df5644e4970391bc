"""What is kept of images that are not shown."""

from pathlib import Path

import numpy as np
import pytest

from segmenter.document.history import History
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, SavedState
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.gui.project import image_collection as module
from segmenter.gui.project.image_collection import ImageCollection, Row
from segmenter.parameters import DEFAULTS


def solved(size=8):
    labels = np.ones((size, size), np.int32)
    labels[:, size // 2 :] = 2
    return with_segments(State(solved=DEFAULTS), {1: Segment(), 2: Segment()}, LabelMap.of(labels))


def edited_history(size=8):
    history = History(solved(size))
    history.push(described(history.state, [1], name="sky"), "Rename")
    return history


@pytest.fixture
def rows():
    rows = ImageCollection()
    rows.all = [Row(Entry(Path(f"{number}.png"))) for number in range(8)]
    return rows


def test_looking_at_an_image_changes_nothing(rows):
    row = rows.all[0]
    rows.show(row, History(solved()))
    assert rows.current == 0
    left, state = rows.leave()
    assert left is row
    assert rows.current is None
    assert not row.unsaved
    assert not row.edited
    assert row.history is None, "without steps there is nothing to keep it for"
    row.take_packed(state, SavedState.of(state))
    assert row.state is None
    assert row.entry.work.labels is not None


def test_work_that_is_packed_late_does_not_replace_newer_work(rows):
    row = rows.all[0]
    rows.show(row, History(solved()))
    _, old = rows.leave()
    history = History(old)
    rows.show(row, history)
    history.push(described(old, [1], name="sky"), "Rename")
    row.take_packed(old, SavedState.of(old))
    assert row.entry.work is None
    assert row.newest is history.state


def test_steps_stay_while_few_images_come_between(rows):
    histories = [edited_history() for _ in rows.all]
    for row, history in zip(rows.all, histories, strict=True):
        rows.show(row, history)
        rows.leave()
    kept = [row.history for row in rows.all]
    assert kept == [None] * 3 + histories[3:]
    assert all(row.unsaved and row.edited for row in rows.all), "nothing is lost with the steps"


def test_steps_of_large_images_go_sooner(rows, monkeypatch):
    monkeypatch.setattr(module, "BUDGET", 3 * edited_history(64).size - 1)
    for row in rows.all:
        rows.show(row, edited_history(64))
        rows.leave()
    assert [row.history is not None for row in rows.all] == [False] * 6 + [True] * 2


def test_work_that_was_not_saved_stays_so_without_its_steps(rows):
    row = rows.all[0]
    rows.show(row, edited_history())
    _, state = rows.leave()
    row.forget_steps()
    again = History(state)
    rows.show(row, again)
    assert row.unsaved
    again.mark_saved(state)
    assert not row.unsaved


def test_a_snapshot_marks_what_it_saved_and_no_more(rows):
    shown, left, newer = rows.all[:3]
    for row in (left, newer, shown):
        rows.show(row, edited_history())
        if row is not shown:
            rows.leave()
            row.forget_steps()
    taken = rows.snapshot(None)
    project = taken.pack()
    rows.leave()
    rows.show(newer, History(newer.state))
    newer.history.push(described(newer.history.state, [2], name="sea"), "Rename")
    taken.mark_saved(project)
    assert not shown.unsaved
    assert not left.unsaved
    assert newer.unsaved
    assert left.state is None
    assert left.entry.work.segments[1].name == "sky"
    assert project.entries[3].work is None
