"""An entry of a project as JSON and back; whole projects, damaged ones too, are in test_project_file."""

import json
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.image import PixelSize
from segmenter.document.label_map import LabelMap
from segmenter.document.labels_apart import Source
from segmenter.document.project import Entry, SavedState
from segmenter.document.project_entries import from_json, member, to_json
from segmenter.document.state import Segment, State, with_segments
from segmenter.errors import ContentError
from segmenter.parameters import DEFAULTS


@pytest.fixture
def entry(tmp_path):
    labels = LabelMap.of(np.array([[0, 3], [3, 3]], np.int32))
    state = with_segments(State(DEFAULTS.replace(k=5), DEFAULTS), {3: Segment(name="sky", tint=9)}, labels)
    work = replace(SavedState.of(state), pixel_size=PixelSize(0.5, 0.25, "µm"))
    return Entry(tmp_path / "photos" / "a.png", 2, "0f" * 32, 10, work, done=True, hint=tmp_path / "was" / "a.png")


@pytest.fixture
def source(entry, tmp_path):
    path = tmp_path / "labels.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member(1), entry.work.labels.content)
    with zipfile.ZipFile(path) as archive:
        yield Source(archive, None)


def test_there_and_back(entry, source, tmp_path):
    table = json.loads(json.dumps(to_json(1, entry, tmp_path)))
    assert table["image"]["path"] == "photos/a.png"
    assert from_json(1, table, source, tmp_path) == entry


def test_what_is_not_said_is_not_written(entry, tmp_path):
    segment = to_json(1, entry, tmp_path)["work"]["segments"][0]
    assert segment["tint"] == 9
    assert "class" not in segment
    assert "object" not in segment


def test_labels_of_another_entry_are_not_taken(entry, source, tmp_path):
    table = to_json(2, entry, tmp_path)
    with pytest.raises(ContentError, match="labels are missing"):
        from_json(1, table, source, tmp_path)
