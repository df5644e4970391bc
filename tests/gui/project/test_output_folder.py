"""Where results and projects go unless a person says otherwise."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from segmenter.assets import resource
from segmenter.gui.project.output_folder import default_output_folder, default_results_folder


@pytest.fixture
def documents(tmp_path, monkeypatch):
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(folder))
    return folder


def test_beside_the_image(tmp_path):
    assert default_output_folder(tmp_path / "photo.png") == tmp_path


def test_not_beside_a_sample(documents):
    assert default_output_folder(resource("samples/coffee.jpg")) == documents


def test_not_where_nothing_can_be_written(documents, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert default_output_folder(tmp_path / "photo.png") == documents


def test_an_image_without_a_file(documents):
    assert default_output_folder(None) == documents


def test_who_has_no_folder_for_documents_gets_one_that_is_there(documents):
    documents.rmdir()
    assert default_output_folder(None) == Path.home()


def test_results_have_a_folder_of_their_own(documents, tmp_path):
    project = tmp_path / "work" / "my.segmenter"
    project.parent.mkdir()
    assert default_results_folder(tmp_path / "photo.png") == tmp_path / "segmented"
    assert default_results_folder(tmp_path / "photo.png", project) == project.parent / "segmented"
    assert default_results_folder(resource("samples/coffee.jpg")) == documents / "segmented"
    assert default_results_folder(tmp_path / "photo.png", tmp_path / "gone" / "my.segmenter") == tmp_path / "segmented"
