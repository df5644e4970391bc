"""What a recipe reports of a result, kept with a project."""

import json
from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.image import Source, from_array
from segmenter.core.pipeline import segment
from segmenter.errors import ContentError
from segmenter.files.findings import digest, findings, from_json, to_json, versions
from segmenter.parameters import Parameters

SHA = "0123456789abcdef" * 4


@pytest.fixture(scope="module")
def found():
    pixels = np.zeros((24, 30), np.uint8)
    pixels[:, 12:], pixels[14:, 20:] = 120, 250
    return segment(from_array(pixels), Parameters().replace(k=3, method="tree", minimum_region=10))


@pytest.fixture
def known(found, tmp_path):
    return findings(Source(tmp_path / "a.png", 1, 3, SHA), found)


def test_they_are_those_of_the_result(found, known):
    assert known.results["eigenvalues"] == found.eigenvalues.tolist()
    assert known.results["labels_sha256"] == digest(found.labels)
    assert known.versions == versions()
    assert known.gives(found.labels)
    assert not known.gives(np.where(found.labels == 1, 2, found.labels))


def test_there_and_back(found, known):
    text = json.dumps(to_json(known), allow_nan=False)
    assert from_json(json.loads(text), SHA, 1, found.parameters) == known
    assert len(text) < 4000


@pytest.mark.parametrize("what", ["image", "page", "parameters", "nothing solved", "never read"])
def test_those_of_something_else_are_none(known, found, what):
    other = {
        "image": ("f" * 64, 1, found.parameters),
        "page": (SHA, 2, found.parameters),
        "parameters": (SHA, 1, found.parameters.replace(k=4)),
        "nothing solved": (SHA, 1, None),
        "never read": (None, 1, found.parameters),
    }[what]
    assert from_json(to_json(known), *other) is None


def test_of_which_image_and_parameters_they_are(known, found, tmp_path):
    source = Source(tmp_path / "b.png", 1, 3, SHA)
    assert known.of(source, found.parameters)
    assert not known.of(None, found.parameters)
    assert not known.of(source, None)
    assert not known.of(replace(source, page=0), found.parameters)
    assert not known.of(replace(source, sha256="f" * 64), found.parameters)


CHANGES = [
    ("eigenvalues", [float("nan")]),
    ("eigenvalues", [1]),
    ("eigenvalues", "0"),
    ("eigenvalues", [0.0] * 10_001),
    ("residuals", [float("inf")]),
    ("iterations", [-1]),
    ("iterations", [True]),
    ("labels", -1),
    ("labels_sha256", "x"),
    ("method", 3),
    ("converged", 1),
    ("reduction", 0),
    ("normalized_cut", "0.5"),
    ("suggested_k", 1.5),
]


@pytest.mark.parametrize(("key", "value"), CHANGES, ids=lambda each: str(each)[:20])
def test_what_makes_no_sense_is_refused(known, found, key, value):
    table = to_json(known)
    table["results"][key] = value
    with pytest.raises(ContentError):
        from_json(table, SHA, 1, found.parameters)


@pytest.mark.parametrize("table", [None, [], {}, {"versions": {"a": 1}, "results": {}}, {"versions": {}, "results": 1}])
def test_what_is_no_findings_is_refused(found, table):
    with pytest.raises(ContentError):
        from_json(table, SHA, 1, found.parameters)


def test_long_texts_are_cut(known, found):
    table = to_json(known)
    table["versions"]["x" * 500] = "y" * 500
    read = from_json(table, SHA, 1, found.parameters)
    assert max(map(len, [*read.versions, *read.versions.values()])) == 100
