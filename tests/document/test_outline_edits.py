"""Outlines: smoother, larger, smaller; nothing is taken from what is locked, and nothing is lost."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from segmenter.core.clicked import Clicks
from segmenter.document import outline_edits
from segmenter.document.label_map import LabelMap
from segmenter.document.outline_edits import grow, smooth
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.errors import EditError
from segmenter.parameters import DEFAULTS


def made(labels):
    labels = np.array(labels, np.int32)
    numbers = np.unique(labels[labels > 0]).tolist()
    return with_segments(State(solved=DEFAULTS), {number: Segment() for number in numbers}, LabelMap.of(labels))


@pytest.fixture
def state():
    """Return a state of a square of 10 × 10 pixels with a spike, on two halves."""
    labels = np.ones((30, 40), np.int32)
    labels[:, 20:] = 2
    labels[10:20, 12:22] = 3
    labels[14, 22:30] = 3
    return made(labels)


def test_smoothing_takes_spikes_away_and_gives_them_to_what_is_beside(state):
    after = smooth(state, {3})
    labels = after.labels.array()
    assert (labels[14, 25:30] == 2).all()
    assert labels[15, 15] == 3
    assert labels[10, 12] == 1  # a corner
    assert after.segments[3] == Segment(edited=True)
    assert not after.segments[1].edited
    assert not after.erased


def test_growing_and_shrinking_by_pixels(state):
    down, across = np.indices((30, 40))
    square = made(np.where((abs(down - 15) <= 4) & (abs(across - 20) <= 4), 1, 2))
    assert grow(square, {1}, 2).labels.area(1) == 13 * 13 - 4 * 3  # corners are round
    assert grow(square, {1}, -2).labels.area(1) == 25
    assert grow(square, {1}, -2).labels.area(2) == 30 * 40 - 25
    whole = grow(square, {2}, -2)
    assert whole.labels.at(0, 0) == 2  # the rim is no outline


def test_on_the_background(state):
    alone = made(np.pad(np.full((9, 9), 5), 3))
    after = grow(alone, {5}, -1)
    assert after.labels.area(5) == 49
    assert after.erased
    assert grow(alone, {5}, 1).labels.area(5) == 81 + 36
    assert not grow(alone, {5}, 1).erased


def test_locked_segments_lose_and_gain_nothing(state):
    held = described(state, {2}, locked=True)
    for after in (grow(held, {3}, 3), grow(held, {3}, -1), smooth(held, {3})):
        np.testing.assert_array_equal(after.labels.array() == 2, state.labels.array() == 2)
    with pytest.raises(EditError, match="locked"):
        grow(described(state, {3}, locked=True), {3}, 1)


def test_selected_segments_take_nothing_from_each_other(state):
    after = grow(state, {1, 3}, 2)
    assert after.labels.area(3) > state.labels.area(3)
    assert not ((after.labels.array() == 3) & (state.labels.array() == 1)).any()


def test_what_was_clicked_is_a_persons_work_now(state):
    clicked = described(state, {3}, clicks=Clicks(((15, 15, True),)))
    assert smooth(clicked, {3}).segments[3].clicks is None


def test_refusals(state):
    with pytest.raises(EditError, match="Nothing would be left of Segment 3"):
        grow(state, {3}, -9)
    for pixels in (0, 201, -201):
        with pytest.raises(EditError, match="1 to 200 pixels"):
            grow(state, {3}, pixels)
    with pytest.raises(EditError, match="Nothing to change"):
        smooth(made(np.ones((9, 9))), {1})
    with pytest.raises(EditError, match="Select a segment"):
        smooth(state, set())


@settings(deadline=None, max_examples=60)
@given(
    nps.arrays(np.int32, st.tuples(st.integers(1, 12), st.integers(1, 12)), elements=st.integers(0, 4)),
    st.sampled_from(
        [smooth, lambda state, numbers: grow(state, numbers, 1), lambda state, numbers: grow(state, numbers, -1)]
    ),
    st.sets(st.integers(1, 4)),
)
def test_other_segments_keep_the_labels_sound(labels, edit, locked):
    state = described(made(labels), locked, locked=True)
    numbers = set(state.segments) - locked
    try:
        after = edit(state, numbers)
    except EditError:
        return
    now = after.labels.array()
    assert {*np.unique(now).tolist()} - {0} == after.segments.keys()
    for number in locked & state.segments.keys():
        np.testing.assert_array_equal(now == number, labels == number)


def test_what_is_given_up_goes_to_the_nearest():
    old = np.array([[1, 3, 3, 3, 3, 2]], np.int32)
    takers = np.array([True, True, True, False])
    lost = old == 3
    assert outline_edits._handed_on(old, lost, takers).tolist() == [[1, 1, 1, 2, 2, 2]]
    assert outline_edits._handed_on(old, lost, np.zeros(4, bool)).tolist() == old.tolist()
