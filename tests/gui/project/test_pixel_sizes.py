"""The pixel size of images that are not shown."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segmenter.core.image import PixelSize
from segmenter.document.history import History
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, SavedState
from segmenter.document.state import Segment, State, with_segments
from segmenter.gui.project.image_collection import ImageCollection, Row
from segmenter.gui.project.pixel_sizes import SharedSize
from segmenter.parameters import DEFAULTS

SIZE = PixelSize(0.5, 0.5, "µm")


@pytest.fixture
def state():
    return with_segments(State(DEFAULTS, DEFAULTS), {1: Segment()}, LabelMap.of(np.ones((4, 5), np.int32)))


@pytest.fixture
def rows(state):
    """Return images of every kind: shown, left a while ago, not packed yet, packed, never opened."""
    paths = [Path(f"{name}.png") for name in "abcde"]
    return [
        Row(Entry(paths[0]), History(state)),
        Row(Entry(paths[1]), History(state)),
        Row(Entry(paths[2]), state=state),
        Row(Entry(paths[3], work=SavedState.of(state))),
        Row(Entry(paths[4])),
    ]


@pytest.fixture
def images(rows):
    images = ImageCollection()
    images.all, images.shown = rows, rows[0]
    return images


def sizes_of(rows):
    return [(row.newest or row.entry.work or row.entry).pixel_size for row in rows]


def test_every_image_but_the_one_shown_gets_it_and_loses_it_again(images, rows, state):
    shared = SharedSize(images, SIZE)
    shared.use(True)
    assert sizes_of(rows) == [None, SIZE, SIZE, SIZE, SIZE]
    assert rows[0].history.state is state
    shared.use(False)
    assert sizes_of(rows) == [None] * 5
    shared.use(True)
    assert sizes_of(rows[1:]) == [SIZE] * 4


def test_what_was_set_since_for_one_image_stays(images, rows):
    shared = SharedSize(images, SIZE)
    shared.use(True)
    other = PixelSize(2, 2, "mm")
    rows[1].history.push(replace(rows[1].history.state, pixel_size=other), "Pixel size")
    shared.use(False)
    assert sizes_of(rows) == [None, other, None, None, None]
    shared.use(True)
    assert sizes_of(rows) == [None, other, SIZE, SIZE, SIZE]


def test_it_is_no_step_of_other_images_and_no_step_back_there_takes_it(images, rows, state):
    rows[1].history.push(replace(state, parameters=DEFAULTS.replace(k=3)), "Parameters")
    SharedSize(images, SIZE).use(True)
    assert rows[1].history.undo_name == "Parameters"
    assert rows[1].history.undo().pixel_size == SIZE


def test_it_is_work_that_is_not_saved(images, rows):
    SharedSize(images, SIZE).use(True)
    assert [row.unsaved for row in rows] == [False, True, True, True, True]


def test_taken_back_it_is_none_any_more_unless_it_was_saved_meanwhile(images, rows):
    shared = SharedSize(images, SIZE)
    shared.use(True)
    shared.use(False)
    assert [row.unsaved for row in rows] == [False] * 5
    shared.use(True)
    images.snapshot(None).mark_saved()
    assert [row.unsaved for row in rows] == [False] * 5
    shared.use(False)
    assert [row.unsaved for row in rows] == [False, True, True, True, True]
    shared.use(True)
    assert [row.unsaved for row in rows] == [False] * 5


def test_who_looks_at_an_image_meanwhile_has_done_nothing_to_it(images, rows):
    """Nor had who looked before; what was to be saved before stays so."""
    rows[2].modified = True
    shared = SharedSize(images, SIZE)
    shared.use(True)
    for row in rows[2:]:
        state = row.newest or State(pixel_size=row.pixel_size)
        images.show(row, History(state))
        images.leave()
        assert row.history is None
        assert row.unsaved
    shared.use(False)
    assert [row.unsaved for row in rows] == [False, False, True, False, False]


def test_what_is_packed_meanwhile_does_not_take_its_place(images, rows):
    row = rows[2]
    before = row.state
    packed = SavedState.of(before)
    SharedSize(images, SIZE).use(True)
    row.take_packed(before, packed)
    assert sizes_of([row]) == [SIZE]


def test_where_it_is_the_same_nothing_happens(images, rows):
    SharedSize(images, None).use(True)
    assert [row.visits for row in rows] == [0] * 5
