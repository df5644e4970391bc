"""What speaks of a whole folder: made of the images' own files, the same for the same ones."""

import contextlib
import io
import json
from dataclasses import replace

import numpy as np
import pytest
import yaml
from pycocotools.coco import COCO

from segmenter.core.classes import SegmentClass
from segmenter.errors import ExportError
from segmenter.files.formats import folder, named
from segmenter.files.formats.writing import write

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
CELL, DEAD = SegmentClass(1, "cell", (1, 2, 3)), SegmentClass(3, "dead: #1", (4, 5, 6))


def opened(path):
    with contextlib.redirect_stdout(io.StringIO()):
        return COCO(str(path))


def test_annotations_of_all_images(outcome, known, scattered, tmp_path):
    made = {}
    for number in (10, 2, 1):
        path = tmp_path / f"photo{number}.png"
        made[path.name] = replace(known(outcome(scattered(number, count=6), path), number), exports=("coco",))
        write(made[path.name], tmp_path, path.stem)
    assert folder.finish(tmp_path, ("coco", "labels")) == (tmp_path / "annotations.json",)
    coco = opened(tmp_path / "annotations.json")
    images = coco.loadImgs(coco.getImgIds())
    assert [image["file_name"] for image in images] == ["photo1.png", "photo2.png", "photo10.png"]
    names = {each["id"]: each["name"] for each in coco.loadCats(coco.getCatIds())}
    assert list(names.values()) == ["cell", 'dead "é" \\ 細胞, ', "other: #1", "segment"]
    for image in images:
        result = made[image["file_name"]]
        annotations = coco.loadAnns(coco.getAnnIds(imgIds=[image["id"]]))
        assert [each["number"] for each in annotations] == result.present.tolist()
        for each in annotations:
            np.testing.assert_array_equal(coco.annToMask(each), result.labels == each["number"])
            kind = result.class_of(each["number"])
            assert names[each["category_id"]] == (kind.name if kind else "segment")
    assert coco.getAnnIds() == list(range(1, len(coco.getAnnIds()) + 1))
    before = (tmp_path / "annotations.json").read_bytes()
    folder.finish(tmp_path, ("coco",))
    assert (tmp_path / "annotations.json").read_bytes() == before


def test_images_whose_classes_have_the_same_numbers(outcome, tmp_path):
    for stem, kind in (("a", CELL), ("b", replace(DEAD, number=1)), ("c", replace(CELL, number=2))):
        made = replace(outcome([[1, 2]]), exports=("coco",), classes=(kind,), assigned={1: kind.number})
        write(made, tmp_path, stem)
    folder.finish(tmp_path, ("coco",))
    document = json.loads((tmp_path / "annotations.json").read_text())
    assert {each["name"]: each["id"] for each in document["categories"]} == {"cell": 1, "dead: #1": 2, "segment": 3}
    assert [each["category_id"] for each in document["annotations"]] == [1, 3, 2, 3, 1, 3]


def test_without_images(tmp_path):
    folder.finish(tmp_path, ("coco",))
    assert opened(tmp_path / "annotations.json").getImgIds() == []


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"images": [1], "annotations": []}'])
def test_a_part_that_is_damaged(tmp_path, content):
    (tmp_path / "a_coco.json").write_bytes(content)
    with pytest.raises(ExportError, match=r"a_coco\.json is damaged"):
        folder.finish(tmp_path, ("coco",))
    assert [path.name for path in tmp_path.iterdir()] == ["a_coco.json"]


@pytest.mark.parametrize(("export", "name"), [("coco", "annotations.json"), ("yolo", "data.yaml")])
def test_what_somebody_else_made_is_not_replaced(tmp_path, export, name):
    (tmp_path / name).write_text("mine\n")
    with pytest.raises(ExportError, match="is there already, and is not of this program"):
        folder.finish(tmp_path, (export,))
    assert (tmp_path / name).read_text() == "mine\n"
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    with pytest.raises(ExportError, match="could not be read"):
        folder.finish(tmp_path, (export,))


def described(path):
    """Return the description of a data set, by the rules of ultralytics' `check_det_dataset`."""
    data = yaml.safe_load((path / "data.yaml").read_text("utf-8"))
    assert {"train", "val", "names"} <= data.keys()
    assert sorted(data["names"]) == list(range(len(data["names"])))
    assert all(isinstance(name, str) for name in data["names"].values())
    for key in ("train", "val"):
        assert (path / data[key]).is_dir()
    return data


def test_the_names_of_a_data_set(tmp_path):
    folder.finish(tmp_path, ("yolo",))
    assert described(tmp_path)["names"] == {0: "segment"}
    folder.finish(tmp_path, ("yolo",), [CELL, DEAD])
    assert described(tmp_path)["names"] == {0: "cell", 1: "unused 2", 2: "dead: #1"}
    folder.finish(tmp_path, ("yolo",), [replace(DEAD, number=2, name='"é"\n')])
    assert described(tmp_path)["names"] == {0: "cell", 1: '"é"\n', 2: "dead: #1"}
    assert described(tmp_path)["train"] == "."


def test_images_where_yolo_finds_their_labels(tmp_path):
    (tmp_path / "images").mkdir()
    (tmp_path / "labels").mkdir()
    folder.finish(tmp_path / "labels", ("yolo",), images=[tmp_path / "images" / "a.jpg"])
    assert described(tmp_path / "labels")["train"] == "../images"


def test_which_formats_have_one():
    assert folder.names(("labels", "coco", "yolo")) == ("annotations.json", "data.yaml")
    assert folder.names(("labels",)) == ()
    assert folder.finish.__module__ == "segmenter.files.formats.folder"
    assert named("coco").suffix(None) == folder.SUFFIX
