"""A project in memory: work packed and unpacked."""

import hashlib

import numpy as np
import pytest

from segmenter.core.image import Image, Source
from segmenter.document import edits
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, SavedState
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.errors import ProjectError
from segmenter.parameters import DEFAULTS


@pytest.fixture
def state(areas):
    first = with_segments(
        State(DEFAULTS.replace(k=3), DEFAULTS), {number: Segment() for number in (1, 2, 3)}, LabelMap.of(areas.copy())
    )
    return described(edits.delete(first, [3]), [2], name="sky", colour=(1, 2, 3), locked=True, visible=False)


def same(one, other):
    np.testing.assert_array_equal(one.labels.array(), other.labels.array())
    assert one.segments == other.segments
    assert (one.parameters, one.solved, one.erased) == (other.parameters, other.solved, other.erased)


def test_there_and_back(state):
    work = SavedState.of(state)
    same(work.state(), state)
    same(work.state(state.labels.shape), state)
    assert SavedState.of(work.state()) == work


def test_before_the_first_result():
    state = State(DEFAULTS.replace(k=3))
    again = SavedState.of(state).state((7, 7))
    assert again.labels is None
    assert again.parameters == state.parameters
    assert again.stale


def test_renaming_packs_nothing_again(state):
    assert SavedState.of(described(state, [1], name="sea")).labels is SavedState.of(state).labels


def test_another_image(state):
    with pytest.raises(ProjectError, match="of 36 × 24 pixels, the image is of 24 × 36"):
        SavedState.of(state).state((36, 24))


@pytest.mark.parametrize("numbers", [(1,), (1, 2, 3), (1, 7), ()])
def test_labels_and_segments_must_belong_together(state, numbers):
    from dataclasses import replace

    work = replace(SavedState.of(state), segments={number: Segment() for number in numbers})
    with pytest.raises(ProjectError, match="not those of its segments"):
        work.state()


class TestReadingTheImage:
    def test_it_decides_where_and_what_it_is(self, tmp_path):
        path = tmp_path / "a.png"
        path.write_bytes(b"pixels")
        source = Source(path, 2, 3, hashlib.sha256(b"pixels").hexdigest())
        entry = Entry(tmp_path / "old.png", done=True, hint=tmp_path / "hint.png")
        read = entry.read_as(Image(np.ones((2, 2)), "grey", source=source))
        assert read == Entry(path, 2, source.sha256, 6, done=True)

    def test_it_is_gone_since(self, tmp_path):
        image = Image(np.ones((2, 2)), "grey", source=Source(tmp_path / "a.png", 0, 1, "0" * 64))
        assert Entry(tmp_path / "a.png").read_as(image).size is None

    def test_an_array_is_no_entry(self, tmp_path):
        with pytest.raises(ProjectError, match="no file"):
            Entry(tmp_path / "a.png").read_as(Image(np.ones((2, 2)), "grey"))
