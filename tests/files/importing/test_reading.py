"""Whatever is read: a segmentation, or one sentence and little memory."""

import io
import json
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize, from_array
from segmenter.errors import ImageError
from segmenter.files.formats import named
from segmenter.files.formats.format import Result
from segmenter.files.importing.reading import read_segmentation
from segmenter.render.overlay import palette

KINDS = ("labels", "tiff", "ome", "array", "coco", "labelme", "geojson", "rois")
MEMORY = 200_000_000


@pytest.fixture(scope="module")
def wholes(scattered, tmp_path_factory):
    """Return a small file of each kind."""
    folder = tmp_path_factory.mktemp("wholes")
    labels = scattered(3, shape=(12, 15), count=6)
    image = replace(from_array(np.zeros(labels.shape, np.uint8)), pixel_size=PixelSize(1.0, 1.0, "µm"))
    kind = SegmentClass(1, "cell", (1, 2, 3), 1)
    label = int(labels.max())
    made = Result(image, labels, palette(label), {label: "a"}, (), classes=(kind,), assigned={label: 1})
    contents = {}
    for name in KINDS:
        named(name).write(folder / name, made)
        contents[name] = (folder / name).read_bytes()
    return contents


def refused(path, **options):
    """Return the sentence with which a file is refused; empty if it is read."""
    sentence = ""
    try:
        read_segmentation(path, **options)
    except ImageError as error:
        sentence = str(error)
    assert not sentence or (sentence.startswith("“") and sentence.endswith(".") and len(sentence.splitlines()) == 1)
    return sentence


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("examples", [60, pytest.param(3000, marks=pytest.mark.slow)])
def test_damaged_bytes(wholes, tmp_path, name, examples):
    path = tmp_path / "a"

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def check(data):
        content = bytearray(wholes[name])
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, max(len(content) - 1, 0)))
            new = data.draw(st.binary(max_size=9) | st.sampled_from([b"NaN", b"1e999", b"-1", b"null", b"[]", b"{}"]))
            content[at : at + data.draw(st.integers(0, 12))] = new
        path.write_bytes(bytes(content) or b" ")
        refused(path, shape=data.draw(st.sampled_from([None, (12, 15)])))

    check()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=4,
)


@pytest.mark.parametrize("name", ["coco", "labelme", "geojson"])
@pytest.mark.parametrize("examples", [100, pytest.param(5000, marks=pytest.mark.slow)])
def test_json_with_anything_in_it(wholes, tmp_path, name, examples):
    whole, path = json.loads(wholes[name]), tmp_path / "a.json"

    def places(value, place=()):
        yield place
        if isinstance(value, (dict, list)):
            for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
                yield from places(inner, (*place, key))

    known = [place for place in places(whole) if place]

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def check(data):
        changed = json.loads(wholes[name])
        *way, last = data.draw(st.sampled_from(known))
        inner = changed
        for key in way:
            inner = inner[key]
        inner[last] = data.draw(VALUES)
        path.write_text(json.dumps(changed))
        refused(path, shape=data.draw(st.sampled_from([None, (12, 15)])))

    check()


