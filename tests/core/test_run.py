"""Stages are computed once and timed; whoever listens hears of them."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from segmenter import Cache
from segmenter.core.run import Run


def test_a_stage_is_computed_once_and_reported():
    heard, computed = [], []
    run = Run(lambda stage, fraction: heard.append((stage, fraction)), Cache())
    for _ in range(2):
        assert run.stage("labels", ("key",), lambda: computed.append(1) or (1, 2)) == (1, 2)
    assert computed == [1]
    assert heard == [("labels", 0.0), ("labels", 1.0)]
    assert list(run.seconds) == ["labels"]
    run.again()
    assert heard[-1] == ("labels", 1.0)


def test_without_a_cache_all_is_computed_again():
    run, computed = Run(lambda stage, fraction: None, None), []
    for _ in range(2):
        run.stage("labels", ("key",), lambda: computed.append(1))
    assert len(computed) == 2


def test_threads_are_heard_one_at_a_time():
    inside, together = threading.Lock(), []

    def listen(stage, fraction):
        together.append(not inside.acquire(blocking=False))
        time.sleep(0.001)  # what takes long is where two would meet
        inside.release()

    run = Run(listen, None)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: run.report("affinity", number / 40), range(40)))
    assert together == [False] * 40
