"""Damage that nobody thought of: whatever is read, nothing but an image or an error of ours comes out.

The same examples each time; `-m slow` runs many more of them.
"""

from __future__ import annotations

import copy
import hashlib
import io
import json
import struct
import zipfile
import zlib
from contextlib import suppress
from functools import reduce
from operator import getitem

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segmenter.document import project_file
from segmenter.errors import RecipeError, SegmenterError
from segmenter.files import click_file, findings, recipe_file
from segmenter.files.reading import count_pages, read_image
from segmenter.parameters import Parameters, from_mapping, from_toml, to_mapping, to_toml

EXAMPLES = pytest.mark.parametrize("examples", [300, pytest.param(20_000, marks=pytest.mark.slow)])
HUGE = [0, 1, 2**7, 2**8 - 1, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 2**63, 2**64 - 1]


def fuzz(strategy, examples, check):
    """Check many examples, the same each time."""
    setting = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    setting(given(strategy)(lambda example: check(example)))()


class Refusals:
    """Let errors of ours pass, if they are a sentence on a line."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return isinstance(error, SegmenterError) and len(str(error).splitlines()) == 1


def places(data):
    """Return a strategy for offsets; half of them in the header, where they matter most."""
    return st.integers(0, min(200, len(data))) | st.integers(0, len(data))


@st.composite
def damaged(draw, wholes):
    """Return one of the files with bytes changed, cut out, put in, or numbers made huge."""
    data = draw(st.sampled_from(list(wholes)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(places(data))
        match draw(st.sampled_from(["flip", "change", "number", "cut", "insert", "repeat", "end"])):
            case "flip":
                new, skip = bytes(byte ^ 1 << draw(st.integers(0, 7)) for byte in data[at : at + 1]), 1
            case "change":
                new = draw(st.binary(min_size=1, max_size=8))
                skip = len(new)
            case "number":
                layout = draw(st.sampled_from(["<H", ">H", "<I", ">I", "<Q", ">Q"]))
                skip = struct.calcsize(layout)
                new = struct.pack(layout, draw(st.sampled_from(HUGE)) & (1 << 8 * skip) - 1)
            case "cut":
                new, skip = b"", draw(st.integers(1, 64))
            case "insert":
                new, skip = draw(st.binary(max_size=64)), 0
            case "repeat":
                new, skip = data[at : at + 64] * draw(st.integers(2, 20)), 64
            case "end":
                new, skip = b"", len(data)
        data = data[:at] + new + data[at + skip :]
    return data


@EXAMPLES
def test_images(examples, wholes, write, memory):
    def check(data):
        path = write(data)
        with Refusals():
            for page in {0, count_pages(path) - 1}:
                image = read_image(path, page=page, pixel_limit=1_000_000)
                assert image.pixels.shape[:2] == image.shape
                assert image.pixels.dtype.isnative
                assert image.mask is None or image.mask.shape == image.shape

    with memory(300):
        fuzz(damaged(wholes.values()) | st.binary(max_size=200), examples, check)


OBJECTS = [{"clicks": [[0, 1, True], [1, 0, False]], "name": "a", "class": "b", "box": [0, 0, 2, 2], "grown": -1}]
CLICKS = {"images": [{"image": "a.png", "page": 1, "objects": OBJECTS}]}
RECIPE = {
    "format": recipe_file.FORMAT_NAME,
    "version": recipe_file.VERSION,
    "image": {"path": "../photo.png", "page": 1, "pages": 1, "sha256": "0" * 64, "rows": 2, "columns": 2},
    "parameters": to_mapping(Parameters()),
    "exports": ["labels", "recipe"],
    "versions": findings.versions(),
    "results": {"labels": 2, "labels_sha256": "0" * 64, "eigenvalues": [0.0, 0.1], "converged": True},
    "objects": OBJECTS,
}
LABELS = np.array([[1, 1, 2], [2, 2, 0]], "<i4")
SEGMENT = {"name": "sky", "colour": "#80c0ff", "visible": True, "locked": False, "edited": True}
WORK = {
    "parameters": to_mapping(Parameters()),
    "solved": to_mapping(Parameters()),
    "erased": False,
    "labels": {
        "file": "labels/1.zlib",
        "type": "uint8",
        "rows": 2,
        "columns": 3,
        "sha256": hashlib.sha256(LABELS).hexdigest(),
    },
    "segments": [
        {"number": 1, **SEGMENT, "object": {"clicks": [[0, 1, True]], "box": [0, 0, 2, 3], "grown": 1}},
        {"number": 2, **SEGMENT, "colour": None},
    ],
}
PROJECT = {
    "format": project_file.FORMAT_NAME,
    "version": project_file.VERSION,
    "program": "0.1.0",
    "current": 1,
    "entries": [
        {
            "image": {"path": "../a.png", "absolute": "/home/me/a.png", "page": 1, "sha256": "0" * 64, "size": 9},
            "done": False,
            "work": WORK,
        }
    ],
}


def archive(document):
    """Return the bytes of a project file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as members:
        members.writestr("project.json", json.dumps(document))
        members.writestr("labels/1.zlib", zlib.compress(LABELS.astype(np.uint8)))
    return file.getvalue()


