"""Command lines that are made from what is on screen, read by the real parser."""

import shlex
from pathlib import Path

import pytest

from segmenter.cli import parser
from segmenter.cli.options import chosen_exports, chosen_parameters
from segmenter.core.image import Source
from segmenter.gui.export.command_line import export_command, run_command
from segmenter.parameters import DEFAULTS

OUT = Path("/results/of today")


def words(command):
    return shlex.split(command)


def test_what_is_the_default_is_not_written():
    command = run_command(Source(Path("/p/a.png"), 0, 1, ""), DEFAULTS, OUT, ("labels", "recipe"))
    assert words(command) == ["segmenter", "run", "/p/a.png", "--out", str(OUT), "--export", "labels,recipe"]


@pytest.mark.parametrize(
    "changes",
    [
        {"k": 3},
        {"k": "auto", "strength": 123.456789012345},
        {"sigma_intensity": 0.1 + 0.2, "method": "kmeans", "excluded": "3 5"},
        {"reduction": 1, "minimum_region": 0, "smoothing": 1e-5},
    ],
    ids=str,
)
def test_the_parser_reads_the_same_parameters(changes):
    parameters = DEFAULTS.replace(**changes)
    command = run_command(Source(Path("/p/a b's.png"), 0, 1, ""), parameters, OUT, ("table", "recipe"))
    arguments = parser.run_parser().parse_args(words(command)[2:])
    assert arguments.images == [Path("/p/a b's.png")]
    assert arguments.out == OUT
    assert arguments.page is None
    assert chosen_parameters(arguments) == parameters
    assert chosen_exports(arguments.export) == ("table", "recipe")


def test_a_page_is_named():
    command = run_command(Source(Path("/p/a.tif"), 4, 9, ""), DEFAULTS, OUT, ("labels",))
    assert parser.run_parser().parse_args(words(command)[2:]).page == 5


def test_relative_paths_are_made_whole():
    command = run_command(Source(Path("-a.png"), 0, 1, ""), DEFAULTS, OUT, ("labels",))
    assert words(command)[2] == str(Path.cwd() / "-a.png")


def test_a_project():
    arguments = parser.export_parser().parse_args(
        words(export_command(Path("/p/my work.segmenter"), OUT, ["labels"]))[2:]
    )
    assert arguments.project == Path("/p/my work.segmenter")
    assert arguments.out == OUT
    assert chosen_exports(arguments.export) == ("labels",)
