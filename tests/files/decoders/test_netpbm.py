"""What is special about PBM, PGM, PPM, PAM and PFM."""

from __future__ import annotations

import numpy as np
import pytest

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.reading import read_image

RGB = np.arange(2 * 3 * 3, dtype=np.uint8).reshape(2, 3, 3) * 9


@pytest.fixture
def read(tmp_path):
    def read(data):
        path = tmp_path / "image.pnm"
        path.write_bytes(data)
        return read_image(path)

    return read


def numbers(values):
    return b" ".join(b"%d" % value for value in np.ravel(values))


@pytest.mark.parametrize("header", [b"P6 3 2 255\n", b"P6\n# by hand\n3\t2 # size\n# more\n255\r", b"P6\n3 2\n255 "])
def test_headers(header, read):
    np.testing.assert_array_equal(read(header + RGB.tobytes()).pixels, RGB)


def test_16_bit_colours(read):
    deep = (RGB.astype(int) * 300).astype(">u2")
    image = read(b"P6 3 2 65535\n" + deep.tobytes())
    assert image.pixels.dtype == np.uint16
    np.testing.assert_array_equal(image.pixels, deep)
    np.testing.assert_array_equal(read(b"P3 3 2 65535\n" + numbers(deep)).pixels, deep)


@pytest.mark.parametrize("maximum", [1, 15, 100, 1023, 4095])
def test_small_maxima_span_8_bits_and_others_stay(maximum, read):
    values = np.array([[0, maximum // 3, maximum]])
    expected = np.rint(values * 255 / maximum) if maximum < 256 else values
    for image in (
        read(b"P5 3 1 %d\n" % maximum + values.astype(np.uint8 if maximum < 256 else ">u2").tobytes()),
        read(b"P2 3 1 %d\n" % maximum + numbers(values)),
    ):
        assert image.pixels.dtype == (np.uint8 if maximum < 256 else np.uint16)
        np.testing.assert_array_equal(image.pixels, expected)


def test_bits(read):
    expected = [[0, 255, 0, 255, 0, 255, 0, 255, 0, 0], [255] * 9 + [0]]
    np.testing.assert_array_equal(read(b"P4 10 2\n" + bytes([0xAA, 0xC0, 0x00, 0x7F])).pixels, expected)
    text = b"P1 10 2\n10101010 11 # half\n0000\n00000 1\n"
    np.testing.assert_array_equal(read(text).pixels, expected)


def test_comments_between_numbers(read):
    np.testing.assert_array_equal(read(b"P2 2 1 255#here\n#there\n7 #8\n9").pixels, [[7, 9]])


@pytest.mark.parametrize("order", "<>")
def test_floats_begin_with_the_lowest_row(order, read):
    values = np.array([[1, np.nan], [np.inf, -4]], order + "f4")
    scale = b"-1.0" if order == "<" else b"2.5e0"
    image = read(b"Pf\n2 2\n%s\n" % scale + values.tobytes())
    assert image.colour == "grey"
    np.testing.assert_array_equal(image.pixels, values[::-1])
    image = read(b"PF 1 2 %s\n" % scale + np.arange(6, dtype=order + "f4").tobytes())
    assert (image.colour, image.pixels.dtype) == ("rgb", np.float32)
    np.testing.assert_array_equal(image.pixels, [[[3, 4, 5]], [[0, 1, 2]]])


def pam(depth, kind, maximum, samples):
    lines = [b"P7", b"# a remark", b"WIDTH 2", b"HEIGHT 1", b"DEPTH %d" % depth, b"MAXVAL %d" % maximum]
    return b"\n".join([*lines, *([b"TUPLTYPE " + kind] if kind else []), b"ENDHDR\n"]) + samples


@pytest.mark.parametrize(
    ("depth", "kind", "colour", "masked"),
    [
        (1, b"GRAYSCALE", "grey", False),
        (1, b"", "grey", False),
        (2, b"GRAYSCALE_ALPHA", "grey", True),
        (3, b"RGB", "rgb", False),
        (4, b"RGB_ALPHA", "rgb", True),
        (4, b"", "channels", False),
        (2, b"", "channels", False),
        (8, b"SPECTRUM", "channels", False),
    ],
)
def test_arbitrary_maps(depth, kind, colour, masked, read):
    samples = np.arange(1, 1 + 2 * depth, dtype=np.uint8).reshape(1, 2, depth)
    samples[0, 1, -1] = 0
    image = read(pam(depth, kind, 255, samples.tobytes()))
    assert image.colour == colour
    assert (image.mask is not None) == masked
    expected = samples[..., :-1] if masked else samples
    np.testing.assert_array_equal(image.pixels, expected[..., 0] if expected.shape[2] == 1 else expected)


def test_black_and_white_maps(read):
    np.testing.assert_array_equal(read(pam(1, b"BLACKANDWHITE", 1, b"\0\1")).pixels, [[0, 255]])


@pytest.mark.parametrize(
    "data",
    [
        b"P5 3 2\n",
        b"P5 3 2 0\n" + bytes(6),
        b"P5 3 2 65536\n" + bytes(12),
        b"P5 3 2 255\n" + bytes(5),
        b"P5 0 2 255\n",
        b"P5 -3 2 255\n" + bytes(6),
        b"P5 99999999999999999999 2 255\n",
        b"P2 3 1 255\n1 2",
        b"P2 3 1 255\n1 2 x",
        b"P2 3 1 255\n1 -2 3",
        b"P2 3 1 255\n1 2 256",
        b"P2 3 1 255\n1 2 99999999999999999999999",
        b"P2 3 1 255\n1 2 3.5",
        b"P2 3 1 255\n1 2 \xb2",
        b"P1 3 1\n102",
        b"P1 3 1\n10",
        b"P4 9 1\n\0",
        b"Pf 1 1 x\n\0\0\0\0",
        b"Pf 1 1 -1\n\0\0\0",
        b"P7\nWIDTH 1\nENDHDR\n\0",
        b"P7\nWIDTH 1\nHEIGHT 1\nDEPTH x\nMAXVAL 255\nENDHDR\n\0",
        b"P7\nWIDTH 1\nHEIGHT 1\nDEPTH 0\nMAXVAL 255\nENDHDR\n\0",
        b"P7\n" + b"#\n" * 1000,
        b"P6" + b" " * 200_000,
        b"P6" + b"#" * 200_000,
    ],
)
def test_nonsense_is_refused(data, read):
    with pytest.raises(UnreadableImage):
        read(data)


def test_nine_channels_are_too_many(read):
    with pytest.raises(UnsupportedImage, match="9 channels"):
        read(pam(9, b"", 255, bytes(18)))
