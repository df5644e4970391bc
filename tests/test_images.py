"""Every format opens right, and whatever is wrong with a file becomes one sentence."""

from __future__ import annotations

import hashlib
import io
import os
import random
import struct
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image

from segmenter.errors import ImageError, UnreadableImage, UnsupportedImage
from segmenter.images import READABLE_SUFFIXES, count_pages, read_image

ROWS, COLUMNS = np.mgrid[:23, :31]
RGB = np.stack([COLUMNS * 8, ROWS * 11, (ROWS * 5 + COLUMNS * 3) % 256], axis=2).astype(np.uint8)
GREY = RGB[..., 2].copy()
DEEP = RGB.astype(np.uint16) * 257 + 5


def saved(pixels, kind, **options):
    """The bytes of a file that Pillow writes."""
    file = io.BytesIO()
    picture = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    picture.save(file, kind, **options)
    return file.getvalue()


def tiff(pixels, **options):
    """The bytes of a file that tifffile writes."""
    file = io.BytesIO()
    tifffile.imwrite(file, pixels, **options)
    return file.getvalue()


def texture():
    """Pixels that do not compress well, so that every tenth of a file matters."""
    return np.random.default_rng(0).integers(0, 256, (40, 50, 3), np.uint8)


LOSSLESS = {
    "png": lambda: saved(RGB, "PNG"),
    "png16": lambda: bytes(imagecodecs.png_encode(DEEP)),
    "tiff": lambda: tiff(RGB),
    "tiff zlib": lambda: tiff(RGB, compression="zlib", predictor=True),
    "tiff lzw tiles": lambda: tiff(RGB, compression="lzw", tile=(16, 16)),
    "bmp": lambda: saved(RGB, "BMP"),
    "webp": lambda: saved(RGB, "WEBP", lossless=True),
    "jp2": lambda: saved(RGB, "JPEG2000"),
    "j2k": lambda: saved(RGB, "JPEG2000", no_jp2=True),
    "jp2 16 bits": lambda: bytes(imagecodecs.jpeg2k_encode(DEEP, level=0)),
    "ppm": lambda: saved(RGB, "PPM"),
}
LOSSY = {
    "jpeg": (lambda: saved(RGB, "JPEG", quality=98, subsampling=0), 12),
    "webp": (lambda: saved(RGB, "WEBP", quality=100), 40),
    "gif": (lambda: saved(Image.fromarray(RGB).quantize(256), "GIF"), 40),
    "tiff jpeg": (lambda: saved(RGB, "TIFF", compression="jpeg", quality=98), 40),
}


@pytest.fixture
def write(tmp_path):
    """Write bytes under a name."""

    def write(data, name="image"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def assert_sound(image):
    """What holds for every image."""
    assert not image.pixels.flags.writeable
    assert image.pixels.flags.c_contiguous
    assert image.pixels.dtype.isnative
    assert image.colour == ("grey" if image.pixels.ndim == 2 else image.colour)
    if image.mask is not None:
        assert image.mask.shape == image.shape
        assert image.mask.dtype == bool
        assert not image.mask.flags.writeable


@pytest.mark.parametrize("name", LOSSLESS)
def test_lossless_formats_keep_every_pixel(name, write):
    image = read_image(write(LOSSLESS[name]()))
    assert_sound(image)
    expected = DEEP if "16" in name else RGB
    assert image.pixels.dtype == expected.dtype
    np.testing.assert_array_equal(image.pixels, expected)
    assert (image.colour, image.mask, image.notes) == ("rgb", None, ())


@pytest.mark.parametrize("name", LOSSY)
def test_lossy_formats_are_close(name, write):
    make, tolerance = LOSSY[name]
    image = read_image(write(make()))
    assert_sound(image)
    assert image.pixels.shape == RGB.shape
    assert np.abs(image.pixels.astype(int) - RGB).max() <= tolerance


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "PPM", "JPEG2000"])
def test_grey_stays_grey(kind, write):
    image = read_image(write(saved(GREY, kind)))
    assert_sound(image)
    np.testing.assert_array_equal(image.pixels, GREY)
    assert image.colour == "grey"


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "JPEG2000", "PPM"])
def test_16_bit_grey_stays_16_bit(kind, write):
    grey = DEEP[..., 0].copy()
    image = read_image(write(saved(grey, kind)))
    assert_sound(image)
    assert image.pixels.dtype == np.uint16
    np.testing.assert_array_equal(image.pixels, grey)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "PPM"])
