"""A class is a plain value."""

from segmenter.core.classes import NONE, SegmentClass


def test_a_colour_as_text():
    assert SegmentClass(1, "cell", (255, 128, 0)).hex_colour == "#ff8000"
    assert SegmentClass(1, "cell", (255, 128, 0)) == SegmentClass(1, "cell", (255, 128, 0), None)
    assert NONE == 0
