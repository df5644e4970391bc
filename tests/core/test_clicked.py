"""What a person pointed at."""

from segmenter.core.clicked import Clicks


def test_nothing_is_false():
    assert not Clicks()
    assert not Clicks(grown=2)
    assert Clicks(((1, 2, False),))
    assert Clicks(box=(0, 0, 1, 1))


def test_what_lies_outside_the_image():
    clicks = Clicks(((1, 2, True), (9, 2, False)), (0, 0, 10, 20))
    assert clicks.outside((10, 20)) is None
    assert clicks.outside((9, 20)) == (9, 2, False)
    assert Clicks(box=(0, 0, 10, 21)).outside((10, 20)) == (0, 0, 10, 21)
