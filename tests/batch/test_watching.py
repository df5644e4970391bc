"""What is being worked on, whoever does it."""

import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from segmenter.batch.dispatch import dispatch
from segmenter.batch.watching import Watch
from segmenter.batch.workers import Workers


class Slow(Executor):
    """Does nothing by itself: its futures are ended by the test."""

    def __init__(self):
        self.futures, self.halted = [], False

    def submit(self, function, *arguments):
        self.futures.append(Future())
        return self.futures[-1]

    def halt(self):
        self.halted = True

    def shutdown(self, wait=True):
        self.over = wait


@pytest.fixture
def slow():
    return Slow()


def watched(slow, slots):
    watch = Watch()
    return watch, watch.over(Workers(lambda: slow, None, slots=lambda: slots)).start()


def test_of_two_jobs_of_a_process_the_second_waits(slow, jobs):
    first, second, third = jobs(3)
    watch, executor = watched(slow, 2)
    executor.submit(None, first, False)
    executor.submit(None, second, False)
    assert watch.now() == [first]
    slow.futures[0].set_result(None)
    assert watch.now() == [second]
    executor.submit(None, third, False)
    slow.futures[1].set_result(None)
    assert watch.now() == [third]
    slow.futures[2].set_exception(RuntimeError())
    assert watch.now() == []


def test_half_of_what_a_cluster_has_is_begun(slow, jobs):
    watch, executor = watched(slow, 4)
    made = jobs(4)
    for job in made:
        executor.submit(None, job, False)
    assert watch.now() == made[:2]
    slow.futures[1].set_result(None)
    assert watch.now() == [made[0], made[2]]


def test_what_is_not_taken_is_not_begun(slow, job):
    def refuse(*_):
        raise RuntimeError

    watch, executor = watched(slow, 1)
    slow.submit = refuse
    with pytest.raises(RuntimeError):
        executor.submit(None, job, False)
    assert watch.now() == []


def test_halting_and_ending_are_passed_on_as_far_as_they_are_known(slow):
    watched(slow, 1)[1].halt()
    assert slow.halted
    watched(slow, 1)[1].shutdown()
    assert slow.over
    with ThreadPoolExecutor() as other:
        watched(other, 1)[1].halt()


def test_while_a_job_is_done_it_is_begun(jobs):
    seen, watch = [], Watch()
    workers = Workers(lambda: ThreadPoolExecutor(1), lambda job, alone: seen.append(watch.now()))
    made = jobs(3)
    nothing = threading.Event()
    dispatch(made, watch.over(workers), lambda _: None, nothing, nothing)
    assert seen == [[job] for job in made]
    assert watch.now() == []
