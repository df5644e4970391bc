"""What we add to formats of others, read with care: anybody may have changed it."""

import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize
from segmenter.files.importing.ours import classes_of, pixel_size, pixel_size_of


def test_what_is_there():
    listed = [{"number": 2, "name": "a", "colour": "#010203", "key": None}]
    assert classes_of({"segmenter": {"classes": listed}}) == (SegmentClass(2, "a", (1, 2, 3)),)
    size = {"height": 1, "width": 0.5, "unit": "µ\nm"}
    assert pixel_size_of({"segmenter": {"pixel_size": size}}) == PixelSize(1.0, 0.5, "µ m")


@pytest.mark.parametrize("document", [None, [], {}, {"segmenter": 1}, {"segmenter": {"classes": [1], "pixel_size": 1}}])
def test_what_is_not(document):
    assert classes_of(document) == ()
    assert pixel_size_of(document) is None


@pytest.mark.parametrize("height", [0, -1, float("inf"), float("nan"), None, "1", True])
def test_no_size(height):
    assert pixel_size(height, 1, "µm") is None
    assert pixel_size(1, 1, "") is None
    assert pixel_size(1, 1, None) is None
