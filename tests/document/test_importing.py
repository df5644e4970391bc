"""What another program made becomes the segments of an image."""

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.document.carry_over import carried_over
from segmenter.document.importing import with_imported
from segmenter.document.project import SavedState
from segmenter.document.state import Segment, State
from segmenter.errors import ProjectError
from segmenter.files.importing.objects import Imported
from segmenter.parameters import DEFAULTS

CELL, DEAD = SegmentClass(1, "cell", (1, 2, 3), 1), SegmentClass(2, "dead", (4, 5, 6), 2)


@pytest.fixture
def found():
    labels = np.array([[0, 4, 4], [9, 9, 2]], np.int32)
    other = SegmentClass(1, "dead", (9, 9, 9), 5), SegmentClass(2, "new", (7, 7, 7), 1)
    return Imported(labels, {4: "a"}, other, {4: 1, 9: 2}, PixelSize(1.0, 1.0, "µm"))


def test_segments_names_and_classes(found):
    state = with_imported(State(classes=(CELL, DEAD)), found, (2, 3))
    assert state.labels.array().tolist() == found.labels.tolist()
    assert state.classes == (CELL, DEAD, SegmentClass(3, "new", (7, 7, 7)))
    assert state.segments == {
        2: Segment(edited=True),
        4: Segment("a", edited=True, class_number=2),
        9: Segment(edited=True, class_number=3),
    }
    assert state.pixel_size == PixelSize(1.0, 1.0, "µm")
    assert not state.stale


def test_no_slider_takes_it_away(found):
    state = with_imported(State(), found, (2, 3))
    again = carried_over(state, np.ones((2, 3), np.int32), DEFAULTS.replace(k=2))
    assert again.labels.array().tolist() == found.labels.tolist()


def test_it_can_be_saved(found):
    state = with_imported(State(), found, (2, 3))
    again = SavedState.of(state).state((2, 3), state.classes)
    assert (again.segments, again.pixel_size) == (state.segments, state.pixel_size)


def test_of_another_size(found):
    with pytest.raises(ProjectError, match="of 3 × 2 pixels, the image is of 3 × 3"):
        with_imported(State(), found, (3, 3))
