"""What is exported: described, written, and never over an image."""

from pathlib import Path

import pytest
from PIL import Image as Pillow

from segmenter.core.pipeline import segment
from segmenter.document.carry_over import carried_over
from segmenter.document.state import State
from segmenter.errors import ExportError
from segmenter.files.formats import MODULES
from segmenter.files.formats.format import Options
from segmenter.files.reading import read_image
from segmenter.gui.export.spec import ExportSource, ExportSpec, existing, taken
from segmenter.parameters import DEFAULTS
from segmenter.progress import ignore


@pytest.fixture
def path(tmp_path, picture):
    path = tmp_path / "a.png"
    Pillow.fromarray(picture).save(path)
    return path


@pytest.fixture
def subject(path):
    image = read_image(path)
    parameters = DEFAULTS.replace(k=3, minimum_region=20)
    found = segment(image, parameters)
    return ExportSource(image, carried_over(State(parameters), found.labels, parameters), found)


def test_files_are_called_as_their_formats_say(tmp_path):
    files = ExportSpec(tmp_path, "a", ("labels", "recipe")).files()
    assert files == {"labels": tmp_path / "a_labels.png", "recipe": tmp_path / "a.segmenter.json"}


def test_every_format_is_described(subject):
    said = subject.describe(Options(simplify=1.0), ignore)
    assert said.keys() == MODULES.keys()
    assert "3 labels" in said["labels"].text
    assert "8-bit" in said["labels"].text
    assert "not exact" in said["geojson"].loss
    assert not said["labels"].loss


def test_the_folder_is_made(subject, path, tmp_path):
    written = subject.write(ExportSpec(tmp_path / "new" / "folder", "b", ("labels", "table")), [path], ignore)
    assert [file.name for file in written] == ["b_labels.png", "b_regions.csv"]
    assert all(file.is_file() for file in written)


def test_a_folder_that_cannot_be_made(subject, path):
    with pytest.raises(ExportError, match="could not be made"):
        subject.write(ExportSpec(path / "inside", "b", ("labels",)), [path], ignore)


@pytest.mark.parametrize("link", [False, True])
def test_an_image_is_not_overwritten(subject, path, tmp_path, link):
    image = tmp_path / "b_labels.png"
    before = path.read_bytes()
    if link:
        image.symlink_to(path)
    else:
        path.rename(image)
    with pytest.raises(ExportError, match="never overwritten"):
        subject.write(ExportSpec(tmp_path, "b", ("labels", "recipe")), [path, image], ignore)
    assert image.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1 + link


def test_what_is_there(tmp_path):
    (tmp_path / "b").touch()
    (tmp_path / "c").symlink_to(tmp_path / "nowhere")
    files = [tmp_path / name for name in "abc"]
    assert existing(files) == files[1:]
    assert taken(files, [tmp_path / "b", tmp_path / "missing", Path("/nowhere")]) == [tmp_path / "b"]
