"""The session: what is open, results that arrive while a person goes on, undo of everything."""

import random
import threading

import numpy as np
import pytest

import segmenter
from segmenter.core.image import from_array
from segmenter.document import edits
from segmenter.document.label_map import Rectangle
from segmenter.errors import ParameterError
from segmenter.gui.session import solver
from segmenter.gui.session.document import document
from segmenter.gui.session.selection_edits import SelectionEdits


@pytest.fixture
def messages(session):
    heard = []
    session.said.connect(lambda message: heard.append(message.text))
    return heard


class Gate:
    """A stand-in for the numbers that waits, so that what happens meanwhile is in the test's hand."""

    def __init__(self, monkeypatch):
        self._segment, self._open = segmenter.segment, threading.Event()
        self.calls = []
        monkeypatch.setattr(solver.segmenter, "segment", self)

    def __call__(self, image, parameters, *, progress, **options):
        self.calls.append((image.shape, parameters))
        while not self._open.wait(0.001):
            progress("labels", 0.5)
        return self._segment(image, parameters, progress=progress, **options)

    def let_go(self):
        self._open.set()


def test_opening_shows_a_preview_and_then_the_final_result(qtbot, session, picture, settled):
    shown = []
    session.previewed.connect(lambda preview: shown.append("preview" if preview else "final"))
    session.show(document(from_array(picture)))
    assert session.state.labels is None
    settled(session)
    assert shown == ["preview", "final"]
    assert not session.state.stale
    expected = segmenter.segment(picture).labels
    assert np.array_equal(session.state.labels.array(), expected)
    assert session.document.history.undo_name is None
    assert not session.document.history.modified


def test_trying_keeps_nothing_and_setting_is_one_step(qtbot, opened, settled):
    before = opened.state
    with qtbot.waitSignal(opened.previewed) as heard:
        opened.try_parameters(k=5)
    assert heard.args[0] is opened.preview
    assert opened.state is before
    opened.set_parameters(k=5)
    settled(opened)
    assert opened.preview is None
    assert opened.state.parameters.labels.k == 5
    assert opened.document.history.undo_name == "k"
    opened.undo()
    assert opened.state.parameters.labels.k == 3
    assert np.array_equal(opened.state.labels.array(), before.labels.array())


def test_a_value_that_is_not_allowed_changes_nothing(opened, messages):
    before = opened.state
    opened.set_parameters(k=0)
    assert opened.state is before
    with pytest.raises(ParameterError) as refused:
        before.parameters.replace(k=0)
    assert messages == [str(refused.value)]


def test_previews_take_the_newest_and_release_preempts(qtbot, opened, settled, monkeypatch):
    gate = Gate(monkeypatch)
    for sigma in (4.0, 5.0, 6.0, 7.0):
        opened.try_parameters(sigma_intensity=sigma)
        qtbot.waitUntil(lambda: len(gate.calls) == 1)
    opened.set_parameters(sigma_intensity=7.0)
    gate.let_go()
    settled(opened)
    assert [parameters.affinity.sigma_intensity for _, parameters in gate.calls] == [4.0, 7.0]
    assert opened.state.solved.affinity.sigma_intensity == 7.0


def test_an_edit_during_a_solve_is_put_on_the_result(qtbot, opened, settled, monkeypatch):
    gate = Gate(monkeypatch)
    opened.set_parameters(k=2)
    qtbot.waitUntil(lambda: len(gate.calls) == 1)
    assert opened.edit("Delete", edits.delete, {3})
    hole = opened.state.labels.array() == 0
    assert hole.any()
    gate.let_go()
    settled(opened)
    assert not opened.state.stale
    assert np.array_equal(opened.state.labels.array() == 0, hole)
    opened.undo()  # to the parameters alone, which never had a result of their own
    settled(opened)
    assert not opened.state.stale
    assert not (opened.state.labels.array() == 0).any()


def test_a_result_for_parameters_that_were_undone_is_dropped(qtbot, opened, settled, monkeypatch):
    before = opened.state
    gate = Gate(monkeypatch)
    opened.set_parameters(k=2)
    qtbot.waitUntil(lambda: len(gate.calls) == 1)
    opened.undo()
    gate.let_go()
    settled(opened)
    assert opened.state is before


def test_another_image_meanwhile(qtbot, opened, settled, monkeypatch):
    gate = Gate(monkeypatch)
    opened.set_parameters(k=2)
    qtbot.waitUntil(lambda: len(gate.calls) == 1)
    opened.show(document(from_array(np.zeros((20, 30), np.uint8))))
    gate.let_go()
    settled(opened)
    assert opened.state.labels.shape == (20, 30)
    opened.show(None)
    assert opened.state.labels is None
    assert not opened.selection


def test_cancelling_leaves_the_earlier_result_until_it_is_solved(qtbot, opened, settled, monkeypatch):
    gate = Gate(monkeypatch)
    opened.set_parameters(k=2)
    qtbot.waitUntil(lambda: len(gate.calls) == 1)
    opened.cancel()
    assert opened.state.stale
    assert not opened.solver.busy
    gate.let_go()
    opened.solve()
    settled(opened)
    assert not opened.state.stale


def test_without_live_results_wait_to_be_asked_for(opened, settled):
    opened.set_live(False)
    opened.try_parameters(k=2)
    opened.set_parameters(k=2)
    settled(opened)
    assert opened.state.stale
    opened.set_live(True)
    settled(opened)
    assert not opened.state.stale
    assert len(opened.state.segments) == 2


