"""Images of entries: read, found again, changed, or gone."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.core.image import PixelSize
from segmenter.document.history import History
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, SavedState
from segmenter.document.state import Segment, State, with_segments
from segmenter.errors import ProjectError, UnreadableImage
from segmenter.gui.project.opening import opened
from segmenter.parameters import DEFAULTS
from segmenter.progress import ignore
from segmenter.render.contrast import automatic

OTHER = DEFAULTS.replace(k=5)


@pytest.fixture
def path(tmp_path, picture):
    path = tmp_path / "a.png"
    Pillow.fromarray(picture).save(path)
    return path


@pytest.fixture
def state(picture):
    return with_segments(State(OTHER, OTHER), {1: Segment("sky")}, LabelMap.of(np.ones(picture.shape[:2], np.int32)))


@pytest.fixture
def known(path, state):
    """Return an entry whose image was read and worked on."""
    found = opened(Entry(path), None, DEFAULTS, (), ignore)
    return Entry(path, sha256=found.entry.sha256, size=found.entry.size, work=SavedState.of(state))


def test_a_new_image_begins_with_the_parameters_it_is_given(path):
    found = opened(Entry(path), None, OTHER, (), ignore)
    assert found.document.history.state.parameters == OTHER
    assert found.document.history.state.labels is None
    assert found.entry.sha256 == found.document.image.source.sha256
    assert found.entry.size == path.stat().st_size
    assert found.warning == ""


def test_work_comes_back(known):
    state = opened(known, None, DEFAULTS, (), ignore).document.history.state
    assert state.parameters == OTHER
    assert state.segments[1].name == "sky"


def test_newer_work_in_memory_goes_before(known, state):
    newer = State(DEFAULTS)
    assert opened(known, newer, OTHER, (), ignore).document.history.state is newer
    history = History(state)
    assert opened(known, history, OTHER, (), ignore).document.history is history


def test_a_moved_image_is_found_by_its_content(known, path, picture, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    path.rename(tmp_path / "elsewhere" / "renamed.png")
    Pillow.fromarray(255 - picture).save(path)  # another image has taken its place
    found = opened(known, None, DEFAULTS, [tmp_path], ignore)
    assert found.entry.path == tmp_path / "elsewhere" / "renamed.png"
    assert np.array_equal(found.document.image.pixels, picture)
    assert found.warning == ""


def test_a_changed_image_is_told(known, path, picture):
    Pillow.fromarray(255 - picture).save(path)
    found = opened(known, None, DEFAULTS, (), ignore)
    assert "“a.png” has changed" in found.warning
    assert found.document.history.state.segments[1].name == "sky"


def test_labels_of_another_size_are_refused(known, path, picture):
    Pillow.fromarray(picture[:-1]).save(path)
    with pytest.raises(ProjectError, match="pixels"):
        opened(known, None, DEFAULTS, (), ignore)


@pytest.mark.parametrize("kept", [lambda state: state, History])
def test_so_is_newer_work_in_memory(known, path, picture, state, kept):
    Pillow.fromarray(picture[:40, :50]).save(path)
    with pytest.raises(ProjectError, match="segments are of 90 × 60 pixels, the image is of 50 × 40"):
        opened(known, kept(state), DEFAULTS, (), ignore)


def test_a_changed_image_is_told_of_work_in_memory_as_well(known, path, picture, state):
    Pillow.fromarray(picture[::-1]).save(path)
    assert "has changed since" in opened(replace(known, work=None), state, DEFAULTS, (), ignore).warning


def test_a_missing_image_is_told(known, path, tmp_path):
    path.unlink()
    with pytest.raises(UnreadableImage, match="missing"):
        opened(known, None, DEFAULTS, [tmp_path], ignore)


def test_an_image_with_no_work_has_the_pixel_size_that_was_set_for_all(path, known):
    size = PixelSize(0.5, 0.5, "µm")
    assert opened(Entry(path, pixel_size=size), None, OTHER, (), ignore).document.history.state.pixel_size == size
    assert opened(replace(known, pixel_size=size), None, OTHER, (), ignore).document.history.state.pixel_size is None


def test_an_image_is_shown_as_a_person_wanted_to_see_it(path):
    usual = opened(Entry(path), None, OTHER, (), ignore).document
    chosen = tuple(replace(each, gamma=2.0) for each in automatic(usual.image))
    found = opened(Entry(path, contrast=chosen), None, OTHER, (), ignore)
    assert found.document.contrast == chosen
    assert found.document.picture.mean() > usual.picture.mean() + 10
    assert np.array_equal(found.document.image.pixels, usual.image.pixels)
    assert found.entry.contrast == chosen
