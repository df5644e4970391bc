"""The command line as a whole: what it offers, suggests, and how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from segmenter import __version__
from segmenter.cli import program
from segmenter.errors import RecipeError
from segmenter.parameters import specs

HEAVY = {"numpy", "scipy", "skimage", "pyamg", "PIL", "tifffile", "PySide6", "distributed", "dask"}


def python(*words, **environment):
    command = [sys.executable, *words]
    environment = os.environ | environment
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)


def test_version(capsys):
    assert program.main(["--version"]) == 0
    assert capsys.readouterr().out == f"segmenter {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_help(capsys, words):
    assert program.main(words) == 0
    assert "segmenter run IMAGE..." in capsys.readouterr().out


@pytest.mark.parametrize("words", [["run", "--help"], ["help", "run"], ["run", "photo.png", "-h", "--nonsense"]])
def test_help_of_a_command(capsys, words):
    assert program.main(words) == 0
    out = " ".join(capsys.readouterr().out.split())
    for _, name, spec, default in specs():
        assert f"--{name.replace('_', '-')}" in out
        assert spec.help in out
        assert f"default: {default}" in out
    assert "exit codes: 0 done" in out


def test_every_command_has_help(capsys):
    for command in program.COMMANDS:
        assert program.main(["help", command]) == 0
        assert capsys.readouterr().out.startswith(f"usage: segmenter {command}")
        assert f"segmenter {command}" in program.USAGE


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["rnu"], "there is no command rnu; did you mean run?"),
        (["chekc"], "did you mean check?"),
        (["missing.segmenter"], "there is no file missing.segmenter."),
        (["help", "rnu"], "did you mean run?"),
        (["--verison"], "there is no option --verison; did you mean --version?"),
        (["xyzzy"], "there is no command xyzzy."),
        (["check", "--fast"], "segmenter check: there is no option --fast."),
        (["check", "more"], "more is one word too many."),
    ],
)
def test_mistakes(capsys, words, sentence):
    assert program.main(words) == 2
    err = capsys.readouterr().err
    assert sentence in err
    assert "Traceback" not in err
    assert "See segmenter" in err


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (RecipeError("a sentence."), 1)])
def test_how_it_ends(monkeypatch, capsys, error, code):
    def fail():
        raise error

    monkeypatch.setitem(program.COMMANDS, "run", fail)
    assert program.main(["run"]) == code
    assert capsys.readouterr().err.count("\n") == 1


def test_it_answers_without_importing_the_world():
    code = (
        "import sys; from segmenter.cli import program; program.main(['--version']); program.main(['help', 'run']);"
        f"sys.exit(','.join({HEAVY!r} & set(sys.modules)) or 0)"
    )
    assert python("-c", code).stderr == ""


def test_the_module_is_the_command():
    done = python("-m", "segmenter", "--version")
    assert (done.returncode, done.stdout) == (0, f"segmenter {__version__}\n")


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def end(request):
    """Return a function that runs a command with some of its streams going to the writing end of something."""

    def run(words, streams, target):
        code = (
            "import os, sys; from segmenter.cli import program\n"
            f"if {target!r}: write = os.open({target!r}, os.O_WRONLY)\n"
            "else: read, write = os.pipe(); os.close(read)\n"
            f"for stream in {streams}: os.dup2(write, stream)\n"
            f"sys.exit(program.main({words}))"
        )
        return python("-c", code, PYTHONUNBUFFERED=request.param)

    return run


@pytest.mark.parametrize("words", [["check"], ["--version"], ["help", "run"]])
def test_a_reader_that_goes_away(end, words):
    done = end(words, [1], "")
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("words", [["rnu"], ["--version"]])
def test_a_reader_of_everything_that_goes_away(end, words):
    done = end(words, [1, 2], "")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_output_that_cannot_be_written(end):
    done = end(["--version"], [1], "/dev/full")
    sentence = "segmenter: the output could not be written: No space left on device.\n"
    assert (done.returncode, done.stderr) == (1, sentence)
    assert end(["--version"], [1, 2], "/dev/full").returncode == 1
