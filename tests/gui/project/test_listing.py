"""What is chosen to be opened, as images in the right order."""

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from segmenter.document import project_file
from segmenter.document.project import Entry, Project
from segmenter.errors import ProjectError, SegmenterError
from segmenter.gui.project.listing import listed, replaces
from segmenter.progress import ignore


@pytest.fixture
def folder(tmp_path, picture):
    for name in ("a10.png", "a2.png", "b.jpg"):
        Pillow.fromarray(picture).save(tmp_path / name)
    tifffile.imwrite(tmp_path / "c.tif", np.zeros((3, 8, 9), np.uint8), photometric="minisblack")
    (tmp_path / "notes.txt").write_text("no image")
    (tmp_path / ".hidden.png").write_bytes(b"")
    (tmp_path / "inside").mkdir()
    Pillow.fromarray(picture).save(tmp_path / "inside" / "d.png")
    return tmp_path


def names(listing):
    return [(entry.path.name, entry.page) for entry in listing.entries]


def test_a_folder_is_its_images_in_natural_order_every_page_one(folder):
    listing = listed([folder], (), (), ignore)
    assert names(listing) == [("a2.png", 0), ("a10.png", 0), ("b.jpg", 0), ("c.tif", 0), ("c.tif", 1), ("c.tif", 2)]
    assert listing.replaces
    assert listing.path is None


def test_files_are_taken_whatever_they_are_called(folder):
    listing = listed([folder / "notes.txt", folder / "a10.png", folder / "a2.png"], (), (), ignore)
    assert names(listing) == [("a2.png", 0), ("a10.png", 0), ("notes.txt", 0)]
    assert not listing.replaces


def test_a_project_is_what_is_saved_in_it(folder):
    path = folder / "p.segmenter"
    project_file.save(Project((Entry(folder / "a2.png"), Entry(folder / "b.jpg", done=True)), 1), path)
    listing = listed([path], (), (), ignore)
    assert names(listing) == [("a2.png", 0), ("b.jpg", 0)]
    assert (listing.current, listing.path, listing.replaces) == (1, path, True)
    assert listing.entries[1].done


def test_one_folder_or_project_is_a_whole_of_its_own(folder):
    assert replaces([folder])
    assert replaces([folder / "p.segmenter"])
    assert not replaces([folder, folder / "inside"])
    assert not replaces([folder / "a2.png"])


@pytest.mark.parametrize("chosen", [["p.segmenter", "a2.png"], ["p.segmenter", "q.segmenter"]])
def test_projects_are_opened_alone(folder, chosen):
    with pytest.raises(ProjectError, match="by itself"):
        listed([folder / name for name in chosen], (), (), ignore)


def test_a_folder_without_images_is_told(tmp_path):
    with pytest.raises(SegmenterError, match="no images"):
        listed([tmp_path], (), (), ignore)


def test_a_project_names_files_of_its_own_folder_and_of_known_ones_alone(folder, tmp_path_factory):
    """A project that somebody sent could name any file of this machine, which was opened and read."""
    sent, mine = folder / "inside", tmp_path_factory.mktemp("mine")
    paths = (sent / "d.png", mine / "x.png", folder / "b.jpg")
    path = sent / "p.segmenter"
    project_file.save(Project(tuple(map(Entry, paths))), path)
    found = [entry.path for entry in listed([path], (), [mine], ignore).entries]
    assert found[:2] == [*paths[:2]]
    assert found[2].is_relative_to(sent)
    assert listed([path], (), [mine], ignore).entries[2].hint is None
    assert [entry.path for entry in listed([path], (), [mine, folder], ignore).entries] == [*paths]
