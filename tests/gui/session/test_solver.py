"""What is solved, and when."""

import threading

import pytest

from segmenter.core.image import from_array
from segmenter.document.state import State
from segmenter.gui.session import solver as module
from segmenter.gui.session.document import document
from segmenter.gui.session.solver import Solver
from segmenter.parameters import DEFAULTS
from segmenter.progress import Cancelled


@pytest.fixture
def solver(qtbot):
    solver = Solver()
    yield solver
    solver.close()


@pytest.fixture
def opened_document(picture):
    return document(from_array(picture), State(parameters=DEFAULTS.replace(k=3, minimum_region=20)))


@pytest.fixture
def gate(monkeypatch):
    """Hold every solve until it is let go or cancelled; return what was asked for and how to let go."""
    asked, begun, release = [], threading.Event(), threading.Event()
    segment = module.segmenter.segment

    def held(image, parameters, *, progress, **options):
        asked.append((parameters.labels.k, "keep_eigenvectors" in options))
        begun.set()
        while not release.wait(0.005):
            progress("features", 0.0)
        return segment(image, parameters, progress=progress, **options)

    monkeypatch.setattr(module.segmenter, "segment", held)
    held.asked, held.begun, held.release = asked, begun, release
    return held


def with_k(k):
    return DEFAULTS.replace(k=k, minimum_region=20)


def test_a_preview_and_a_final_result(qtbot, solver, opened_document):
    state = opened_document.history.state
    with qtbot.waitSignal(solver.previewed) as previewed:
        solver.preview(opened_document, state, with_k(2))
    outcome = previewed.args[0]
    assert outcome.document is opened_document
    assert outcome.start is state
    assert outcome.state.solved == with_k(2)
    assert len(outcome.state.segments) == 2
    with qtbot.waitSignal(solver.solved) as solved:
        solver.solve(opened_document, state)
    outcome = solved.args[0]
    assert outcome.state.labels.shape == opened_document.image.shape
    assert not outcome.state.stale
    assert outcome.segmentation.eigenvectors is not None
    qtbot.waitUntil(lambda: not solver.busy)


def test_labels_that_are_right_already_stay_the_same_object(qtbot, solver, opened_document):
    with qtbot.waitSignal(solver.solved) as solved:
        solver.solve(opened_document, opened_document.history.state)
    known = solved.args[0].state
    with qtbot.waitSignal(solver.solved) as solved:
        solver.solve(opened_document, known)
    assert solved.args[0].state is known


def test_eigenvectors_of_large_graphs_are_not_kept(qtbot, solver, opened_document, monkeypatch):
    monkeypatch.setattr(module, "MAX_LOOKED_AT", 100)
    state = State(parameters=with_k(3).replace(reduction=1))
    with qtbot.waitSignal(solver.solved) as solved:
        solver.solve(opened_document, state)
    assert solved.args[0].segmentation.eigenvectors is None


def test_of_many_previews_the_running_one_and_the_newest_are_shown(qtbot, solver, opened_document, gate):
    shown = []
    solver.previewed.connect(lambda outcome: shown.append(outcome.state.solved.labels.k))
    state = opened_document.history.state
    solver.preview(opened_document, state, with_k(2))
    qtbot.waitUntil(gate.begun.is_set)
    for k in range(3, 9):
        solver.preview(opened_document, state, with_k(k))
    gate.release.set()
    qtbot.waitUntil(lambda: not solver.busy)
    assert shown == [2, 8]


def test_a_preview_stops_a_final_result(qtbot, solver, opened_document, gate):
    finals = []
    solver.solved.connect(finals.append)
    solver.solve(opened_document, opened_document.history.state)
    qtbot.waitUntil(gate.begun.is_set)
    assert solver.solving
    gate.begun.clear()
    solver.preview(opened_document, opened_document.history.state, with_k(2))
    assert not solver.solving
    qtbot.waitUntil(gate.begun.is_set)
    gate.release.set()
    qtbot.waitUntil(lambda: not solver.busy)
    assert finals == []
    assert gate.asked == [(3, True), (2, False)]


def test_a_final_result_stops_previews(qtbot, solver, opened_document, gate):
    previews = []
    solver.previewed.connect(previews.append)
    solver.preview(opened_document, opened_document.history.state, with_k(2))
    solver.preview(opened_document, opened_document.history.state, with_k(4))
    qtbot.waitUntil(gate.begun.is_set)
    with qtbot.waitSignal(solver.solved):
        solver.solve(opened_document, opened_document.history.state)
        gate.release.set()
    assert previews == []


def test_cancelling_leaves_nothing_to_come(qtbot, solver, opened_document, gate):
    told = []
    for signal in (solver.previewed, solver.solved, solver.failed):
        signal.connect(told.append)
    solver.solve(opened_document, opened_document.history.state)
    qtbot.waitUntil(gate.begun.is_set)
    solver.cancel()
    assert not solver.busy
    solver.close()
    assert told == []


def test_errors_are_told(qtbot, solver, opened_document, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("nobody expected this")

    monkeypatch.setattr(module.segmenter, "segment", fail)
    with qtbot.waitSignal(solver.failed) as failed:
        solver.solve(opened_document, opened_document.history.state)
    assert str(failed.args[0]) == "nobody expected this"
    qtbot.waitUntil(lambda: not solver.busy)


def test_a_cancelled_solve_is_no_error(qtbot, solver, opened_document, monkeypatch):
    told = []

    def stop(*_, **__):
        raise Cancelled

    monkeypatch.setattr(module.segmenter, "segment", stop)
    solver.failed.connect(told.append)
    solver.solve(opened_document, opened_document.history.state)
    qtbot.waitUntil(lambda: not solver.busy)
    assert told == []


def test_progress_is_of_final_results_only(qtbot, solver, opened_document, monkeypatch):
    monkeypatch.setattr("segmenter.gui.session.worker.REPORTS", 0)
    told = []
    solver.progressed.connect(lambda stage, fraction: told.append(stage))
    with qtbot.waitSignal(solver.previewed):
        solver.preview(opened_document, opened_document.history.state, with_k(2))
    assert told == []
    with qtbot.waitSignal(solver.solved):
        solver.solve(opened_document, opened_document.history.state)
    assert {"affinity", "eigenvectors"} <= set(told)


def test_preparing_is_work_like_any_other(qtbot, solver):
    solver.prepare()
    assert solver.busy
    assert not solver.solving
    qtbot.waitUntil(lambda: not solver.busy)
