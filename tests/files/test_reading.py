"""Every format opens right; what is wrong with files is in `broken`."""

from __future__ import annotations

import hashlib
import io

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image

from segmenter.errors import UnsupportedImage
from segmenter.files.reading import FILTER, READABLE_SUFFIXES, count_pages, read_draft, read_image

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
    "jxl": lambda: bytes(imagecodecs.jpegxl_encode(RGB, lossless=True)),
    "jxl 16 bits in boxes": lambda: bytes(imagecodecs.jpegxl_encode(DEEP, lossless=True, usecontainer=True)),
    "ppm": lambda: saved(RGB, "PPM"),
}
LOSSY = {
    "jpeg": (lambda: saved(RGB, "JPEG", quality=98, subsampling=0), 12),
    "webp": (lambda: saved(RGB, "WEBP", quality=100), 40),
    "gif": (lambda: saved(Image.fromarray(RGB).quantize(256), "GIF"), 40),
    "jxl": (lambda: bytes(imagecodecs.jpegxl_encode(RGB, distance=0.5)), 60),
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
    assert FILTER.split() == [f"*{suffix}" for suffix in sorted(READABLE_SUFFIXES)]


class TestDraft:
    def jpeg(self, tmp_path, **options):
        rows, columns = np.mgrid[:200, :320]
        scene = np.stack([columns * 0.7, rows, (rows + columns) % 256], axis=2).astype(np.uint8)
        path = tmp_path / "a.jpg"
        path.write_bytes(saved(scene, "JPEG", quality=95, **options))
        return path

    def test_it_is_the_image_at_an_eighth(self, tmp_path):
        path = self.jpeg(tmp_path)
        image, shape = read_draft(path)
        assert (image.shape, shape, image.colour) == ((25, 40), (200, 320), "rgb")
        whole = read_image(path).pixels.reshape(25, 8, 40, 8, 3).mean(axis=(1, 3))
        assert np.abs(image.pixels - whole).mean() < 6

    def test_it_is_upright(self, tmp_path):
        exif = Image.Exif()
        exif[0x112] = 6
        image, shape = read_draft(self.jpeg(tmp_path, exif=exif))
        assert (image.shape, shape) == ((40, 25), (320, 200))

    def test_there_is_none_of_what_it_would_not_help_with(self, tmp_path):
        assert read_draft(self.jpeg(tmp_path, progressive=True)) is None
        (tmp_path / "a.png").write_bytes(saved(RGB, "PNG"))
        assert read_draft(tmp_path / "a.png") is None
        (tmp_path / "small.jpg").write_bytes(saved(RGB[:5, :5], "JPEG"))
        assert read_draft(tmp_path / "small.jpg") is None

    def test_the_pixel_limit_holds_for_the_whole(self, tmp_path):
        with pytest.raises(UnsupportedImage, match="more than"):
            read_draft(self.jpeg(tmp_path), pixel_limit=9999)
