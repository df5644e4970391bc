"""What streams announce, against those who wrote them."""

import io

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from segmenter.errors import UnreadableImage
from segmenter.files.decoders import stream_header

SHAPES = [(1, 1), (8, 8, 3), (23, 31), (37, 5, 3), (1, 5000), (5000, 1, 3), (300, 200, 3)]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg(shape, progressive):
    file = io.BytesIO()
    Image.fromarray(np.zeros(shape, np.uint8)).save(file, "JPEG", progressive=progressive, comment=b"\xff\xc0" * 9)
    announced = stream_header.jpeg(file)
    assert announced == (shape[1], shape[0], *(shape[2:] or (1,)), 8)
    assert announced.samples == np.prod(shape)


def test_bytes_that_fill_a_jpeg_are_passed_by():
    data = bytes(imagecodecs.jpeg_encode(np.zeros((5, 7), np.uint8)))
    assert stream_header.jpeg(io.BytesIO(data[:2] + b"\xff" * 9 + data[2:])) == (7, 5, 1, 8)


@pytest.mark.parametrize("filling", [b"\xff", b"\xff\xe0\0\2"])
def test_a_jpeg_without_an_image_is_not_gone_through_to_its_end(filling):
    file = io.BytesIO(b"\xff\xd8" + filling * 1_000_000)
    with pytest.raises(UnreadableImage, match="damaged"):
        stream_header.jpeg(file)
    assert file.tell() < 500_000


@pytest.mark.parametrize("shape", [*SHAPES, (6, 7, 5)])
@pytest.mark.parametrize("codecformat", ["jp2", "j2k"])
@pytest.mark.parametrize("bits", [8, 12, 16])
def test_jpeg2000(shape, codecformat, bits):
    pixels = np.zeros(shape, np.uint8 if bits == 8 else np.uint16)
    data = bytes(imagecodecs.jpeg2k_encode(pixels, codecformat=codecformat, bitspersample=bits))
    assert stream_header.jpeg2000(data) == (shape[1], shape[0], *(shape[2:] or (1,)), bits)
