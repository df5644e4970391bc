"""A failure to say something is told from every other."""

import io
import sys

import pytest

from segmenter.cli import output


class Full(io.StringIO):
    """A disk without room."""

    def write(self, text):
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_a_stream_that_fails(monkeypatch, name):
    full = Full()
    monkeypatch.setattr(sys, name, full)
    with pytest.raises(output.OutputError, match="No space"), output.checked():
        print("x", file=getattr(sys, name))
    assert getattr(sys, name) is full


def test_any_other_failure_stays_what_it_is():
    with pytest.raises(OSError, match="elsewhere") as caught, output.checked():
        raise OSError(28, "elsewhere")
    assert not isinstance(caught.value, output.OutputError)


def test_what_is_asked_of_the_stream_itself(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    with output.checked():
        assert sys.stdout.isatty() is False
        sys.stdout.write("x\n")
    assert sys.stdout.getvalue() == "x\n"


def test_closed_streams(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    with output.checked():
        assert output.streams() == [sys.stderr]
