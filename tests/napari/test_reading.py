"""What napari is told of our files: layers as it takes them, without napari itself."""

from dataclasses import replace

import numpy as np
import pytest
import yaml
from PIL import Image as Pillow

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.core.pipeline import segment
from segmenter.document.carry_over import carried_over
from segmenter.document.classes import assigned, with_classes
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.project_file import save
from segmenter.document.state import State, described
from segmenter.errors import ProjectError
from segmenter.files.reading import read_image
from segmenter.napari import reading
from segmenter.parameters import Parameters

PARAMETERS = Parameters().replace(method="kmeans", k=3, eigenvectors=6, radius=1)


@pytest.fixture
def project(gallery, tmp_path):
    path = tmp_path / "photo.png"
    Pillow.fromarray(gallery["rgb"]).save(path)
    image = read_image(path)
    state = carried_over(State(PARAMETERS), segment(image, PARAMETERS).labels, PARAMETERS)
    state = with_classes(described(state, [2], name="left"), [SegmentClass(4, "cup", (1, 2, 3))])
    state = replace(assigned(state, [1, 2], 4), pixel_size=PixelSize(0.5, 0.25, "mm"))
    entry = replace(Entry(path).read_as(image), work=SavedState.of(state))
    save(Project((entry, Entry(tmp_path / "later.png")), classes=state.classes), tmp_path / "p.segmenter")
    return tmp_path / "p.segmenter"


def test_which_files_are_read():
    for name in ("a.segmenter", "a_labels.png", "A.TIF", "a.geojson", "a_coco.json", "a.npy"):
        assert reading.reader(name) is reading.read
    assert reading.reader(["a.npy", "b.json"]) is reading.read
    assert reading.reader("a.txt") is None
    assert reading.reader(["a.npy", "b.docx"]) is None


def test_a_project_is_images_and_their_segments(project, gallery):
    (pixels, image, kind), (labels, told, other) = reading.read(str(project))
    assert (kind, other) == ("image", "labels")
    np.testing.assert_array_equal(pixels, gallery["rgb"])
    assert image == {"name": "photo", "scale": (0.5, 0.25), "units": ("mm", "mm"), "rgb": True}
    assert told["name"] == "photo segments"
    assert told["features"] == {"index": [1, 2, 3], "name": ["", "left", ""], "class": ["cup", "cup", ""]}
    assert told["colormap"].keys() == {0, None, 1, 2, 3}
    assert labels.flags.writeable
    assert labels.max() == 3


def test_an_image_that_is_gone(project):
    (project.parent / "photo.png").unlink()
    with pytest.raises(ProjectError, match="is missing"):
        reading.read([str(project)])


def test_a_segmentation(tmp_path, areas):
    np.save(tmp_path / "a.npy", areas)
    ((labels, told, kind),) = reading.read([str(tmp_path / "a.npy")])
    np.testing.assert_array_equal(labels, areas)
    assert kind == "labels"
    assert told["features"]["index"] == [1, 2, 3]
    assert "scale" not in told
    labels[0, 0] = 5


def test_the_manifest_names_what_there_is():
    """As npe2 validates it; `npe2 validate segmenter/napari/napari.yaml` says the same."""
    from importlib import import_module, resources

    manifest = yaml.safe_load(resources.files("segmenter.napari").joinpath("napari.yaml").read_text("utf-8"))
    assert manifest["name"] == "segmenter"
    commands = {}
    for command in manifest["contributions"]["commands"]:
        module, name = command["python_name"].split(":")
        assert callable(getattr(import_module(module), name))
        assert command["id"].startswith("segmenter.")
        commands[command["id"]] = command
    used = [each["command"] for kind in ("readers", "writers", "widgets") for each in manifest["contributions"][kind]]
    assert sorted(used) == sorted(commands)
