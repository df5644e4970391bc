"""Jobs to executors, reports back: retries, limits, stopping, whatever the executor."""

import threading
from concurrent.futures import CancelledError, Executor, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import pytest

from segmenter.batch import dispatch as module
from segmenter.batch.dispatch import dispatch
from segmenter.batch.estimate import Cost
from segmenter.batch.workers import Workers
from segmenter.jobs.job import Report


def done(job, **changes):
    return Report(str(job.image), job.page + 1, job.pages, "done", files=(job.stem,), **changes)


class Lazy(Executor):
    """Keeps what it is given, until a test says what becomes of it."""

    def __init__(self):
        self.given = []
        self.closed = False

    def submit(self, function, job, alone):
        future = Future()
        self.given.append((job, alone, future))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.closed = True


class Script:
    """Workers whose executors answer as a script says: the stem of a job → what becomes of it, each time."""

    def __init__(self, script=(), *, executors=1, at_once=1, memory=None):
        self.script = {stem: list(answers) for stem, answers in dict(script).items()}
        self.executors, self.begun, self.told, self.most = [], [], [], 0
        self.workers = Workers(self.start, None, executors, lambda: at_once, memory)

    def start(self):
        executor = Lazy()
        submit = executor.submit

        def counted(function, job, alone):
            future = submit(function, job, alone)
            self.begun.append((job.stem, alone))
            flying = [f for e in self.executors for *_, f in e.given if not f.done()]
            self.most = max(self.most, len(flying))
            return future

        executor.submit = counted
        self.executors.append(executor)
        return executor

    def answer(self, *_, **__):
        """Let the first job that was handed over end: in place of waiting."""
        for executor in self.executors:
            for job, _, future in executor.given:
                if future.done():
                    continue
                answers = self.script.get(job.stem)
                outcome = answers.pop(0) if answers else done(job)
                if isinstance(outcome, BrokenProcessPool):
                    for *_, other in executor.given:
                        if not other.done():
                            other.set_exception(outcome)
                elif isinstance(outcome, BaseException):
                    future.set_exception(outcome)
                else:
                    future.set_result(outcome)
                return


@pytest.fixture
def play(monkeypatch):
    def run(script, jobs, stop=None, pause=None, on_report=None):
        reports = []
        monkeypatch.setattr(module, "wait", script.answer)
        stop, pause = stop or threading.Event(), pause or threading.Event()
        dispatch(jobs, script.workers, script.told.append, on_report or reports.append, stop, pause)
        assert all(executor.closed for executor in script.executors)
        return reports

    return run


def stems(reports):
    return [report.files[0] for report in reports if report.status == "done"]


def dead():
    return BrokenProcessPool("a process died")


def test_every_job_once(play, jobs):
    script = Script(executors=2)
    assert sorted(stems(play(script, jobs(9)))) == [f"job{number}" for number in range(9)]
    assert len(script.begun) == 9
    assert len(script.executors) == 2
    assert [job.stem for job in script.told] == [stem for stem, _ in script.begun]


@pytest.mark.parametrize(("executors", "at_once"), [(1, 1), (2, 1), (1, 3)])
def test_as_many_jobs_are_handed_over_as_are_worked_on(play, jobs, executors, at_once):
    script = Script(executors=executors, at_once=at_once)
    play(script, jobs(30))
    assert script.most == executors * at_once


def test_no_more_executors_than_jobs(play, jobs):
    script = Script(executors=8)
    play(script, jobs(2))
    assert len(script.executors) == 2


def test_a_process_that_dies_costs_only_the_job_it_was_at_a_second_try(play, jobs):
    script = Script({"job1": [dead()]})
    assert sorted(stems(play(script, jobs(5)))) == [f"job{number}" for number in range(5)]
    assert len(script.executors) == 2
    begun = [stem for stem, _ in script.begun]
    assert {stem: begun.count(stem) for stem in begun} == {"job0": 1, "job1": 2, "job2": 1, "job3": 1, "job4": 1}


def test_a_job_that_kills_its_process_twice_has_failed(play, jobs):
    script = Script({"job1": [dead(), dead()], "job2": [dead()]})
    reports = play(script, jobs(4))
    assert sorted(stems(reports)) == ["job0", "job2", "job3"]
    (failed,) = (report for report in reports if report.status == "failed")
    assert failed.error.endswith("failed: the process that worked on it died, 2 times.")
    assert len(script.executors) == 4


def test_a_dead_process_costs_other_processes_nothing(play, jobs):
    script = Script({"job0": [dead()]}, executors=2)
    play(script, jobs(8))
    assert len(script.executors) == 3
    assert len(script.begun) == 8 + 1  # the job it was at


