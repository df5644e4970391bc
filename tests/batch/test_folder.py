"""Which files are images to segment."""

import os
import sys

import pytest

from segmenter.batch.folder import find
from segmenter.errors import BatchError


@pytest.fixture
def tree(tmp_path):
    """Return a folder with files in many places."""
    for name in ("b10.png", "b2.png", "a.TIF", "notes.txt", ".hidden.png", "sub/x.jpg", "sub/deeper/y.webp"):
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "tree"


@pytest.fixture
def found(tree, tmp_path):
    def find_names(pattern=None, *, recursive=False, without=tmp_path / "out"):
        images, troubles = find(tree, pattern, recursive=recursive, without=without)
        return [image.relative_to(tree).as_posix() for image in images], troubles

    return find_names


def test_images_by_suffix_in_natural_order(found):
    assert found() == (["a.TIF", "b2.png", "b10.png"], [])


def test_folders_inside_come_after_what_is_in_front_of_them(found):
    assert found(recursive=True)[0] == ["a.TIF", "b2.png", "b10.png", "sub/x.jpg", "sub/deeper/y.webp"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [("*.tif", ["a.TIF"]), ("B?.png, *.txt", ["b2.png", "notes.txt"]), ("nothing*", []), ("*", None)],
)
def test_patterns(found, pattern, names):
    everything = ["a.TIF", "b2.png", "b10.png", "notes.txt"]
    assert found(pattern)[0] == (everything if names is None else names)


def test_results_are_no_images(tree, found):
    results = tree / "results"
    results.mkdir()
    (results / "b2_labels.png").touch()
    assert "results/b2_labels.png" in found(recursive=True)[0]
    assert "results/b2_labels.png" not in found(recursive=True, without=results)[0]
    (results / "batch_log.csv").touch()  # now it is known for the results of an earlier batch
    assert not [name for name in found(recursive=True)[0] if name.startswith("results")]


def test_results_beside_their_images_are_known_by_their_recipe(tree, found):
    for name in ("b2_labels.png", "b2_overlay.png", "b10_labels.png"):
        (tree / name).touch()
    (tree / "b2.segmenter.json").touch()
    assert found()[0] == ["a.TIF", "b2.png", "b10.png", "b10_labels.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_followed_but_never_round_in_circles(tree, tmp_path, found):
    (tree / "sub" / "up").symlink_to(tree)
    (tree / "self").symlink_to(tree / "self")
    (tree / "gone.png").symlink_to(tmp_path / "nowhere.png")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "z.png").touch()
    (tree / "other").symlink_to(tmp_path / "elsewhere")
    names, troubles = found(recursive=True)
    assert troubles == []
    assert sorted(names) == sorted(
        ["a.TIF", "b2.png", "b10.png", "gone.png", "other/z.png", "sub/x.jpg", "sub/deeper/y.webp"]
    )


def test_a_folder_called_like_an_image_is_none(tree, found):
    (tree / "folder.png").mkdir()
    assert "folder.png" not in found(recursive=True)[0]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(BatchError, match=r"nowhere could not be looked into: No such file or directory\."):
        find(tmp_path / "nowhere", None, recursive=False, without=tmp_path)


def test_a_folder_inside_that_may_not_be_read(tree, found, monkeypatch):
    scandir = os.scandir

    def refuse(path):
        if path.name == "deeper":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    names, troubles = found(recursive=True)
    assert names[-1] == "sub/x.jpg"
    assert [trouble.endswith("deeper could not be looked into: Permission denied.") for trouble in troubles] == [True]
