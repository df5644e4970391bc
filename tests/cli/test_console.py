"""What is written to the terminal."""

import io
import json
import sys
from dataclasses import replace

import pytest

from segmenter.cli.console import Console
from segmenter.jobs.job import Report

GOOD = Report(
    image="a.png",
    page=1,
    pages=1,
    status="done",
    files=("a_labels.png",),
    labels=3,
    sigma_intensity=4.0,
    reduction=2,
    normalized_cut=0.5,
    lower_bound=0.25,
    converged=True,
    iterations=(4, 2),
    residual=1e-5,
    seconds={"features": 1.0, "labels": 0.5},
)


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def console():
    return lambda **options: Console(**({"verbose": False, "quiet": False, "as_json": False} | options))


def test_a_success_is_a_line(console, capsys):
    console().report(GOOD)
    assert capsys.readouterr().out == "a.png: 3 labels in 1.5 s -> a_labels.png\n"


def test_verbose_tells_how_it_went(console, capsys):
    console(verbose=True).report(GOOD)
    out = capsys.readouterr().out
    for part in ("features 1.00 s, labels 0.50 s", "4+2 iterations, residual 1.0e-05, converged"):
        assert part in out
    assert "sigma 4 CIELAB units, reduction 2" in out
    assert "normalized cut 0.5, no less than 0.25" in out


def test_quiet_tells_errors_alone(console, capsys):
    quiet = console(quiet=True)
    quiet.report(GOOD)
    quiet.warn("careful")
    assert capsys.readouterr() == ("", "")
    quiet.report(Report("a.png", 1, 1, "failed", error="a.png is broken."))
    assert capsys.readouterr() == ("", "segmenter: a.png is broken.\n")


def test_tracebacks_are_for_those_who_ask(console, capsys):
    broken = Report("a.png", 2, 3, "failed", error="unexpected", details="Traceback: here\n")
    console().report(broken)
    assert "Traceback" not in capsys.readouterr().err
    console(verbose=True).report(broken)
    assert "Traceback: here" in capsys.readouterr().err


def test_json_is_a_document_a_line(console, capsys):
    machine = console(as_json=True)
    machine.report(GOOD)
    machine.report(Report("b.png", 2, 3, "done", normalized_cut=float("nan"), warnings=("careful",)))
    captured = capsys.readouterr()
    first, second = map(json.loads, captured.out.splitlines())
    assert first["labels"] == 3
    assert first["seconds"] == {"features": 1.0, "labels": 0.5}
    assert second["normalized_cut"] is None
    assert second["warnings"] == ["careful"]
    assert captured.err == "segmenter: warning: b.png page 2: careful\n"


def test_the_bar_is_for_terminals_alone(console, monkeypatch, capsys):
    console().progress("labels", 0.5)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys, "stderr", Terminal())
    console(quiet=True).progress("labels", 0.5)
    assert sys.stderr.getvalue() == ""


@pytest.mark.parametrize("columns", [200, 80, 30, 5])
def test_the_bar_fits_and_goes_away(console, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys, "stderr", Terminal())
    shown = console()
    shown.begin(2, 3, "a very long name of an image that goes on and on.png")
    shown.progress("eigenvectors", 0.5)
    line = sys.stderr.getvalue().lstrip("\r")
    assert len(line) < columns
    if columns == 200:
        assert line == (
            "[2/3] a very long name of an image that goes on and on.png  eigenvectors [############............]  50%"
        )
    shown.progress("eigenvectors", 0.6)  # too soon after the last
    assert sys.stderr.getvalue().count("\r") == 1
    shown.error("broken")
    assert sys.stderr.getvalue().endswith("\r" + " " * len(line) + "\rsegmenter: broken\n")


def test_what_was_skipped_or_replaced_says_why(console, capsys):
    console().report(Report("a.png", 1, 1, "skipped", note="finished before"))
    assert capsys.readouterr().out == "a.png: skipped, finished before\n"
    replaced = replace(GOOD, note="replaced: files were missing")
    console().report(replaced)
    assert "replaced" not in capsys.readouterr().out
    console(verbose=True).report(replaced)
    assert "\n  replaced: files were missing\n" in capsys.readouterr().out


def test_many_images_share_a_bar(console, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "stderr", Terminal())
    console().tally(0.25, "25 of 100, 2.0 a second")
    assert sys.stderr.getvalue() == "\r25 of 100, 2.0 a second  images       [######..................]  25%"


def test_a_summary_is_for_people(console, capsys):
    console(quiet=True).summary("7 done")
    console(as_json=True).summary("7 done")
    assert capsys.readouterr().out == ""
    console().summary("7 done")
    assert capsys.readouterr().out == "7 done\n"


def test_what_files_say_does_not_steer_a_terminal(capsys):
    told = Console(verbose=True, quiet=False, as_json=False)
    told.error("a\x1b[2Jb\nc\u202ed")
    told.warn("\x07")
    told.report(Report("e\x1bf.png", 1, 1, "skipped", note="g\rh"))
    shown = capsys.readouterr()
    assert shown.err == "segmenter: a?[2Jb?c?d\nsegmenter: warning: ?\n"
    assert shown.out == "e?f.png: skipped, g?h\n"
