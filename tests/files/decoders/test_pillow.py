"""What is special about JPEG, BMP, WebP, GIF and JPEG 2000."""

from __future__ import annotations

import io
import struct

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.reading import read_image

ROWS, COLUMNS = np.mgrid[:24, :32]
RGB = np.stack([COLUMNS * 8, ROWS * 10, ROWS + COLUMNS], axis=2).astype(np.uint8)


@pytest.fixture
def read(tmp_path):
    def read(data):
        path = tmp_path / "image"
        path.write_bytes(data)
        return read_image(path)

    return read


def saved(picture, kind, **options):
    file = io.BytesIO()
    (picture if isinstance(picture, Image.Image) else Image.fromarray(picture)).save(file, kind, **options)
    return file.getvalue()


def test_cmyk_jpeg(read):
    inks = np.stack([COLUMNS * 8, ROWS * 10, ROWS, COLUMNS], axis=2).astype(np.uint8)
    picture = Image.fromarray(inks, "CMYK")
    image = read(saved(picture, "JPEG", quality=98))
    assert image.colour == "rgb"
    assert np.abs(image.pixels.astype(int) - np.asarray(picture.convert("RGB"))).max() < 12
    assert "approximate" in image.notes[0]


def test_what_follows_a_jpeg_is_no_part_of_it(read):
    """Phones append a film, in which the two bytes of a scan's marker stand by chance."""
    alone = saved(RGB, "JPEG")
    np.testing.assert_array_equal(read(alone + b"\xff\xda" * 1000).pixels, read(alone).pixels)


def test_a_jpeg_of_endless_scans_is_refused(read):
    data = saved(RGB, "JPEG", progressive=True)
    scan = data[data.rindex(b"\xff\xda") : -2]
    read(data[:-2] + scan * 5 + data[-2:])
    with pytest.raises(UnsupportedImage, match="scans"):
        read(data[:-2] + scan * 200 + data[-2:])


def test_a_jpeg_of_12_bits_is_not_read(read):
    with pytest.raises(UnsupportedImage):
        read(bytes(imagecodecs.jpeg_encode(RGB.astype(np.uint16) * 16, bitspersample=12)))


def test_mpo_gives_its_first_image(read):
    data = saved(RGB, "MPO", save_all=True, append_images=[Image.fromarray(~RGB)], quality=98)
    assert np.abs(read(data).pixels.astype(int) - RGB).max() < 20
    assert np.abs(read(data.replace(b"MPF\0", b"MPF\0XX")[:9000]).pixels.astype(int) - RGB).max() < 20


def bmp(width, height, bits, compression, body, palette=b"", masks=b""):
    offset = 54 + len(masks) + len(palette)
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(body), 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", offset + len(body), 0, 0, offset) + header + masks + palette + body


def test_bmp_from_top_and_bottom(read):
    rows = np.array([[[1, 2, 3, 0]], [[4, 5, 6, 0]]], np.uint8)
    bottom_up = read(bmp(1, 2, 32, 0, rows.tobytes()))
    np.testing.assert_array_equal(bottom_up.pixels, rows[::-1, :, 2::-1])
    np.testing.assert_array_equal(read(bmp(1, -2, 32, 0, rows.tobytes())).pixels, rows[..., 2::-1])


def test_bmp_of_runs(read):
    greys = b"".join(bytes([grey, grey, grey, 0]) for grey in range(256))
    body = b"\3\x07\0\0" + b"\1\x08\2\x09\0\1"
    np.testing.assert_array_equal(read(bmp(3, 2, 8, 1, body, greys)).pixels, [[8, 9, 9], [7, 7, 7]])
    with pytest.raises(UnsupportedImage, match="more than the"):
        read(bmp(10_000, 10_000, 8, 1, b"\0\0" * 10_000, greys))


