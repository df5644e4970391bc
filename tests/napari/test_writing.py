"""A layer of labels written and read: with its names, classes and pixel size, where the format has them."""

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.errors import ExportError
from segmenter.files.importing.reading import read_segmentation
from segmenter.napari.writing import write_labels

CUP = SegmentClass(4, "cup", (1, 2, 3))
ATTRIBUTES = {
    "features": {"index": [1, 2, 3], "name": ["", "left", ""], "class": ["cup", "", "unknown"]},
    "metadata": {"segmenter": {"classes": (CUP,), "pixel_size": PixelSize(0.5, 0.5, "µm")}},
}


@pytest.mark.parametrize("name", ["a.png", "a.tif", "a.npy", "a.geojson", "a.json", "a_coco.json", "a.zip"])
def test_there_and_back(tmp_path, areas, name):
    path = str(tmp_path / name)
    assert write_labels(path, areas.astype(np.uint8), ATTRIBUTES) == [path]
    read = read_segmentation(path, areas.shape)
    np.testing.assert_array_equal(read.labels, areas)
    if name.endswith(("json", "zip")):
        assert read.names == {2: "left"}
        assert read.assigned == {1: 4}
        assert read.classes == (CUP,)
        assert read.pixel_size == PixelSize(0.5, 0.5, "µm")


@pytest.mark.parametrize("attributes", [{}, {"features": {"index": [1]}}, {"features": None}])
def test_layers_of_others(tmp_path, areas, attributes):
    write_labels(str(tmp_path / "a.geojson"), areas, attributes)
    np.testing.assert_array_equal(read_segmentation(tmp_path / "a.geojson").labels, areas)


def test_a_stack_is_refused(tmp_path, areas):
    with pytest.raises(ExportError, match="rows and columns"):
        write_labels(str(tmp_path / "a.png"), areas[None], {})