def test_one_bit_becomes_0_and_255(kind, write):
    image = read_image(write(saved(Image.fromarray(GREY > 99), kind)))
    assert image.pixels.dtype == np.uint8
    np.testing.assert_array_equal(image.pixels, np.where(GREY > 99, 255, 0))


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "JPEG2000"])
def test_alpha_0_is_masked(kind, write):
    alpha = np.where(GREY > 99, GREY, 0).astype(np.uint8)
    options = {"lossless": True, "exact": True} if kind == "WEBP" else {}
    image = read_image(write(saved(np.dstack([RGB, alpha]), kind, **options)))
    assert_sound(image)
    np.testing.assert_array_equal(image.pixels, RGB)
    np.testing.assert_array_equal(image.mask, alpha > 0)


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_alpha_without_a_transparent_pixel_leaves_no_mask(kind, write):
    options = {"lossless": True} if kind == "WEBP" else {}
    assert read_image(write(saved(np.dstack([RGB, RGB[..., 0] | 1]), kind, **options))).mask is None


@pytest.mark.parametrize("kind", ["PNG", "TIFF", "JPEG2000"])
def test_grey_with_alpha(kind, write):
    image = read_image(write(saved(np.dstack([GREY, GREY // 99]), kind)))
    assert_sound(image)
    np.testing.assert_array_equal(image.pixels, GREY)
    np.testing.assert_array_equal(image.mask, GREY >= 99)


@pytest.mark.parametrize("kind", ["PNG", "BMP", "TIFF", "GIF"])
def test_palettes_become_rgb(kind, write):
    picture = Image.fromarray(RGB).quantize(40)
    image = read_image(write(saved(picture, kind)))
    assert image.colour == "rgb"
    np.testing.assert_array_equal(image.pixels, np.asarray(picture.convert("RGB")))


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_palettes_with_a_transparent_entry(kind, write):
    picture = Image.fromarray(RGB).quantize(40)
    image = read_image(write(saved(picture, kind, transparency=7)))
    assert_sound(image)
    np.testing.assert_array_equal(image.mask, np.asarray(picture) != 7)


def upright(pixels, orientation):
    """What EXIF's table says, in other words than the code's."""
    return {
        1: lambda a: a,
        2: np.fliplr,
        3: lambda a: np.rot90(a, 2),
        4: np.flipud,
        5: lambda a: np.rot90(np.fliplr(a)),
        6: lambda a: np.rot90(a, -1),
        7: lambda a: np.rot90(np.fliplr(a), -1),
        8: np.rot90,
    }[orientation](pixels)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_exif_orientation_is_applied_once(kind, orientation, write):
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"JPEG": {"quality": 98, "subsampling": 0}, "WEBP": {"lossless": True}}.get(kind, {})
    image = read_image(write(saved(RGB, kind, exif=exif, **options)))
    assert_sound(image)
    expected = upright(RGB, orientation)
    assert image.pixels.shape == expected.shape
    assert np.abs(image.pixels.astype(int) - expected).max() <= (12 if kind == "JPEG" else 0)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("compression", ["tiff_lzw", "tiff_deflate", "packbits", "jpeg"])
def test_tiff_orientation_is_applied_once(compression, orientation, write):
    options = {"quality": 98} if compression == "jpeg" else {}
    data = saved(RGB, "TIFF", compression=compression, tiffinfo={274: orientation}, **options)
    difference = read_image(write(data)).pixels.astype(int) - upright(RGB, orientation)
    assert np.abs(difference).max() <= (40 if compression == "jpeg" else 0)


@pytest.mark.parametrize("orientation", [3, 6])
def test_the_mask_is_turned_too(orientation, write):
    exif = Image.Exif()
    exif[0x0112] = orientation
    alpha = GREY // 99
    image = read_image(write(saved(np.dstack([RGB, alpha]), "PNG", exif=exif)))
    np.testing.assert_array_equal(image.mask, upright(alpha > 0, orientation))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_animations_give_their_first_frame(kind, write):
    frames = [Image.fromarray(RGB).quantize(200).convert("RGB"), Image.fromarray(RGB[::-1].copy())]
    options = {"lossless": True} if kind == "WEBP" else {}
    path = write(saved(frames[0], kind, save_all=True, append_images=frames[1:], **options))
    assert count_pages(path) == 1
    assert np.abs(read_image(path).pixels.astype(int) - np.asarray(frames[0])).max() <= 8
    with pytest.raises(UnsupportedImage, match="no page 1"):
        read_image(path, page=1)


def test_the_source_is_recorded(write):
    data = saved(RGB, "PNG")
    path = write(data)
    source = read_image(str(path)).source
    assert (source.path, source.page, source.pages) == (path, 0, 1)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("name", ["a b.png", 'it\'s "so".tif', "🦠 Zelle.jpg", "no suffix", "wrong.txt", "%s{}.gif"])
def test_names_do_not_matter(name, write):
    np.testing.assert_array_equal(read_image(write(saved(RGB, "PNG"), name)).pixels, RGB)


def test_suffixes():
    assert {".png", ".jpg", ".tif", ".tiff", ".webp", ".gif", ".jp2", ".bmp", ".pfm"} <= READABLE_SUFFIXES
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in READABLE_SUFFIXES)


def assert_refused(path, kind=ImageError, match=None, **options):
    """The error is one sentence that names the file."""
    with pytest.raises(kind, match=match) as caught:
        read_image(path, **options)
    sentence = str(caught.value)
    assert Path(path).name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 200


@pytest.mark.parametrize("data", [b"", b"\0", b"Hello, I am text.\n", b"\x89PNG", b"P", b"BM", b"\0" * 5000, b"<svg/>"])
def test_what_is_no_image_is_unreadable(data, write):
    assert_refused(write(data, "text.png"), UnreadableImage)


SIGNATURES = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"II*\0",
    b"MM\0+",
    b"BM",
    b"GIF89a",
    b"RIFF1234WEBP",
    b"P6\n",
    b"P7\n",
]


@pytest.mark.parametrize("start", [*SIGNATURES, b"\xff\x4f\xff\x51", b"\0\0\0\x0cjP  \r\n\x87\n", b"Pf\n"])
@pytest.mark.parametrize("rest", [b"", b"\0" * 100, b"\xff" * 100, b"1 1 1 1", bytes(range(256))])
def test_a_signature_alone_is_unreadable(start, rest, write):
    assert_refused(write(start + rest), ImageError)


def test_what_is_no_file_is_unreadable(tmp_path):
    assert_refused(tmp_path / "missing.png", UnreadableImage, "does not exist")
    assert_refused(tmp_path, UnreadableImage, "folder")
    assert_refused(tmp_path / "missing folder" / "a.png", UnreadableImage, "does not exist")
    with pytest.raises(UnreadableImage):
        read_image("zero\0byte.png")
    with pytest.raises(UnreadableImage):
        read_image("")
    with pytest.raises(UnreadableImage):
        read_image(tmp_path / ("long" * 200))


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in the file system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.png")
    assert_refused(tmp_path / "pipe.png", UnreadableImage, "not a file")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_unreadable(write):
    path = write(saved(RGB, "PNG"))
    path.chmod(0)
    assert_refused(path, UnreadableImage, "permission")


WHOLE = {
    "png": lambda: saved(texture(), "PNG"),
    "png palette": lambda: saved(Image.fromarray(texture()).quantize(99), "PNG"),
    "png 16 bits": lambda: bytes(imagecodecs.png_encode(texture().astype(np.uint16) * 257)),
    "jpeg": lambda: saved(texture(), "JPEG"),
    "jpeg progressive": lambda: saved(texture(), "JPEG", progressive=True),
    "bmp": lambda: saved(texture(), "BMP"),
    "gif": lambda: saved(Image.fromarray(texture()).quantize(99), "GIF"),
    "webp": lambda: saved(texture(), "WEBP"),
    "webp lossless": lambda: saved(texture(), "WEBP", lossless=True),
    "webp animated": lambda: saved(texture(), "WEBP", save_all=True, append_images=[Image.fromarray(~texture())]),
    "jp2": lambda: saved(texture(), "JPEG2000"),
    "j2k": lambda: saved(texture(), "JPEG2000", no_jp2=True, irreversible=True),
    "jp2 16 bits": lambda: bytes(imagecodecs.jpeg2k_encode(texture().astype(np.uint16) * 257, level=0)),
    "pnm": lambda: saved(texture(), "PPM"),
    "pnm text": lambda: b"P3 50 40 255\n" + b" ".join(b"%d" % v for v in texture().ravel()),
    "pnm bits": lambda: saved(Image.fromarray(texture()[..., 0] > 99), "PPM"),
    "pfm": lambda: saved(texture()[..., 0].astype(np.float32), "PPM"),
    "tiff": lambda: tiff(texture()),
    "tiff 16 bits": lambda: tiff(texture().astype(np.uint16), byteorder=">"),
    "tiff pages": lambda: tiff(np.stack([texture()] * 3), photometric="rgb"),
    "tiff imagej": lambda: tiff(np.stack([texture()[..., 0]] * 3), imagej=True),
    "tiff planar": lambda: tiff(texture().transpose(2, 0, 1).copy(), photometric="rgb", planarconfig="separate"),
    "tiff pillow": lambda: saved(texture(), "TIFF"),
    **{
        f"tiff {compression}": lambda compression=compression: tiff(texture(), compression=compression, rowsperstrip=7)
        for compression in ("lzw", "zlib", "zstd", "packbits", "lzma", "lerc", "webp", "jpeg")
    },
    "tiff group 4": lambda: saved(Image.fromarray(texture()[..., 0] > 99), "TIFF", compression="group4"),
}


COMPLETE_EARLY = {"tiff pages", "webp animated"}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_cut_short_is_refused(name, write):
    data = WHOLE[name]()
    whole = read_image(write(data)).pixels
    for tenth in range(10):
        path = write(data[: len(data) * tenth // 10], f"tenth {tenth}")
        if name in COMPLETE_EARLY:  # the first image may stand before the cut, and all its pixels with it
            with suppress(UnreadableImage):
                np.testing.assert_array_equal(read_image(path).pixels, whole)
        else:
            assert_refused(path, UnreadableImage)


@pytest.mark.parametrize("name", WHOLE)
def test_damage_leads_to_an_image_or_a_sentence(name, write):
    data = WHOLE[name]()
    chance = random.Random(name)
    for _ in range(25):
        damaged = bytearray(data)
        for _ in range(chance.choice([1, 1, 3, 20])):
            # half of it in the header, where it matters most
            at = chance.randrange(min(200, len(data)) if chance.random() < 0.5 else len(data))
            damaged[at] = chance.choice([0, 1, 127, 128, 255, chance.randrange(256)])
        path = write(bytes(damaged))
        with suppress(ImageError):
            assert_sound(read_image(path))


def chunk(kind, content):
    """One chunk of a PNG file."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, bits=8, colour_type=2, pixels=b""):
    """A PNG file of a header and hardly any pixels."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(pixels)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def enlarged(data, *places):
    """The same file, whose header speaks of another size: (offset, format, value)."""
    changed = bytearray(data)
    for offset, layout, value in places:
        struct.pack_into(layout, changed, offset, value)
    return bytes(changed)


def sof(data):
    return data.index(b"\xff\xc0") + 5


def siz(data):
    return data.index(b"\xff\x4f\xff\x51") + 8


def gif_frame():
    data = saved(GREY, "GIF")
    at = data.rindex(b",\0\0\0\0" + struct.pack("<HH", *GREY.shape[::-1]))
    return enlarged(data, (at + 5, "<H", 65_000), (at + 7, "<H", 65_000))


def tiff_bomb():
    data = tiff(RGB)
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        tags = file.pages[0].tags
        return enlarged(data, *((tags[code].valueoffset, "<H", 65_000) for code in (256, 257)))


BOMBS = {
    "png": lambda: png(100_000, 100_000),
    "jpeg": lambda: enlarged(d := saved(RGB, "JPEG"), (sof(d), ">H", 65_000), (sof(d) + 2, ">H", 65_000)),
    "bmp": lambda: enlarged(saved(RGB, "BMP"), (18, "<i", 100_000), (22, "<i", 100_000)),
    "gif screen": lambda: enlarged(saved(GREY, "GIF"), (6, "<H", 65_000), (8, "<H", 65_000)),
    "gif frame": gif_frame,
    "webp": lambda: enlarged(saved(RGB, "WEBP"), (26, "<H", 16_383), (28, "<H", 16_383)),
    "webp lossless": lambda: enlarged(saved(RGB, "WEBP", lossless=True), (21, "<I", 0x0FFFFFFF)),
    "j2k": lambda: enlarged(
        d := saved(RGB, "JPEG2000", no_jp2=True), (siz(d), ">I", 100_000), (siz(d) + 4, ">I", 100_000)
    ),
    "ppm": lambda: b"P6 100000 100000 255\n" + bytes(100),
    "pfm": lambda: b"PF\n100000 100000\n-1.0\n" + bytes(100),
    "pam": lambda: b"P7\nWIDTH 99999\nHEIGHT 99999\nDEPTH 3\nMAXVAL 255\nENDHDR\n",
    "tiff": tiff_bomb,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_by_its_header(name, write):
    assert_refused(write(BOMBS[name]()), UnsupportedImage, "more than the")


@pytest.mark.parametrize("name", WHOLE)
def test_the_limit_of_pixels(name, write):
    path = write(WHOLE[name]())
    assert read_image(path, pixel_limit=2000).shape == (40, 50)
    assert_refused(path, UnsupportedImage, "40", pixel_limit=1999)


def test_many_bytes_in_few_pixels_are_refused_too(write):
    assert_refused(write(png(19_000, 10_000, 16, 6)), UnreadableImage)  # 1.5 GB would do, but there are no pixels
    header = b"P7\nWIDTH 19000\nHEIGHT 10000\nDEPTH 8\nMAXVAL 65535\nENDHDR\n"
    assert_refused(write(header), UnsupportedImage, "GB of memory")


def test_many_threads_read_at_once(write):
    paths = [write(make(), f"image {number}") for number, make in enumerate(WHOLE.values())] * 4
    with ThreadPoolExecutor(8) as threads:
        digests = list(threads.map(lambda path: read_image(path).digest, paths))
    assert digests == [read_image(path).digest for path in paths[: len(WHOLE)]] * 4


def test_nothing_is_printed(write, capfd):
    for make in [*WHOLE.values(), *BOMBS.values()]:
        data = make()
        for cut in (len(data), len(data) // 2, len(data) * 9 // 10):
            with suppress(ImageError):
                read_image(write(data[:cut]))
    assert capfd.readouterr() == ("", "")