def test_a_preview_cannot_be_edited_and_stays(qtbot, opened, settled, messages, monkeypatch):
    """An edit used to act on labels that nobody saw, and a refused one to take the preview away."""
    with qtbot.waitSignal(opened.previewed):
        opened.try_parameters(k=6)
    preview, before = opened.preview, opened.state
    gate = Gate(monkeypatch)
    opened.select({max(preview.segments)})
    SelectionEdits(opened).delete()
    assert len(messages) == 1
    assert "preview" in messages[0]
    assert opened.preview is preview
    assert opened.state.labels is before.labels
    gate.let_go()
    settled(opened)
    assert opened.preview is None
    assert opened.state.parameters.labels.k == 6


def test_back_where_it_was_nothing_is_left_of_a_trial(qtbot, opened, settled, messages):
    """A preview of what was tried on the way used to arrive after the release, and to stay for good."""
    before = opened.state
    opened.try_parameters(radius=7)
    opened.try_parameters(radius=before.parameters.affinity.radius)
    opened.set_parameters(radius=before.parameters.affinity.radius)
    settled(opened)
    assert opened.preview is None
    assert opened.trial is None
    assert opened.state is before


def test_a_step_there_and_back_during_a_solve_is_solved(qtbot, opened, settled, monkeypatch):
    """The trial stopped the solve, and the way back to equal parameters used to start none."""
    gate = Gate(monkeypatch)
    opened.set_parameters(k=2)
    qtbot.waitUntil(lambda: len(gate.calls) == 1)
    opened.try_parameters(k=3)
    opened.try_parameters(k=2)
    opened.settle()
    gate.let_go()
    settled(opened)
    assert not opened.outdated
    assert len(opened.state.segments) == 2


def test_undo_after_a_step_takes_back_the_step_alone(opened, settled):
    opened.select({1, 2})
    SelectionEdits(opened).merge()
    merged = opened.state
    opened.try_parameters(k=5)
    opened.undo()
    assert opened.state is merged
    assert opened.document.history.redo_name == "k"
    opened.settle()
    assert opened.document.history.redo_name == "k"


def test_esc_lets_controls_go_back_before_the_first_preview_came(opened):
    heard = []
    opened.previewed.connect(heard.append)
    opened.try_parameters(k=2)
    opened.cancel()
    assert heard == [None]


def test_a_redo_of_nothing_lets_a_solve_go_on(opened, settled):
    """The solve used to be stopped for good: what was shown stayed outdated."""
    opened.set_parameters(k=2)
    opened.redo()
    settled(opened)
    assert not opened.outdated
    assert len(opened.state.segments) == 2


def test_a_stroke_is_one_step(qtbot, opened):
    before = opened.state
    heard = []
    opened.strokes.drafted.connect(lambda state, part: heard.append(part))
    draft = before
    for left in range(10, 40, 10):
        part = Rectangle(5, left, 15, left + 10)
        draft = edits.paint(draft, 2, part, np.ones((10, 10), bool))
        opened.strokes.show(draft, part)
    assert opened.shown is draft
    assert opened.state is before
    opened.strokes.keep("Brush")
    assert len(heard) == 3
    assert opened.document.history.undo_name == "Brush"
    opened.undo()
    assert opened.state is before
    opened.strokes.show(draft, part)
    opened.strokes.drop()
    assert opened.shown is before


def test_chosen_colours_that_are_lost_can_be_taken_back(opened, settled, session):
    heard = []
    session.said.connect(heard.append)
    opened.describe("Colour", {1, 2, 3}, colour=(1, 2, 3))
    opened.set_parameters(k=1)
    settled(opened)
    assert len(heard) == 1
    assert "2 chosen colours" in heard[0].text
    heard[0].act()
    assert len(opened.state.segments) == 3


def test_fifty_mixed_steps_undone_and_redone(opened, settled):
    """Parameters, strokes, merges and names: each is a step, and the way back and forth changes nothing."""
    random.seed(3)
    states = [opened.state]
    for step in range(80):
        numbers = sorted(opened.state.segments)
        if step % 5 == 0:
            opened.set_parameters(k=5 if opened.state.parameters.labels.k != 5 else 7)
            settled(opened)
        elif step % 5 == 1:
            opened.describe("Rename", [random.choice(numbers)], name=f"name {step}")
        elif step % 5 == 2:
            opened.edit("Merge", edits.merge, set(random.sample(numbers, 2)))
        elif step % 5 == 3:
            opened.describe("Lock", [random.choice(numbers)], locked=step % 2 == 0)
        else:
            top, left = random.randrange(50), random.randrange(80)
            part = Rectangle(top, left, top + 10, left + 10)
            new = edits.paint(opened.state, opened.state.free_number(), part, np.ones((10, 10), bool))
            opened.strokes.show(new, part)
            opened.strokes.keep("Brush")
        if opened.state is not states[-1]:  # some merges are refused
            states.append(opened.state)
    assert len(states) > 50
    for expected in reversed(states[:-1]):
        opened.undo()
        settled(opened)
        assert opened.state is expected
    assert opened.document.history.undo_name == "Parameters"  # of the fixture
    for expected in states[1:]:
        opened.redo()
        settled(opened)
        assert opened.state is expected
    assert opened.document.history.modified
