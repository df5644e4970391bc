"""Files opened last: whether they are there is found out away from the event loop."""

import threading

import pytest

from segmenter.gui.main import recent_files
from segmenter.gui.main.recent_files import RecentFiles


@pytest.fixture
def recent(qtbot):
    recent = RecentFiles()
    recent.heard = []
    recent.found.connect(recent.heard.append)
    return recent


def test_those_that_are_there_in_their_order(qtbot, recent, tmp_path):
    paths = [tmp_path / name for name in ("b", "gone", "a")]
    for path in (paths[0], paths[2]):
        path.touch()
    recent.look_for(paths)
    qtbot.waitUntil(lambda: recent.heard[-1:] == [[paths[0], paths[2]]])


def test_a_dead_mount_keeps_nobody_waiting(qtbot, recent, tmp_path, monkeypatch):
    mount, there = tmp_path / "mount", recent_files.os.path.exists
    released = threading.Event()
    monkeypatch.setattr(recent_files.os.path, "exists", lambda path: released.wait() if path == mount else there(path))
    recent.look_for([mount, tmp_path])
    qtbot.waitUntil(lambda: recent.heard[-1:] == [[tmp_path]])
    released.set()
    qtbot.waitUntil(lambda: recent.heard[-1:] == [[mount, tmp_path]])


def test_a_name_that_is_too_long_is_not_there(qtbot, recent, tmp_path):
    recent.look_for([tmp_path / ("x" * 5000), tmp_path])
    qtbot.waitUntil(lambda: recent.heard[-1:] == [[tmp_path]])
