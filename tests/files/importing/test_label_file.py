"""Label PNG, TIFF and NPY of other programs."""

import io

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from segmenter.core.image import PixelSize
from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.importing.label_file import read, recognised
from segmenter.files.importing.reading import read_segmentation

LABELS = np.array([[0, 1, 200], [7, 7, 1]])


def saved(save, *arguments, **options):
    file = io.BytesIO()
    save(file, *arguments, **options)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["u1", "<u2", ">u2", "<i4", "<i8", "<u8", "<f4", ">f8", "?"])
def test_arrays_of_any_type(kind):
    labels = LABELS.astype(kind)
    for content in (saved(np.save, labels), saved(np.save, np.asfortranarray(labels))):
        assert recognised(content)
        made = read(content, None, 100)
        np.testing.assert_array_equal(made.labels, labels)
        assert made.labels.dtype == np.int32


@pytest.mark.parametrize(
    "array",
    [
        LABELS[None],
        LABELS - 9,
        LABELS + 0.5,
        LABELS * np.nan,
        LABELS * 1j,
        np.array([["a"]]),
        np.array([[None]]),
        np.full((1, 1), 2**64 - 1, np.uint64),
    ],
    ids=["3-D", "negative", "halves", "nan", "complex", "text", "objects", "huge"],
)
def test_arrays_that_are_no_labels(array):
    with pytest.raises((UnsupportedImage, UnreadableImage)):
        read(saved(np.save, array, allow_pickle=True), None, 100)


def test_the_size_is_looked_at_before_the_pixels():
    for content in (saved(np.save, LABELS), saved(Pillow.fromarray(LABELS.astype(np.uint8)).save, "png")):
        with pytest.raises(UnsupportedImage, match="more than the 5 pixels"):
            read(content, None, 5)
        with pytest.raises(UnsupportedImage, match="and this one is of"):
            read(content, (3, 3), 5)
    tiff = saved(tifffile.imwrite, LABELS.astype(np.uint8))
    with pytest.raises(UnsupportedImage, match="more than the 5 pixels"):
        read(tiff, None, 5)


@pytest.mark.parametrize("mode", ["P", "L", "1", "I;16"])
def test_pngs(mode):
    labels = LABELS > 0 if mode == "1" else LABELS
    kind = {"I;16": np.uint16, "1": bool}.get(mode, np.uint8)
    picture = Pillow.fromarray(labels.astype(kind))
    if mode == "P":
        picture.putpalette(bytes(range(256)) * 3)
    np.testing.assert_array_equal(read(saved(picture.save, "png"), None, 100).labels, labels)


def test_colours_are_no_labels():
    rgb = np.zeros((2, 2, 3), np.uint8)
    with pytest.raises(UnsupportedImage, match="one number a pixel"):
        read(saved(Pillow.fromarray(rgb).save, "png"), None, 100)
    with pytest.raises(UnsupportedImage, match="one number a pixel"):
        read(saved(tifffile.imwrite, rgb, photometric="rgb"), None, 100)


@pytest.mark.parametrize(("dtype", "unit"), [(np.uint16, "micron"), (np.float32, "um"), (np.uint8, "nm")])
def test_tiffs_of_imagej(dtype, unit):
    options = {"imagej": True, "resolution": (4.0, 2.0), "metadata": {"unit": unit}}
    made = read(saved(tifffile.imwrite, LABELS.astype(dtype), **options), None, 100)
    np.testing.assert_array_equal(made.labels, LABELS)
    assert made.pixel_size == PixelSize(0.5, 0.25, "nm" if unit == "nm" else "µm")


def test_ome_tiffs_of_others():
    metadata = {"axes": "YX", "PhysicalSizeX": 0.3, "PhysicalSizeXUnit": "nm", "PhysicalSizeY": 0.4}
    made = read(saved(tifffile.imwrite, LABELS.astype(np.uint8), ome=True, metadata=metadata), None, 100)
    assert made.pixel_size == PixelSize(0.4, 0.3, "nm")
    assert made.classes == ()


def test_large_numbers_are_numbered_anew():
    made = read(saved(np.save, np.array([[0, 5, 2_000_000, 3_000_000]])), None, 100)
    assert made.labels.tolist() == [[0, 1, 2, 3]]
    assert "numbered anew" in made.notes[0]


@pytest.mark.parametrize("cut", [10, 40, 70])
def test_damage(cut, tmp_path):
    path = tmp_path / "a"
    for content in (
        saved(np.save, LABELS),
        saved(Pillow.fromarray(LABELS.astype(np.uint8)).save, "png"),
        saved(tifffile.imwrite, LABELS.astype(np.uint8)),
    ):
        path.write_bytes(content[: len(content) * cut // 100])
        with pytest.raises(UnreadableImage, match=r"^“a” is "):
            read_segmentation(path, pixel_limit=100)


def test_entities_that_grow_are_not_looked_at():
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + "c" * 100 + '">]><OME>&b;</OME>'
    made = read(saved(tifffile.imwrite, LABELS.astype(np.uint8), description=bomb, metadata=None), None, 100)
    assert made.pixel_size is None
