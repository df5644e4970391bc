"""Labels survive being packed, and nothing damaged is unpacked."""

import zlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps

from segmenter.document import compressed_labels
from segmenter.document.compressed_labels import LARGEST, pack, unpack
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.errors import ProjectError
from segmenter.files.findings import digest

SHAPES = nps.array_shapes(min_dims=2, max_dims=2, max_side=9)


@settings(max_examples=50, deadline=None)
@given(nps.arrays(np.int32, SHAPES, elements=st.one_of(st.integers(0, 3), st.integers(0, LARGEST))))
def test_there_and_back(labels):
    packed = pack(LabelMap.of(labels))
    again = unpack(packed)
    assert packed.shape == again.shape == labels.shape
    np.testing.assert_array_equal(again.array(), labels)
    assert packed.sha256 == digest(labels)


@pytest.mark.parametrize(
    ("largest", "kind"), [(0, "uint8"), (255, "uint8"), (256, "uint16"), (65_535, "uint16"), (65_536, "int32")]
)
def test_the_smallest_type_that_is_enough(largest, kind):
    packed = pack(LabelMap.of(np.array([[0, largest]], np.int32)))
    assert packed.kind == kind
    assert unpack(packed).at(0, 1) == largest


def test_as_the_documentation_reads_it():
    labels = np.arange(12, dtype=np.int32).reshape(3, 4)
    packed = pack(LabelMap.of(labels.copy()))
    np.testing.assert_array_equal(np.frombuffer(zlib.decompress(packed.content), "<u1").reshape(3, 4), labels)


def test_the_same_labels_are_packed_once(monkeypatch):
    labels = LabelMap.of(np.ones((5, 5), np.int32))
    first = pack(labels)
    monkeypatch.setattr(compressed_labels.zlib, "compress", None)
    assert pack(labels) is first
    assert pack(unpack(first)) == first  # what was just opened need not be packed to be saved


def test_edited_labels_are_others():
    labels = LabelMap.of(np.ones((5, 5), np.int32))
    edited = labels.replaced(Rectangle(0, 0, 1, 1), np.array([[2]], np.int32))
    assert pack(edited) != pack(labels)
    assert unpack(pack(edited)).at(0, 0) == 2


def test_more_segments_than_can_be_saved():
    with pytest.raises(ProjectError, match="More than 1,000,000 segments"):
        pack(LabelMap.of(np.array([[LARGEST + 1]], np.int32)))


@pytest.fixture
def packed():
    return pack(LabelMap.of(np.tile(np.arange(1, 9, dtype=np.int32), (4, 5))))


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content + b"\0",
        lambda content: b"",
        lambda content: b"nothing",
        lambda content: zlib.compress(zlib.decompress(content)[:-1]),
        lambda content: zlib.compress(zlib.decompress(content) + b"\1"),
        lambda content: zlib.compress(zlib.decompress(content)[::-1]),
    ],
)
def test_damaged(packed, damage):
    with pytest.raises(ProjectError, match="labels in the project are damaged"):
        unpack(replace(packed, content=damage(packed.content)))


def test_numbers_that_no_segment_has():
    for number in (-1, LARGEST + 1, 2**31 - 1):
        rows = np.array([[number]], "<i4")
        packed = compressed_labels.CompressedLabels((1, 1), "int32", digest(rows), zlib.compress(rows.tobytes()))
        with pytest.raises(ProjectError, match="damaged"):
            unpack(packed)


def test_a_bomb_is_not_unpacked(packed):
    import tracemalloc

    bomb = zlib.compress(bytes(200_000_000))
    tracemalloc.start()
    with pytest.raises(ProjectError, match="damaged"):
        unpack(replace(packed, content=bomb))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000
    with pytest.raises(ProjectError, match="more than 1,000,000,000 pixels"):
        unpack(replace(packed, shape=(100_000, 100_000)))
