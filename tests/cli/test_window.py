"""Opening the window from the command line: what is refused before Qt is asked."""

import sys
import types

import pytest

from segmenter.cli import DONE, WRONG_USE
from segmenter.cli.program import main


@pytest.fixture
def runs(monkeypatch):
    """Put a stand-in in place of the window; return what it was asked to open."""
    asked = []
    stand_in = types.ModuleType("segmenter.gui.app.application")
    stand_in.run = lambda paths: asked.append(paths) or 0
    monkeypatch.setitem(sys.modules, "segmenter.gui.app.application", stand_in)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


def test_no_words_open_the_window(runs):
    assert main([]) == DONE
    assert runs == [[]]


def test_files_open_in_the_window(runs, tmp_path):
    for name in ("a.png", "b.png"):
        (tmp_path / name).touch()
    assert main([str(tmp_path / "a.png"), str(tmp_path / "b.png")]) == DONE
    assert main([str(tmp_path)]) == DONE
    assert runs == [[tmp_path / "a.png", tmp_path / "b.png"], [tmp_path]]


def test_a_second_file_that_is_missing(runs, tmp_path, capsys):
    (tmp_path / "a.png").touch()
    assert main([str(tmp_path / "a.png"), str(tmp_path / "b.png")]) == WRONG_USE
    assert "there is no file" in capsys.readouterr().err
    assert not runs


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_there_is_a_sentence(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == WRONG_USE
    said = capsys.readouterr().err
    assert "no display" in said
    assert "Traceback" not in said


def test_libraries_that_are_missing(monkeypatch, capsys):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "segmenter.gui.app.application", None)  # importing it fails
    assert main([]) == WRONG_USE
    assert "the window cannot be opened" in capsys.readouterr().err
