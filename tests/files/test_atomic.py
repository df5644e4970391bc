"""Files are written whole or not at all."""

import errno
import os
import stat
import time
from pathlib import Path

import pytest

from segmenter.errors import ExportError
from segmenter.files import atomic


def test_it_writes_and_replaces(tmp_path):
    path = tmp_path / "a.bin"
    for content in (b"one", b"two"):
        atomic.write(path, lambda file, content=content: file.write(content))
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_others_may_read_it_as_usual(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    atomic.write(tmp_path / "a", lambda file: file.write(b"x"))
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


class Stop(BaseException):
    """As Ctrl-C is: no `except Exception` catches it."""


@pytest.mark.parametrize("error", [ValueError("x"), OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), Stop()])
def test_a_failure_leaves_the_older_file_and_nothing_else(tmp_path, error):
    path = tmp_path / "a.bin"
    path.write_bytes(b"older")

    def fail(file):
        file.write(b"half")
        raise error

    with pytest.raises(ExportError if isinstance(error, OSError) else type(error)) as caught:
        atomic.write(path, fail)
    if isinstance(error, OSError):
        assert str(caught.value) == f"{path} could not be written: No space left on device."
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_disk_that_fails_late(tmp_path, monkeypatch, call):
    def fail(*_):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(ExportError, match="Input/output error"):
        atomic.write(tmp_path / "a", lambda file: file.write(b"x"))
    assert not list(tmp_path.iterdir())


def test_places_where_nothing_can_be_written(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for path, reason in [
        (tmp_path / "missing" / "a", "No such file or directory"),
        (tmp_path / "file" / "a", "Not a directory"),
        (tmp_path / "folder", "Is a directory"),
        (tmp_path / ("n" * 300), "File name too long"),
    ]:
        with pytest.raises(ExportError, match=reason):
            atomic.write(path, lambda file: file.write(b"x"))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


def test_a_name_as_long_as_names_may_be(tmp_path):
    path = tmp_path / ("n" * 255)
    atomic.write(path, lambda file: file.write(b"x"))
    assert path.read_bytes() == b"x"


def test_what_kills_left_is_removed_in_time(tmp_path):
    """What is young may be what another program is writing just now, whatever the clock of this one says."""
    now = time.time()
    mine, others = (
        f"{atomic.hidden()}.tmp",
        ["a.png", ".mine.tmp", "0123456789abcdef.tmp", f"{atomic.hidden()[:-1]}.tmp"],
    )
    for name in (mine, f"{atomic.hidden()}_labels.png", f"{atomic.hidden()}.segmenter.json", *others):
        (tmp_path / name).touch()
    for age, left in ((-100, 7), (atomic.ABANDONED - 100, 7), (atomic.ABANDONED + 100, 4)):
        for path in tmp_path.iterdir():
            os.utime(path, (now - age,) * 2)
        atomic.sweep(tmp_path)
        assert len(list(tmp_path.iterdir())) == left
    assert {path.name for path in tmp_path.iterdir()} == set(others)
    atomic.sweep(tmp_path / "missing")


def test_a_link_stays_and_rights_stay(tmp_path):
    (tmp_path / "else").mkdir()
    real, link = tmp_path / "else" / "real", tmp_path / "link"
    real.write_bytes(b"older")
    real.chmod(0o640)
    link.symlink_to(real)
    atomic.write(link, lambda file: file.write(b"newer"))
    assert link.is_symlink()
    assert real.read_bytes() == b"newer"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["else", "link", "real"]


def test_a_link_to_nothing_gets_its_file(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "real")
    atomic.write(tmp_path / "link", lambda file: file.write(b"new"))
    assert (tmp_path / "real").read_bytes() == b"new"


def test_links_in_a_circle_give_a_sentence(tmp_path):
    for here, there in (("a", "b"), ("b", "a")):
        (tmp_path / here).symlink_to(tmp_path / there)
    with pytest.raises(ExportError, match="could not be written"):
        atomic.write(tmp_path / "a" / "inside", lambda file: file.write(b"x"))


def test_a_link_to_another_disk(tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "other" / "real")
    whole = tmp_path / "whole"
    whole.write_bytes(b"x" * 1000)
    replace = os.replace

    def across(source, target):
        if Path(source).parent != Path(target).parent:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        replace(source, target)

    monkeypatch.setattr(os, "replace", across)
    atomic.rename(whole, tmp_path / "link")
    assert (tmp_path / "other" / "real").read_bytes() == b"x" * 1000
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["link", "other", "real"]