def bmp_with_alpha(alpha):
    """A bitmap of header version 4, which alone has alpha."""
    pixels = np.dstack([RGB[..., ::-1], alpha])[::-1].tobytes()
    header = struct.pack(
        "<IiiHHIIiiII4I", 108, 32, 24, 1, 32, 3, len(pixels), 0, 0, 0, 0, 0xFF0000, 0xFF00, 0xFF, 0xFF << 24
    )
    header = header.ljust(108, b"\0")
    return b"BM" + struct.pack("<IHHI", 122 + len(pixels), 0, 0, 122) + header + pixels


def test_bmp_with_alpha(read):
    alpha = np.where(COLUMNS > 9, 255, 0).astype(np.uint8)
    image = read(bmp_with_alpha(alpha))
    np.testing.assert_array_equal(image.pixels, RGB)
    np.testing.assert_array_equal(image.mask, alpha > 0)
    assert read(bmp_with_alpha(np.zeros_like(alpha))).mask is None


def test_unusual_bmp_is_not_read(read):
    with pytest.raises(UnsupportedImage):
        read(bmp(4, 4, 24, 5, bytes(99)))


def test_gif_of_interlaced_rows(read):
    picture = Image.fromarray(RGB).quantize(64)
    expected = np.asarray(picture.convert("RGB"))
    for interlace in (0, 1):
        np.testing.assert_array_equal(read(saved(picture, "GIF", interlace=interlace)).pixels, expected)


def test_gif_whose_frame_is_smaller_than_its_screen(read):
    data = bytearray(saved(Image.fromarray(RGB).quantize(64), "GIF", transparency=3))
    struct.pack_into("<HH", data, 6, 40, 30)
    image = read(bytes(data))
    assert image.shape == (30, 40)
    assert not image.mask[24:].any()
    assert not image.mask[:, 32:].any()
    assert image.mask[:24, :32].any()


def test_gif_whose_frame_is_larger_than_its_screen(read):
    data = bytearray(saved(Image.fromarray(RGB).quantize(64), "GIF", comment=b"some words" * 60))
    struct.pack_into("<HH", data, 6, 3, 2)
    assert read(bytes(data)).shape == (24, 32)


def test_large_gif_is_refused_before_pillow_warns(read):
    data = bytearray(saved(Image.fromarray(RGB).quantize(64), "GIF"))
    struct.pack_into("<HH", data, 6, 9_000, 10_000)
    with pytest.raises(UnsupportedImage, match="80,000,000"):
        read(bytes(data))


def test_transparent_webp_keeps_its_colours(read):
    image = read(saved(np.dstack([RGB, np.zeros_like(RGB[..., 0])]), "WEBP", lossless=True, exact=True))
    assert not image.mask.any()
    np.testing.assert_array_equal(image.pixels, RGB)


@pytest.mark.parametrize("channels", [2, 3, 4])
def test_jpeg2000_of_16_bits(channels, read):
    deep = np.dstack([RGB, COLUMNS // 9])[..., -channels:].astype(np.uint16) * 259
    image = read(bytes(imagecodecs.jpeg2k_encode(deep, level=0)))
    assert image.pixels.dtype == np.uint16
    colours = deep if channels == 3 else deep[..., :-1]
    np.testing.assert_array_equal(image.pixels, colours[..., 0] if channels == 2 else colours)
    assert (image.mask is not None) == (channels != 3)


@pytest.mark.parametrize("picture", [RGB, RGB[..., 0]], ids=["colours", "grey"])
def test_jpeg2000_of_12_bits_stays(read, picture):
    values = picture.astype(np.uint16) * 16
    image = read(bytes(imagecodecs.jpeg2k_encode(values, level=0, bitspersample=12)))
    np.testing.assert_array_equal(image.pixels, values)


def test_jpeg2000_of_five_channels_is_not_read(read):
    five = np.dstack([RGB, RGB[..., :2]])
    with pytest.raises((UnsupportedImage, UnreadableImage), match="5 channels"):
        read(bytes(imagecodecs.jpeg2k_encode(five, level=0)))
