"""Find the objects of a folder of micrographs and, with a scorer at hand, print how many are found, and the peer's.

    python tests/benchmarks/nuclei.py NUCLEI out/nuclei --score nuclei.py --half odd

NUCLEI holds `<image>.png` and `<image>.npz` with the true labels. Each setting writes one `<image>.npz` with an array
`labels` below the output folder. The scorer is called as `nuclei.py RESULTS --data FOLDER` and, for the peer, as
`nuclei.py --peer otsu --data FOLDER`. Constants were chosen on the images of even index.

    python tests/benchmarks/nuclei.py NUCLEI out/nuclei --presets --photographs BSDS500/val --discs

says how many of a folder's photographs are taken for micrographs, and how long 500 objects on a megapixel take.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from segmenter import read_image, segment
from segmenter.assets import resource
from segmenter.core.image import from_array
from segmenter.parameters import from_toml, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segmenter import Parameters


def find(paths: Sequence[Path], out: Path, parameters: Parameters) -> None:
    """Write the labels of each image, and print how long it took and what was chosen."""
    out.mkdir(parents=True, exist_ok=True)
    seconds, chosen = [], Counter[str]()
    for path in paths:
        image = read_image(path)
        start = time.perf_counter()
        result = segment(image, parameters)
        seconds.append(time.perf_counter() - start)
        chosen[result.chosen] += 1
        np.savez_compressed(out / f"{path.stem}.npz", labels=result.labels)
    methods = ", ".join(f"{method} {count}" for method, count in chosen.items())
    print(f"{out.name}: {len(paths)} images by {methods}; {np.median(seconds):.2f} s each (median)", flush=True)


def mistaken(folder: Path) -> None:
    """Print by which methods the photographs of a folder are segmented at the defaults."""
    paths = sorted(folder.glob("*.jpg"))
    chosen = Counter(segment(read_image(path)).chosen for path in paths)
    print(f"{len(paths)} photographs: {chosen['objects']} taken for micrographs", flush=True)


def discs(side: int = 1000, pitch: int = 44) -> None:
    """Print how long bright discs on a dark ground take, from pixels to labels: seconds, and of the processor."""
    rows, columns = np.mgrid[:side, :side] % pitch - pitch / 2
    heights = np.where(rows**2 + columns**2 < (0.3 * pitch) ** 2, 180, 40)
    noise = np.random.default_rng(0).integers(-6, 7, heights.shape)
    image = from_array((heights + noise).astype(np.uint8))
    taken = []
    for _ in range(5):
        start, used = time.perf_counter(), time.process_time()
        result = segment(image)
        taken.append((time.perf_counter() - start, time.process_time() - used))
    wall, processor = (np.median(values) for values in zip(*taken, strict=True))
    print(
        f"{result.count} objects on {side}² pixels by {result.chosen}: {wall:.2f} s, of the processor {processor:.2f} s"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--presets", nargs="*", default=["default", "cells"], metavar="NAME")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="parameters to change")
    parser.add_argument("--half", choices=["all", "even", "odd"], default="all", help="images of which index")
    parser.add_argument("--photographs", type=Path, help="a folder of photographs")
    parser.add_argument("--discs", action="store_true", help="time 500 objects on a megapixel")
    parser.add_argument("--score", type=Path, help="the scorer, a Python script")
    asked = parser.parse_args(arguments)

    first, step = {"all": (0, 1), "even": (0, 2), "odd": (1, 2)}[asked.half]
    paths = sorted(asked.images.glob("*.png"))[first::step]
    changes = dict(pair.split("=") for pair in asked.set)
    results = []
    for preset in asked.presets:
        parameters = from_toml(resource(f"presets/{preset}.toml").read_text("utf-8"))
        parameters = parameters.replace(**{name: parse(name, value) for name, value in changes.items()})
        results.append(asked.out / preset)
        find(paths, results[-1], parameters)
    if asked.photographs:
        mistaken(asked.photographs)
    if asked.discs:
        discs()
    if asked.score:
        truth = asked.out / f"truth_{asked.half}"
        truth.mkdir(exist_ok=True)
        for path in paths:
            shutil.copyfile(path, truth / path.name)
            shutil.copyfile(path.with_suffix(".npz"), truth / f"{path.stem}.npz")
        for what in [*([str(result)] for result in results), ["--peer", "otsu"]]:
            subprocess.run([sys.executable, asked.score, *what, "--data", truth], check=True)


if __name__ == "__main__":
    main()
