"""`segmenter batch`: what it plans, does, says and refuses."""

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.batch import execution
from segmenter.cli import batch as module
from segmenter.cli import program
from segmenter.cli.batch import batch
from segmenter.errors import BatchError
from segmenter.files.formats.label_image import read_labels

FAST = ["--method", "kmeans", "--k", "3", "--eigenvectors", "6", "--radius", "1", "--jobs", "inline"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def folder(tmp_path, gallery, monkeypatch):
    """Return a folder with a folder of images in it, and go there."""
    (tmp_path / "photos" / "more").mkdir(parents=True)
    Pillow.fromarray(gallery["rgb"]).save(tmp_path / "photos" / "a.png")
    Pillow.fromarray(gallery["grey"]).save(tmp_path / "photos" / "b.png")
    Pillow.fromarray(gallery["grey"]).save(tmp_path / "photos" / "more" / "a.png")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(path):
    return sorted(item.relative_to(path).as_posix() for item in path.rglob("*") if item.is_file())


def rows():
    with Path("out", "batch_log.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class TestRunning:
    def test_results(self, folder, areas, capsys):
        assert program.main(["batch", "photos", "--out", "out", *FAST]) == 0
        assert names(folder / "out") == [
            "a.segmenter.json", "a_labels.png", "a_overlay.png",
            "b.segmenter.json", "b_labels.png", "b_overlay.png",
            "batch_log.csv",
        ]  # fmt: skip
        np.testing.assert_array_equal(read_labels(folder / "out" / "a_labels.png"), areas)
        out, err = capsys.readouterr()
        assert out == f"2 done, in 1 s -> {folder / 'out'}; see {folder / 'out' / 'batch_log.csv'}\n"
        assert err == ""

    def test_what_is_finished_is_skipped(self, folder, capsys):
        for said in ("2 done, in", "0 done, 2 skipped, finished before, in"):
            assert program.main(["batch", "photos", "--out", "out", *FAST]) == 0
            assert capsys.readouterr().out.startswith(said)
        assert program.main(["batch", "photos", "--out", "out", *FAST, "--k", "2"]) == 0
        assert capsys.readouterr().out.startswith("2 done (2 of them replaced older results), in")
        assert program.main(["batch", "photos", "--out", "out", *FAST, "--k", "2", "--overwrite"]) == 0
        assert capsys.readouterr().out.startswith("2 done, in")
        assert [row["status"] for row in rows()] == ["done"] * 2 + ["skipped"] * 2 + ["done"] * 4
        assert rows()[4]["reason"] == "replaced: made with other parameters"

    def test_options_go_where_they_should(self, folder):
        words = ["--recursive", "--pattern", "a*", "--template", "k{k}/{dir}/{stem}", "--export", "table", "--match"]
        assert program.main(["batch", "photos", "--out", "out", *FAST, *words]) == 0
        assert [name for name in names(folder / "out") if name.endswith("csv")] == [
            "batch_log.csv",
            "k3/a_regions.csv",
            "k3/more/a_regions.csv",
        ]
        assert (folder / "out" / "k3" / "more" / "a_labels.png").is_file()

    def test_one_failure_stops_nothing(self, folder, capsys):
        (folder / "photos" / "a.png").write_bytes(b"nothing")
        assert program.main(["batch", "photos", "--out", "out", *FAST]) == 1
        out, err = capsys.readouterr()
        assert out.startswith("1 done, 1 failed, in")
        assert err.startswith("segmenter: “a.png” is")
        assert err.count("\n") == 1
        assert [row["status"] for row in rows()] == ["failed", "done"]
        assert rows()[0]["reason"].startswith("“a.png” is")

    def test_the_pixel_limit(self, folder):
        assert program.main(["batch", "photos", "--out", "out", *FAST, "--pixel-limit", "0.0008"]) == 1

    def test_in_processes(self, folder):
        words = [word for word in FAST if word not in ("--jobs", "inline")]
        assert program.main(["batch", "photos", "--out", "out", *words, "--jobs", "2"]) == 0
        assert sorted(row["status"] for row in rows()) == ["done", "done"]

    def test_a_folder_that_may_not_be_read_is_a_warning(self, folder, monkeypatch, capsys):
        from dataclasses import replace

        plan = module.plan
        monkeypatch.setattr(module, "plan", lambda *a, **b: replace(plan(*a, **b), troubles=("x could not be.",)))
        assert program.main(["batch", "photos", "--out", "out", *FAST]) == 0
        assert capsys.readouterr().err == "segmenter: warning: x could not be.\n"


class TestSaying:
    def test_a_line_an_image_for_those_who_ask(self, folder, capsys):
        assert program.main(["batch", "photos", "--out", "out", *FAST, "-v"]) == 0
        out = capsys.readouterr().out
        assert f"{folder / 'photos' / 'a.png'}: 3 labels in" in out
        assert "converged" in out
        assert program.main(["batch", "photos", "--out", "out", *FAST, "-v"]) == 0
        assert f"{folder / 'photos' / 'a.png'}: skipped, finished before\n" in capsys.readouterr().out

    def test_documents_for_programs(self, folder, capsys):
        assert program.main(["batch", "photos", "--out", "out", *FAST, "--json"]) == 0
        reports = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [report["status"] for report in reports] == ["done", "done"]

    def test_nothing_for_those_who_want_nothing(self, folder, capsys):
        assert program.main(["batch", "photos", "--out", "out", *FAST, "-q"]) == 0
        assert capsys.readouterr() == ("", "")

    def test_a_bar_for_terminals(self, folder, monkeypatch, capsys):
        monkeypatch.setattr(sys, "stderr", Terminal())
        monkeypatch.setattr("segmenter.cli.console.PERIOD", 0)
        monkeypatch.setenv("COLUMNS", "120")
        assert program.main(["batch", "photos", "--out", "out", *FAST]) == 0
        shown = sys.stderr.getvalue()
        assert "starting  images" in shown
        assert "1 of 2, " in shown
        assert " left  images       [############............]  50%" in shown

    def test_a_dry_run_writes_nothing(self, folder, capsys):
        before = names(folder)
        for who in (["--jobs", "2"], ["--scheduler", "tcp://nowhere:1"], []):
            words = ["batch", "photos", "--out", "out", *FAST[:-2], *who, "--dry-run"]
            assert program.main(words) == 0
            lines = capsys.readouterr().out.splitlines()
            assert lines[0].startswith(f"{folder / 'photos' / 'a.png'} -> {folder / 'out' / 'a_labels.png'}, ")
            assert lines[2].startswith("2 images, 0 megapixels to do: about 1 s with ")
            assert lines[2].endswith("up to 0.2 GB of memory each")
        assert names(folder) == before

    def test_a_dry_run_tells_what_is_finished(self, folder, capsys):
        assert program.main(["batch", "photos", "--out", "out", *FAST]) == 0
        assert program.main(["batch", "photos", "--out", "out", *FAST, "--dry-run"]) == 0
        assert "2 images, 2 of them finished, 0 megapixels to do: about 1 s with " in capsys.readouterr().out


class TestRefusing:
    @pytest.mark.parametrize(
        ("words", "sentence"),
        [
            (["--out", "out"], "the following arguments are required: FOLDER"),
            (["photos"], "the following arguments are required: --out"),
            (["nowhere", "--out", "out"], "nowhere could not be looked into: No such file or directory."),
            (["photos/a.png", "--out", "out"], "a.png could not be looked into: Not a directory."),
            (["photos", "--out", "photos"], "choose another folder"),
            (["photos", "--out", "out", "--pattern", "*.gif"], "has no files *.gif, not counting the folders inside."),
            (["photos", "--out", "out", "--template", "{x}"], "a field {x} that does not exist"),
            (["photos", "--out", "out", "--jobs", "0"], "0 is no number of processes"),
            (["photos", "--out", "out", "--jobs", "many"], "many is no number of processes"),
            (["photos", "--out", "out", "--jobs", "2", "--scheduler", "tcp://a:1"], "--jobs does not go with"),
            (["photos", "--out", "out", "--k", "65"], "k = '65': must be"),
            (["photos", "--out", "out", "--export", "label"], "did you mean labels?"),
            (["photos", "--out", "out", "--preset", "defualt"], "did you mean default?"),
            (["photos", "--out", "out", "--recursiv"], "did you mean --recursive?"),
            (["photos", "--out", "photos/a.png/x"], "could not be made: Not a directory."),
            (["photos", "more", "--out", "out"], "more is one word too many"),
        ],
    )
    def test_wrong_use(self, folder, capsys, words, sentence):
        before = names(folder)
        assert program.main(["batch", *words]) == 2
        assert names(folder) == before
        err = capsys.readouterr().err
        assert sentence in err.splitlines()[0]
        assert "See segmenter help batch." in err

    def test_no_scheduler(self, folder, capsys, monkeypatch):
        pytest.importorskip("distributed")
        monkeypatch.setattr("segmenter.batch.cluster.PATIENCE", 0.5)
        words = [*FAST[:-2], "--scheduler", "tcp://127.0.0.1:9"]
        assert program.main(["batch", "photos", "--out", "out", *words]) == 2
        assert capsys.readouterr().err.startswith("segmenter batch: no scheduler answers at tcp://127.0.0.1:9.\n")

    def test_a_log_that_is_none(self, folder, capsys):
        (folder / "out").mkdir()
        (folder / "out" / "batch_log.csv").write_text("mine\n")
        assert program.main(["batch", "photos", "--out", "out", *FAST]) == 1
        assert "is no log of a batch" in capsys.readouterr().err


def test_a_cluster_that_goes_away(folder, monkeypatch, capsys):
    run = execution.run

    def broken(plan, workers, on_report, **options):
        def ended(report):
            on_report(report)
            raise BatchError("the scheduler does not answer any more.")

        run(plan, workers, ended, **options)

    monkeypatch.setattr(execution, "run", broken)
    assert program.main(["batch", "photos", "--out", "out", *FAST]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("1 done, in")
    assert err == "segmenter: the scheduler does not answer any more.\n"


class TestInterrupting:
    def test_the_first_ctrl_c_ends_it_in_good_order(self, folder, monkeypatch, capsys):
        run = execution.run

        def interrupted(plan, workers, on_report, **options):
            def ended(report):
                on_report(report)
                signal.raise_signal(signal.SIGINT)

            run(plan, workers, ended, **options)

        before = signal.getsignal(signal.SIGINT)
        monkeypatch.setattr(execution, "run", interrupted)
        assert program.main(["batch", "photos", "--out", "out", *FAST]) == 130
        out, err = capsys.readouterr()
        assert out.startswith("1 done, in")
        assert err == "segmenter: interrupted after 1 of 2; the same command does the rest.\n"
        assert signal.getsignal(signal.SIGINT) == before
        assert [row["status"] for row in rows()] == ["done"]

    def test_what_is_ignored_stays_ignored(self, folder, monkeypatch):
        """A shell starts jobs in the background like that."""
        within = []
        monkeypatch.setattr(execution, "run", lambda *_, **__: within.append(signal.getsignal(signal.SIGINT)))
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            program.main(["batch", "photos", "--out", "out", *FAST])
        finally:
            signal.signal(signal.SIGINT, before)
        assert within == [signal.SIG_IGN]

    def test_the_second_ends_it_at_once(self, folder, monkeypatch):
        codes = []

        def run(*_, **__):
            signal.raise_signal(signal.SIGINT)
            signal.raise_signal(signal.SIGINT)

        monkeypatch.setattr(execution, "run", run)
        monkeypatch.setattr("os._exit", codes.append)
        program.main(["batch", "photos", "--out", "out", *FAST])
        assert codes == [130]


def test_help(capsys):
    assert program.main(["help", "batch"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    for option in ("--jobs N|auto|inline", "--scheduler URL", "--template", "--match", "--k N|auto", "{stem} {ext}"):
        assert option in out
    assert batch.__module__ == "segmenter.cli.batch"


def test_help_imports_nothing_heavy():
    code = (
        "import sys; from segmenter.cli import program; program.main(['help', 'batch']);"
        "sys.exit(bool({'numpy', 'distributed', 'dask'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, timeout=60, check=False)
    assert done.returncode == 0
