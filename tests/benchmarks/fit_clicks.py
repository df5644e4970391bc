"""Fit the weights that objects from clicks are told by, with a simulated person in the loop.

    python tests/benchmarks/fit_clicks.py BSDS500/train resources/clicks.json --protocol clicks.py --scenes /tmp/scenes

The protocol is a module with `objects(folder=…)`, which yields (name, image, mask of an object), and
`next_click(mask, truth, rng)`, the centre of the largest wrong area. Of every third image two more objects are taken,
by looser limits, from all annotators (of all images: no better). Every round runs the clicks with the weights so far
and fits logistic regressions to what was right, to regions and to the pixels along outlines:
for the first click, the second, the third and fourth, and all later ones, these three near a common one. Half of the
people are exact, half are not.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage

from segmenter import Parameters, segment
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks import pixels, quantities, raster
from segmenter.core.interaction.clicks.scene import Scene
from segmenter.core.interaction.clicks.select import weights
from segmenter.core.interaction.clicks.selecting import STAGES, Click, Selector, Weights, stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    Numbers = NDArray[np.float64]

CLICKS, SAMPLES, RIDGE, SHARED = 8, 250, 10.0, 100.0
LEAN = (0.65, 0.3, 0.3, 0.0), (0.4, 0.0, 0.0, 0.0)
"""Added to the logits of regions and of pixels in each stage: as long as little is known, an overlap is best where more
is taken than what is more likely than not."""

LEAST, MOST, RIM, SAME = 0.015, 0.45, 0.25, 0.8
"""Of an object: the part of the image that it takes, the part of the border that it takes; overlap of two alike."""

GUESS = {0: -2.0, 17: 3.0, 20: 1.0, 27: 1.0, 34: 1.0}, {1: 1.5, 3: 3.0, 6: 0.5, 8: 0.5, 10: 0.5, 19: 0.7}
"""Where the first round begins. Regions: likely nodes of the tree, similar looks, ways without boundaries, the mask
before. Pixels: the logit of the region, how far inside it, colours, the mask before."""


class Samples(NamedTuple):
    """Quantities, how much of each is inside, and how much each counts."""

    measured: NDArray[np.float32]
    right: NDArray[np.float32]
    counts: NDArray[np.float32]


@cache
def protocol(path: Path) -> Any:
    """Import the module at a path."""
    spec = importlib.util.spec_from_file_location("protocol", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def objects(path: Path, own: Sequence[Mask], more: int) -> list[Mask]:
    """Return the protocol's own objects of an image, and the largest others that people drew on it."""
    if not more:
        return list(own)
    found = []
    for truth in np.load(path).values():
        for label in np.unique(truth):
            pieces = ndimage.label(truth == label)[0]
            mask = pieces == np.bincount(pieces.ravel())[1:].argmax() + 1
            rim = np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]])
            if LEAST <= mask.mean() <= MOST and rim.mean() < RIM:
                found.append(mask)
    kept = list(own)
    for mask in sorted(found, key=lambda each: -int(each.sum())):
        if all((mask & other).sum() < SAME * (mask | other).sum() for other in kept):
            kept.append(mask)
    return kept[: len(own) + more]


def selector(path: Path, scenes: Path, used: Weights) -> Selector:
    """Return what answers clicks on an image; what it is segmented into is kept in a folder."""
    kept, image = scenes / f"{path.stem}.pkl", np.asarray(Image.open(path.with_suffix(".jpg")).convert("RGB"))
    if kept.exists():
        regions, reduction = pickle.loads(kept.read_bytes())[-2:]
    else:
        made = segment(image, Parameters().replace(method="tree"))
        regions, reduction = made.regions, made.reduction
        kept.write_bytes(pickle.dumps((regions, reduction)))
    return Selector(raster.make(Scene(regions, reduction), from_array(image)), used)


def one(job: tuple[Path, list[Mask], Path, Path, Weights, int]) -> list[tuple[int, Samples, Samples | None]]:
    """Click on the objects of an image; return for each click its stage, and samples of regions and of pixels."""
    path, truths, scenes, script, used, seed = job
    rng = np.random.default_rng([seed, *path.stem.encode()])
    found = []
    for truth in truths:
        found += clicked(selector(path, scenes, used), truth, protocol(script), rng)
    return found


