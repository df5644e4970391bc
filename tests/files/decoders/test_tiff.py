"""The many kinds of TIFF."""

from __future__ import annotations

import io
import logging
import struct
from contextlib import suppress

import numpy as np
import pytest
import tifffile
from PIL import Image

from segmenter.errors import ImageError, UnreadableImage, UnsupportedImage
from segmenter.files.reading import count_pages, read_image

ROWS, COLUMNS = np.mgrid[:37, :53]
RGB = np.stack([COLUMNS * 4, ROWS * 6, (ROWS * 5 + COLUMNS * 3) % 256], axis=2).astype(np.uint8)
GREY = RGB[..., 2].copy()
COMPRESSIONS = [None, "lzw", "zlib", "zstd", "lzma", "packbits"]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "image.tif"


def check(path, expected, colour, **options):
    image = read_image(path, **options)
    assert image.colour == colour
    assert image.pixels.dtype == expected.dtype
    assert image.pixels.dtype.isnative
    assert image.pixels.flags.c_contiguous
    assert not image.pixels.flags.writeable
    np.testing.assert_array_equal(image.pixels, expected)
    return image


TYPES = ["uint8", "uint16", "uint32", "int8", "int16", "int32", "float16", "float32", "float64"]


@pytest.mark.parametrize("compression", [None, "lzw", "zlib"])
@pytest.mark.parametrize("byteorder", "<>")
@pytest.mark.parametrize("dtype", TYPES)
def test_types_and_byte_orders(dtype, byteorder, compression, path):
    grey = (GREY.astype(float) * 50 - 100).astype(dtype)
    tifffile.imwrite(path, grey, byteorder=byteorder, compression=compression)
    check(path, grey, "grey")
    rgb = RGB.astype(dtype)
    options = {"predictor": True} if compression else {}
    tifffile.imwrite(path, rgb, byteorder=byteorder, photometric="rgb", compression=compression, **options)
    check(path, rgb, "rgb")


@pytest.mark.parametrize("compression", COMPRESSIONS)
@pytest.mark.parametrize("layout", [{}, {"tile": (16, 32)}, {"rowsperstrip": 5}, {"bigtiff": True}])
def test_layouts_and_compressions(layout, compression, path):
    tifffile.imwrite(path, RGB, photometric="rgb", compression=compression, **layout)
    check(path, RGB, "rgb")
    planes = np.ascontiguousarray(np.moveaxis(RGB, 2, 0))
    options = {"photometric": "rgb", "planarconfig": "separate", "compression": compression}
    tifffile.imwrite(path, planes, **options, **layout)
    check(path, RGB, "rgb")
    assert count_pages(path) == 1


@pytest.mark.parametrize("compression", ["lerc", "webp"])
def test_compressions_with_a_header_of_their_own(compression, path):
    tifffile.imwrite(path, RGB, photometric="rgb", compression=compression)
    check(path, RGB, "rgb")


@pytest.mark.parametrize("compression", ["group3", "group4", "tiff_ccitt", "tiff_lzw", "packbits", "tiff_deflate"])
def test_one_bit(compression, path):
    bits = GREY > 99
    Image.fromarray(bits).save(path, compression=compression)
    check(path, np.where(bits, 255, 0).astype(np.uint8), "grey")


@pytest.mark.parametrize("bits", [2, 4, 10, 12])
def test_few_bits_span_8_and_others_stay(bits, path):
    stored = (np.arange(37 * 53) % 2**bits).reshape(37, 53).astype(np.uint8 if bits < 8 else np.uint16)
    tifffile.imwrite(path, stored, bitspersample=bits)
    expected = np.rint(stored * (255 / (2**bits - 1))).astype(np.uint8) if bits < 8 else stored
    check(path, expected, "grey")


