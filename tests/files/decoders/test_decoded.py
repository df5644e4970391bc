"""Colour profiles, and what becomes of what the decoders hand over."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from segmenter.core.image import Source
from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.decoders.decoded import Decoded, check_size, finished, widened
from segmenter.files.reading import read_image

SOURCE = Source(Path("image"), 0, 1, "")
RGB = np.stack(np.meshgrid(*[np.arange(0, 256, 51, dtype=np.uint8)] * 3), -1).reshape(12, 18, 3)
GREY = np.arange(256, dtype=np.uint8).reshape(16, 16)


def profile(space=b"RGB ", gamma=1.0):
    """A profile of a matrix and one gamma, with the primaries of sRGB, or of a grey scale."""

    def number(value):
        return struct.pack(">i", round(value * 65536))

    def place(x, y, z):
        return b"XYZ \0\0\0\0" + number(x) + number(y) + number(z)

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    tags = {b"desc": b"desc\0\0\0\0\0\0\0\5test\0" + bytes(79), b"wtpt": place(0.9642, 1, 0.8249)}
    if space == b"GRAY":
        tags[b"kTRC"] = curve
    else:
        columns = {
            b"r": (0.43607, 0.22249, 0.01392),
            b"g": (0.38515, 0.71687, 0.09708),
            b"b": (0.14307, 0.06061, 0.71410),
        }
        for name, column in columns.items():
            tags[name + b"XYZ"], tags[name + b"TRC"] = place(*column), curve
    offset, table, body = 132 + 12 * len(tags), struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        content = content.ljust(-(-len(content) // 4) * 4, b"\0")
        table += name + struct.pack(">II", offset + len(body), len(content))
        body += content
    white = number(0.9642) + number(1) + number(0.8249)
    header = struct.pack(">I4sI4s4s4s", offset + len(body), b"none", 0x02400000, b"mntr", space, b"XYZ ")
    header = header.ljust(36, b"\0") + b"acsp" + bytes(28) + white
    return header.ljust(128, b"\0") + table + body


def srgb():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def encoded(linear):
    """The curve of sRGB, by its definition."""
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055)


@pytest.fixture
def read(tmp_path):
    def read(pixels, kind, **options):
        picture = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
        picture.save(tmp_path / "image", kind, **options)
        return read_image(tmp_path / "image")

    return read


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_colours_are_converted_to_srgb(kind, read):
    options = {"lossless": True} if kind == "WEBP" else {}
    image = read(RGB, kind, icc_profile=profile(gamma=1.0), **options)
    assert np.abs(image.pixels - encoded(RGB / 255) * 255).max() <= 1.5
    assert "converted" in image.notes[0]


@pytest.mark.parametrize("kind", ["PNG", "TIFF"])
def test_greys_are_converted_to_srgb_and_stay_grey(kind, read):
    image = read(GREY, kind, icc_profile=profile(b"GRAY", 1.0))
    assert image.colour == "grey"
    assert np.abs(image.pixels - encoded(GREY / 255) * 255).max() <= 1.5


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_srgb_is_left_alone(kind, read):
    options = {"JPEG": {"quality": 95}, "WEBP": {"lossless": True}}.get(kind, {})
    with_profile = read(RGB, kind, icc_profile=srgb(), **options)
    np.testing.assert_array_equal(with_profile.pixels, read(RGB, kind, **options).pixels)
    assert with_profile.notes == ()


def test_a_transparent_image_keeps_its_mask(read):
    alpha = np.where(RGB[..., 0] > 99, 255, 0).astype(np.uint8)
    image = read(np.dstack([RGB, alpha]), "PNG", icc_profile=profile(gamma=1.0))
    np.testing.assert_array_equal(image.mask, alpha > 0)
    assert np.abs(image.pixels - encoded(RGB / 255) * 255).max() <= 1.5


def test_a_palette_is_converted(read):
    picture = Image.fromarray(RGB).quantize(256)
    image = read(picture, "PNG", icc_profile=profile(gamma=1.0))
    assert np.abs(image.pixels - encoded(np.asarray(picture.convert("RGB")) / 255) * 255).max() <= 1.5


def test_more_than_8_bits_are_kept_with_a_note(tmp_path):
    deep = RGB.astype(np.uint16) * 257
    for content, notes in ((profile(gamma=1.0), 1), (srgb(), 0)):
        tags = [(34675, 7, len(content), content, True)]
        tifffile.imwrite(tmp_path / "image", deep, photometric="rgb", extratags=tags)
        image = read_image(tmp_path / "image")
        np.testing.assert_array_equal(image.pixels, deep)
        assert len(image.notes) == notes


@pytest.mark.parametrize("content", [b"nonsense", b"\0" * 200, srgb()[:300], profile(b"GRAY"), profile(b"RGB ")[:-40]])
def test_a_profile_that_does_not_fit_is_noted(content, read):
    image = read(RGB, "PNG", icc_profile=content)
    np.testing.assert_array_equal(image.pixels, RGB)
    assert "could not be used" in image.notes[0]


def test_cmyk_with_a_profile_of_rgb_is_converted_without(read):
    picture = Image.fromarray(RGB).convert("CMYK")
    image = read(picture, "TIFF", icc_profile=srgb())
    np.testing.assert_array_equal(image.pixels, RGB)
    assert len(image.notes) == 2


def test_cmyk_in_floats_is_not_read():
    with pytest.raises(UnsupportedImage, match="CMYK"):
        finished(Decoded(np.zeros((2, 2, 4), np.float32), "cmyk"), SOURCE)
    with pytest.raises(UnsupportedImage, match="CIELAB"):
        finished(Decoded(np.zeros((2, 2, 3), np.float32), "lab"), SOURCE)


def test_what_comes_out_is_sound():
    samples = np.arange(24, dtype=">u2").reshape(4, 6)[:, ::2]
    image = finished(Decoded(samples, "grey", np.array([[0, 1, 1]] * 4), orientation=6), SOURCE)
    assert image.pixels.dtype == np.uint16
    assert image.pixels.dtype.isnative
    assert image.pixels.flags.c_contiguous
    assert not image.pixels.flags.writeable
    assert not image.mask.flags.writeable
    np.testing.assert_array_equal(image.pixels, np.rot90(samples, -1))
    np.testing.assert_array_equal(image.mask[0], [False] * 4)


@pytest.mark.parametrize(("bits", "dtype"), [(1, "u1"), (3, "u1"), (8, "u1"), (9, "u2"), (12, "u2"), (16, "u2")])
def test_widened(bits, dtype):
    samples = np.arange(2**bits).astype(dtype)
    wide = widened(samples, 2**bits - 1)
    assert wide.dtype == dtype
    expected = np.floor(np.arange(2**bits) * 255 / (2**bits - 1) + 0.5) if bits < 8 else samples
    np.testing.assert_array_equal(wide, expected)


def test_sizes():
    check_size(200, 200, 8, 40_000)
    for arguments, error in (
        ((0, 5, 1, 100), UnreadableImage),
        ((5, -1, 1, 100), UnreadableImage),
        ((11, 10, 1, 100), UnsupportedImage),
        ((10, 10, 10**9, 100), UnsupportedImage),
    ):
        with pytest.raises(error):
            check_size(*arguments)


def test_bytes_of_a_profile_are_read_from_jpeg_in_pieces(read):
    large = profile(gamma=1.0) + bytes(150_000)
    file = io.BytesIO()
    Image.fromarray(RGB).save(file, "JPEG", icc_profile=large, quality=98)
    assert file.getvalue().count(b"ICC_PROFILE\0") == 3
    image = read(RGB, "JPEG", icc_profile=large, quality=98)
    assert "converted" in image.notes[0]
