"""Work away from the event loop: order, replacement, cancelling, failures, the end of the thread."""

import threading
import time
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from segmenter.gui.session.worker import PAUSE, TURN, Job, Worker


@pytest.fixture
def worker(qtbot):
    worker = Worker("test")
    yield worker
    worker.close()


class Script:
    """Jobs that wait to be let go, and what became of them."""

    def __init__(self):
        self.done, self.failed, self.ran = [], [], []
        self.gate = threading.Event()

    def job(self, kind, name, *, waits=False, raises=None):
        def work(check):
            self.ran.append(name)
            while waits and not self.gate.wait(0.001):
                check("work", 0.5)
            if raises is not None:
                raise raises
            return name

        return Job(kind, work, self.done.append, self.failed.append)


@pytest.fixture
def script():
    return Script()


def test_jobs_run_in_another_thread_and_end_in_this_one(qtbot, worker):
    threads = []
    job = Job("a", lambda check: threading.current_thread(), lambda ran: threads.append(ran), pytest.fail)
    worker.submit(job)
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert threads[0] is not threading.current_thread()


def test_the_newest_of_a_kind_waits_and_the_running_one_is_let_finish(qtbot, worker, script):
    worker.submit(script.job("preview", "first", waits=True))
    qtbot.waitUntil(lambda: script.ran == ["first"])
    for name in ("second", "third"):
        worker.submit(script.job("preview", name))
    worker.submit(script.job("other", "beside"))
    script.gate.set()
    qtbot.waitUntil(lambda: len(script.done) == 3)
    assert script.done == ["first", "third", "beside"]
    assert script.ran == ["first", "third", "beside"]


def test_what_an_outcome_changes_is_drawn_before_the_next_is_handed_over(qtbot, worker, script):
    order = []

    class Drawn(QObject):
        def event(self, event):
            order.append("drawn")
            return True

    def show(name):
        order.append(name)
        QCoreApplication.postEvent(canvas, QEvent(QEvent.Type.User))  # as what is to be painted is told

    canvas = Drawn()
    for name in ("list", "image", "last"):
        job = script.job(name, name, waits=name == "last")
        worker.submit(Job(job.kind, job.work, show, job.failed))
    while script.ran != ["list", "image", "last"]:  # without the event loop: two outcomes wait for it
        time.sleep(0.001)
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["list", "drawn", "image", "drawn"]


def test_cancelling_stops_the_running_job_and_drops_the_waiting_one(qtbot, worker, script):
    worker.submit(script.job("a", "running", waits=True))
    qtbot.waitUntil(lambda: script.ran == ["running"])
    worker.submit(script.job("a", "waiting"))
    worker.submit(script.job("b", "kept"))
    assert worker.busy("a")
    worker.cancel("a")
    assert not worker.busy("a")
    qtbot.waitUntil(lambda: script.done == ["kept"])
    assert script.ran == ["running", "kept"]
    assert not script.failed


def test_what_a_cancelled_job_returned_before_is_dropped_all_the_same(qtbot, worker, script):
    """The job has ended, but the event loop has not heard of it when it is cancelled."""
    worker.submit(script.job("a", "late"))
    while not script.ran:  # no events are handled here
        script.gate.wait(0.001)
    worker.cancel()
    worker.submit(script.job("b", "after"))
    qtbot.waitUntil(lambda: "after" in script.done)
    assert script.done == ["after"]


def test_failures_are_handed_over(qtbot, worker, script):
    error = ValueError("no")
    worker.submit(script.job("a", "bad", raises=error))
    worker.submit(script.job("b", "good"))
    qtbot.waitUntil(lambda: script.done == ["good"])
    assert script.failed == [error]


def test_progress_names_the_kind(qtbot, worker, script):
    with qtbot.waitSignal(worker.progressed) as heard:
        worker.submit(script.job("a", "slow", waits=True))
    assert heard.args == ["a", "work", 0.5]
    script.gate.set()
    qtbot.waitUntil(lambda: script.done == ["slow"])


def test_closing_cancels_and_ends_the_thread(qtbot, script):
    worker = Worker("closing")
    worker.submit(script.job("a", "endless", waits=True))
    qtbot.waitUntil(lambda: bool(script.ran))
    worker.close()
    assert not any(thread.name == "segmenter-closing" for thread in threading.enumerate())
    assert not script.done


@pytest.mark.parametrize("in_pieces", [True, False])
def test_who_reads_in_pieces_pauses_for_the_event_loop(qtbot, monkeypatch, in_pieces):
    """A check every millisecond, by a clock of its own: one pause in ten."""
    now, paused = [0.0], []
    clock = SimpleNamespace(monotonic=lambda: now[0], sleep=paused.append)
    monkeypatch.setattr("segmenter.gui.session.worker.time", clock)

    def work(check):
        for _ in range(100):
            now[0] += TURN / 10
            check("reading", 0.0)

    worker, ended = Worker("reader", in_pieces=in_pieces), []
    worker.submit(Job("read", work, ended.append, pytest.fail))
    qtbot.waitUntil(lambda: ended == [None])
    worker.close()
    assert set(paused) <= {PAUSE}
    assert 9 <= len(paused) <= 10 if in_pieces else not paused
