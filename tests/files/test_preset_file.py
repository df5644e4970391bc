"""Parameters that a person has made."""

import pytest

from segmenter.errors import ContentError, ParameterError
from segmenter.files.preset_file import read
from segmenter.parameters import DEFAULTS, to_toml


@pytest.fixture
def file(tmp_path):
    return tmp_path / "mine.toml"


def test_it_is_read(file):
    file.write_text(to_toml(DEFAULTS.replace(k=7)))
    assert read(file) == DEFAULTS.replace(k=7)


def test_what_is_none_is_said_in_a_sentence(file):
    with pytest.raises(ContentError, match=r"mine\.toml could not be read: No such file"):
        read(file)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError, match=r"mine\.toml is not a preset\."):
        read(file)
    file.write_text("k = 'many'")
    with pytest.raises(ParameterError):
        read(file)
