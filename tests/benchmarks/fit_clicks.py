"""Fit the weights that objects from clicks are told by, with a simulated person in the loop.

    python -m tests.benchmarks.fit_clicks BSDS500/train resources/clicks.json --protocol clicks.py --scenes /tmp/scenes

The protocol is a module with `objects(folder=…)`, which yields (name, image, mask of an object), and
`next_click(mask, truth, rng)`, the centre of the largest wrong area. Of every third image two more objects are taken,
by looser limits, from all annotators (of all images: no better). Every round runs the clicks with the weights so far,
on twice as many images as the one before and in the end on all,
and fits logistic regressions to what was right, to regions and to the pixels along outlines: for the first click, the
second, the third and fourth, the four after that, and all later ones, these four near a common one. Each object is
clicked on by an exact person and by one who is not. Then boxes are drawn around the objects, and fitted alike.

Validation: fit with `--without 0` and with `--without 1`, and let `tests.benchmarks.clicks` play what was left out.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache, lru_cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage

from segmenter import Parameters, segment
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks import boxes as boxing
from segmenter.core.interaction.clicks import pixels, quantities, raster
from segmenter.core.interaction.clicks.scene import Scene
from segmenter.core.interaction.clicks.select import weights
from segmenter.core.interaction.clicks.selecting import STAGES, Click, Selector, Weights, stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    Numbers = NDArray[np.float64]

CLICKS, MOST, ENOUGH = 8, 16, 0.9
"""On each object, and how many as long as the overlap is not enough."""

SAMPLES, RIDGE, SHARED = 250, 10.0, 100.0
LEAN = (0.65, 0.3, 0.3, 0.0, 0.0), (0.4, 0.0, 0.0, 0.0, 0.0)
"""Added to the logits of regions and of pixels in each stage: as long as little is known, an overlap is best where more
is taken than what is more likely than not."""

MARGIN, INSIDE = 0.025, 0.5
"""A box is that much larger than the object to each side, as a part of it; a region is in it with more than that."""

FOLDS, SEED = 2, 7
"""For validation; of the people who are less exact."""

BOX_LEAN = 0.3, 0.0
"""Added to the logits of regions and of pixels in a box."""

LEAST, LARGEST, RIM, SAME = 0.015, 0.45, 0.25, 0.8
"""Of an object: the part of the image that it takes, the part of the border that it takes; overlap of two alike."""

GUESS = {0: -2.0, 17: 3.0, 20: 1.0, 27: 1.0, 34: 1.0}, {1: 1.5, 3: 3.0, 6: 0.5, 8: 0.5, 10: 0.5, 19: 0.7}
"""Where the first round begins. Regions: likely nodes of the tree, similar looks, ways without boundaries, the mask
before. Pixels: the logit of the region, how far inside it, colours, the mask before."""

BOX_GUESS = {0: -0.5, 6: 1.0}
"""The same in a box: looks found more often inside than around it."""


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
            if LEAST <= mask.mean() <= LARGEST and rim.mean() < RIM:
                found.append(mask)
    kept = list(own)
    for mask in sorted(found, key=lambda each: -int(each.sum())):
        if all((mask & other).sum() < SAME * (mask | other).sum() for other in kept):
            kept.append(mask)
    return kept[: len(own) + more]


@lru_cache(maxsize=1)
def scene(path: Path, scenes: Path) -> raster.Raster:
    """Return what is known of an image; what it is segmented into is kept in a folder."""
    kept, image = scenes / f"{path.stem}.pkl", np.asarray(Image.open(path.with_suffix(".jpg")).convert("RGB"))
    if kept.exists():
        regions, reduction = pickle.loads(kept.read_bytes())
    else:
        made = segment(image, Parameters().replace(method="tree"))
        regions, reduction = made.regions, made.reduction
        kept.write_bytes(pickle.dumps((regions, reduction)))
    return replace(raster.make(Scene(regions, reduction), from_array(image)), objects=None)  # trees are what is fitted


def selector(path: Path, scenes: Path, used: Weights) -> Selector:
    """Return what answers clicks on an image."""
    return Selector(scene(path, scenes), used)


def one(job: tuple[Path, list[Mask], Path, Path, Weights, int]) -> list[tuple[int, Samples, Samples | None]]:
    """Click on the objects of an image; return for each click its stage, and samples of regions and of pixels."""
    path, truths, scenes, script, used, seed = job
    rng = np.random.default_rng([seed, *path.stem.encode()])
    found = []
    for truth in truths:
        for inexact in (None, rng):
            found += clicked(
                selector(path, scenes, used), truth, partial(protocol(script).next_click, rng=inexact), rng
            )
    return found


def clicked(
    asked: Selector, truth: Mask, person: Callable[[Mask, Mask], Any], rng: np.random.Generator
) -> list[tuple[int, Samples, Samples | None]]:
    """Click on an object."""
    right = asked.raster.shares(truth)
    clicks: list[Click] = []
    found = []
    for count in range(MOST):
        mask = asked.answered(clicks)[0]
        click = person(mask, truth)
        if click is None or (count >= CLICKS and (mask & truth).sum() >= ENOUGH * (mask | truth).sum()):
            break
        clicks.append(Click(*click))
        rough, part, now = asked.questions(clicks)
        regions = sampled(rough.measured, right, asked.scene.areas * asked.scene.count, rng)
        border = None
        if len(now.band):
            share = np.full(len(now.band), max(len(now.band), SAMPLES) / truth.sum())
            border = sampled(now.measured, truth[part].ravel()[now.band], share, rng)
        found.append((stage(len(clicks)), regions, border))
    return found


def boxes(job: tuple[Path, list[Mask], Path, Weights, int]) -> list[tuple[Samples, Samples | None]]:
    """Draw two boxes around each object of an image, one exact; return samples of regions and of pixels."""
    path, truths, scenes, used, seed = job
    rng = np.random.default_rng([seed, *path.stem.encode()])
    found = []
    for truth in truths:
        for margins in (np.full(4, MARGIN), rng.uniform(0, 2 * MARGIN, 4)):
            asked, box = selector(path, scenes, used), around(truth, margins)
            outside = np.ones(truth.shape, bool)
            outside[box[0] : box[2], box[1] : box[3]] = False
            asked.keep_out(outside)
            questions = boxing.asked(asked, box)
            if questions is None:
                continue
            rough, (part, now), _ = questions
            inside = asked.shares(~outside) > INSIDE
            counts = asked.scene.areas * inside
            regions = sampled(
                rough.measured[inside], asked.raster.shares(truth)[inside], counts[inside] / counts.mean(), rng
            )
            border = None
            if now is not None and len(now.band):
                share = np.full(len(now.band), max(len(now.band), SAMPLES) / truth.sum())
                border = sampled(now.measured, truth[part].ravel()[now.band], share, rng)
            found.append((regions, border))
    return found


def around(truth: Mask, margins: Numbers) -> tuple[int, int, int, int]:
    """Return the box of an object, each side moved out by a part of its extent."""
    rows, columns = np.flatnonzero(truth.any(axis=1)), np.flatnonzero(truth.any(axis=0))
    down, across = len(rows) * margins[:2], len(columns) * margins[2:]
    return (
        max(round(rows[0] - down[0]), 0),
        max(round(columns[0] - across[0]), 0),
        min(round(rows[-1] + 1 + down[1]), truth.shape[0]),
        min(round(columns[-1] + 1 + across[1]), truth.shape[1]),
    )


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
    together = np.array(found)
    together[:, 0] += lean
    return together


def begin() -> Weights:
    """Return the weights that the first round uses."""
    made = [np.zeros((len(STAGES) + 1, count)) for count in (quantities.COUNT, pixels.COUNT)]
    for guess, values in zip(made, GUESS, strict=True):
        guess[:, list(values)] = list(values.values())
    box = np.zeros(boxing.COUNT)
    box[list(BOX_GUESS)] = list(BOX_GUESS.values())
    return Weights(*made, box, np.zeros(pixels.COUNT))


def of_box(samples: Sequence[Samples], lean: float) -> Numbers:
    """Return the weights of a box."""
    found = fitted(*(np.concatenate([each[part] for each in samples]).astype(np.float64) for part in range(3)), RIDGE)
    found[0] += lean
    return found


def left_over(asked: argparse.Namespace) -> list[tuple[Path, list[Mask]]]:
    """Return the images that are fitted to, each with its objects: all, or all but a fold."""
    every = sorted(asked.images.glob("*.npz"))
    own: dict[str, list[Mask]] = {path.stem: [] for path in every}
    for name, _, mask in protocol(asked.protocol).objects(folder=asked.images):
        own[name].append(mask)
    truths = [(path, objects(path, own[path.stem], 0 if at % 3 else 2)) for at, path in enumerate(every)]
    return [each for at, each in enumerate(truths) if asked.without is None or (at - asked.without) % FOLDS]


def write(used: Weights, path: Path) -> None:
    """Write the weights."""
    document = {name: np.round(values, 3).tolist() for name, values in used._asdict().items()}
    path.write_text(json.dumps(document) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--protocol", type=Path, required=True)
    parser.add_argument("--scenes", type=Path, required=True, help="a folder: what images are segmented into")
    parser.add_argument("--without", type=int, choices=range(FOLDS), help="leave a fold out, for validation")
    parser.add_argument("--rounds", type=int, default=3, help="0: boxes alone; the weights of clicks stay as they are")
    parser.add_argument("--go-on", action="store_true", help="begin with the weights of the program")
    asked = parser.parse_args(arguments)
    asked.scenes.mkdir(parents=True, exist_ok=True)
    images, used = left_over(asked), weights() if asked.go_on or not asked.rounds else begin()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for number in range(asked.rounds):
            part = images[:: 2 ** (asked.rounds - 1 - number)]
            jobs = [(*each, asked.scenes, asked.protocol, used, SEED + number) for each in part]
            clicks = [click for each in pool.map(one, jobs, chunksize=2) for click in each]
            used = used._replace(
                regions=of_stages([(at, regions) for at, regions, _ in clicks], LEAN[0]),
                pixels=of_stages([(at, border) for at, _, border in clicks if border is not None], LEAN[1]),
            )
            print(f"round {number + 1}: {len(part)} images, {len(clicks)} clicks", flush=True)
        for number, name in enumerate(("box_regions", "box_pixels")):
            drawn = pool.map(boxes, [(*each, asked.scenes, used, number) for each in images], chunksize=2)
            samples = [each[number] for found in drawn for each in found]
            used = used._replace(**{name: of_box([each for each in samples if each is not None], BOX_LEAN[number])})
    write(used, asked.out)


if __name__ == "__main__":
    main()
