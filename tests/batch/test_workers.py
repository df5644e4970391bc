"""Who does the jobs: real processes, killed for real."""

import os
import signal
import sys
import threading
import time
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow
from threadpoolctl import threadpool_info

from segmenter.batch import workers as module
from segmenter.batch.workers import inline, processes
from segmenter.core.solver.blocks import processors
from segmenter.progress import Cancelled

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")


def wait_for(condition):
    limit = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < limit
        time.sleep(0.01)


@pytest.fixture
def worker():
    executor = module._Worker()
    yield executor
    executor.halt()
    executor.shutdown()


def test_how_many(monkeypatch):
    three = processes(3)
    assert (three.executors, three.at_once(), three.memory) == (3, 1, None)
    monkeypatch.setattr(module.memory, "available", lambda: 1000)
    assert (processes().executors, processes().memory) == (processors(), 800)
    monkeypatch.setattr(module.memory, "available", lambda: None)
    assert processes().memory is None


def test_a_worker_is_another_process_of_one_thread(worker):
    assert worker.submit(os.getpid).result() != os.getpid()
    assert {library["num_threads"] for library in worker.submit(threadpool_info).result()} == {1}
    assert worker.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN


def test_jobs_are_done_there(worker, job):
    report = worker.submit(processes(1).work, job, False).result()
    assert report.status == "done"
    assert all(path.is_file() for path in job.files())


@posix
def test_ctrl_c_does_not_reach_it(worker):
    first = worker.submit(os.getpid).result()
    os.kill(first, signal.SIGINT)
    assert worker.submit(os.getpid).result() == first


@posix
def test_a_worker_that_dies_breaks_its_executor(worker):
    with pytest.raises(BrokenProcessPool):
        worker.submit(os._exit, 1).result()


def test_a_job_that_is_told_to_stop_does_so_at_its_next_checkpoint(worker, job):
    Pillow.fromarray(np.random.default_rng(0).integers(0, 255, (2000, 2000, 3), np.uint8)).save(job.image)
    large = replace(job, parameters=job.parameters.replace(reduction=1), pixel_limit=10**7)
    future = worker.submit(processes(1).work, large, False)
    wait_for(future.running)
    worker.halt()
    with pytest.raises(Cancelled):
        future.result(timeout=20)
    assert not job.path("labels").exists()


def test_a_job_that_reaches_no_checkpoint_is_ended(worker):
    assert worker.submit(os.getpid).result()
    future = worker.submit(time.sleep, 60)
    wait_for(future.running)
    worker.halt()
    with pytest.raises(BrokenProcessPool):
        future.result(timeout=20)


def test_inline_does_it_here_and_stops_when_it_should(job):
    stop = threading.Event()
    here = inline(stop)
    executor = here.start()
    assert executor.submit(os.getpid).result() == os.getpid()
    assert executor.submit(here.work, job, False).result().status == "done"
    stop.set()
    assert isinstance(executor.submit(here.work, job, False).exception(), Cancelled)


def test_inline_does_not_swallow_ctrl_c():
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        inline(threading.Event()).start().submit(interrupted)


@pytest.mark.parametrize(("threads", "alone"), [(False, False), (False, True), (True, False)])
def test_when_a_job_may_use_threads(job, monkeypatch, threads, alone):
    from segmenter.core.solver.blocks import parallel

    seen = []

    def process(*_):
        seen.extend(parallel(lambda _: threading.get_ident(), range(100)))

    monkeypatch.setattr(module, "process", process)
    module._work(threads, job, alone)
    assert (threading.get_ident() in seen) == (not threads and not alone)
