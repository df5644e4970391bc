"""The log: whole lines, whatever happens."""

import csv
import errno
import io
import os
from dataclasses import replace
from pathlib import Path

import pytest

from segmenter.batch.log import COLUMNS, Log
from segmenter.errors import ExportError
from segmenter.jobs.job import Report

GOOD = Report(
    "/in/sub/a.png", 2, 3, "done", labels=7, residual=1.25e-5, converged=True, memory=10**8, seconds={"x": 1.5}
)
BAD = Report('/in/b, "c"\nd.png', 1, 1, "failed", error="It is\nbroken.", warnings=("Careful.",))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "batch_log.csv"


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, *reports):
    with Log(path, Path("/in")) as log:
        for report in reports:
            log.write(report)


def test_a_line_an_image(path):
    write(path, GOOD, BAD)
    first, second = rows(path)
    assert tuple(first) == COLUMNS
    assert first | {"ended": ""} == {
        "image": str(Path("sub", "a.png")),
        "page": "2",
        "status": "done",
        "reason": "",
        "seconds": "1.500",
        "regions": "7",
        "residual": "1.25e-05",
        "converged": "true",
        "memory": "100000000",
        "ended": "",
    }
    assert second["image"] == 'b, "c"\\nd.png'
    assert (second["reason"], second["seconds"], second["regions"]) == ("It is\\nbroken. Careful.", "", "")
    assert path.read_bytes().count(b"\n") == 3
    write(path, replace(BAD, error="one\r\ntwo"))
    assert rows(path)[2]["reason"].startswith("one\\r\\ntwo")


def test_names_that_are_no_text(path):
    write(path, Report(os.fsdecode(b"/in/\xff.png"), 1, 1, "done"))
    assert rows(path)[0]["image"] == "\\udcff.png"


def test_another_batch_adds_to_it(path):
    write(path, GOOD)
    write(path, GOOD)
    assert len(rows(path)) == 2


def test_two_batches_at_once(path, monkeypatch):
    """Another batch may add a line while this one looks whether the last is torn."""
    write(path, GOOD)
    slow = Path.open

    def meanwhile(self, mode="r", **options):
        file = slow(self, mode, **options)
        if mode != "r+b":
            return file
        content = io.BytesIO(file.read())
        content.truncate, content.close = file.truncate, file.close
        file.seek(0, io.SEEK_END)
        file.write(b"another line\n")
        return content

    monkeypatch.setattr(Path, "open", meanwhile)
    with Log(path, Path("/in")):
        monkeypatch.undo()
    assert path.read_bytes().endswith(b"another line\n")


@pytest.mark.parametrize("cut", [1, 5, 30])
def test_a_torn_last_line_is_cut_off(path, cut):
    write(path, GOOD, GOOD)
    path.write_bytes(path.read_bytes()[:-cut])
    write(path, BAD)
    assert [row["status"] for row in rows(path)] == ["done", "failed"]


@pytest.mark.parametrize("left", [b"", b"ima", ",".join(COLUMNS).encode()])
def test_a_torn_heading_is_written_again(path, left):
    path.write_bytes(left)
    write(path, GOOD)
    assert [row["status"] for row in rows(path)] == ["done"]


def test_lines_are_there_before_the_log_is_closed(path):
    with Log(path, Path("/in")) as log:
        log.write(GOOD)
        assert [row["status"] for row in rows(path)] == ["done"]


def test_a_line_that_the_disk_has_no_room_for(path):
    with Log(path, Path("/in")) as log:
        log.write(GOOD)
        whole, log._file = log._file, Short(log._file)
        with pytest.raises(ExportError, match="No space left on device"):
            log.write(GOOD)
        log._file = whole
    write(path, BAD)
    assert [row["status"] for row in rows(path)] == ["done", "failed"]


class Short:
    """A file on a disk that has room for ten bytes."""

    def __init__(self, file):
        self.file = file

    def write(self, content):
        return self.file.write(content[:10])


def test_what_is_no_log_is_left_alone(path):
    path.write_text("my,own\n1,2\n")
    with pytest.raises(ExportError, match="is there already, and is no log of a batch"):
        Log(path, Path("/in"))
    assert path.read_text() == "my,own\n1,2\n"


def test_a_log_that_cannot_be_written(path, tmp_path, monkeypatch):
    with pytest.raises(ExportError, match=r"nowhere.batch_log.csv could not be written: No such file"):
        Log(tmp_path / "nowhere" / "batch_log.csv", Path("/in"))

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="could not be written: No space left on device"):
        write(path, GOOD)
    with pytest.raises(ZeroDivisionError), Log(path, Path("/in")):
        raise ZeroDivisionError


def test_cells_neither_steer_a_terminal_nor_are_calculated(path):
    write(path, replace(GOOD, image="/in/=1+1.png", note="a\x1b[2Jb"))
    (row,) = rows(path)
    assert (row["image"], row["reason"]) == ("'=1+1.png", "a\\x1b[2Jb")
