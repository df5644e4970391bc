"""Class masks: the number of the class of each pixel, and a legend."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.core.classes import SegmentClass
from segmenter.files.formats import in_order, named

MASK = named("classes")


@pytest.mark.parametrize(("number", "mode"), [(3, "P"), (255, "P"), (256, "I;16")])
def test_pixels_are_numbers_of_classes(outcome, tmp_path, number, mode):
    kind = SegmentClass(number, "cell é", (9, 8, 7))
    made = replace(outcome([[0, 1, 2], [5, 5, 1]]), classes=(kind,), assigned={1: number, 5: number, 9: number})
    MASK.write(tmp_path / "a.png", made)
    with Pillow.open(tmp_path / "a.png") as picture:
        assert picture.mode == mode
        assert np.asarray(picture).tolist() == [[0, number, 0], [number, number, number]]
        (legend,) = json.loads(picture.text["Legend"])
        if mode == "P":
            assert picture.getpalette()[3 * number : 3 * number + 3] == [9, 8, 7]
    assert legend == {"number": number, "name": "cell é", "colour": "#090807", "key": None}
    assert MASK.loses(made) == "1 segment without a class becomes 0."


def test_nothing_is_lost_where_everything_has_a_class(outcome):
    made = replace(outcome([[1, 2]]), classes=(SegmentClass(1, "a", (0, 0, 0)),), assigned={1: 1, 2: 1})
    assert MASK.loses(made) is None
    assert MASK.loses(replace(made, assigned={})) == "2 segments without a class become 0."


def test_the_legend_comes_along():
    assert in_order({"classes"}) == ("classes", "legend")
