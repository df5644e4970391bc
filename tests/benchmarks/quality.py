"""Segment a folder of photographs for many k and, with a scorer at hand, print how good the labels are.

    python tests/benchmarks/quality.py BSDS500/val out/quality --score score.py --preset default
    python tests/benchmarks/quality.py BSDS500/val out/asis --score score.py --as-it-comes

Writes one `<image>.npz` with an array `labels` (settings, rows, columns) for each image, as the scorer of the Berkeley
segmentation data expects, and `quality.json`. The scorer is called as `score.py RESULTS --split FOLDER_NAME`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from segmenter import Cache, Parameters, read_image, segment
from segmenter.assets import resource
from segmenter.parameters import from_toml, parse

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNTS = {"auto": range(1, 61), "tree": range(1, 61), "kmeans": range(2, 25), "colour": range(2, 25)}
STRENGTHS = np.geomspace(150, 3500, 40).round()


def segment_for_all_k(job: tuple[Path, Path, Parameters, bool]) -> tuple[str, float, float]:
    """Write the labels of one image; return its name, sigma and seconds."""
    path, out, parameters, as_it_comes = job
    image = read_image(path)
    cache = Cache()
    start = time.perf_counter()
    settings = [{"k": k} for k in COUNTS[parameters.labels.method]]
    if parameters.labels.k == "auto":
        settings = [{"strength": strength} for strength in STRENGTHS]
    if as_it_comes:
        settings = [{}]
    results = [segment(image, parameters.replace(**setting), cache=cache) for setting in settings]
    seconds = time.perf_counter() - start
    np.savez_compressed(out / f"{path.stem}.npz", labels=np.stack([r.labels for r in results]).astype(np.uint8))
    return path.stem, results[0].sigma_intensity or np.nan, seconds


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--preset", default="default")
    parser.add_argument("--set", nargs="*", default=[], metavar="NAME=VALUE", help="parameters to change")
    parser.add_argument("--score", type=Path, help="the scorer, a Python script")
    parser.add_argument("--step", type=int, default=1, help="every N-th image")
    parser.add_argument("--as-it-comes", action="store_true", help="only what the parameters give: nothing is chosen")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args(arguments)

    parameters = from_toml(resource(f"presets/{asked.preset}.toml").read_text("utf-8"))
    changes = dict(pair.split("=") for pair in asked.set)
    parameters = parameters.replace(**{name: parse(name, value) for name, value in changes.items()})
    asked.out.mkdir(parents=True, exist_ok=True)
    paths = sorted(asked.images.glob("*.jpg"))[:: asked.step]
    with ProcessPoolExecutor(asked.jobs, mp_context=get_context("spawn")) as pool:
        rows = list(pool.map(segment_for_all_k, [(path, asked.out, parameters, asked.as_it_comes) for path in paths]))
    report = {
        "parameters": parameters.flat(),
        "images": len(rows),
        "sigma_median": float(np.nanmedian([sigma for _, sigma, _ in rows])),
        "seconds_median": float(np.median([seconds for *_, seconds in rows])),
    }
    print(
        f"{len(rows)} images, sigma {report['sigma_median']:.2f}, {report['seconds_median']:.2f} s for all k (median)"
    )
    if asked.score:
        command = [
            sys.executable,
            asked.score,
            asked.out,
            "--split",
            asked.images.name,
            "--step",
            str(asked.step),
        ]
        report["score"] = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print(report["score"])
    (asked.out / "quality.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
