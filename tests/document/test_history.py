"""Undo and redo."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segmenter.core.classes import SegmentClass
from segmenter.document import edits
from segmenter.document.carry_over import carried_over
from segmenter.document.history import History
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.document.state import Segment, State, described, solo, with_segments
from segmenter.errors import EditError
from segmenter.parameters import DEFAULTS


def first(seed=0, shape=(40, 50)):
    cells = np.arange(shape[0] * shape[1] // 100, dtype=np.int32) % 6 + 1
    labels = np.random.default_rng(seed).permutation(cells).reshape(shape[0] // 10, shape[1] // 10)
    labels = labels.repeat(10, axis=0).repeat(10, axis=1)
    return with_segments(State(solved=DEFAULTS), {number: Segment() for number in range(1, 7)}, LabelMap.of(labels))


def test_there_and_back():
    states = [State(parameters=DEFAULTS.replace(k=k)) for k in (2, 3, 4)]
    history = History(states[0])
    assert (history.undo_name, history.redo_name) == (None, None)
    history.push(states[1], "Three")
    history.push(states[2], "Four")
    assert history.undo_name == "Four"
    assert history.undo() is states[1]
    assert (history.undo_name, history.redo_name) == ("Three", "Four")
    assert history.undo() is states[0]
    assert history.undo() is states[0]
    assert history.redo() is states[1]
    assert history.redo() is states[2]
    assert history.redo() is states[2]


def test_what_a_step_did_to_other_images_goes_and_comes_with_it():
    told = []
    history = History(State(parameters=DEFAULTS.replace(k=2)))
    history.push(State(parameters=DEFAULTS.replace(k=3)), "Three")
    history.reach_beyond(told.append)
    history.push(State(parameters=DEFAULTS.replace(k=4)), "Four")
    history.undo()
    assert told == [True], "another step is taken back"
    history.amend(State(parameters=DEFAULTS.replace(k=3), solved=DEFAULTS))
    history.undo()
    history.undo()
    assert told == [True, False]
    history.redo()
    history.redo()
    history.redo()
    assert told == [True, False, True]


def test_a_new_step_ends_what_was_undone():
    history = History(State())
    history.push(State(), "One")
    history.undo()
    history.push(State(), "Two")
    assert history.redo_name is None
    assert history.undo_name == "Two"


def test_what_is_on_the_disk():
    history = History(State())
    assert not history.modified
    history.push(State(parameters=DEFAULTS.replace(k=3)), "k")
    assert history.modified
    history.mark_saved(history.state)
    assert not history.modified
    history.undo()
    assert history.modified
    history.redo()
    assert not history.modified
    history.mark_saved(None)
    assert history.modified


def test_a_result_is_no_step():
    history = History(State())
    history.push(State(parameters=DEFAULTS.replace(k=3)), "k")
    history.mark_saved(history.state)
    result = first()
    history.amend(result)
    assert history.state is result
    assert history.undo_name == "k"
    assert not history.modified
    history.undo()
    assert history.redo() is result


class TestBudget:
    def test_the_oldest_go_first(self):
        state = first()
        size = state.labels.array().nbytes
        history = History(state, budget=3 * size + 10)
        for seed in range(1, 6):
            history.push(first(seed), f"Step {seed}")
        assert history.undo_name == "Step 5"
        assert len(steps_back(history)) == 2
        assert history.undo_name is None

    def test_one_step_back_is_always_left(self):
        history = History(first(), budget=0)
        for seed in range(1, 4):
            history.push(first(seed), "Step")
        assert len(steps_back(history)) == 1

    def test_what_is_shared_counts_once(self):
        state = first()
        history = History(state, budget=2 * state.labels.array().nbytes)
        for number in range(100):
            state = described(state, [1], name=str(number))
            history.push(state, "Rename")
        assert len(steps_back(history)) == 100

    def test_a_result_counts(self):
        size = first().labels.array().nbytes
        history = History(State(), budget=2 * size)
        for seed in range(6):
            history.push(replace(history.state, parameters=DEFAULTS.replace(k=seed + 2)), "k")
            history.amend(first(seed))
        assert len(steps_back(history)) == 1

    def test_a_result_in_the_middle(self):
        state = first()
        history = History(State(), budget=10**9)
        history.push(State(), "k")
        history.push(state, "Rename")
        history.undo()
        history.amend(state)
        assert sum(step.added for step in history._steps) == state.labels.array().nbytes


def steps_back(history):
    """Undo as far as possible; return the states on the way."""
    states = []
    while history.undo_name is not None:
        states.append(history.undo())
    return states


PARTS = st.tuples(st.integers(0, 30), st.integers(0, 40), st.integers(1, 10), st.integers(1, 10))
CHOSEN = st.lists(st.integers(1, 9), min_size=1, max_size=3)
STEPS = st.one_of(
    st.tuples(st.just("merge"), CHOSEN),
    st.tuples(st.just("delete"), CHOSEN),
    st.tuples(st.just("split_pieces"), CHOSEN),
    st.tuples(st.just("fill_holes"), CHOSEN),
    st.tuples(st.just("absorb"), CHOSEN),
    st.tuples(st.just("paint"), st.integers(0, 9), PARTS),
    st.tuples(st.just("split"), st.integers(1, 9), PARTS),
    st.tuples(st.just("name"), CHOSEN, st.text(max_size=3)),
    st.tuples(st.just("lock"), CHOSEN, st.booleans()),
    st.tuples(st.just("solo"), st.integers(1, 9)),
    st.tuples(st.just("parameters"), st.integers(0, 2**20)),
)


def step(state, what, *arguments):
    """Do one of the mixed steps; an edit that is refused, or of segments that are not there, changes nothing."""
    try:
        if what in ("merge", "delete", "split_pieces", "fill_holes", "absorb"):
            return getattr(edits, what)(state, arguments[0])
        if what in ("paint", "split"):
            top, left, height, width = arguments[1]
            part = Rectangle(top, left, top + height, left + width)
            after = getattr(edits, what)(state, arguments[0], part, np.ones((height, width), bool))
            return edits.settled(after)
    except (EditError, KeyError):
        return state
    if what == "parameters":
        return carried_over(state, first(arguments[0]).labels.array(), DEFAULTS.replace(seed=arguments[0]))
    if what == "solo":
        return solo(state, arguments[0])
    return described(state, arguments[0], **{what if what == "name" else "locked": arguments[1]})


@settings(max_examples=10, deadline=None)
@given(st.lists(STEPS, min_size=50, max_size=50), st.randoms(use_true_random=False))
def test_fifty_mixed_steps_undone_and_redone(monkeypatch_tiles, taken, chance):
    history = History(first())
    told = [copy_of(history.state)]
    for what, *arguments in taken:
        history.push(step(history.state, what, *arguments), what)
        told.append(copy_of(history.state))
    at = 50
    for _ in range(200):
        forwards = chance.random() < 0.5
        at = min(at + 1, 50) if forwards else max(at - 1, 0)
        state = history.redo() if forwards else history.undo()
        assert copy_of(state) == told[at]
    for expected in told[:at][::-1]:
        assert copy_of(history.undo()) == expected
    for expected in told[1:]:
        assert copy_of(history.redo()) == expected


def test_classes_of_the_project_are_those_of_every_step():
    state = State()
    history = History(state)
    history.push(replace(state, erased=True), "a")
    history.undo()
    cell = (SegmentClass(1, "cell", (1, 2, 3)),)
    history.take_classes(cell)
    assert not history.modified
    assert [history.state.classes, history.redo().classes] == [cell, cell]
    assert history.modified
    state = history.state
    history.take_classes(cell)
    assert history.state is state


def copy_of(state):
    """Return everything a state says, apart from any memory it shares."""
    present = np.flatnonzero(state.labels.areas()).tolist()
    assert {*present} - {0} == state.segments.keys()
    return state.labels.array().tobytes(), dict(state.segments), state.parameters, state.solved, state.erased


@pytest.fixture(scope="module")
def monkeypatch_tiles():
    """Make tiles small, so that these images have many."""
    from segmenter.document import label_map

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(label_map, "TILE", 16)
        yield
