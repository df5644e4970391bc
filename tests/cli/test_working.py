"""Jobs one after the other: what is said of each, and how the command ends."""

from pathlib import Path

import pytest

from segmenter.cli import DONE, FAILED, INTERRUPTED
from segmenter.cli.console import Console
from segmenter.cli.working import one_by_one, say_planned
from segmenter.jobs.job import Job, Report
from segmenter.parameters import DEFAULTS
from segmenter.progress import Cancelled


@pytest.fixture
def console():
    return Console(verbose=False, quiet=False, as_json=False)


def job(name):
    return Job(Path(name), 0, 1, Path("out"), Path(name).stem, DEFAULTS, ("labels",), 1000)


def does(status):
    """Return a job and what becomes of it: a status, or what is raised."""

    def do(_progress):
        if not isinstance(status, str):
            raise status
        return Report("a.png", 1, 1, status, labels=1, error="a.png is odd." if status == "failed" else None)

    return job("a.png"), do


def test_what_is_planned_is_said(console, capsys):
    say_planned(console, [job("a.png"), job("b.png")])
    assert capsys.readouterr().out.splitlines() == [f"{n}.png -> {Path('out') / f'{n}_labels.png'}" for n in "ab"]


@pytest.mark.parametrize(
    ("fates", "before", "code"),
    [(["done", "done"], 0, DONE), (["done", "failed", "done"], 0, FAILED), (["done"], 1, FAILED), ([], 0, DONE)],
)
def test_the_exit_code_tells_whether_one_failed(console, capsys, fates, before, code):
    assert one_by_one(console, [does(fate) for fate in fates], before) == code
    assert capsys.readouterr().out.count("1 label in") == fates.count("done")


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
def test_who_interrupts_is_told_how_many_are_done(console, capsys, stop):
    assert one_by_one(console, [does("done"), does(stop()), does("done")]) == INTERRUPTED
    assert "interrupted; 1 of 3 images are done." in capsys.readouterr().err
