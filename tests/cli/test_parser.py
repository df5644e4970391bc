"""What can be asked for on the command line."""

import pytest

from segmenter.cli import UsageError, parser
from segmenter.parameters import specs

FOLDER = ["photos", "--out", "masks"]


def test_every_parameter_has_an_option():
    said = parser.run_parser().format_help()
    for _, name, _, _ in specs():
        assert f"--{name.replace('_', '-')}" in said


@pytest.mark.parametrize(("word", "jobs"), [("auto", None), ("inline", "inline"), ("3", 3)])
def test_processes(word, jobs):
    assert parser.batch_parser().parse_args([*FOLDER, "--jobs", word]).jobs == jobs


@pytest.mark.parametrize("word", ["0", "-1", "two", "1.5"])
def test_what_is_no_number_of_processes(word):
    with pytest.raises(UsageError, match="number of processes"):
        parser.batch_parser().parse_args([*FOLDER, f"--jobs={word}"])


def test_pages_and_pixels():
    asked = parser.run_parser().parse_args(["a.tif", "--page", "2", "--pixel-limit", "0.5"])
    assert (asked.page, asked.pixel_limit) == (2, 500_000)
    for words in (["--page", "0"], ["--page", "two"], ["--pixel-limit", "0"], ["--pixel-limit", "nan"]):
        with pytest.raises(UsageError):
            parser.run_parser().parse_args(["a.tif", *words])
