"""What is special about PNG."""

from __future__ import annotations

import io
import struct
import zlib

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.reading import count_pages, read_image

RANDOM = np.random.default_rng(0)
RGB = RANDOM.integers(0, 256, (19, 23, 3), np.uint8)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "image.png"


def chunk(kind, content, crc=None):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc or zlib.crc32(kind + content))


def png(pixels, colour_type, bits, *chunks, after=()):
    """Write rows of big-endian bytes, with chunks before and after the pixels."""
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    height, width = pixels.shape[:2]
    if bits < 8:
        width = pixels.shape[1] * 8 // bits
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0))
    parts = [header, *chunks, chunk(b"IDAT", zlib.compress(rows)), *after, chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
def test_16_bits(channels, path):
    deep = RANDOM.integers(0, 65536, (19, 23, channels), np.uint16)
    deep[3:9, 4:11] = deep[3, 4]
    deep[3:9, 4:11, channels - 1] = 0
    path.write_bytes(imagecodecs.png_encode(deep[..., 0] if channels == 1 else deep))
    image = read_image(path)
    colours = {1: deep[..., 0], 2: deep[..., 0], 3: deep, 4: deep[..., :3]}[channels]
    assert image.pixels.dtype == np.uint16
    np.testing.assert_array_equal(image.pixels, colours)
    if channels in (2, 4):
        np.testing.assert_array_equal(image.mask, deep[..., -1] > 0)
    else:
        assert image.mask is None


@pytest.mark.parametrize("bits", [1, 2, 4])
def test_few_bits_span_8(bits, path):
    packed = RANDOM.integers(0, 256, (9, 5), np.uint8)
    path.write_bytes(png(packed, 0, bits))
    values = np.unpackbits(packed, axis=1).reshape(9, -1, bits) @ (1 << np.arange(bits)[::-1])
    np.testing.assert_array_equal(read_image(path).pixels, values * 255 // (2**bits - 1))


@pytest.mark.parametrize(("bits", "transparent"), [(1, 1), (2, 2), (4, 9), (8, 77), (1, 255)])
def test_a_transparent_grey(bits, transparent, path):
    packed = RANDOM.integers(0, 256, (40, 5), np.uint8)
    packed[3] = 77
    path.write_bytes(png(packed, 0, bits, chunk(b"tRNS", struct.pack(">H", transparent))))
    values = np.unpackbits(packed, axis=1).reshape(40, -1, bits) @ (1 << np.arange(bits)[::-1])
    np.testing.assert_array_equal(read_image(path).mask, values != transparent % 2**bits)


def test_a_transparent_grey_of_16_bits(path):
    grey = np.array([[256, 257, 258]], ">u2")
    path.write_bytes(png(grey, 0, 16, chunk(b"tRNS", struct.pack(">H", 257))))
    np.testing.assert_array_equal(read_image(path).mask, [[True, False, True]])


@pytest.mark.parametrize("bits", [8, 16])
def test_a_transparent_colour(bits, path):
    rgb = np.array([[[1, 2, 3], [1, 2, 4], [9, 2, 3]]], f">u{bits // 8}")
    path.write_bytes(png(rgb, 2, bits, chunk(b"tRNS", struct.pack(">3H", 1, 2, 3))))
    image = read_image(path)
    np.testing.assert_array_equal(image.mask, [[False, True, True]])
    np.testing.assert_array_equal(image.pixels, rgb)


def test_a_palette_of_many_transparencies(path):
    indices = np.array([[0, 1, 2, 3]], np.uint8)
    palette = chunk(b"PLTE", bytes(range(12)))
    path.write_bytes(png(indices, 3, 8, palette, chunk(b"tRNS", bytes([255, 0, 128, 0]))))
    image = read_image(path)
    np.testing.assert_array_equal(image.mask, [[True, False, True, False]])
    np.testing.assert_array_equal(image.pixels[0, 2], [6, 7, 8])


def test_damage_in_what_is_optional_does_no_harm(path):
    odd = [
        chunk(b"acTL", b""),
        chunk(b"acTL", bytes(8)),
        chunk(b"fcTL", bytes(5)),
        chunk(b"tEXt", b"\0" * 50),
        chunk(b"iCCP", b"name\0\5nonsense"),
        chunk(b"iCCP", b"no zero"),
        chunk(b"eXIf", b"MM\0*"),
        chunk(b"gAMA", b""),
        chunk(b"tRNS", b"\0\1\0\2\0\3", crc=7),
        chunk(b"iTXt", b"\xff" * 9),
        chunk(b"juNK", b"?" * 9),
    ]
    path.write_bytes(png(RGB, 2, 8, *odd, after=odd))
    image = read_image(path)
    np.testing.assert_array_equal(image.pixels, RGB)
    assert image.mask is None
    assert count_pages(path) == 1


def test_exif_may_follow_the_pixels(path):
    exif = b"MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"
    path.write_bytes(png(RGB, 2, 8, after=[chunk(b"eXIf", exif)]))
    np.testing.assert_array_equal(read_image(path).pixels, np.rot90(RGB, -1))


def test_a_profile_as_large_as_you_like(path):
    bomb = zlib.compress(bytes(50_000_000))
    path.write_bytes(png(RGB, 2, 8, chunk(b"iCCP", b"bomb\0\0" + bomb)))
    image = read_image(path)
    np.testing.assert_array_equal(image.pixels, RGB)
    assert "profile" in image.notes[0]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b"IEND", b"IEN\0"),
        lambda data: data[:-12],
        lambda data: data.replace(b"IHDR", b"IHDX"),
        lambda data: data.replace(struct.pack(">I", 23), struct.pack(">I", 24), 1),  # the check sum says no
        lambda data: data.replace(b"IDAT", b"IDAX"),
    ],
)
def test_damage_in_what_is_needed_is_refused(damage, path):
    path.write_bytes(damage(png(RGB, 2, 8)))
    with pytest.raises(UnreadableImage):
        read_image(path)


def test_too_few_pixels_are_refused(path):
    data = png(RGB, 2, 8)
    at = data.index(b"IDAT")
    (length,) = struct.unpack_from(">I", data, at - 4)
    for part in (0, 1, 2, length // 2, length - 5):
        path.write_bytes(data[: at - 4] + chunk(b"IDAT", data[at + 4 : at + 4 + part]) + chunk(b"IEND", b""))
        with pytest.raises(UnreadableImage):
            read_image(path)


@pytest.mark.parametrize(("colour_type", "bits"), [(2, 4), (5, 8), (0, 3), (6, 1), (3, 16)])
def test_impossible_headers_are_refused(colour_type, bits, path):
    path.write_bytes(png(RGB, colour_type, bits))
    with pytest.raises((UnreadableImage, UnsupportedImage)):
        read_image(path)


def test_interlaced_16_bits_are_quiet(path, capfd):
    # Adam7 of one pixel is that pixel
    rgb = np.array([[[1000, 2000, 3000]]], ">u2")
    data = bytearray(png(rgb, 2, 16))
    data[28] = 1
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    path.write_bytes(data)
    np.testing.assert_array_equal(read_image(path).pixels, rgb)
    assert capfd.readouterr() == ("", "")


def test_an_animation_shows_its_default_image(path):
    file = io.BytesIO()
    default = Image.fromarray(RGB)
    frames = [Image.fromarray(~RGB), Image.fromarray(RGB // 2)]
    default.save(file, "PNG", save_all=True, append_images=frames, default_image=True)
    path.write_bytes(file.getvalue())
    np.testing.assert_array_equal(read_image(path).pixels, RGB)