def clicked(
    asked: Selector, truth: Mask, person: Any, rng: np.random.Generator
) -> list[tuple[int, Samples, Samples | None]]:
    """Click on an object."""
    inexact = rng if rng.random() < 0.5 else None
    right = asked.raster.shares(truth)
    clicks: list[Click] = []
    found = []
    for _ in range(CLICKS):
        click = person.next_click(asked.answered(clicks)[0], truth, inexact)
        if click is None:
            break
        clicks.append(Click(*click))
        rough, part, now = asked.questions(clicks)
        regions = sampled(rough.measured, right, asked.scene.areas * asked.scene.count, rng)
        border = None
        if len(now.band):
            share = np.full(len(now.band), max(len(now.band), SAMPLES) / truth.sum())
            border = sampled(pixels.quantities(now), truth[part].ravel()[now.band], share, rng)
        found.append((stage(len(clicks)), regions, border))
    return found


def sampled(measured: Any, right: Any, counts: Any, rng: np.random.Generator) -> Samples:
    """Return some of them."""
    chosen = rng.choice(len(measured), min(SAMPLES, len(measured)), replace=False)
    return Samples(*(np.asarray(each[chosen], np.float32) for each in (measured, right, counts)))


def fitted(measured: Numbers, right: Numbers, counts: Numbers, ridge: float, near: Numbers | None = None) -> Numbers:
    """Return the weights of a logistic regression, drawn to zero or to others by a ridge, by Newton's method."""
    aim = np.zeros(measured.shape[1]) if near is None else near
    found = aim.copy()
    for _ in range(12):
        likely = 1 / (1 + np.exp(-np.clip(measured @ found, -30, 30)))
        slope = measured.T @ (counts * (right - likely)) - ridge * (found - aim)
        curve = (measured * (counts * likely * (1 - likely))[:, None]).T @ measured + ridge * np.eye(len(found))
        found = found + np.linalg.solve(curve, slope)
    return found


def of_stages(samples: Sequence[tuple[int, Samples]], lean: Sequence[float]) -> Numbers:
    """Return the weights of each stage."""
    stages = np.concatenate([np.full(len(each.right), at) for at, each in samples])
    parts = [np.concatenate([each[part] for _, each in samples]).astype(np.float64) for part in range(3)]
    later = fitted(*(part[stages > 0] for part in parts), RIDGE)
    found = []
    for at in range(len(STAGES) + 1):
        own = [part[stages == at] for part in parts]
        found.append(fitted(*own, RIDGE) if at == 0 else fitted(*own, SHARED, later))
    weights = np.array(found)
    weights[:, 0] += lean
    return weights


def begin(known: bool) -> Weights:
    """Return the weights that the first round uses."""
    if known:
        return weights()
    made = [np.zeros((len(STAGES) + 1, count)) for count in (quantities.COUNT, pixels.COUNT)]
    for guess, values in zip(made, GUESS, strict=True):
        guess[:, list(values)] = list(values.values())
    return Weights(*made)


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--protocol", type=Path, required=True)
    parser.add_argument("--scenes", type=Path, required=True, help="a folder: what images are segmented into")
    parser.add_argument("--step", type=int, default=1, help="every N-th image")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--go-on", action="store_true", help="begin with the weights as they are")
    asked = parser.parse_args(arguments)
    paths = sorted(asked.images.glob("*.npz"))[:: asked.step]
    asked.scenes.mkdir(parents=True, exist_ok=True)
    own: dict[str, list[Mask]] = {path.stem: [] for path in paths}
    for name, _, mask in protocol(asked.protocol).objects(folder=asked.images):
        if name in own:
            own[name].append(mask)
    truths = [objects(path, own[path.stem], 0 if at % 3 else 2) for at, path in enumerate(paths)]
    used = begin(asked.go_on)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for number in range(asked.rounds):
            jobs = [
                (path, masks, asked.scenes, asked.protocol, used, number)
                for path, masks in zip(paths, truths, strict=True)
            ]
            clicks = [click for each in pool.map(one, jobs, chunksize=2) for click in each]
            used = Weights(
                of_stages([(at, regions) for at, regions, _ in clicks], LEAN[0]),
                of_stages([(at, border) for at, _, border in clicks if border is not None], LEAN[1]),
            )
            print(f"round {number + 1}: {len(paths)} images, {len(clicks)} clicks")
            document = {name: np.round(values, 3).tolist() for name, values in used._asdict().items()}
            asked.out.write_text(json.dumps(document) + "\n", "utf-8")


if __name__ == "__main__":
    main()
