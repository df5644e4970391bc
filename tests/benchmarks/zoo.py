"""Read a folder of real, odd and broken image files: python tests/benchmarks/zoo.py FOLDER.

FOLDER/good holds files that must open as Pillow reads them (size, channels, values, orientation), FOLDER/bad
files that Pillow cannot read: they must be refused in one sentence, or open as tifffile or imagecodecs read them.
Every file is read in a process of its own, so that time and memory can be told, and a crash does no harm. The
exit code is 1 if anything is wrong.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import tifffile
from PIL import Image, ImageCms, ImageOps

from segmenter.errors import ImageError
from segmenter.files.reading import read_image

SECONDS, MEGABYTES = 10.0, 2000.0


def by_pillow(path: Path) -> tuple[np.ndarray, np.ndarray | None]:
    """Read colours in Pillow's 8 bits (or its own depth for grey), and where alpha is not 0."""
    with Image.open(path) as file:
        grey = file.mode in ("1", "L", "LA", "I", "F") or file.mode.startswith("I;16")
        file.load()
        if file.mode == "LAB":
            profiles = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
            return np.asarray(ImageCms.profileToProfile(file, *profiles, outputMode="RGB")), None
        picture = ImageOps.exif_transpose(file)
        if not picture.has_transparency_data:
            plain = grey and picture.mode != "1"
            return np.asarray(picture if plain else picture.convert("L" if grey else "RGB")), None
        rgba = np.asarray(picture.convert("RGBA"))
        return rgba[..., 0] if grey else rgba[..., :3], rgba[..., 3] > 0


def by_others(path: Path) -> tuple[np.ndarray, np.ndarray | None]:
    """Read what Pillow cannot: colours in their own depth, and where alpha is not 0."""
    values = tifffile.imread(path) if path.suffix == ".tif" else imagecodecs.imread(path)
    return (values[..., :3], values[..., 3] > 0) if values.shape[2:] == (4,) else (values, None)


def difference(path: Path, *, good: bool) -> str:
    """Compare our reading with another; "" if nothing is wrong."""
    warnings.simplefilter("ignore")  # of the other's
    image = read_image(path)
    values, mask = by_pillow(path) if good else by_others(path)
    pixels = image.pixels
    if pixels.dtype == np.uint16 and values.dtype == np.uint8:
        pixels = pixels >> 8
    if pixels.ndim == 3 and values.ndim == 2 and (pixels == pixels[..., :1]).all():
        pixels = pixels[..., 0]
    if pixels.ndim == 2 and values.ndim == 3 and (values == values[..., :1]).all():
        values = values[..., 0]
    if pixels.shape != values.shape:
        return f"{pixels.shape} {pixels.dtype}, the other reader {values.shape} {values.dtype}"
    seen = np.ones(image.shape, bool) if image.mask is None else image.mask
    if mask is not None and (mask != seen).any():
        return f"mask: {(mask != seen).mean():.0%} of the pixels differ"
    largest = float(np.abs(pixels.astype(float) - values.astype(float))[seen].max(initial=0))
    scale = 255 if values.dtype == np.uint8 else max(1.0, float(np.abs(values.astype(float)).max()))
    if largest / scale > 0.02 and not any("converted from" in note for note in image.notes):
        return f"values differ by up to {largest:g}"
    return ""


def one(path: Path, *, good: bool) -> dict[str, Any]:
    """Read one file; say how that went."""
    warnings.simplefilter("error")
    start = time.perf_counter()
    try:
        image = read_image(path)
        outcome, detail = (
            "opened",
            f"{image.shape} {image.pixels.dtype} {image.colour} {' '.join(image.notes)}",
        )
    except ImageError as error:
        outcome, detail = "refused", str(error)
        if "\n" in detail or path.name not in detail or not detail.endswith("."):
            outcome = "wrong"
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    if good and outcome == "refused":
        outcome = "wrong"
    if outcome == "opened":
        os.close(2)  # what libtiff prints while Pillow reads is none of our business
        if wrong := difference(path, good=good):
            outcome, detail = "wrong", wrong
    return {"outcome": outcome, "detail": detail, "seconds": seconds, "megabytes": memory}


def apart(path: Path) -> dict[str, Any]:
    """The same in another process."""
    command = [sys.executable, __file__, "--one", os.fspath(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        answer = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired:
        return {"outcome": "wrong", "detail": "more than 60 s", "seconds": 60.0, "megabytes": 0.0}
    if answer is None:
        return {"outcome": "wrong", "detail": done.stderr[-300:], "seconds": 0.0, "megabytes": 0.0}
    if done.stderr:
        answer |= {"outcome": "wrong", "detail": f"stderr: {done.stderr.strip()[-300:]}"}
    if answer["seconds"] > SECONDS or answer["megabytes"] > MEGABYTES:
        answer |= {"outcome": "wrong", "detail": f"{answer['seconds']:.1f} s, {answer['megabytes']:.0f} MB"}
    return answer


def main(folder: Path) -> int:
    """Print the table."""
    wrong = 0
    print(f"{'':6}{'files':>6}{'opened':>8}{'refused':>9}{'wrong':>7}{'worst s':>9}{'peak MB':>9}")
    for kind in ("good", "bad"):
        paths = sorted(path for path in (folder / kind).rglob("*") if path.is_file())
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            answers = dict(zip(paths, threads.map(apart, paths), strict=True))
        outcomes = [answer["outcome"] for answer in answers.values()]
        worst = [max((a[what] for a in answers.values()), default=0.0) for what in ("seconds", "megabytes")]
        counts = [outcomes.count(outcome) for outcome in ("opened", "refused", "wrong")]
        print(f"{kind:6}{len(paths):6}{counts[0]:8}{counts[1]:9}{counts[2]:7}{worst[0]:9.2f}{worst[1]:9.0f}")
        for path, answer in answers.items():
            if answer["outcome"] == "wrong" or "--all" in sys.argv:
                print(f"   {answer['outcome']}: {path.name}: {answer['detail']}")
        wrong += counts[2]
    return int(wrong > 0)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        place = Path(sys.argv[2])
        print(json.dumps(one(place, good="good" in place.parts)))
    else:
        sys.exit(main(Path(sys.argv[1])))