def polygon(points):
    """Return a labelme file of one polygon of many corners."""
    corners = ",".join(["[0.5,1.5],[7.25,3.5]"] * (points // 2)).encode()
    start = b'{"imageHeight": 10, "imageWidth": 10, "shapes": [{"label": "a", "shape_type": "polygon", "points": ['
    return start + corners + b"]}]}"


def zipped(size):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("../../a.roi", "w") as member:
        member.write(b"Iout")
        for _ in range(size // 1_000_000):
            member.write(bytes(1_000_000))
    return file.getvalue()


def png(rows, columns):
    """Return a PNG that says it is large, and is empty."""
    header = rows.to_bytes(4, "big"), columns.to_bytes(4, "big")
    chunk = b"IHDR" + header[1] + header[0] + bytes([8, 0, 0, 0, 0])
    packed = b"IDAT" + zlib.compress(bytes(1000))
    chunks = (chunk, packed, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (len(each) - 4).to_bytes(4, "big") + each + zlib.crc32(each).to_bytes(4, "big") for each in chunks
    )


def runs(size):
    """Return a COCO file of a tiny mask on a large image."""
    counts = [size * size - 1, 1]
    annotation = {"image_id": 1, "category_id": 1, "segmentation": {"size": [size, size], "counts": counts}}
    image = {"id": 1, "file_name": "a", "height": size, "width": size}
    return json.dumps({"images": [image], "annotations": [annotation] * 50, "categories": []}).encode()


HOSTILE = {
    "a polygon of ten million corners": lambda: polygon(10_000_000),
    "a polygon of two million corners": lambda: polygon(2_000_000),
    "a polygon of half a million corners": lambda: polygon(500_000),
    "an archive that grows to 400 MB": lambda: zipped(400_000_000),
    "a PNG that says it is of 4,000 megapixels": lambda: png(65_000, 65_000),
    "a PNG that says it is of 20 megapixels": lambda: png(4000, 5000),
    "lists in lists": lambda: b"[" * 1_000_000,
    "tables in tables": lambda: b'{"a":' * 1_000_000,
    "many tables": lambda: b'{"shapes": [' + b"{}," * 1_000_000 + b"{}]}",
    "a large image of one mask": lambda: runs(5000),
    "a larger image of one mask": lambda: runs(60_000),
    "numbers of many digits": lambda: b'{"shapes": [], "imageHeight": ' + b"9" * 1_000_000 + b', "imageWidth": 1}',
}


MEASURED = """
import sys
from segmenter.errors import ImageError
from segmenter.files.importing.reading import read_segmentation
from segmenter.jobs import memory

memory.forget_peak()
before = memory.peak()
try:
    read_segmentation(sys.argv[1])
except ImageError as error:
    print(error)
print(memory.peak() - before if before else "")
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_little_memory_whatever_a_file_claims(tmp_path, name):
    """In a process of its own, whose memory the system tells."""
    path = tmp_path / "a"
    path.write_bytes(HOSTILE[name]())
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True, timeout=300
    )
    *sentences, taken = done.stdout.splitlines() or [""]
    assert done.stderr == ""
    assert len(sentences) <= 1
    assert not taken or int(taken) < MEMORY


def test_what_is_no_segmentation(tmp_path):
    path = tmp_path / "a.png"
    assert "does not exist" in refused(path)
    assert "is a folder, not a file" in refused(tmp_path)
    for content, sentence in (
        (b"", "is empty"),
        (b"hello", "not a segmentation of a kind"),
        (b"{}", "is JSON, but no segmentation"),
        (b"[1]", "is JSON, but no segmentation"),
    ):
        path.write_bytes(content)
        assert sentence in refused(path)
    assert "its name is not one" in refused("a\0b")


def test_the_kind_is_told_by_the_content(wholes, tmp_path):
    for content in wholes.values():
        (tmp_path / "a.xyz").write_bytes(content)
        assert refused(tmp_path / "a.xyz", shape=(12, 15)) == ""
        assert "and this one is of 9 × 9" in refused(tmp_path / "a.xyz", shape=(9, 9)) or content[:2] in (b"PK", b'{"')


def test_a_small_file_makes_no_room_for_the_largest(tmp_path):
    path = tmp_path / "labels.npy"
    np.save(path, np.eye(8, dtype=np.uint8))
    tracemalloc.start()
    try:
        read_segmentation(path)
        assert tracemalloc.get_traced_memory()[1] < MEMORY
    finally:
        tracemalloc.stop()


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("segmenter.files.importing.reading.FILE_LIMIT", 100)
    path = tmp_path / "labels.npy"
    np.save(path, np.eye(8, dtype=np.uint8))
    with pytest.raises(ImageError, match="larger than"):
        read_segmentation(path)
