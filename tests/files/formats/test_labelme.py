"""labelme: what its own loader asks of a file, written out (the loader itself needs another Qt).

`packaging/programs` asks the loader itself.
"""

import base64
import importlib
import importlib.util
import io
import json
import sys
import types
from pathlib import PureWindowsPath

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw

from segmenter.files.formats import named

FORMAT = named("labelme")


def loaded(path):
    """Return the shapes of a file, by the rules of labelme's `read_label_file`."""
    raw = json.loads(path.read_text("utf-8"))
    assert raw["imageData"] is None
    with Pillow.open(path.parent / PureWindowsPath(raw["imagePath"]).as_posix()) as picture:
        assert (raw["imageWidth"], raw["imageHeight"]) == picture.size
    assert isinstance(raw["flags"], dict)
    assert isinstance(raw["version"], str)
    for shape in raw["shapes"]:
        assert isinstance(shape["label"], str)
        assert shape["label"]
        assert shape["points"]
        for point in shape["points"]:
            assert isinstance(point, list)
            assert len(point) == 2
            assert all(isinstance(value, (int, float)) for value in point)
        assert shape["shape_type"] in ("polygon", "mask")
        assert shape["flags"] == {}
        assert isinstance(shape["description"], str)
        assert isinstance(shape["group_id"], int)
        if shape["shape_type"] == "mask":
            shape["mask"] = np.asarray(Pillow.open(io.BytesIO(base64.b64decode(shape["mask"])))).astype(bool)
        else:
            assert shape["mask"] is None
            assert len(shape["points"]) > 2
    return raw["shapes"]


def drawn(shape, extent):
    """Return the pixels of a shape: of a mask as labelme pastes it; of a polygon those whose middle is inside."""
    if shape["shape_type"] == "mask":
        inside = np.zeros(extent, bool)
        (x1, y1), (x2, y2) = np.asarray(shape["points"]).astype(int)
        inside[y1 : y2 + 1, x1 : x2 + 1] = shape["mask"]
        return inside
    factor = 4  # so that Pillow, which draws the line as well, draws it beside the middles of pixels
    picture = Pillow.new("1", (extent[1] * factor, extent[0] * factor))
    ImageDraw.Draw(picture).polygon([(x * factor, y * factor) for x, y in shape["points"]], fill=1)
    return np.asarray(picture)[factor // 2 :: factor, factor // 2 :: factor]


@pytest.fixture
def own_loader(monkeypatch):
    """Return labelme's class of a file, without its window: what it would take of Qt stands in only by name."""
    spec = importlib.util.find_spec("labelme")
    if spec is None or importlib.util.find_spec("loguru") is None:
        pytest.skip("labelme is not installed")

    class Anything(type):
        def __getattr__(cls, name):
            return cls

    package = types.ModuleType("labelme")
    package.__path__, package.__version__ = list(spec.submodule_search_locations), "6"
    monkeypatch.setitem(sys.modules, "labelme", package)
    qt = types.ModuleType("PyQt5")
    for name in ("QtCore", "QtGui", "QtWidgets"):
        part = types.ModuleType(f"PyQt5.{name}")
        part.__getattr__ = lambda _: Anything("Anything", (), {})
        setattr(qt, name, part)
        monkeypatch.setitem(sys.modules, part.__name__, part)
    monkeypatch.setitem(sys.modules, "PyQt5", qt)
    importlib.import_module("labelme.utils")
    return importlib.import_module("labelme._label_file").LabelFile


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(8))
def test_the_loader_itself_reads_the_same(own_loader, outcome, known, scattered, tmp_path, seed):
    labels = scattered(seed)
    path = tmp_path / "Übung 1.png"
    Pillow.fromarray(np.zeros(labels.shape, np.uint8)).save(path)
    made = known(outcome(labels, path))
    FORMAT.write(tmp_path / "a.json", made)
    shapes = own_loader(str(tmp_path / "a.json")).shapes
    assert [shape["group_id"] for shape in shapes] == made.present.tolist()
    for shape in shapes:
        np.testing.assert_array_equal(drawn(shape, labels.shape), labels == shape["group_id"])


@pytest.mark.parametrize("seed", range(8))
def test_labelme_opens_it(outcome, known, scattered, tmp_path, seed):
    (tmp_path / "photos").mkdir()
    labels = scattered(seed)
    path = tmp_path / "photos" / "Übung 1.png"
    Pillow.fromarray(np.zeros(labels.shape, np.uint8)).save(path)
    made = known(outcome(labels, path))
    (tmp_path / "out").mkdir()
    FORMAT.write(tmp_path / "out" / "a.json", made)
    shapes = loaded(tmp_path / "out" / "a.json")
    assert [shape["group_id"] for shape in shapes] == made.present.tolist()
    for shape in shapes:
        label = shape["group_id"]
        kind = made.class_of(label)
        np.testing.assert_array_equal(drawn(shape, labels.shape), labels == label)
        assert shape["label"] == (kind.name if kind else made.title(label))
        assert shape["description"] == made.names.get(label, "")


def test_masks_only_where_they_are_needed(outcome):
    made = outcome([[1, 1, 1, 2], [1, 0, 1, 0], [1, 1, 1, 2], [3, 3, 3, 3]])
    assert FORMAT.describe(made) == "3 labels, as 1 polygon and 2 masks, JSON"
