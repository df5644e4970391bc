"""The tree of errors: what catches what, and what a person reads."""

import json
import pickle

import pytest

from segmenter import errors
from segmenter.errors import ImageError, ParameterError, SegmenterError, UnreadableImage, UnsupportedImage
from segmenter.files import reading
from segmenter.progress import Cancelled

CLASSES = [item for item in vars(errors).values() if isinstance(item, type) and issubclass(item, Exception)]


@pytest.mark.parametrize("kind", CLASSES)
def test_everything_is_a_segmenter_error_and_drawn_in_the_docstring(kind):
    assert issubclass(kind, SegmenterError)
    assert kind.__name__ in errors.__doc__


def test_what_catches_what():
    assert issubclass(UnreadableImage, ImageError)
    assert issubclass(UnsupportedImage, ImageError)
    assert issubclass(ParameterError, ValueError)
    assert not issubclass(Cancelled, Exception)


@pytest.mark.parametrize(("line", "place"), [(None, ""), (7, " (line 7)")])
def test_a_refused_parameter_names_key_value_line_and_range(line, place):
    error = ParameterError("k", 99, "must be a whole number from 1 to 64", line)
    assert str(error) == f"k = 99{place}: must be a whole number from 1 to 64"
    assert (error.key, error.value, error.expected, error.line) == (
        "k",
        99,
        "must be a whole number from 1 to 64",
        line,
    )


@pytest.mark.parametrize("error", [ParameterError("k", 99, "must be less", 7), UnreadableImage("“a” is empty.")])
def test_errors_come_back_from_other_processes_as_they_were(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_a_mistake_of_ours_behind_a_polite_sentence_is_not_lost(monkeypatch, tmp_path):
    monkeypatch.setattr(reading.netpbm, "_header", lambda _data: None)  # so that our own decoder trips over it
    (tmp_path / "a.pgm").write_bytes(b"P5 1 1 255 1")
    with pytest.raises(UnreadableImage) as said:
        reading.read_image(tmp_path / "a.pgm")
    assert str(said.value) == "“a.pgm” is damaged or cut short."
    assert "AttributeError: 'NoneType' object has no attribute 'height'" in errors.mistake(said.value)


def test_what_a_damaged_file_makes_decoders_raise_is_no_mistake_of_ours(tmp_path):
    for name, content in (("a.jpg", b"\xff\xd8\xff\xe0"), ("a.pgm", b"P5 9 9 255 1"), ("a.png", b"\x89PNG\r\n\x1a\n")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(UnreadableImage) as said:
            reading.read_image(tmp_path / name)
        assert errors.mistake(said.value) is None


def test_a_mistake_of_a_library_is_no_mistake_of_ours():
    with pytest.raises(TypeError) as raised:
        json.loads(3)
    assert errors.mistake(raised.value) is None
    assert errors.mistake(UnreadableImage("is no image")) is None