def read_project(path):
    """Return the states of a project."""
    return [entry.work.state() for entry in project_file.load(path).entries if entry.work]


def read_preset(path):
    """Return the parameters of a preset."""
    return from_toml(path.read_text("utf-8", errors="surrogateescape"))


def read_recipe(path):
    """Return a recipe, and look for its image."""
    known = recipe_file.read(path)
    with suppress(RecipeError):
        recipe_file.locate(known, path.parent)
    return known


FILES = {
    "recipe": (json.dumps(RECIPE, indent=2).encode(), read_recipe),
    "clicks": (json.dumps(CLICKS).encode(), click_file.read),
    "preset": (to_toml(Parameters()).encode(), read_preset),
    "project": (archive(PROJECT), read_project),
}
"""What people hand over beside images: a whole file, and what reads it."""


@EXAMPLES
@pytest.mark.parametrize("kind", FILES)
def test_files(kind, examples, write, memory):
    whole, read = FILES[kind]

    def check(data):
        with Refusals():
            read(write(data))

    assert read(write(whole))
    with memory(300):
        fuzz(damaged([whole]) | st.text().map(lambda text: text.encode("utf-8", "replace")), examples, check)


VALUES = {
    "recipe": (RECIPE, lambda value, write: read_recipe(write(json.dumps(value).encode()))),
    "clicks": (CLICKS, lambda value, write: click_file.read(write(json.dumps(value).encode()))),
    "parameters": (to_mapping(Parameters()), lambda value, _: from_mapping(value)),
    "project": (PROJECT, lambda value, write: read_project(write(archive(value)))),
}
"""Nested values: whole ones, and what reads them."""

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=5,
)


def parts(value, path=()):
    """Return the path of keys to each part of nested values."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [(*path, key) for key in keys] + [part for key in keys for part in parts(value[key], (*path, key))]


@st.composite
def misfitting(draw, whole):
    """Return nested values with anything at all in some places, or nothing."""
    value = copy.deepcopy(whole)
    for *path, key in draw(st.lists(st.sampled_from(parts(whole)), min_size=1, max_size=4)):
        with suppress(LookupError, TypeError):  # gone since an earlier change
            owner = reduce(getitem, path, value)
            if draw(st.integers(0, 4)):
                owner[key] = draw(ANYTHING)
            else:
                del owner[key]
    return value


@EXAMPLES
@pytest.mark.parametrize("kind", VALUES)
def test_values(kind, examples, write, memory):
    whole, read = VALUES[kind]

    def check(value):
        with Refusals():
            read(value, write)

    assert read(whole, write)
    with memory(300):
        fuzz(misfitting(whole) | ANYTHING, examples, check)
