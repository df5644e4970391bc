"""COCO: pycocotools decodes every annotation to the pixels of its label, and agrees on area and box."""

import contextlib
import io
from dataclasses import replace

import numpy as np
import pytest
from pycocotools import mask as masks
from pycocotools.coco import COCO

from segmenter.files.formats import named
from segmenter.files.formats.format import Options

FORMAT = named("coco")
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # of pycocotools


def opened(path):
    with contextlib.redirect_stdout(io.StringIO()):
        return COCO(str(path))


@pytest.mark.parametrize("seed", range(8))
def test_pycocotools_decodes_the_same(outcome, known, scattered, tmp_path, seed):
    made = known(outcome(scattered(seed)))
    FORMAT.write(tmp_path / "a.json", made)
    coco = opened(tmp_path / "a.json")
    (image,) = coco.loadImgs(coco.getImgIds())
    assert (image["file_name"], image["height"], image["width"]) == ("image.png", *made.labels.shape)
    annotations = coco.loadAnns(coco.getAnnIds())
    assert [each["number"] for each in annotations] == made.present.tolist()
    names = {each["id"]: each["name"] for each in coco.loadCats(coco.getCatIds())}
    for each in annotations:
        label = each["number"]
        inside = made.labels == label
        np.testing.assert_array_equal(coco.annToMask(each), inside)
        assert each["area"] == inside.sum() == masks.area(coco.annToRLE(each))
        assert each["bbox"] == masks.toBbox(coco.annToRLE(each)).tolist()
        assert each["iscrowd"] == 0
        kind = made.class_of(label)
        assert names[each["category_id"]] == (kind.name if kind else "segment")
        assert each["name"] == made.names.get(label, "")


def test_polygons_wherever_they_hold_a_label(outcome, tmp_path):
    made = outcome([[1, 1, 1, 2], [1, 0, 1, 0], [1, 1, 1, 2]])
    FORMAT.write(tmp_path / "a.json", made)
    ring, parted = opened(tmp_path / "a.json").loadAnns([1, 2])
    assert set(ring["segmentation"]) == {"size", "counts"}
    assert parted["segmentation"] == [[3, 0, 4, 0, 4, 1, 3, 1], [3, 2, 4, 2, 4, 3, 3, 3]]


def test_what_is_simplified_says_so(outcome):
    made = outcome([[1]])
    assert FORMAT.loses(made) is None
    assert "by up to 1.5 pixels" in FORMAT.loses(replace(made, options=Options(simplify=1.5)))
