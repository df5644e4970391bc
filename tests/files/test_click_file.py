"""Files of clicks: what is read, and what is refused in a sentence."""

import json

import pytest

from segmenter.core.clicked import ClickedObject, Clicks
from segmenter.errors import ClickError
from segmenter.files import click_file
from segmenter.files.click_file import ClickedImage, objects_from_json, objects_to_json, read

CLICK = {"clicks": [[1, 2, True]]}


@pytest.fixture
def write(tmp_path):
    """Return a function that writes a value, or a text, and gives the path."""

    def write(value):
        path = tmp_path / "clicks.json"
        path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
        return path

    return write


def test_one_image(write):
    table = {"name": "cup", "class": "crockery", "clicks": [[1, 2, True], [3, 4, False]], "box": [0, 1, 9, 8]}
    (image,) = read(write({"objects": [table, CLICK | {"grown": -2}]}))
    clicks = Clicks(((1, 2, True), (3, 4, False)), (0, 1, 9, 8))
    assert image == ClickedImage(
        (ClickedObject(clicks, "cup", "crockery"), ClickedObject(Clicks(((1, 2, True),), grown=-2)))
    )


def test_several_images(write):
    listed = [{"image": "a.png", "objects": [CLICK]}, {"image": "a.png", "page": 3, "objects": [CLICK]}]
    assert [(each.image, each.page) for each in read(write({"images": listed}))] == [("a.png", 0), ("a.png", 2)]


def test_there_and_back():
    objects = (
        ClickedObject(Clicks(((1, 2, True),), (0, 0, 3, 4), -1), "a", "b"),
        ClickedObject(Clicks(box=(0, 0, 1, 1))),
    )
    assert objects_from_json(json.loads(json.dumps(objects_to_json(objects)))) == objects


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("", "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ([], 'must have either "objects" or "images"'),
        ({"objects": [CLICK], "images": []}, 'must have either "objects" or "images"'),
        ({"objects": []}, "must be a list of objects"),
        ({"images": []}, "must be a list of images"),
        ({"images": [{"objects": [CLICK]}]}, 'must say its "image"'),
        ({"images": [{"image": "a", "page": 0, "objects": [CLICK]}]}, "must count from 1"),
        ({"images": [{"image": "a", "objects": [CLICK]}] * 2}, "twice"),
        ({"objects": [5]}, "object 1 is no table"),
        ({"objects": [CLICK, {}]}, "object 2: there must be a click on the object, or a box"),
        ({"objects": [{"clicks": [[1, 2, False]]}]}, "there must be a click on the object"),
        ({"objects": [{"clicks": [[1, 2]]}]}, "a click must be"),
        ({"objects": [{"clicks": [[-1, 2, True]]}]}, "a click must be"),
        ({"objects": [{"clicks": [[1.5, 2, True]]}]}, "a click must be"),
        ({"objects": [{"clicks": [[10**400, 2, True]]}]}, "a click must be"),
        ({"objects": [{"clicks": [[True, 2, True]]}]}, "a click must be"),
        ({"objects": [{"clicks": [[1, 2, 1]]}]}, "a click must be"),
        ('{"objects": [{"clicks": [[NaN, 2, true]]}]}', "a click must be"),
        ({"objects": [{"clicks": [[1, 2, True]] * 1001}]}, "at most 1,000 clicks"),
        ({"objects": [CLICK] * 10_001}, "more than 10,000 objects"),
        ({"objects": [CLICK | {"box": [0, 0, 0, 5]}]}, "must not be empty"),
        ({"objects": [CLICK | {"box": [0, 0, 5]}]}, '"box" must be'),
        ({"objects": [CLICK | {"grown": 1.5}]}, '"grown" must be'),
        ({"objects": [CLICK | {"name": 5}]}, "must be short texts"),
        ({"objects": [CLICK | {"class": "a" * 1001}]}, "must be short texts"),
    ],
)
def test_what_is_refused(write, value, why):
    path = write(value)
    with pytest.raises(ClickError) as raised:
        read(path)
    assert why in str(raised.value)
    assert str(raised.value).startswith(str(path))
    assert str(raised.value).count("\n") == 0


def test_files_that_are_missing_or_too_large(write, tmp_path, monkeypatch):
    with pytest.raises(ClickError, match="could not be read"):
        read(tmp_path / "nothing.json")
    path = write({"objects": [CLICK]})
    monkeypatch.setattr(click_file, "MAX_TEXT", 10)
    with pytest.raises(ClickError, match="could not be read"):
        read(path)
