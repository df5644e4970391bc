"""The size of an image from the beginning of its file."""

import struct

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from segmenter.files.sizes import Size, size

ROWS, COLUMNS = 31, 300
FORMATS = ["png", "jpg", "bmp", "gif", "webp", "jp2", "pgm", "ppm", "tif"]


@pytest.fixture
def picture():
    return Pillow.fromarray(np.zeros((ROWS, COLUMNS, 3), np.uint8))


@pytest.mark.parametrize("suffix", FORMATS)
def test_formats(tmp_path, picture, suffix):
    path = tmp_path / f"a.{suffix}"
    (picture.convert("L") if suffix == "pgm" else picture).save(path)
    assert size(path) == Size(ROWS, COLUMNS, 3)


@pytest.mark.parametrize("options", [{"lossless": True}, {"exif": b"Exif\0\0II*\0\0\0\0\0"}, {"quality": 5}])
def test_kinds_of_webp(tmp_path, picture, options):
    picture.save(tmp_path / "a.webp", **options)
    assert size(tmp_path / "a.webp") == Size(ROWS, COLUMNS)


@pytest.mark.parametrize("options", [{"progressive": True}, {"exif": b"Exif\0\0" + bytes(60_000)}])
def test_kinds_of_jpeg(tmp_path, picture, options):
    picture.convert("L").save(tmp_path / "a.jpg", **options)
    assert size(tmp_path / "a.jpg") == Size(ROWS, COLUMNS, 1)


@pytest.mark.parametrize("options", [{"byteorder": ">"}, {"bigtiff": True}, {"bigtiff": True, "byteorder": ">"}])
def test_kinds_of_tiff(tmp_path, options):
    data = np.zeros((2, ROWS, COLUMNS, 5), np.float32)
    tifffile.imwrite(tmp_path / "a.tif", data, photometric="minisblack", planarconfig="contig", **options)
    assert size(tmp_path / "a.tif") == Size(ROWS, COLUMNS, 5)


def test_sizes_of_eight_bytes_in_tiff(tmp_path):
    tags = b"".join(struct.pack("<HHQQ", code, 16, 1, value) for code, value in ((256, 300), (257, 31), (277, 3)))
    (tmp_path / "a.tif").write_bytes(struct.pack("<2sHHHQQ", b"II", 43, 8, 0, 16, 3) + tags)
    assert size(tmp_path / "a.tif") == Size(ROWS, COLUMNS)


@pytest.mark.parametrize(
    "header", [b"P5 # rows follow\n300 # here\n31\n255\n", b"P7\nWIDTH 300\nHEIGHT 31\nDEPTH 3\nMAXVAL 255\nENDHDR\n"]
)
def test_kinds_of_netpbm(tmp_path, header):
    (tmp_path / "a.pnm").write_bytes(header)
    assert size(tmp_path / "a.pnm") == Size(ROWS, COLUMNS)


def test_what_tells_nothing(tmp_path, picture):
    assert size(tmp_path / "missing.png") is None
    for suffix in FORMATS:
        path = tmp_path / f"a.{suffix}"
        (picture.convert("L") if suffix == "pgm" else picture).save(path)
        whole = path.read_bytes()
        for length in range(0, min(len(whole), 200), 3):
            path.write_bytes(whole[:length])
            assert size(path) in (None, Size(ROWS, COLUMNS, 3)) or suffix in (
                "pgm",
                "ppm",
            )  # numbers in words, cut short
    path.write_bytes(b"text, not an image at all")
    assert size(path) is None
