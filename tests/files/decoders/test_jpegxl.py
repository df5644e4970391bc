"""JPEG XL: its header bit by bit, and what is made of its channels."""

from __future__ import annotations

import imagecodecs
import numpy as np
import pytest

from segmenter.errors import ImageError, UnreadableImage, UnsupportedImage
from segmenter.files.decoders import jpegxl

ROWS, COLUMNS = np.mgrid[:24, :32]
RGB = np.stack([COLUMNS * 8, ROWS * 10, ROWS + COLUMNS], axis=2).astype(np.uint8)
GREY = RGB[..., 1].copy()


def encoded(pixels, **options):
    return bytes(imagecodecs.jpegxl_encode(pixels, lossless=True, **options))


SIDES = [(1, 1), (8, 8), (256, 16), (23, 31), (1, 5000), (9000, 3), (512, 1024), (90, 160), (120, 100), (60, 80)]


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
@pytest.mark.parametrize("container", [False, True])
@pytest.mark.parametrize("shape", [*SIDES, *((*sides, 4) for sides in SIDES)])
def test_the_header(shape, container, dtype):
    announced = jpegxl.header(encoded(np.zeros(shape, dtype), usecontainer=container))
    channels = 4 if len(shape) == 3 else 3  # it says three even for grey
    assert announced == (shape[1], shape[0], channels, 8 * dtype().itemsize)


def test_the_header_of_an_animation():
    assert jpegxl.header(encoded(np.zeros((5, 20, 30, 3), np.uint8))) == (30, 20, 3, 8)


def test_an_animation_gives_its_first_frame():
    frames = np.stack([RGB, ~RGB])
    np.testing.assert_array_equal(jpegxl.read(encoded(frames), 10**6).samples, RGB)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_channels(dtype):
    scale = dtype(1 / 255) if dtype == np.float32 else dtype(np.iinfo(dtype).max // 255)
    for pixels in (GREY, np.dstack([GREY, GREY // 99]), RGB, np.dstack([RGB, GREY // 99])):
        stored = pixels.astype(dtype) * scale
        decoded = jpegxl.read(encoded(stored), 10**6)
        grey = stored.ndim == 2 or stored.shape[2] == 2
        assert decoded.samples.dtype == dtype
        assert decoded.space == ("grey" if grey else "rgb")
        alpha = stored.ndim == 3 and stored.shape[2] in (2, 4)
        colours = stored[..., :-1] if alpha else stored
        np.testing.assert_array_equal(decoded.samples, colours[..., 0] if alpha and grey else colours)
        assert (decoded.alpha is not None) == alpha
        if alpha:
            np.testing.assert_array_equal(decoded.alpha, stored[..., -1])


def test_10_bits_stay():
    ten = GREY.astype(np.uint16) * 4
    decoded = jpegxl.read(encoded(ten, bitspersample=10), 10**6)
    np.testing.assert_array_equal(decoded.samples, ten)


def test_more_channels_are_not_read():
    five = np.stack([GREY] * 5)
    with pytest.raises(UnsupportedImage, match="channels"):
        jpegxl.read(encoded(five, planar=True, photometric="gray"), 10**6)


def test_every_header_is_read_or_refused():
    chance = np.random.default_rng(0)
    for _ in range(2000):
        with pytest.raises(ImageError):  # a limit of no pixels: nothing is decoded
            jpegxl.read(jpegxl.CODESTREAM + chance.bytes(30), 0)


@pytest.mark.parametrize(
    "boxes",
    [
        b"",
        b"\0\0\0\x14ftypjxl \0\0\0\0jxl ",
        b"\0\0\0\0jxlc",
        b"\0\0\0\1jxlc" + bytes(16),  # a box of no length, again and again
        b"\0\0\0\1jxlc" + b"\xff" * 8,
        b"\0\0\0\4jxlp" + bytes(99),
    ],
)
def test_boxes_without_an_image(boxes):
    with pytest.raises(UnreadableImage):
        jpegxl.header(jpegxl.CONTAINER + boxes)


def test_boxes_of_all_lengths():
    stream = encoded(RGB)
    plain = jpegxl.header(stream)
    size = len(stream)
    other = b"\0\0\0\x0cabcd1234"
    for box in (
        (8 + size).to_bytes(4) + b"jxlc" + stream,
        b"\0\0\0\0jxlc" + stream,
        b"\0\0\0\1jxlc" + (16 + size).to_bytes(8) + stream,
        (12 + size).to_bytes(4) + b"jxlp\0\0\0\0" + stream,
    ):
        assert jpegxl.header(jpegxl.CONTAINER + other + box) == plain
