"""Pixel sizes as programs write them, and resolutions that mean nothing."""

import io

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow
from PIL.TiffImagePlugin import IFDRational

from segmenter.core.image import PixelSize, reduced
from segmenter.files.decoders.pixel_size import of_exif, of_imagej, of_ome, of_png, of_resolution, turned
from segmenter.files.reading import read_image

GREY = np.arange(12, dtype=np.uint8).reshape(3, 4)


def read(tmp_path, save, **options):
    save(tmp_path / "a", **options)
    return read_image(tmp_path / "a").pixel_size


def tiff(path, **options):
    tifffile.imwrite(path, GREY, **options)


@pytest.mark.parametrize(("unit", "expected"), [("micron", "µm"), ("um", "µm"), ("nm", "nm"), ("inch", "inch")])
def test_imagej(tmp_path, unit, expected):
    size = read(tmp_path, tiff, imagej=True, resolution=(4.0, 2.0), metadata={"unit": unit})
    assert size == PixelSize(0.5, 0.25, expected)


def test_imagej_stacks(tmp_path):
    tifffile.imwrite(
        tmp_path / "a",
        np.stack([GREY] * 3),
        imagej=True,
        photometric="minisblack",
        resolution=(4, 4),
        metadata={"unit": "um"},
    )
    for page in range(3):
        assert read_image(tmp_path / "a", page=page).pixel_size == PixelSize(0.25, 0.25, "µm")


def test_ome(tmp_path):
    metadata = {"axes": "YX", "PhysicalSizeX": 0.65, "PhysicalSizeXUnit": "µm", "PhysicalSizeY": 0.5}
    assert read(tmp_path, tiff, ome=True, metadata=metadata) == PixelSize(0.5, 0.65, "µm")
    tifffile.imwrite(
        tmp_path / "b", np.stack([GREY] * 2), ome=True, photometric="minisblack", metadata=metadata | {"axes": "ZYX"}
    )
    assert read_image(tmp_path / "b", page=1).pixel_size == PixelSize(0.5, 0.65, "µm")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ('<Pixels PhysicalSizeX="2" SizeX="4">', PixelSize(2.0, 2.0, "µm")),
        ('<ome:Pixels PhysicalSizeX = "2" PhysicalSizeXUnit="&#181;m"/>', PixelSize(2.0, 2.0, "µm")),
        ('<Pixels PhysicalSizeX="0">', None),
        ('<Pixels PhysicalSizeX="nan">', None),
        ('<Pixels PhysicalSizeX="1e999">', None),
        ('<Pixels PhysicalSizeX="a">', None),
        ('<Pixels PhysicalSizeX="1" PhysicalSizeXUnit="&#10;">', None),
        ('<Pixels SizeX="1">', None),
        ("PhysicalSizeX", None),
    ],
)
def test_odd_ome(text, size):
    assert of_ome(text) == size


@pytest.mark.parametrize(
    ("resolution", "unit", "size"),
    [
        ((600, 600), "INCH", PixelSize(25.4 / 600 * 1000, 25.4 / 600 * 1000, "µm")),
        ((300, 150), "INCH", PixelSize(25.4 / 150, 25.4 / 300, "mm")),
        ((20_000, 20_000), "CENTIMETER", PixelSize(0.5, 0.5, "µm")),
        ((72, 72), "INCH", None),
        ((96, 96), "INCH", None),
        ((300, 300), "NONE", None),
    ],
)
def test_tiff(tmp_path, resolution, unit, size):
    found = read(tmp_path, tiff, resolution=resolution, resolutionunit=unit)
    assert found is None if size is None else found.unit == size.unit
    if size:
        assert (found.height, found.width) == pytest.approx((size.height, size.width))


def jpeg(path, exif):
    Pillow.fromarray(np.dstack([GREY] * 3)).save(path, "jpeg", exif=exif)


def exif(resolution, **more):
    made = Pillow.Exif()
    made[282] = made[283] = resolution
    made[296] = 2
    if more:
        made[34665] = {33434: IFDRational(1, 100)}
    return made


def test_exif(tmp_path):
    size = read(tmp_path, jpeg, exif=exif(254.0))
    assert (size.height, size.width, size.unit) == (pytest.approx(0.1), pytest.approx(0.1), "mm")
    assert read(tmp_path, jpeg, exif=exif(72.0)) is None
    assert read(tmp_path, jpeg, exif=exif(254.0, camera=True)) is None
    assert of_exif(None) is None
    assert of_exif(b"II*\0\xff\xff\xff\xff") is None


def test_a_turned_image_has_turned_pixels(tmp_path):
    made = exif(254.0)
    made[283], made[274] = 508.0, 6
    size = read(tmp_path, jpeg, exif=made)
    assert (size.height, size.width, size.unit) == (pytest.approx(0.1), pytest.approx(0.05), "mm")
    assert turned(PixelSize(1.0, 2.0, "m"), 3) == PixelSize(1.0, 2.0, "m")
    assert turned(None, 6) is None


def test_png(tmp_path):
    size = read(tmp_path, lambda path: Pillow.fromarray(GREY).save(path, "png", dpi=(254, 508)))
    assert (size.height, size.width) == pytest.approx((0.05, 0.1), rel=1e-3)
    assert read(tmp_path, lambda path: Pillow.fromarray(GREY).save(path, "png", dpi=(72, 72))) is None
    assert of_png(b"") is None
    assert of_png(bytes(9)) is None


def test_what_makes_no_sense():
    assert of_imagej("ImageJ=1\nunit=pixel\n", 1, 1) is None
    assert of_imagej("ImageJ=1\n", 1, 1) is None
    assert of_resolution(-1, 1, 2) is None
    assert of_resolution(100, 100, None) is None
    assert of_resolution(100, 100, 9) is None


def test_a_reduced_image_has_larger_pixels(tmp_path):
    tifffile.imwrite(tmp_path / "a", GREY, imagej=True, resolution=(4.0, 2.0), metadata={"unit": "um"})
    assert reduced(read_image(tmp_path / "a"), 2).pixel_size == PixelSize(1.0, 0.5, "µm")


def test_damaged_notes_cost_nothing(tmp_path):
    file = io.BytesIO()
    tifffile.imwrite(file, GREY, resolution=(0, 0), description="ImageJ=\nunit=\xff\n".encode("latin-1"), metadata=None)
    (tmp_path / "a").write_bytes(file.getvalue())
    assert read_image(tmp_path / "a").pixel_size is None
