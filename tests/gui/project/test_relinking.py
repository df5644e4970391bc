"""Files that moved, found by their content."""

import hashlib

import pytest

from segmenter.document.project import Entry
from segmenter.gui.project.relinking import found_near, is_same, relinked
from segmenter.progress import ignore


@pytest.fixture
def entries(tmp_path):
    """Return two entries whose files are somewhere else now."""
    made = []
    (tmp_path / "new").mkdir()
    for name in ("a", "b"):
        content = name.encode() * 50
        (tmp_path / "new" / f"{name}{name}.png").write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        made.append(Entry(tmp_path / "old" / f"{name}.png", sha256=digest, size=len(content)))
    return made


def test_all_that_are_near_one_are_found(entries, tmp_path):
    places = found_near(entries, tmp_path / "new" / "aa.png", ignore)
    assert places == {entries[0].path: tmp_path / "new" / "aa.png", entries[1].path: tmp_path / "new" / "bb.png"}


def test_those_that_are_there_are_not_looked_for(entries, tmp_path):
    entries[1].path.parent.mkdir()
    entries[1].path.write_bytes(b"another content, but there")
    assert list(found_near(entries, tmp_path / "new" / "aa.png", ignore)) == [entries[0].path]


def test_a_file_with_the_content_of_a_missing_entry(entries, tmp_path):
    assert relinked(entries, tmp_path / "new" / "bb.png") == entries[1].path
    (tmp_path / "new" / "bb.png").write_bytes(b"c" * 50)
    assert relinked(entries, tmp_path / "new" / "bb.png") is None
    assert not is_same(entries[1], tmp_path / "new" / "bb.png")


def test_an_entry_that_was_never_read_is_not_taken_for_another(tmp_path):
    (tmp_path / "a.png").touch()
    assert relinked([Entry(tmp_path / "old" / "a.png")], tmp_path / "a.png") is None
