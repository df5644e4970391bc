"""Images are found by what they hold, not by where they are in a list."""

import hashlib
import os
from dataclasses import replace

import pytest

from segmenter.document import locating
from segmenter.document.locating import changed, locate, within_reach
from segmenter.document.project import Entry


def put(path, content=b"pixels"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def entry_of(path, content=b"pixels"):
    return Entry(path, 0, hashlib.sha256(content).hexdigest(), len(content))


@pytest.fixture
def entry(tmp_path):
    return entry_of(tmp_path / "photos" / "a.png")


def test_where_it_was(entry, tmp_path):
    put(entry.path)
    assert locate(entry) == entry.path
    assert not changed(entry)


def test_where_it_was_on_the_machine_that_wrote_the_project(entry, tmp_path):
    elsewhere = put(tmp_path / "elsewhere" / "a.png")
    assert locate(replace(entry, hint=elsewhere)) == elsewhere


@pytest.mark.parametrize("place", ["project/a.png", "project/photos/a.png", "project/deep/er/a.png", "project/b.tif"])
def test_in_the_folder_of_the_project(entry, tmp_path, place):
    moved = put(tmp_path / place)
    assert locate(entry, tmp_path / "project") == moved


def test_in_another_folder(entry, tmp_path):
    moved = put(tmp_path / "more" / "x" / "renamed.png")
    (tmp_path / "project").mkdir()
    assert locate(entry, tmp_path / "project") is None
    assert locate(entry, tmp_path / "project", [tmp_path / "missing", tmp_path / "more"]) == moved


def test_the_same_name_with_another_content_is_not_it(entry, tmp_path):
    put(tmp_path / "project" / "a.png", b"stranger")
    put(tmp_path / "project" / "b.png", b"other!")  # as many bytes
    assert locate(entry, tmp_path / "project") is None
    right = put(tmp_path / "project" / "z" / "c.png")
    assert locate(entry, tmp_path / "project") == right


def test_two_images_that_changed_places(tmp_path):
    first, second = (entry_of(tmp_path / name, content) for name, content in [("a.png", b"one"), ("b.png", b"two")])
    put(tmp_path / "a.png", b"two")
    put(tmp_path / "b.png", b"one")
    assert locate(first, tmp_path).name == "b.png"
    assert locate(second, tmp_path).name == "a.png"


@pytest.mark.parametrize("content", [b"stranger", b"other!"])
def test_a_changed_image(entry, content):
    put(entry.path, content)
    assert changed(entry)
    assert locate(entry, entry.path.parent) is None


def test_a_missing_image_has_not_changed(entry):
    assert not changed(entry)
    assert locate(entry) is None


def test_one_that_was_never_read_is_known_by_its_name(entry, tmp_path):
    unknown = Entry(entry.path)
    assert locate(unknown, tmp_path) is None
    put(tmp_path / "project" / "b.png")
    assert locate(unknown, tmp_path / "project") is None
    named = put(tmp_path / "project" / "a.png")
    assert locate(unknown, tmp_path / "project") == named
    put(entry.path, b"anything")
    assert locate(unknown) == entry.path
    assert not changed(unknown)


def test_without_its_size_only_its_name_helps(entry, tmp_path):
    named = put(tmp_path / "project" / "a.png")
    assert locate(replace(entry, size=None), tmp_path / "project") == named
    named.rename(named.with_name("b.png"))
    assert locate(replace(entry, size=None), tmp_path / "project") is None


def test_hidden_folders_and_links_are_not_followed(entry, tmp_path):
    put(tmp_path / "project" / ".hidden" / "a.png")
    put(tmp_path / "outside" / "x" / "b.png")
    (tmp_path / "project" / "round").symlink_to(tmp_path / "project")
    (tmp_path / "project" / "out").symlink_to(tmp_path / "outside")
    assert locate(entry, tmp_path / "project") is None


def test_the_search_ends(entry, tmp_path, monkeypatch):
    for number in range(30):
        put(tmp_path / "project" / f"{number:02}.png", b"other!")
    last = put(tmp_path / "project" / "zz.png")
    assert locate(entry, tmp_path / "project") == last
    monkeypatch.setattr(locating, "MAX_FILES", 30)
    assert locate(entry, tmp_path / "project") is None
    put(tmp_path / "project" / "folder" / "a" / "b.png")
    monkeypatch.setattr(locating, "MAX_FOLDERS", 2)
    monkeypatch.setattr(locating, "MAX_FILES", 1000)
    last.unlink()
    assert locate(entry, tmp_path / "project") is None
    monkeypatch.setattr(locating, "MAX_FOLDERS", 3)
    assert locate(entry, tmp_path / "project") is not None


def test_a_folder_is_looked_through_once(entry, tmp_path, monkeypatch):
    looked = []
    scan = os.scandir
    monkeypatch.setattr(os, "scandir", lambda place: looked.append(place) or scan(place))
    assert locate(entry, tmp_path, [tmp_path] * 300) is None
    assert looked.count(str(tmp_path)) == 1


def test_places_that_cannot_be_asked(tmp_path):
    for name in ("n" * 300, "a" * 5000):
        assert locate(entry_of(tmp_path / name), tmp_path) is None
        assert not changed(entry_of(tmp_path / name))
    assert locate(entry_of(tmp_path), tmp_path) is None  # a folder


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_a_pipe_is_not_waited_for(entry):
    entry.path.parent.mkdir()
    os.mkfifo(entry.path)
    assert locate(entry, entry.path.parent) is None
    assert not changed(entry)


def test_a_file_that_may_not_be_read(entry, monkeypatch):
    put(entry.path)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(locating.hashlib, "file_digest", refuse)
    assert locate(entry) is None
    assert changed(entry)


def test_what_is_out_of_reach_is_looked_for_near_the_project(tmp_path):
    project = tmp_path / "project"
    secrets = [entry_of(tmp_path / "home" / name / "a.png") for name in ("x", "y")]
    found = [within_reach(replace(each, hint=each.path), project) for each in secrets]
    assert len({each.path for each in found}) == 2  # they are still two images
    assert all(each.path.is_relative_to(project) and each.hint is None for each in found)
    put(secrets[0].path)
    assert locate(found[0], project) is None
    moved = put(project / "a.png")
    assert locate(found[0], project) == moved


def test_a_way_out_of_the_folder_is_no_way_in(tmp_path):
    project = tmp_path / "project"
    entry = replace(entry_of(project / "a.png"), hint=project / ".." / "secret.png")
    assert within_reach(entry, project).hint is None
