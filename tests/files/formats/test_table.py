"""Tables are what RFC 4180 calls CSV, and hold what was measured."""

import csv
import re
from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.core.regions.measurements import measure
from segmenter.files.formats import named

TABLE = named("table")


def written(folder, made):
    TABLE.write(folder / "a.csv", made)
    with (folder / "a.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_numbers_come_back_to_the_last_bit(outcome, tmp_path):
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 5, (20, 30)).astype(np.int32)
    made = replace(outcome(labels), image=from_array(rng.random((20, 30, 3))))
    rows = written(tmp_path, made)
    measured = measure(labels, made.image.pixels)
    assert list(rows[0]) == ["label", "name", "class", "colour", *list(measured)[1:]]
    for name, column in measured.items():
        assert [float(row[name]) for row in rows] == column.tolist()
    assert [row["colour"] for row in rows] == [made.colour(label) for label in (1, 2, 3, 4)]


def test_whole_numbers_have_no_point_and_others_always_one(outcome, tmp_path):
    (row,) = written(tmp_path, outcome([[0, 7, 7]]))
    assert row["label"] == "7"
    assert row["area"] == "2"
    assert row["bbox-3"] == "3"
    assert row["centroid-1"] == "1.5"
    assert row["intensity_mean"] == "100.0"


def test_what_is_unknown_is_empty(outcome, tmp_path):
    made = replace(outcome([[1, 2, 3]]), image=from_array(np.array([[np.nan, np.inf, 1]])))
    assert [row["intensity_mean"] for row in written(tmp_path, made)] == ["", "inf", "1.0"]


def test_no_labels_are_a_header(outcome, tmp_path):
    assert written(tmp_path, outcome([[0, 0]])) == []
    assert (tmp_path / "a.csv").read_bytes().startswith(b"label,name,class,colour,area,pieces,bbox-0")


@pytest.mark.parametrize(
    "name",
    [
        "cell, left",
        'the "big" one',
        "two\nlines",
        "one\rand\r\nanother",
        "=1+1",
        "-2",
        " spaces ",
        "é 細胞",
        "\0",
        "",
    ],
)
def test_names_are_kept_as_they_are_but_for_formulas(outcome, tmp_path, name):
    rows = written(tmp_path, replace(outcome([[1, 2, 4]]), names={2: name, 3: "of no label"}))
    assert [row["name"] for row in rows] == ["", f"'{name}" if name[:1] in ("=", "-") else name, ""]


def test_half_a_surrogate_pair_is_the_one_thing_that_is_lost(outcome, tmp_path):
    assert written(tmp_path, replace(outcome([[1]]), names={1: "a\ud800b"}))[0]["name"] == "a?b"


def test_bytes_are_those_of_the_standard(outcome, tmp_path):
    written(tmp_path, replace(outcome([[1, 2]]), names={1: "a,b", 2: 'c"d'}))
    content = (tmp_path / "a.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == 3
    assert re.findall(rb'"(?:[^"]|"")*"', content) == [b'"a,b"', b'"c""d"']
