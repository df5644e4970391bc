"""Pictures packed in strips, as other readers see them."""

import struct
import zlib
from io import BytesIO

import numpy as np
import pytest
from imagecodecs import png_decode
from PIL import Image as Pillow

from segmenter.assets import resource
from segmenter.core.solver.blocks import single_threaded
from segmenter.files.formats.strips_png import STRIP, save

RNG = np.random.default_rng(0)


def saved(picture):
    file = BytesIO()
    save(picture, file)
    return file.getvalue()


@pytest.mark.parametrize("rows", [1, STRIP - 1, STRIP, STRIP + 1, 3 * STRIP + 5])
@pytest.mark.parametrize("columns", [1, 2, 37])
def test_two_readers_see_every_pixel(rows, columns):
    ramp = np.add.outer(np.arange(rows), np.arange(columns))[:, :, None] * [1, 2, 3]
    for picture in (RNG.integers(0, 256, (rows, columns, 3), np.uint8), (ramp % 256).astype(np.uint8)):
        content = saved(picture)
        assert np.array_equal(np.asarray(Pillow.open(BytesIO(content))), picture)
        assert np.array_equal(png_decode(content), picture)


def test_the_checksum_is_that_of_all_bytes():
    picture = RNG.integers(0, 256, (5 * STRIP, 400, 3), np.uint8)  # sums go round the modulus
    content, at, stream = saved(picture), 8, b""
    while at < len(content):
        size, kind = struct.unpack(">I4s", content[at : at + 8])
        stream += content[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    whole = zlib.decompress(stream)  # checks it
    assert len(whole) == picture.shape[0] * (1 + 3 * picture.shape[1])


def test_a_photograph_takes_no_more_than_what_pillow_writes():
    photograph, file = Pillow.open(resource("samples/coffee.jpg")), BytesIO()
    photograph.save(file, "png", compress_level=1, compress_type=zlib.Z_RLE)
    assert len(saved(np.asarray(photograph))) < 1.03 * len(file.getvalue())


def test_the_bytes_are_the_same_in_one_thread():
    picture = RNG.integers(0, 256, (300, 50, 3), np.uint8)
    with single_threaded():
        alone = saved(picture)
    assert saved(picture) == alone
