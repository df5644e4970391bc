"""Seconds and memory for all formats of one large image: `python tests/benchmarks/formats.py [ROWS COLUMNS SEGMENTS]`.

Cells with rough borders, names and classes; each format by itself, then all of them as an export writes them.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.spatial import cKDTree

from segmenter.core.classes import SegmentClass
from segmenter.core.image import PixelSize, Source, from_array
from segmenter.files.formats import MODULES, named
from segmenter.files.formats.format import Result
from segmenter.files.formats.writing import write
from segmenter.jobs import memory
from segmenter.render.overlay import palette

NAMES = tuple(name for name in MODULES if name != "recipe")  # which says how labels were computed: these were not


def cells(rows: int, columns: int, count: int) -> np.ndarray:
    """Return labels 1 … count: what is nearest to each of some points, with rough borders."""
    rng = np.random.default_rng(0)
    points = rng.random((count, 2)) * [rows, columns]
    places = np.stack(np.indices((rows, columns)), axis=-1).astype(np.float32)
    for axis in (0, 1):
        noise = rng.standard_normal((rows, columns)).astype(np.float32)
        places[..., axis] += 60 * gaussian_filter(noise, 4)
    return (cKDTree(points).query(places.reshape(-1, 2))[1] + 1).astype(np.int32).reshape(rows, columns)


def main(rows: int = 3000, columns: int = 4000, count: int = 300) -> None:
    """Write everything, and say what it took."""
    labels = cells(rows, columns, count)
    grey = (255 * gaussian_filter(np.random.default_rng(1).random((rows, columns)), 2)).astype(np.uint8)
    image = replace(from_array(np.dstack([grey, grey // 2, grey])), pixel_size=PixelSize(0.5, 0.5, "µm"))
    image = replace(image, source=Source(Path("a.png"), 0, 1, "0" * 64))
    classes = SegmentClass(1, "cell", (200, 0, 0)), SegmentClass(2, "other", (0, 0, 200))
    names, assigned = {1: "first"}, {label: 1 + label % 2 for label in range(1, count)}
    made = Result(image, labels, palette(count), names, NAMES, classes=classes, assigned=assigned)
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            path = Path(folder, f"a{named(name).suffix(made)}")
            start = time.perf_counter()
            named(name).write(path, replace(made))
            print(f"{name:10} {time.perf_counter() - start:6.2f} s {path.stat().st_size / 1e6:8.2f} MB")
        memory.forget_peak()
        start = time.perf_counter()
        write(made, Path(folder), "b")
        taken = memory.peak()
        print(f"together   {time.perf_counter() - start:6.2f} s, {(taken or 0) / 1e9:.2f} GB in all")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