@pytest.mark.parametrize("bits", [8, 12, 16])
def test_colours_that_were_multiplied_with_alpha(bits, path):
    full = 2**bits - 1
    colours = np.array([[[full, full // 2, 0], [full // 4, full, full // 8]]])
    alpha = np.array([[[full // 2], [full]]])
    stored = np.concatenate([np.rint(colours * (alpha / full)), alpha], axis=2)
    kind = np.uint8 if bits == 8 else np.uint16
    tifffile.imwrite(path, stored.astype(kind), photometric="rgb", extrasamples=["assocalpha"], bitspersample=bits)
    np.testing.assert_allclose(read_image(path).pixels, colours, atol=2)


def test_white_is_zero_in_12_bits(path):
    deep = GREY.astype(np.uint16) * 16
    tifffile.imwrite(path, deep, photometric="miniswhite", bitspersample=12)
    check(path, 4095 - deep, "grey")


def test_white_is_zero(path):
    tifffile.imwrite(path, GREY, photometric="miniswhite")
    check(path, ~GREY, "grey")


def test_nan_and_infinity_stay(path):
    grey = GREY.astype(np.float32)
    grey[3, 4], grey[5, 6] = np.nan, np.inf
    tifffile.imwrite(path, grey, compression="zlib", predictor=True)
    check(path, grey, "grey")


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_palettes(dtype, path):
    colormap = np.random.default_rng(0).integers(0, 65536, (3, 2 ** (8 * dtype().itemsize)), np.uint16)
    tifffile.imwrite(path, GREY.astype(dtype), photometric="palette", colormap=colormap)
    check(path, (colormap >> 8).astype(np.uint8).T[GREY], "rgb")


@pytest.mark.parametrize("compression", [None, "lzw", "zlib"])
@pytest.mark.parametrize("kind", ["unassalpha", "assocalpha"])
def test_alpha_is_what_the_file_calls_alpha(kind, compression, path):
    alpha = np.where(GREY > 99, 255, 0).astype(np.uint8)
    options = {"photometric": "rgb", "extrasamples": [kind], "compression": compression}
    tifffile.imwrite(path, np.dstack([RGB, alpha]), **options)
    image = check(path, RGB, "rgb")
    np.testing.assert_array_equal(image.mask, alpha > 0)


def test_colours_multiplied_with_alpha_are_divided_again(path):
    alpha = np.full(GREY.shape, 51, np.uint8)  # a fifth
    stored = np.dstack([RGB // 5, alpha])
    tifffile.imwrite(path, stored, photometric="rgb", extrasamples=["assocalpha"])
    check(path, RGB // 5 * np.uint8(5), "rgb")


def test_four_samples_without_alpha_are_channels(path):
    four = np.dstack([RGB, GREY])
    tifffile.imwrite(path, four, photometric="rgb", extrasamples=["unspecified"])
    assert check(path, four, "channels").mask is None


@pytest.mark.parametrize("channels", [2, 3, 5, 8])
def test_channels(channels, path):
    samples = np.dstack([GREY + number for number in range(channels)]).astype(np.uint16)
    for planar in ("contig", "separate"):
        stored = samples if planar == "contig" else np.ascontiguousarray(np.moveaxis(samples, 2, 0))
        tifffile.imwrite(path, stored, photometric="minisblack", planarconfig=planar, compression="zlib")
        check(path, samples, "channels")


def test_nine_channels_are_too_many(path):
    tifffile.imwrite(path, np.zeros((5, 6, 9), np.uint8), photometric="minisblack", planarconfig="contig")
    with pytest.raises(UnsupportedImage, match="9 channels"):
        read_image(path)


def test_complex_numbers_are_not_read(path):
    tifffile.imwrite(path, np.zeros((5, 6), np.complex64))
    with pytest.raises(UnsupportedImage, match="not read"):
        read_image(path)


@pytest.mark.parametrize("compression", ["jpegxr", "png"])
def test_the_compression_is_named(compression, path):
    tifffile.imwrite(path, RGB, photometric="rgb", compression=compression)
    with pytest.raises(UnsupportedImage, match="compressed in a way"):
        read_image(path)


@pytest.mark.parametrize("bits", [8, 16])
def test_cmyk(bits, path):
    full = 2**bits - 1
    inks = np.zeros((1, 5, 4), f"uint{bits}")
    inks[0, 1] = full, 0, 0, 0
    inks[0, 2] = 0, full, full, 0
    inks[0, 3] = 0, 0, 0, full
    inks[0, 4] = 0, 0, 0, full // 2
    tifffile.imwrite(path, inks, photometric="separated")
    image = read_image(path)
    assert image.pixels.dtype == inks.dtype
    half = full - full // 2
    expected = [[full] * 3, [0, full, full], [full, 0, 0], [0] * 3, [half] * 3]
    np.testing.assert_array_equal(image.pixels[0], expected)
    assert "CMYK" in image.notes[0]


def test_cmyk_in_jpeg(path):
    smooth = np.stack([COLUMNS * 4, ROWS * 6, COLUMNS + ROWS, ROWS], axis=2).astype(np.uint8)
    Image.fromarray(smooth, "CMYK").save(path, compression="jpeg", quality=98)
    assert np.abs(read_image(path).pixels.astype(int) - Image.fromarray(smooth, "CMYK").convert("RGB")).max() < 20


@pytest.mark.parametrize("compression", [None, "tiff_lzw", "jpeg"])
def test_ycbcr(compression, path):
    smooth = np.stack([COLUMNS * 4, ROWS * 6, COLUMNS + ROWS], axis=2).astype(np.uint8)
    picture = Image.fromarray(smooth).convert("YCbCr")
    options = {"quality": 98} if compression == "jpeg" else {}
    for orientation in (1, 2, 3, 4, 5, 6, 7, 8):
        picture.save(path, compression=compression, tiffinfo={274: orientation}, **options)
        with tifffile.TiffFile(path) as file:
            assert file.pages[0].photometric == 6
        image = read_image(path)
        Image.fromarray(smooth).save(path, tiffinfo={274: orientation})
        expected = read_image(path).pixels.astype(int)
        assert np.abs(image.pixels - expected).max() <= 12
        assert image.colour == "rgb"


@pytest.mark.parametrize("compression", ["jpeg2000", 33005, "jpegxl", 52546])
@pytest.mark.parametrize("layout", [{}, {"tile": (16, 32)}, {"rowsperstrip": 20}])
def test_jpeg2000_and_jpegxl_inside(compression, layout, path):
    options = {"compression": compression, **layout}
    tifffile.imwrite(path, GREY, **options)
    check(path, GREY, "grey")
    for dtype in (np.uint8, np.uint16):
        rgb = RGB.astype(dtype) * np.iinfo(dtype).max // 255
        tifffile.imwrite(path, rgb, photometric="rgb", **options)
        check(path, rgb, "rgb")
    alpha = np.where(GREY > 99, 255, 0).astype(np.uint8)
    tifffile.imwrite(path, np.dstack([RGB, alpha]), photometric="rgb", extrasamples=["unassalpha"], **options)
    np.testing.assert_array_equal(check(path, RGB, "rgb").mask, alpha > 0)


@pytest.mark.parametrize("compression", ["jpeg2000", "jpegxl"])
def test_whether_these_hold_ycbcr_cannot_be_told(compression, path):
    tifffile.imwrite(path, RGB, photometric="ycbcr", compression=compression)
    with pytest.raises(UnsupportedImage, match="compressed in a way"):
        read_image(path)


def old_jpeg(stream):
    """A TIFF file around a JPEG file, as it was done before compression 7."""
    end = 8 + len(stream) + len(stream) % 2
    tags = [(256, 53), (257, 37), (258, 8), (259, 6), (262, 6), (273, 8), (277, 3), (278, 37), (279, len(stream))]
    tags += [(512, 1), (513, 8), (514, len(stream))]
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return (
        struct.pack("<2sHI", b"II", 42, end) + stream.ljust(end - 8) + struct.pack("<H", len(tags)) + entries + bytes(4)
    )


@pytest.mark.parametrize("subsampling", [0, 1, 2])
def test_old_style_jpeg(subsampling, path):
    smooth = np.stack([COLUMNS * 4, ROWS * 6, COLUMNS + ROWS], axis=2).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(smooth).save(stream, "JPEG", quality=98, subsampling=subsampling)
    path.write_bytes(old_jpeg(stream.getvalue()))
    image = read_image(path)
    assert image.colour == "rgb"
    assert np.abs(image.pixels.astype(int) - smooth).max() < 12
    bomb = bytearray(stream.getvalue())
    struct.pack_into(">HH", bomb, bomb.index(b"\xff\xc0") + 5, 65_000, 65_000)
    path.write_bytes(old_jpeg(bytes(bomb)))
    with pytest.raises(UnreadableImage):
        read_image(path)


@pytest.mark.parametrize("bits", [8, 16])
def test_cielab(bits, path):
    lab = np.array([[[255, 0, 0], [0, 0, 0], [139, 81, 70]]], np.uint8)  # white, black, the red of sRGB
    stored = lab if bits == 8 else lab.astype(np.uint16) * 256
    tifffile.imwrite(path, stored, photometric="cielab")
    image = read_image(path)
    assert image.colour == "rgb"
    assert np.abs(image.pixels[0].astype(int) - [[255] * 3, [0] * 3, [255, 0, 0]]).max() <= 8
    assert len(image.notes) == (bits == 16)
    tifffile.imwrite(path, stored ^ np.array([0, 1, 1], stored.dtype) * 2 ** (bits - 1), photometric="icclab")
    assert np.abs(read_image(path).pixels.astype(int) - image.pixels).max() == 0


def test_pages(path):
    stack = np.stack([GREY, GREY.T[:37, :37].repeat(2, 1)[:, :53], ~GREY])
    tifffile.imwrite(path, stack, photometric="minisblack")
    assert count_pages(path) == 3
    for page in range(3):
        image = check(path, stack[page], "grey", page=page)
        assert (image.source.page, image.source.pages) == (page, 3)
    for page in (3, -1, 10**12):
        with pytest.raises(UnsupportedImage, match=f"3 pages, counted from 0, and no page {page}"):
            read_image(path, page=page)


def test_pages_may_differ(path):
    with tifffile.TiffWriter(path) as file:
        file.write(RGB, photometric="rgb", compression="lzw")
        file.write(GREY.astype(np.float32)[:5])
        file.write(GREY > 99, photometric="minisblack")
    assert count_pages(path) == 3
    check(path, RGB, "rgb")
    check(path, GREY.astype(np.float32)[:5], "grey", page=1)
    check(path, np.where(GREY > 99, 255, 0).astype(np.uint8), "grey", page=2)


def test_thumbnails_and_pyramids_are_no_pages(path):
    with tifffile.TiffWriter(path) as file:
        file.write(RGB[::4, ::4], photometric="rgb", subfiletype=1, compression="lzw")
        file.write(RGB, photometric="rgb", subifds=1, compression="lzw")
        file.write(RGB[::2, ::2], photometric="rgb", subfiletype=1)
        file.write(GREY > 99, subfiletype=4)
        file.write(~RGB, photometric="rgb", compression="lzw")  # libtiff counts the thumbnails, too
    assert count_pages(path) == 2
    check(path, RGB, "rgb")
    check(path, ~RGB, "rgb", page=1)


def test_a_file_of_thumbnails_alone_has_pages(path):
    tifffile.imwrite(path, GREY, subfiletype=1)
    check(path, GREY, "grey")


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16, np.float32])
def test_imagej_stacks(dtype, path):
    planes = np.arange(2 * 3 * 2 * 7 * 9).reshape(2, 3, 2, 7, 9).astype(dtype)
    tifffile.imwrite(path, planes, imagej=True, metadata={"axes": "TZCYX"})
    assert count_pages(path) == 12
    check(path, planes[1, 2, 0], "grey", page=10)
    data = bytearray(path.read_bytes())  # ImageJ itself writes one directory only
    order = "<" if data[:2] == b"II" else ">"
    (first,) = struct.unpack_from(order + "I", data, 4)
    (tags,) = struct.unpack_from(order + "H", data, first)
    struct.pack_into(order + "I", data, first + 2 + 12 * tags, 0)
    path.write_bytes(data)
    assert count_pages(path) == 12
    check(path, planes[1, 2, 0], "grey", page=10)
    path.write_bytes(data.replace(b"images=12", b"images=99"))
    with pytest.raises(UnreadableImage, match="cut short"):
        count_pages(path)


def test_volumes(path):
    volume = np.arange(4 * 32 * 48).reshape(4, 32, 48).astype(np.uint16)
    tifffile.imwrite(path, volume, tile=(2, 16, 16), volumetric=True, photometric="minisblack")
    assert count_pages(path) == 4
    check(path, volume[3], "grey", page=3)


@pytest.mark.parametrize("compression", ["jpeg", "jpeg2000", "jpegxl"])
def test_what_is_larger_than_its_tags_is_refused(compression, path):
    tifffile.imwrite(path, np.zeros((2000, 2000, 3), np.uint8), photometric="rgb", compression=compression)
    with tifffile.TiffFile(path, mode="r+") as file:
        for name in ("ImageWidth", "ImageLength", "RowsPerStrip"):
            file.pages[0].tags[name].overwrite(10)
    with pytest.raises(UnreadableImage, match="damaged"):
        read_image(path)


@pytest.mark.parametrize("tag", ["Compression", "PhotometricInterpretation", "BitsPerSample", "SamplesPerPixel"])
def test_a_tag_of_text_makes_no_page_of_a_sentence(tag, path):
    tifffile.imwrite(path, RGB, photometric="rgb", description="x\n" * 1000)
    with tifffile.TiffFile(path) as file:
        tags = file.pages[0].tags
        entry, description = tags[tag].offset, tags["ImageDescription"]
    data = bytearray(path.read_bytes())
    struct.pack_into("<HII", data, entry + 2, 2, description.count, description.valueoffset)
    path.write_bytes(data)
    with pytest.raises(ImageError) as caught:
        read_image(path)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 100


def chain(count, last):
    """Directories of one tag each, the last of which points to `last`."""
    data = b"II*\0" + struct.pack("<I", 8)
    for number in range(count):
        following = last if number == count - 1 else len(data) + 18
        data += struct.pack("<HHHIII", 1, 256, 4, 1, 5, following)
    return data


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (chain(3, 8), UnreadableImage),  # in circles, too few steps for tifffile to notice
        (chain(300, 26), UnreadableImage),  # and too many
        (chain(3, 10_000), UnreadableImage),
        (chain(70_000, 0), UnsupportedImage),
    ],
)
def test_odd_chains_of_directories(data, error, path):
    path.write_bytes(data)
    with pytest.raises(error):
        read_image(path)


def test_a_circle_of_pages_ends(path):
    tifffile.imwrite(path, np.stack([GREY] * 3), photometric="minisblack")
    with tifffile.TiffFile(path) as file:
        first, last = file.pages[0].offset, file.pages[2].offset
    data = bytearray(path.read_bytes())
    (tags,) = struct.unpack_from("<H", data, last)
    struct.pack_into("<I", data, last + 2 + 12 * tags, first)
    path.write_bytes(data)
    assert count_pages(path) == 3
    check(path, GREY, "grey", page=2)


def test_empty_tiles_are_noted(path):
    tile = np.full((16, 16), 7, np.uint8)
    tifffile.imwrite(
        path,
        iter([tile, None, tile, tile]),
        shape=(32, 32),
        dtype=np.uint8,
        tile=(16, 16),
        compression="zlib",
    )
    image = read_image(path)
    assert (image.pixels[:16, 16:] == 0).all()
    assert (image.pixels[16:] == 7).all()
    assert "empty" in image.notes[0]


def test_tifffile_is_not_heard(path, capfd):
    Image.fromarray(RGB).save(path)
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<HH", 262, 3), struct.pack("<HH", 262, 99), 1))  # no such type
    root = logging.getLogger()
    handlers, root.handlers = root.handlers, []  # as in a program that has not set up logging
    try:
        with suppress(ImageError):
            read_image(path)
    finally:
        root.handlers = handlers
    assert capfd.readouterr() == ("", "")


def test_bytes_before_the_directory_do_not_matter(path):
    file = io.BytesIO()
    tifffile.imwrite(file, GREY)
    path.write_bytes(file.getvalue() + b"what follows is ignored")
    check(path, GREY, "grey")
