"""Images that were pasted, as files."""

import os
import time

import pytest
from PySide6.QtGui import QColor, QImage

from segmenter.document.project import Entry, Project
from segmenter.errors import ExportError
from segmenter.gui.project.pasted import KEPT, beside, keep


@pytest.fixture
def image(qapp):
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def test_each_is_a_file_of_its_own(image, tmp_path):
    paths = {keep(image, tmp_path / "pasted") for _ in range(3)}
    assert len(paths) == 3
    assert all(QImage(str(path)).pixelColor(1, 1) == QColor("red") for path in paths)


def test_old_ones_go(image, tmp_path):
    old = keep(image, tmp_path)
    os.utime(old, (time.time() - KEPT - 60,) * 2)
    other = tmp_path / "other.png"
    other.write_bytes(b"")
    os.utime(other, (0, 0))
    new = keep(image, tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([new, other])


def test_where_it_cannot_be_written_a_sentence_says_so(image, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ExportError, match="cannot be kept"):
        keep(image, tmp_path / "file" / "pasted")


def test_they_go_beside_their_project_and_others_stay(image, tmp_path):
    folder, target = tmp_path / "pasted", tmp_path / "work"
    target.mkdir()
    path, photo = keep(image, folder), tmp_path / "photo.png"
    gone = folder / "gone.png"
    project = Project((Entry(photo), Entry(path), Entry(path, 1), Entry(gone)))
    there, moved = beside(project, target / "a.segmenter", folder)
    copy = target / f"a_{path.name}"
    assert [entry.path for entry in there.entries] == [photo, copy, copy, gone]
    assert moved == {path: copy}
    assert copy.read_bytes() == path.read_bytes()
    again, _ = beside(project, target / "a.segmenter", folder)
    assert again.entries[1].path != copy
