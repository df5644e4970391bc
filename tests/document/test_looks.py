"""How images are shown, as projects hold it."""

import json

import pytest

from segmenter.document import looks
from segmenter.errors import ContentError
from segmenter.render.contrast import Channel

CONTRAST = (Channel(0.0, 4095.0), Channel(-1.5, 1e9, 0.1, (1, 2, 3), visible=False))


def test_there_and_back():
    assert looks.from_json(json.loads(json.dumps(looks.to_json(CONTRAST), allow_nan=False))) == CONTRAST


@pytest.mark.parametrize(
    "change",
    [
        {"low": 1},
        {"high": float("nan")},
        {"low": float("-inf")},
        {"gamma": 0.0},
        {"gamma": 1e300},
        {"colour": "red"},
        {"colour": None},
        {"visible": 1},
    ],
    ids=str,
)
def test_what_no_image_can_be_shown_with(change):
    with pytest.raises(ContentError):
        looks.from_json([looks.to_json(CONTRAST)[0] | change])


@pytest.mark.parametrize(
    "listed", [None, {}, [], [1], [[]], looks.to_json(CONTRAST) * 501], ids=lambda each: str(each)[:9]
)
def test_what_is_no_list_of_channels(listed):
    with pytest.raises(ContentError):
        looks.from_json(listed)
