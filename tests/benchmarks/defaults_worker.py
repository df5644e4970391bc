"""One measurement of `speed.py defaults`, in a process of its own; prints JSON."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image
from speed_worker import peak_memory, photograph

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


def make(path: str, megapixels: str) -> dict[str, Any]:
    """Write a photograph of so many megapixels, 4 : 3, as JPEG."""
    rows = round((float(megapixels) * 1e6 * 3 / 4) ** 0.5 / 2) * 2
    Image.fromarray(photograph(rows, rows * 4 // 3 // 2 * 2)).save(path, quality=92)
    return {}


def ours(path: str) -> dict[str, Any]:
    """Read and segment, then cut anew, then write what is written by default."""
    from segmenter import Cache, Parameters, read_image, segment
    from segmenter.files.formats import DEFAULT
    from segmenter.files.formats.format import result as written
    from segmenter.files.formats.writing import write

    segment(
        np.zeros((64, 64, 3), np.uint8) + np.arange(64, dtype=np.uint8)[:, None]
    )  # what is loaded at the first call
    start, work = time.perf_counter(), time.process_time()
    image = read_image(path, pixel_limit=10**9)
    read = time.perf_counter()
    result = segment(image)
    done, busy = time.perf_counter(), time.process_time() - work
    row: dict[str, Any] = {"read": read - start, **result.seconds, "whole": done - start, "peak": peak_memory()}
    row["processor"] = busy
    if image.pixels.size < 10**8:
        cache = Cache()
        segment(image, cache=cache)
        for name, change in {"k": {"k": 9}, "strength": {"strength": 500.0}, "minimum": {"minimum_region": 90}}.items():
            begun = time.perf_counter()
            segment(image, Parameters().replace(**change), cache=cache)
            row[f"another {name}"] = time.perf_counter() - begun
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            write(written(image, result, DEFAULT), Path(folder), "a")
            row["written"] = time.perf_counter() - begun
    return row


def pixels(path: str) -> NDArray[np.uint8]:
    """Return the pixels of a file."""
    Image.MAX_IMAGE_PIXELS = None
    return np.asarray(Image.open(path))


def felzenszwalb(path: str) -> dict[str, Any]:
    """Time scikit-image's graph-based segmentation, with its own defaults but for a scale that leaves few regions."""
    from skimage.segmentation import felzenszwalb

    image = pixels(path)
    start = time.perf_counter()
    felzenszwalb(image, scale=300, sigma=0.8, min_size=50)
    return {"whole": time.perf_counter() - start, "peak": peak_memory()}


def slic(path: str) -> dict[str, Any]:
    """Time scikit-image's superpixels."""
    from skimage.segmentation import slic

    image = pixels(path)
    start = time.perf_counter()
    slic(image, n_segments=400)
    return {"whole": time.perf_counter() - start, "peak": peak_memory()}


MEASUREMENTS: dict[str, Callable[..., dict[str, Any]]] = {
    "make": make,
    "ours": ours,
    "felzenszwalb": felzenszwalb,
    "slic": slic,
}

if __name__ == "__main__":
    print(json.dumps(MEASUREMENTS[sys.argv[1]](*sys.argv[2:])))
