"""Which states hold the same work."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.document import edits
from segmenter.document.carry_over import carried_over
from segmenter.document.label_map import LabelMap
from segmenter.document.sameness import same_work
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.parameters import DEFAULTS

OTHER = DEFAULTS.replace(k=7)


def labels(seed=0):
    """Return labels of 1…6 in blocks, on more than one tile."""
    return np.random.default_rng(seed).permutation(np.arange(120) % 6 + 1).reshape(10, 12).repeat(60, 0).repeat(60, 1)


def solved(seed=0):
    found = labels(seed).astype(np.int32)
    return with_segments(State(solved=DEFAULTS), {each: Segment() for each in range(1, 7)}, LabelMap.of(found))


def asked(state, parameters):
    """Return a state with other parameters and their result."""
    found = labels(3 if parameters == OTHER else 0).astype(np.int32)
    return carried_over(replace(state, parameters=parameters), found, parameters)


CHANGES = [
    lambda state: replace(state, parameters=OTHER),
    lambda state: replace(state, pixel_size=PixelSize(1, 1, "µm")),
    lambda state: replace(state, classes=(SegmentClass(1, "cell", (1, 2, 3)),)),
    lambda state: described(state, [3], name="sky"),
    lambda state: described(state, [3], locked=True),
    lambda state: described(state, [3], colour=(9, 9, 9)),
    lambda state: described(state, [3], visible=False),
    lambda state: edits.merge(state, [2, 3]),
    lambda state: edits.delete(state, [3]),
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_person_does_is_work(change):
    assert not same_work(solved(), change(solved()))
    assert not same_work(change(solved()), solved())
    assert same_work(change(solved()), change(solved()))


@pytest.mark.parametrize("held", [lambda state: state, *CHANGES[3:5], *CHANGES[7:]])
def test_parameters_that_were_moved_and_brought_back_are_none(held):
    before = held(solved())
    moved = asked(before, OTHER)
    assert not same_work(before, moved)
    waiting = replace(moved, parameters=DEFAULTS)
    assert same_work(before, waiting), "the result follows"
    if not before.held and not before.erased:
        assert same_work(before, asked(moved, DEFAULTS))


def moved(state, number, to):
    """Return a state in which a pixel of a segment is another one's."""
    array = state.labels.array().copy()
    row, column = np.argwhere(array == number)[-1]
    array[row, column] = to
    return replace(state, labels=LabelMap.of(array))


def test_held_pixels_are_looked_at_and_others_where_both_are_final():
    before = described(solved(), [3], locked=True)
    assert not same_work(before, moved(before, 3, 4))
    assert not same_work(before, moved(before, 5, 4))
    assert same_work(before, replace(moved(before, 5, 4), solved=OTHER)), "the result follows"
    assert not same_work(before, replace(moved(before, 3, 4), solved=OTHER))
    assert same_work(before, replace(before, labels=LabelMap.of(before.labels.array().copy())))


def test_numbers_put_in_order_are_work():
    before = described(edits.delete(solved(), [1]), [3], name="sky")
    assert not same_work(before, edits.renumbered(before))


def test_before_the_first_result():
    assert same_work(State(), State())
    assert not same_work(State(), State(parameters=OTHER))
    assert not same_work(State(erased=True), replace(solved(), erased=True))
