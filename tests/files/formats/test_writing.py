"""All files of a result, or none."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segmenter.errors import ExportError
from segmenter.files import recipe_file
from segmenter.files.formats import named
from segmenter.files.formats.label_image import read_labels
from segmenter.files.formats.writing import write
from segmenter.progress import Cancelled

OLD, NEW = [[0, 1], [2, 2]], [[1, 1], [2, 3]]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def older(outcome, tmp_path):
    """Return what an earlier result left in the folder."""
    write(outcome(OLD), tmp_path, "a")
    return contents(tmp_path)


def test_files_in_their_order(outcome, tmp_path):
    files = write(outcome(OLD), tmp_path, "a.b")
    assert [path.name for path in files] == ["a.b_labels.png", "a.b_overlay.png", "a.b.segmenter.json"]
    assert set(files) == set(tmp_path.iterdir())
    np.testing.assert_array_equal(read_labels(files[0]), OLD)
    assert json.loads(files[2].read_text())["edited"] is False


def test_an_older_recipe_does_not_outlive_its_files(outcome, older, tmp_path):
    write(outcome(NEW, exports=("labels",)), tmp_path, "a")
    assert contents(tmp_path).keys() == {"a_labels.png", "a_overlay.png"}


def test_an_older_recipe_tells_of_edits_that_came_without_one(outcome, older, tmp_path):
    edited = [[2, 2], [1, 0]]
    write(replace(outcome(OLD, exports=("labels",)), labels=np.array(edited, np.int32)), tmp_path, "a")
    assert contents(tmp_path).keys() == older.keys()
    assert recipe_file.read(tmp_path / "a.segmenter.json").edited
    np.testing.assert_array_equal(read_labels(tmp_path / "a_labels.png"), edited)


@pytest.mark.parametrize("failing", ["labels", "overlay", "recipe"])
def test_all_files_or_none(outcome, older, tmp_path, monkeypatch, failing):
    def fail(_, path, result):
        raise ExportError(f"{path} could not be written.")

    monkeypatch.setattr(type(named(failing)), "write", fail)
    with pytest.raises(ExportError, match=re.escape(str(tmp_path / "a"))):
        write(outcome(NEW), tmp_path, "a")
    assert contents(tmp_path) == older


@pytest.mark.parametrize("replaced", [0, 1, 2])
def test_a_recipe_never_stands_beside_files_that_are_not_its_own(outcome, older, tmp_path, monkeypatch, replaced):
    """Something may be in the way of a file only when its turn comes to be replaced."""
    rename, names = os.replace, ["a_labels.png", "a_overlay.png", "a.segmenter.json"]

    def fail(source, target):
        if Path(target).name == names[replaced]:
            raise PermissionError(13, "Permission denied", source, None, target)
        rename(source, target)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ExportError, match=re.escape(f"{tmp_path / names[replaced]} could not be written: Permission")):
        write(outcome(NEW), tmp_path, "a")
    left = contents(tmp_path)
    if replaced:
        assert left.keys() == {"a_labels.png", "a_overlay.png"}
        np.testing.assert_array_equal(read_labels(tmp_path / "a_labels.png"), NEW)
    else:
        assert left == older


def test_a_recipe_that_cannot_be_taken_away(outcome, older, tmp_path, monkeypatch):
    rename = os.replace

    def fail(source, target):
        if Path(source).name == "a.segmenter.json":
            raise PermissionError(13, "Permission denied", source, None, target)
        rename(source, target)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(ExportError, match=r"a\.segmenter\.json could not be written: Permission denied"):
        write(outcome(NEW), tmp_path, "a")
    assert contents(tmp_path) == older


def test_a_place_that_is_taken(outcome, tmp_path):
    (tmp_path / "a_labels.png").mkdir()
    with pytest.raises(ExportError, match=r"a_labels\.png could not be written"):
        write(outcome(OLD), tmp_path, "a")
    assert [path.name for path in tmp_path.iterdir()] == ["a_labels.png"]


@pytest.mark.parametrize("at", [0, 1, 2])
def test_stopped_on_the_way(outcome, older, tmp_path, at):
    def stop(stage, fraction):
        if fraction >= at / 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(outcome(NEW), tmp_path, "a", stop)
    assert contents(tmp_path) == older


def test_a_recipe_needs_to_know_how_the_labels_came_to_be(outcome, tmp_path):
    with pytest.raises(ExportError):
        write(replace(outcome(OLD), segmentation=None), tmp_path, "a")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_missing(outcome, tmp_path):
    with pytest.raises(ExportError, match="could not be written: No such file"):
        write(outcome(OLD), tmp_path / "missing", "a")