def test_a_job_is_handed_to_a_process_that_turns_out_to_be_dead(play, jobs):
    script = Script()
    start, broken = script.workers.start, []

    def start_broken():
        executor = start()
        if not broken:
            broken.append(executor)
            executor.submit = lambda *_: (_ for _ in ()).throw(dead())
        return executor

    script.workers = replace(script.workers, start=start_broken)
    assert len(play(script, jobs(3))) == 3
    assert len(script.executors) == 2


def test_a_process_dies_while_jobs_are_handed_to_it(play, jobs):
    script = Script({"job0": [dead()]})
    start = script.workers.start

    def start_dying():
        executor = start()
        submit = executor.submit

        def once(function, job, alone):
            if executor is script.executors[0] and executor.given:
                raise dead()
            return submit(function, job, alone)

        executor.submit = once
        return executor

    script.workers = replace(script.workers, start=start_dying)
    assert sorted(stems(play(script, jobs(4)))) == [f"job{number}" for number in range(4)]
    assert len(script.executors) == 2


@pytest.mark.parametrize("lost", [CancelledError(), ZeroDivisionError("x")])
def test_jobs_that_are_lost_elsewhere(play, jobs, lost):
    script = Script({"job0": [lost, lost]})
    reports = play(script, jobs(2))
    (failed,) = (report for report in reports if report.status == "failed")
    assert failed.error.startswith(f"{failed.image} failed: the process that worked on it")
    retried = isinstance(lost, CancelledError)
    assert [stem for stem, _ in script.begun].count("job0") == 1 + retried
    assert ("ZeroDivisionError: x" in failed.error) != retried


class TestMemory:
    @pytest.fixture(autouse=True)
    def costs(self, monkeypatch):
        sizes = {"job2": 900}
        monkeypatch.setattr(module, "cost", lambda job: Cost(1, 1.0, sizes.get(job.stem, 100)))

    def test_jobs_at_once_follow_from_their_memory(self, play, jobs):
        script = Script(executors=4, memory=250)
        play(script, [job for job in jobs(9) if job.stem != "job2"])
        assert script.most == 2

    def test_a_large_job_waits_until_it_is_alone_and_may_use_all_processors(self, play, jobs):
        script = Script(executors=4, memory=500)
        assert len(play(script, jobs(6))) == 6
        assert [stem for stem, _ in script.begun] == [f"job{number}" for number in range(6)]
        assert [stem for stem, alone in script.begun if alone] == ["job2"]

    def test_nobody_counts_where_no_limit_is_known(self, play, jobs, monkeypatch):
        monkeypatch.setattr(module, "cost", None)
        assert len(play(Script(), jobs(3))) == 3


class TestStopping:
    def test_what_waits_is_forgotten(self, play, jobs):
        stop, reports = threading.Event(), []

        def ended(report):
            reports.append(report)
            if len(reports) == 3:
                stop.set()

        script = Script()
        play(script, jobs(50), stop, on_report=ended)
        assert len(reports) == 3
        assert len(script.begun) <= 5
        assert all(future.done() for executor in script.executors for *_, future in executor.given)

    def test_what_ends_in_time_is_reported(self, play, jobs):
        stop, reports = threading.Event(), []
        script = Script()
        answer = script.answer

        def last(*_):
            answer()
            stop.set()

        script.answer = last
        play(script, jobs(5), stop, on_report=reports.append)
        assert stems(reports) == ["job0"]

    def test_before_anything_began(self, play, jobs):
        stop = threading.Event()
        stop.set()
        script = Script()
        assert play(script, jobs(3), stop) == []
        assert script.begun == []

    def test_executors_that_can_are_told_when_something_goes_wrong(self, play, jobs):
        script, halted = Script(), []
        start = script.workers.start

        def with_halt():
            executor = start()
            executor.halt = lambda: halted.append(executor)
            return executor

        script.workers = replace(script.workers, start=with_halt)

        def fail(_):
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            play(script, jobs(3), on_report=fail)
        assert halted == script.executors
        assert all(executor.closed for executor in script.executors)


def test_pausing_lets_nothing_begin(play, jobs, monkeypatch):
    pause, stop, reports = threading.Event(), threading.Event(), []
    begun_while_paused = []

    class Stop:
        """Goes on after having been waited for three times."""

        waits = 0

        def is_set(self):
            return False

        def wait(self, _):
            begun_while_paused.append(len(script.begun))
            self.waits += 1
            if self.waits == 3:
                pause.clear()

    def ended(report):
        reports.append(report)
        if len(reports) == 1:
            pause.set()

    script = Script()
    play(script, jobs(4), Stop(), pause, ended)
    assert len(reports) == 4
    assert begun_while_paused == [1, 1, 1]
    assert not stop.is_set()
