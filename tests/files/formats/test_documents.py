"""JSON and archives: the same bytes for the same content."""

import json
import zipfile

import pytest

from segmenter.errors import ExportError
from segmenter.files.formats.documents import own, write_archive, write_json


def test_json_is_short_and_never_has_nan(tmp_path):
    write_json(tmp_path / "a.json", {"a": [1, 2], "b": "é"})
    assert (tmp_path / "a.json").read_text("ascii") == '{"a":[1,2],"b":"\\u00e9"}\n'
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_json(tmp_path / "a.json", {"a": float("nan")})


@pytest.mark.parametrize("compress", [False, True])
def test_archives(tmp_path, compress):
    for name in "ab":
        write_archive(tmp_path / name, [("x", b"1" * 99), ("y", b"")], compress=compress)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    with zipfile.ZipFile(tmp_path / "a") as archive:
        assert archive.read("x") == b"1" * 99
        assert (archive.getinfo("x").compress_size < 99) == compress
    with pytest.raises(ExportError):
        write_archive(tmp_path / "no" / "a", [], compress=compress)


def test_what_is_ours(outcome, known):
    said = json.loads(json.dumps(own(known(outcome([[1]])))))
    assert said["pixel_size"] == {"height": 0.65, "width": 0.5, "unit": "µm"}
    assert [each["number"] for each in said["classes"]] == [1, 2, 7]
    assert own(outcome([[1]]))["classes"] == []


@pytest.mark.parametrize(
    "document",
    [{}, {"a": []}, {"a": [1]}, {"é": "ü", "list": [{"b": [1.5, None]}, [], "x"], "more": {"c": [1]}, "n": None}],
    ids=str,
)
def test_what_is_encoded_in_pieces_is_what_is_encoded_at_once(tmp_path, document):
    write_json(tmp_path / "a.json", document)
    assert (tmp_path / "a.json").read_text() == json.dumps(document, separators=(",", ":")) + "\n"
