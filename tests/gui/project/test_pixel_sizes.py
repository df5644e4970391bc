"""The pixel size of images that are not shown."""

from pathlib import Path

import numpy as np
import pytest

from segmenter.core.image import PixelSize
from segmenter.document.history import History
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, SavedState
from segmenter.document.state import Segment, State, with_segments
from segmenter.gui.project.image_collection import ImageCollection, Row
from segmenter.gui.project.pixel_sizes import sizes, use_sizes
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


def test_every_image_but_the_one_shown_gets_it_and_loses_it_again(images, rows, state):
    before = sizes(images)
    assert before == dict.fromkeys(rows[1:])
    use_sizes(dict.fromkeys(before, SIZE), "Pixel size")
    assert sizes(images) == dict.fromkeys(rows[1:], SIZE)
    assert rows[0].history.state is state
    use_sizes(before, "Pixel size")
    assert sizes(images) == before


def test_where_steps_can_be_undone_it_is_one(rows, state):
    use_sizes({rows[1]: SIZE}, "Pixel size")
    assert rows[1].history.undo_name == "Pixel size"
    assert rows[1].history.undo() is state


def test_it_is_work_that_is_not_saved(images, rows):
    use_sizes(dict.fromkeys(rows[1:4], SIZE), "Pixel size")
    assert [row.unsaved for row in rows] == [False, True, True, True, False]


def test_what_is_packed_meanwhile_does_not_take_its_place(rows):
    row = rows[2]
    before = row.state
    packed = SavedState.of(before)
    use_sizes({row: SIZE}, "Pixel size")
    row.take_packed(before, packed)
    assert sizes_of(row) == SIZE


def test_where_it_is_the_same_nothing_happens(rows):
    use_sizes(dict.fromkeys(rows[1:]), "Pixel size")
    assert [row.visits for row in rows] == [0] * 5


def sizes_of(row):
    return (row.newest or row.entry.work).pixel_size
