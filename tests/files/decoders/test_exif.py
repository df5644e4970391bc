"""Which way is up, in whatever form a file says it."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import Image

from segmenter.files.decoders.exif import orientation
from segmenter.files.reading import read_image


def block(order, *entries):
    """Write a directory of (tag, type, value), each value of four bytes."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    data = mark + struct.pack(order + "IH", 8, len(entries))
    for tag, kind, value in entries:
        data += struct.pack(order + "HHI", tag, kind, 1) + value
    return data + bytes(4)


@pytest.mark.parametrize("prefix", [b"", b"Exif\0\0"])
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize(("kind", "layout"), [(1, "B3x"), (3, "H2x"), (4, "I")])
def test_an_orientation_of_every_type(kind, layout, order, prefix):
    entries = (256, 3, b"abcd"), (0x0112, kind, struct.pack(order + layout, 6)), (300, 3, b"abcd")
    assert orientation(prefix + block(order, *entries)) == 6


@pytest.mark.parametrize("value", [0, 9, 255, 65535])
def test_what_is_no_orientation_is_upright(value):
    assert orientation(block(">", (0x0112, 3, struct.pack(">H2x", value)))) == 1


DAMAGED = [
    b"",
    b"Exif\0\0",
    b"Exif\0\0MM\0*",
    b"Exif\0\0MM\0*\xff\xff\xff\xff",
    b"Exif\0\0XX\0*\0\0\0\x08\0\1",
    b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + b"\1\2\3\4" * 30,
    b"Exif\0\0" + block("<", (0x0112, 2, b"\6\0\0\0")),  # of a type that is no number
    b"Exif\0\0" + block(">", (0x011A, 5, b"\xff\xff\xff\xff")),  # a resolution that is not in the file
]


@pytest.mark.parametrize("exif", DAMAGED)
def test_damage_does_no_harm(exif, tmp_path):
    assert orientation(exif) == 1
    file = io.BytesIO()
    Image.fromarray(np.zeros((24, 32, 3), np.uint8)).save(file, "JPEG", exif=exif)
    (tmp_path / "image").write_bytes(file.getvalue())
    assert read_image(tmp_path / "image").shape == (24, 32)


def test_nothing_is_upright():
    assert orientation(None) == 1
