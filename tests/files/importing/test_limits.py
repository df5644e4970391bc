"""Limits: what is larger, or no JSON, is refused before it takes memory."""

import numpy as np
import pytest

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.importing import limits


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[NaN]", b"[Infinity]", b"\xff\xfe", b"[" * 100_000, b'{"a": 1,}'],
    ids=["nothing", "half", "nan", "infinity", "no text", "deep", "comma"],
)
def test_no_json(content):
    with pytest.raises(UnreadableImage, match="no JSON"):
        limits.read_json(content)


def test_too_much(monkeypatch):
    monkeypatch.setattr(limits, "VALUES", 3)
    with pytest.raises(UnsupportedImage, match="more than the 3 numbers"):
        limits.read_json(b"[1,2,3,4,5]")
    monkeypatch.setattr(limits, "TEXT", 4)
    with pytest.raises(UnsupportedImage, match="MB of JSON"):
        limits.read_json(b"[1,2]")


def test_numbers_of_many_digits():
    assert limits.read_json(b"[12, %s]" % (b"9" * 10_000)) == [12, float("inf")]


def test_corners():
    assert limits.corners([1, 2, 3, 4, 5], flat=True).tolist() == [[1, 2], [3, 4]]
    assert limits.corners([[1, 2, 9], [3, 4, 9]]).tolist() == [[1, 2], [3, 4]]
    for wrong in (
        [[1]],
        [1, 2],
        [[1, 2], [3]],
        ["a", "b"],
        [float("inf"), 0],
        [1e300, 0],
        [None, 1],
        {"a": 1},
        [[[1, 2]]],
    ):
        with pytest.raises(UnreadableImage, match="corners that are none"):
            limits.corners(wrong)
    assert limits.corners([]).shape == (0, 2)


def test_sizes():
    assert limits.checked(2.0, 3, None) == (2, 3)
    assert limits.checked(2, 3, (2, 3), 1) == (2, 3)
    for rows, columns in ((0, 1), (-1, 1), (None, 1), ("2", 2), (True, 1), (float("nan"), 1), (2**40, 1)):
        with pytest.raises(UnreadableImage, match="no size"):
            limits.checked(rows, columns, None)
    with pytest.raises(UnsupportedImage, match="of an image of 3 × 2 pixels, and this one is of 2 × 2"):
        limits.checked(2, 3, (2, 2))
    with pytest.raises(UnsupportedImage, match="more than the 5 pixels"):
        limits.checked(2, 3, None, 5)
    with pytest.raises(UnsupportedImage, match="name the image"):
        limits.known_size(None)
    assert limits.known_size((2, 3)) == (2, 3)


def test_parts():
    assert limits.part({"a": [1]}, "a", list) == [1]
    for table in ({}, [], None, {"a": True}, {"a": "1"}):
        with pytest.raises(UnreadableImage, match='"a" is missing'):
            limits.part(table, "a", int)
    assert limits.optional({"a": True}, "a", int, 7) == 7
    assert limits.optional({"a": 3}, "a", int, 7) == 3
    assert limits.plain("a\nb\x00") == "a b "
    assert np.isfinite(limits.PIXELS)
