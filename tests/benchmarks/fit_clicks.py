"""Fit the weights that objects from clicks are told by, with a simulated person in the loop.

    python tests/benchmarks/fit_clicks.py BSDS500/train resources/clicks.json --protocol clicks.py

The protocol is a module with `objects(folder=…)`, which yields (name, image, mask of an object), and
`next_click(mask, truth, rng)`, the centre of the largest wrong area. Every round runs the clicks with the weights so
far and fits logistic regressions to what was right: one for the first click, the second, the third and fourth, and all
later ones. Half of the people are exact, half are not.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter import Parameters, segment
from segmenter.core.interaction.clicks.quantities import COUNT, quantities
from segmenter.core.interaction.clicks.scene import Scene
from segmenter.core.interaction.clicks.selecting import STAGES, Click, Selector, stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

ROUNDS, CLICKS, SAMPLES, RIDGE = 3, 10, 300, 3.0
GUESS, GUESSED = [0, 17, 20, 27, 34], [-2.0, 3.0, 1.0, 1.0, 1.0]
"""Where the first round begins: likely nodes of the tree, similar looks, a way without boundaries."""


def protocol(path: Path) -> Any:
    """Import the module at a path."""
    spec = importlib.util.spec_from_file_location("protocol", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def one(job: tuple[str, NDArray[np.uint8], NDArray[np.bool_], NDArray[np.float64], Path, int]) -> list[Any]:
    """Click on one object; return for each click its stage, samples of regions, how much is inside, and their areas."""
    name, image, truth, weights, path, seed = job
    person = protocol(path)
    rng = np.random.default_rng([seed, *name.encode()])
    made = segment(image, Parameters().replace(method="tree"))
    assert made.regions is not None
    scene = Scene(made.regions, made.reduction)
    selector = Selector(scene, weights)
    inexact = rng if rng.random() < 0.5 else None
    right = selector.shares(truth)
    mask, clicks, found = np.zeros(truth.shape, bool), [], []
    for _ in range(CLICKS):
        click = person.next_click(mask, truth, inexact)
        if click is None:
            break
        clicks.append(Click(*click))
        touches = selector.touches(clicks)
        before = selector.shares(mask)
        chosen = rng.choice(scene.count, min(SAMPLES, scene.count), replace=False)
        measured = quantities(scene, touches, before)[chosen].astype(np.float32)
        found.append((stage(len(clicks)), measured, right[chosen], scene.areas[chosen] * scene.count))
        mask = selector.select(clicks)
    return found


def fitted(
    measured: NDArray[np.float64], right: NDArray[np.float64], counts: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights of a logistic regression with a small ridge, by Newton's method."""
    weights = np.zeros(measured.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    for _ in range(12):
        likely = 1 / (1 + np.exp(-np.clip(measured @ weights, -30, 30)))
        slope = measured.T @ (counts * (right - likely)) - ridge @ weights
        curve = (measured * (counts * likely * (1 - likely))[:, None]).T @ measured + ridge
        weights += np.linalg.solve(curve, slope)
    return weights


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--protocol", type=Path, required=True)
    parser.add_argument("--step", type=int, default=1, help="every N-th object")
    asked = parser.parse_args(arguments)
    objects = list(protocol(asked.protocol).objects(folder=asked.images))[:: asked.step]
    weights = np.zeros((len(STAGES) + 1, COUNT))
    weights[:, GUESS] = GUESSED
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for number in range(ROUNDS):
            jobs = [(*each, weights, asked.protocol, number) for each in objects]
            clicks = [click for each in pool.map(one, jobs, chunksize=2) for click in each]
            for at in range(len(STAGES) + 1):
                own = [click for click in clicks if click[0] == at]
                parts = [np.concatenate([click[part] for click in own]).astype(np.float64) for part in (1, 2, 3)]
                weights[at] = fitted(*parts)
            print(f"round {number + 1}: {len(objects)} objects, {len(clicks)} clicks")
    document = {"weights": np.round(weights, 4).tolist()}
    asked.out.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
