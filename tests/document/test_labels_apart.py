"""Labels beside a project: only what is new is written, and what is old stays until the project is written."""

import numpy as np
import pytest

from segmenter.document import labels_apart
from segmenter.document.compressed_labels import pack, unpack
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.project_file import load, save_apart
from segmenter.document.state import Segment
from segmenter.errors import ExportError, ProjectError
from segmenter.files import atomic
from segmenter.parameters import DEFAULTS


def labels(number):
    return pack(LabelMap.of(np.full((8, 9), number, np.int32)))


def project(folder, *numbers):
    works = [SavedState(DEFAULTS, DEFAULTS, labels(each), {each: Segment()}, False) for each in numbers]
    return Project(tuple(Entry(folder / f"{at}.png", work=work) for at, work in enumerate(works)))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.segmenter"


def kept(path):
    return [int(unpack(entry.work.labels).at(0, 0)) for entry in load(path).entries]


def test_only_what_is_new_is_written(path, tmp_path, monkeypatch):
    save_apart(project(tmp_path, 1, 2, 2), path)
    written, write = [], atomic.write
    monkeypatch.setattr(atomic, "write", lambda place, save: (written.append(place), write(place, save)))
    save_apart(project(tmp_path, 1, 3, 2), path)
    assert [place.parent == tmp_path for place in written] == [False, True]
    assert kept(path) == [1, 3, 2]
    save_apart(project(tmp_path, 1), path)
    assert len(list(labels_apart.folder_of(path).iterdir())) == 1


def test_the_project_before_stays_whole_until_the_next_one_is(path, tmp_path, monkeypatch):
    save_apart(project(tmp_path, 1, 2), path)
    write = atomic.write

    def fail(place, save):
        if place == path:
            raise ExportError("The disk is full.")
        write(place, save)

    monkeypatch.setattr(atomic, "write", fail)
    with pytest.raises(ExportError):
        save_apart(project(tmp_path, 3, 4), path)
    assert kept(path) == [1, 2]


def test_labels_that_are_gone_or_too_large_are_missing(path, tmp_path, monkeypatch):
    save_apart(project(tmp_path, 1), path)
    (file,) = labels_apart.folder_of(path).iterdir()
    monkeypatch.setattr(labels_apart, "MARGIN", 0)
    file.write_bytes(bytes(73))
    with pytest.raises(ProjectError, match="labels are missing"):
        load(path)
    labels_apart.remove(path)
    with pytest.raises(ProjectError, match="labels are missing"):
        load(path)
