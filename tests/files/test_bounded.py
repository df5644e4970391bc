"""Small files that may be huge."""

from pathlib import Path

import pytest

from segmenter.files import bounded


def test_as_many_bytes_as_are_allowed_and_no_more(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert bounded.read(path, 5) == b"12345"
    with pytest.raises(OSError, match="too large"):
        bounded.read(path, 4)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device there")
def test_what_has_no_end(tmp_path):
    (tmp_path / "link").symlink_to("/dev/zero")
    with pytest.raises(OSError, match="too large"):
        bounded.read(tmp_path / "link", 1000)
