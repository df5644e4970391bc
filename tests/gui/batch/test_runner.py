"""A batch in the background: planned, looked through, carried out, paused, stopped."""

import threading
from dataclasses import replace

import pytest

from segmenter.batch import workers
from segmenter.errors import BatchError
from segmenter.gui.batch import runner as batch_runner
from segmenter.gui.batch import spec as batch_spec
from segmenter.gui.batch.runner import BatchRunner
from segmenter.gui.batch.spec import BatchSpec
from segmenter.parameters import DEFAULTS

QUICK = DEFAULTS.replace(method="kmeans", k=3, eigenvectors=6, radius=1)


@pytest.fixture
def order(photos, tmp_path, monkeypatch):
    """Return what to do, in this process."""
    monkeypatch.setattr(batch_spec, "processes", lambda _: workers.inline(threading.Event()))
    return BatchSpec(photos, tmp_path / "out", QUICK, ("labels", "recipe"))


@pytest.fixture
def runner(qtbot):
    runner = BatchRunner()
    yield runner
    runner.close()


@pytest.fixture
def planned(qtbot, runner, order):
    """Return a runner that has planned."""
    with qtbot.waitSignals([runner.planned, runner.surveyed]):
        runner.make_plan(order)
    return runner


@pytest.fixture
def gate(monkeypatch):
    """Let every job wait until the gate is open."""
    gate, process = threading.Event(), workers.process

    def waiting(job, check):
        assert gate.wait(20)
        return process(job, check)

    monkeypatch.setattr(workers, "process", waiting)
    yield gate
    gate.set()


def test_planning(qtbot, runner, order):
    with qtbot.waitSignal(runner.planned) as planned, qtbot.waitSignal(runner.surveyed) as surveyed:
        runner.make_plan(order)
    (plan,), (known,) = planned.args, surveyed.args
    assert plan is runner.plan
    assert [job.image.name for job in plan.jobs] == ["broken.png", "photo1.png", "photo2.png", "photo3.png"]
    assert (known.jobs, known.looked, known.finished) == (4, 4, 0)


def test_a_plan_that_cannot_be(qtbot, runner, order):
    with qtbot.waitSignal(runner.refused) as told:
        runner.make_plan(replace(order, pattern="*.xyz"))
    assert isinstance(told.args[0], BatchError)
    assert runner.plan is None
    runner.start()
    assert not runner.running


def test_only_the_newest_plan_counts(qtbot, runner, order):
    plans = []
    runner.planned.connect(plans.append)
    for k in (3, 4, 5):
        runner.make_plan(replace(order, preset=QUICK.replace(k=k)))
    qtbot.waitUntil(lambda: runner.plan is not None)
    assert [plan.jobs[0].parameters.labels.k for plan in plans] == [5]
    runner.make_plan(None)
    assert runner.plan is None


def test_looking_through_a_large_folder_is_told_about_on_the_way(qtbot, runner, order, monkeypatch):
    monkeypatch.setattr(batch_runner, "PERIOD", 0.0)
    known = []
    runner.surveyed.connect(known.append)
    runner.make_plan(order)
    qtbot.waitUntil(lambda: len(known) == 5)
    assert [each.looked for each in known] == [1, 2, 3, 4, 4]


def test_carrying_it_out(qtbot, planned, order):
    reports = []
    planned.moved.connect(reports.extend)
    with qtbot.waitSignal(planned.ended, timeout=20_000) as told:
        planned.start()
        assert planned.running
    assert told.args == [None]
    assert not planned.running
    assert [report.status for report in reports] == ["failed", "done", "done", "done"]
    assert (planned.progress.done, planned.progress.failed) == (3, 1)
    assert (order.out / "photo3_labels.png").is_file()
    with qtbot.waitSignal(planned.surveyed) as told:
        planned.make_plan(order)
    assert told.args[0].finished == 3


def test_what_is_under_way(qtbot, planned, gate):
    assert planned.under_way == []
    planned.start()
    qtbot.waitUntil(lambda: [job.image.name for job in planned.under_way] == ["broken.png"])
    with qtbot.waitSignal(planned.ended, timeout=20_000):
        gate.set()
    assert planned.under_way == []


def test_pause_and_resume(qtbot, planned, gate):
    planned.start()
    qtbot.waitUntil(lambda: planned.under_way != [])
    with qtbot.waitSignal(planned.changed):
        planned.pause(True)
    gate.set()
    qtbot.waitUntil(lambda: planned.progress.ended == 1)
    with qtbot.assertNotEmitted(planned.ended, wait=300):
        pass
    assert (planned.paused, planned.progress.ended) == (True, 1)
    with qtbot.waitSignal(planned.ended, timeout=20_000):
        planned.pause(False)
    assert planned.progress.ended == 4
    assert not planned.paused


def test_a_pause_does_not_count_as_work(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(batch_runner.time, "monotonic", lambda: now[0])
    clock = batch_runner._Clock()
    for seconds, rest in ((10, True), (50, True), (50, False), (5, False)):
        now[0] += seconds
        clock.rest(rest)
    assert clock.seconds == 15


def test_cancel_while_paused(qtbot, planned, gate):
    planned.start()
    qtbot.waitUntil(lambda: planned.under_way != [])
    planned.pause(True)
    gate.set()
    with qtbot.waitSignal(planned.ended, timeout=5000) as told:
        planned.cancel()
        assert planned.stopping
    assert told.args == [None]
    assert planned.progress.ended <= 1
    assert not planned.paused


def test_what_is_stopped_on_its_way_is_said_to_run_no_more(qtbot, planned, gate):
    running = []
    planned.start()
    qtbot.waitUntil(lambda: planned.under_way != [])
    planned._under_way["killed.png", 1] = planned.under_way[0]  # a dead process reports nothing
    planned.moved.connect(lambda _: running.append(len(planned.under_way)))
    with qtbot.waitSignal(planned.ended, timeout=20_000):
        planned.cancel()
        gate.set()
    assert running[-1] == 0


def test_the_next_start_does_the_rest(qtbot, planned, order, gate):
    planned.start()
    qtbot.waitUntil(lambda: planned.under_way != [])
    planned.cancel()
    with qtbot.waitSignal(planned.ended, timeout=20_000):
        gate.set()
    with qtbot.waitSignal(planned.planned):
        planned.make_plan(order)
    with qtbot.waitSignal(planned.ended, timeout=20_000):
        planned.start()
    assert planned.progress.ended == 4
    assert not planned.stopping


def test_what_ends_it_is_told(qtbot, planned, order):
    order.out.write_text("in the way")
    with qtbot.waitSignal(planned.ended, timeout=20_000) as told:
        planned.start()
    assert isinstance(told.args[0], BatchError)
    assert not planned.running


def test_closing_in_the_middle_of_the_work(qtbot, planned, gate):
    planned.start()
    qtbot.waitUntil(lambda: planned.under_way != [])
    gate.set()
    planned.close()
    with qtbot.assertNotEmitted(planned.ended, wait=50):
        pass
