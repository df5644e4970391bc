"""Garbage is collected in the thread of the event loop, and in no other."""

import gc
import threading
import weakref

import pytest

from segmenter.gui.app import garbage
from segmenter.gui.app.garbage import Collector


@pytest.fixture
def collector(collector, monkeypatch):
    """Return a collector of this test alone; that of all tests goes on after it."""
    monkeypatch.setattr(garbage, "PAUSE", 10)
    own = Collector()
    yield own
    own.close()
    gc.disable()


@pytest.fixture
def threads():
    """Return the threads in which anything was collected."""
    threads = []

    def note(phase, _):
        if phase == "stop":
            threads.append(threading.current_thread())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


class Cycle:
    """Something that only the collector can free."""

    def __init__(self):
        self.me = self


def litter(many):
    """Leave cycles behind; return references to them."""
    return [weakref.ref(Cycle()) for _ in range(many)]


def test_what_another_thread_leaves_is_collected_here(qtbot, collector, threads):
    left = []
    worker = threading.Thread(target=lambda: left.extend(litter(5000)))
    worker.start()
    worker.join()
    assert not threads, "nothing was collected in the thread that allocated"
    qtbot.waitUntil(lambda: not any(reference() for reference in left))
    assert set(threads) == {threading.current_thread()}


def test_little_garbage_is_left_alone(collector, threads):
    gc.collect()
    threads.clear()
    left = litter(5)
    collector.collect()
    assert not threads
    assert all(reference() for reference in left)


def test_old_garbage_goes_as_well(collector):
    left = litter(5)
    gc.collect(0)
    gc.collect(1)
    for _ in range(12**2):
        litter(800)
        collector.collect()
    assert not any(reference() for reference in left)


def test_modules_that_come_later_are_not_gone_through_again(collector, monkeypatch):
    frozen = gc.get_freeze_count()
    assert frozen > 10_000
    monkeypatch.setitem(garbage.sys.modules, "segmenter.invented", Cycle())
    collector.collect()
    assert gc.get_freeze_count() > frozen


def test_in_the_end_python_collects_by_itself(collector):
    collector.close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_garbage_is_not_kept_with_the_modules(collector, monkeypatch):
    (gone,) = litter(1)
    monkeypatch.setattr(collector, "_modules", 0)
    collector.collect()
    assert gone() is None
