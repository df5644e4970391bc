"""What is written is read: the same pixels, names and classes, through every format that holds them.

`pytest tests/files/importing/test_round_trip.py -m slow` does this for 500 images of up to 300 labels.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize, from_array
from segmenter.files.formats import named
from segmenter.files.formats.format import Result
from segmenter.files.importing.reading import read_segmentation
from segmenter.render.overlay import palette

PIXELS_ONLY = ("labels", "tiff", "array")
WITH_NAMES = ("ome", "coco", "labelme", "geojson", "rois")
SIZED = ("tiff", *WITH_NAMES)
UNSIZED = ("rois",)
"""Files that do not say how large their image is."""

CLASSES = (
    SegmentClass(1, "cell", (1, 2, 3), 1),
    SegmentClass(2, 'dead "é" \\ 細胞, ', (4, 5, 6)),
    SegmentClass(7, "other: #1", (0, 255, 9), 9),
)


def made(labels, seed):
    rng = np.random.default_rng(seed)
    result = Result(from_array(np.zeros(labels.shape, np.uint8)), labels, palette(int(labels.max(initial=0))), {}, ())
    present = result.present.tolist()
    return replace(
        result,
        names={label: f'n{label} "ü" \\ 🧫 =1, :' for label in present if rng.random() < 0.4},
        classes=CLASSES,
        assigned={label: int(rng.choice([1, 2, 7])) for label in present if rng.random() < 0.7},
        image=replace(result.image, pixel_size=PixelSize(0.5, 0.25, "µm")),
    )


def there_and_back(name, result, folder):
    path = folder / f"a{named(name).suffix(result)}"
    named(name).write(path, result)
    return read_segmentation(path, result.labels.shape if name in UNSIZED else None)


def check(name, result, folder):
    read = there_and_back(name, result, folder)
    np.testing.assert_array_equal(read.labels, result.labels)
    assert read.labels.dtype == np.int32
    assert read.notes == ()
    if name in WITH_NAMES:
        assert dict(read.names) == dict(result.names)
        assert dict(read.assigned) == dict(result.assigned)
        assert set(read.classes) <= set(CLASSES)
        assert {each.number for each in read.classes} >= set(result.assigned.values())
    if name in SIZED and len(result.present):
        assert read.pixel_size == PixelSize(0.5, 0.25, "µm")


@pytest.mark.parametrize("name", [*PIXELS_ONLY, *WITH_NAMES])
@pytest.mark.parametrize("seed", range(8))
def test_any_labels(scattered, tmp_path, name, seed):
    check(name, made(scattered(seed), seed), tmp_path)


@pytest.mark.parametrize("name", [*PIXELS_ONLY, *WITH_NAMES])
@pytest.mark.parametrize("labels", [[[0]], [[1]], [[5, 0, 5]], [[1, 2], [2, 1]], [[900_000]]], ids=str)
def test_odd_labels(tmp_path, name, labels):
    check(name, made(np.array(labels, np.int32), 1), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PIXELS_ONLY, *WITH_NAMES])
def test_five_hundred_images(scattered, tmp_path: Path, name):
    for seed in range(500):
        rng = np.random.default_rng(seed)
        shape = tuple(rng.integers(1, 160, 2).tolist())
        labels = scattered(seed, shape=shape, count=int(rng.choice([1, 5, 60, 300])))
        check(name, made(labels, seed), tmp_path)
