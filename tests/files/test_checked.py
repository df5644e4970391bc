"""Values of our own files are taken only where they are what they must be."""

import pytest

from segmenter.core.image import PixelSize
from segmenter.errors import ContentError
from segmenter.files import checked

SHA = "0f" * 32


def test_what_is_right_is_taken():
    assert checked.part({"a": "x"}, "a", str) == "x"
    assert checked.part({"a": True}, "a", bool) is True
    assert checked.optional({"a": None}, "a", str) is None
    assert checked.number({"a": 3}, "a", 1, 3) == 3
    assert checked.digest({"sha256": SHA}) == SHA
    assert checked.path({"a": "photos/a.png"}, "a") == "photos/a.png"
    assert checked.colour("#80c0ff") == (128, 192, 255)
    assert checked.pixel_size({"height": 0.5, "width": 2.0, "unit": "µm"}) == PixelSize(0.5, 2.0, "µm")
    assert checked.readable("a\ud800b") == "a?b"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: checked.part({}, "a", str),
        lambda: checked.part([], "a", str),
        lambda: checked.part({"a": True}, "a", int),
        lambda: checked.optional({}, "a", str),
        lambda: checked.number({"a": 4}, "a", 1, 3),
        lambda: checked.number({"a": 2**60}, "a", 1),
        lambda: checked.digest({"sha256": SHA[1:]}),
        lambda: checked.path({"a": ""}, "a"),
        lambda: checked.path({"a": "a\0b"}, "a"),
        lambda: checked.path({"a": "\ud800"}, "a"),
        lambda: checked.colour("red"),
        lambda: checked.colour(None),
        lambda: checked.pixel_size({"height": 0.0, "width": 2.0, "unit": "µm"}),
        lambda: checked.pixel_size({"height": float("nan"), "width": 2.0, "unit": "µm"}),
        lambda: checked.pixel_size({"height": 1.0, "width": 2.0}),
    ],
)
def test_what_is_wrong_is_refused_in_a_sentence(wrong):
    with pytest.raises(ContentError, match=r"\.$"):
        wrong()
