"""Objects become labels: numbers, names, classes, and what cannot be kept."""

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.errors import UnsupportedImage
from segmenter.files.importing import objects
from segmenter.files.importing.objects import Found, assembled

CELL = SegmentClass(3, "cell", (1, 2, 3), 1)


def square(x, y, size=2, **known):
    return Found([np.array([[x, y], [x + size, y], [x + size, y + size], [x, y + size]])], **known)


def test_numbers_of_their_own_or_the_next_free_ones():
    made = assembled([square(0, 0), square(2, 0, number=1), square(4, 0, number=1), square(6, 0, number=0)], (2, 8))
    assert made.labels.tolist() == [[2, 2, 1, 1, 1, 1, 3, 3]] * 2
    assert not made.labels.flags.writeable
    assert made.notes == ()


def test_numbers_that_no_segment_can_have():
    made = assembled([square(0, 0, number=-4), square(2, 0, number=2**40)], (2, 4))
    assert made.labels.tolist() == [[1, 1, 2, 2]] * 2


def test_classes_by_number_and_by_name():
    found = [
        square(0, 0, kind_number=3),
        square(2, 0, kind="debris", name="a"),
        square(4, 0, kind="cell"),
        square(6, 0, kind_number=9),
    ]
    made = assembled(found, (2, 8), [CELL])
    assert [(each.number, each.name, each.key) for each in made.classes] == [(3, "cell", 1), (4, "debris", 4)]
    assert made.assigned == {1: 3, 2: 4, 3: 3}
    assert made.names == {2: "a"}


def test_a_key_is_given_once():
    made = assembled([square(0, 0, kind="other")], (2, 2), [SegmentClass(1, "cell", (0, 0, 0), 2)])
    assert [each.key for each in made.classes] == [2, None]


def test_what_is_lost_is_said():
    found = [square(0, 0, name="under"), square(1, 0, size=1), square(0, 0), square(50, 50)]
    made = assembled(found, (2, 2))
    assert made.labels.tolist() == [[3, 3], [3, 3]]
    assert made.names == {}
    assert made.notes == (
        "3 objects had no pixel of their own.",
        "5 pixels belonged to several objects; the last one has them.",
    )


@pytest.mark.parametrize(("top", "left"), [(-1, -1), (1, 2), (-5, 0), (9, 9)])
def test_masks_that_reach_beyond_the_image(top, left):
    made = assembled([Found(mask=(top, left, np.ones((2, 2), bool)))], (2, 3))
    expected = np.zeros((12, 12), int)
    expected[top + 5 : top + 7, left + 5 : left + 7] = 1
    np.testing.assert_array_equal(made.labels, expected[5:7, 5:8])


def test_limits(monkeypatch):
    monkeypatch.setattr(objects, "CROSSINGS", 10)
    with pytest.raises(UnsupportedImage, match="longer than can be read"):
        assembled([square(0, 0, size=6)], (9, 9))
    monkeypatch.setattr(objects, "OBJECTS", 1)
    with pytest.raises(UnsupportedImage, match="more than the 1 objects"):
        assembled([square(0, 0)] * 2, (9, 9))
