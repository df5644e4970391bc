"""Where an image is, seen from where its results are."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from segmenter.files.formats.image_path import name_of_image, of_image, relative


def test_from_another_folder(tmp_path, outcome):
    made = outcome([[1]], tmp_path / "photos" / "a b.png")
    assert of_image(made, tmp_path / "out" / "in") == "../../photos/a b.png"
    assert of_image(made, tmp_path / "photos") == name_of_image(made) == "a b.png"


def test_no_file(outcome):
    made = outcome([[1]])
    made = replace(made, image=replace(made.image, source=None))
    assert of_image(made, Path()) == name_of_image(made) == ""


def test_another_drive(tmp_path, monkeypatch):
    def refuse(path, start):
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", refuse)
    assert relative(tmp_path / "a.png", Path()) == (tmp_path / "a.png").as_posix()


@pytest.mark.skipif(os.name == "nt", reason="names are always text there")
def test_a_name_that_is_no_text(outcome):
    assert name_of_image(outcome([[1]], Path(os.fsdecode(b"a\xff.png")))) == "a?.png"
