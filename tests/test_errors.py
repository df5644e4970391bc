"""The tree of errors: what catches what, and what a person reads."""

import pickle

import pytest

from segmenter import errors
from segmenter.errors import ImageError, ParameterError, SegmenterError, UnreadableImage, UnsupportedImage
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
