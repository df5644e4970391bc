"""Journals of programs that really die."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from segmenter.document import recovery
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.recovery import Session, leftovers
from segmenter.document.state import Segment, State, with_segments
from segmenter.errors import ExportError, ProjectError

ROOT = Path(__file__).parents[2]

PROGRAM = """
import sys, time
from pathlib import Path
from dataclasses import replace
sys.path.insert(0, {tests!r})
from segmenter.document.recovery import Session
from test_recovery import project
session = Session(Path(sys.argv[1]))
made = project(1, 300)
number = 1
while True:
    session.write(replace(made, saved=Path(f"/saved/{{number}}")))
    print(number, flush=True)
    number += 1
    time.sleep(float(sys.argv[2]))
"""


def project(number, extent=3):
    """Return a project that can be told from others; labels of noise, so that writing takes a moment."""
    labels = np.random.default_rng(number).integers(1, 200, (extent, extent), np.int32)
    segments = {one: Segment() for one in np.unique(labels).tolist()}
    work = SavedState.of(with_segments(State(solved=State().parameters), segments, LabelMap.of(labels)))
    return Project((Entry(Path(f"/images/{number}.png"), work=work),), saved=Path(f"/saved/{number}"))


@pytest.fixture
def start(tmp_path):
    """Return a function that starts a program that writes journals, and gives its process after the first one."""
    running = []

    def begin(pause=0.0):
        command = [sys.executable, "-c", PROGRAM.format(tests=str(Path(__file__).parent)), str(tmp_path), str(pause)]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        running.append(process)
        assert process.stdout.readline() == "1\n"
        return process

    yield begin
    for process in running:
        with process:  # waits, and closes its pipe
            process.kill()


def kill(process):
    """Kill a program; return the number of the last journal that it had finished."""
    process.kill()
    said = process.stdout.read().split()
    process.wait()
    return int(said[-1]) if said else 1


def ask(folder):
    """Return what is left over, without keeping it from others."""
    found = leftovers(folder)
    for one in found:
        one.release()
    return found


def test_nothing_is_left_by_an_orderly_end(tmp_path):
    session = Session(tmp_path / "journals")
    session.write(project(1))
    assert session.journal.is_file()
    session.close()
    assert not list((tmp_path / "journals").iterdir())
    assert leftovers(tmp_path / "journals") == []


def test_there_never_was_a_folder(tmp_path):
    assert leftovers(tmp_path / "missing") == []


def test_a_program_that_is_killed(tmp_path, start):
    process = start(pause=60)
    assert ask(tmp_path) == []  # alive
    kill(process)
    (found,) = leftovers(tmp_path)
    assert abs(found.written - time.time()) < 600
    assert found.read().saved == Path("/saved/1")
    assert found.read().entries[0].work.state().labels.shape == (300, 300)
    found.discard()
    assert not list(tmp_path.iterdir())


def test_killed_at_any_moment(tmp_path, start):
    chance = random.Random(0)
    processes = [start() for _ in range(4)]
    dead = {}
    for process in processes:
        time.sleep(chance.random() * 0.1)
        dead[process.pid] = kill(process)
    found = leftovers(tmp_path)
    assert len(found) == 4
    numbers = sorted(int(one.read().saved.name) for one in found)
    for number, last in zip(numbers, sorted(dead.values()), strict=True):
        assert number in (last, last + 1)  # the last but one may have been written and not yet told
    for one in found:
        one.discard()
    assert all(path.name.endswith(".tmp") for path in tmp_path.iterdir())


def test_one_of_two_programs_dies(tmp_path, start):
    one, other = start(pause=60), start(pause=60)
    kill(one)
    assert len(ask(tmp_path)) == 1
    kill(other)
    assert len(ask(tmp_path)) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGTERM"), reason="no signals there")
def test_a_program_that_is_ended_by_the_system(tmp_path, start):
    process = start(pause=60)
    process.terminate()
    process.wait()
    assert len(ask(tmp_path)) == 1


def test_only_one_program_is_offered_a_journal(tmp_path, start):
    kill(start(pause=60))
    (mine,) = leftovers(tmp_path)
    command = "import sys; from pathlib import Path; from segmenter.document.recovery import leftovers\n"
    command += "print(len(leftovers(Path(sys.argv[1]))))"

    def another():
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        return subprocess.check_output([sys.executable, "-c", command, str(tmp_path)], text=True, env=environment)

    assert another() == "0\n"
    mine.release()
    assert another() == "1\n"


def test_my_own_journal_is_none(tmp_path):
    session = Session(tmp_path)
    session.write(project(1))
    assert leftovers(tmp_path) == []
    session.close()


def test_the_newest_come_first(tmp_path):
    for number in (1, 2, 3):
        session = Session(tmp_path)
        session.write(project(number))
        os.utime(session.journal, (number, number))
        session._lock.close()  # as when it dies
    assert [one.read().saved.name for one in ask(tmp_path)] == ["3", "2", "1"]


def test_a_journal_whose_lock_is_gone(tmp_path):
    session = Session(tmp_path)
    session.write(project(1))
    session._lock.close()
    session.journal.with_suffix(".lock").unlink()
    assert len(ask(tmp_path)) == 1


def test_a_lock_without_a_journal_is_cleared_away(tmp_path):
    Session(tmp_path)._lock.close()
    assert len(list(tmp_path.iterdir())) == 1
    assert leftovers(tmp_path) == []
    assert not list(tmp_path.iterdir())


def test_a_lock_that_was_removed_while_it_was_taken_counts_for_nothing(tmp_path, monkeypatch):
    if sys.platform == "win32":
        pytest.skip("open files cannot be removed there")
    lock, removed = recovery.fcntl.flock, []

    def remove_first(file, how):
        if not removed:
            removed.append(Path(file.name))
            removed[0].unlink()
        lock(file, how)

    monkeypatch.setattr(recovery.fcntl, "flock", remove_first)
    session = Session(tmp_path)
    assert session.journal.with_suffix(".lock") != removed[0]
    assert session.journal.with_suffix(".lock").is_file()
    session.close()


def test_a_damaged_journal_says_so(tmp_path):
    session = Session(tmp_path)
    session.journal.write_bytes(b"nothing")
    session._lock.close()
    (found,) = leftovers(tmp_path)
    with pytest.raises(ProjectError, match="damaged"):
        found.read()
    found.discard()
    assert not list(tmp_path.iterdir())


def test_what_kills_left_half_written_is_removed_in_time(tmp_path):
    old, new = (tmp_path / f".{digit * 16}.tmp" for digit in "0f")
    for path in (old, new):
        path.touch()
    os.utime(old, (0, 0))
    leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == [new]


def test_places_where_nothing_can_be_kept(tmp_path):
    (tmp_path / "file").touch()
    for call in (Session, leftovers):
        with pytest.raises(ExportError, match=r"Not a directory|File exists"):
            call(tmp_path / "file")


def test_a_system_without_locks(tmp_path, monkeypatch):
    if sys.platform == "win32":
        pytest.skip("locks are others there")

    def refuse(*_):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(recovery.fcntl, "flock", refuse)
    with pytest.raises(ExportError, match=r"No journal can be kept in .*: Function not implemented"):
        Session(tmp_path)
    assert leftovers(tmp_path) == []


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from segmenter.errors import ExportError
from segmenter.document.recovery import Session
from test_recovery import project
session = Session(Path(sys.argv[1]))
session.write(project(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    session.write(project(2, 300))
except ExportError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_disk_that_is_full(tmp_path):
    command = [sys.executable, "-c", FULL.format(tests=str(Path(__file__).parent)), str(tmp_path)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    said = subprocess.check_output(command, text=True, env=environment)
    assert said.endswith("could not be written: File too large.\n")
    (found,) = leftovers(tmp_path)
    assert found.read().saved == Path("/saved/1")
    found.discard()
    assert not list(tmp_path.iterdir())
