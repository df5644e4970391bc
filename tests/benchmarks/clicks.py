"""Objects from clicks, beside two peers on the same objects in one run.

    python -m tests.benchmarks.clicks BSDS500/val --protocol clicks.py
    python -m tests.benchmarks.clicks BSDS500/train --protocol clicks.py --seed 0 --step 4 --without-peers
    python -m tests.benchmarks.clicks BSDS500/val --protocol clicks.py --boxes
    python -m tests.benchmarks.clicks BSDS500/train --protocol clicks.py --fold 0 --weights one.json --beside other.json

The protocol is a module with `objects(folder=…)` and `run(make_selector, objects, seed=…)`: a simulated person clicks
on the centre of the largest wrong area. The peers are scikit-image's random walker and OpenCV's GrabCut.
With `--beside` other weights are compared object by object; a fold is what `fit_clicks` leaves out. With `--boxes` a
box is drawn around each object, 5 % larger than it is.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image
from scipy.ndimage import distance_transform_edt

from segmenter import Parameters, segment
from segmenter.core.clicked import Clicks
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks.pointing import pointed
from segmenter.core.interaction.clicks.select import prepare, read_weights
from segmenter.core.interaction.clicks.selecting import Click, Selector
from tests.benchmarks.fit_clicks import FOLDS, MARGIN, around, protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]
    Select = Callable[[list[tuple[int, int, bool]]], Mask]

RADIUS = 3
"""Of the discs that the peers are given as seeds, pixels."""


def prepared(image: NDArray[np.uint8], used: Path | None = None) -> Selector:
    """Return what answers clicks and boxes, with the weights of a file or with its own."""
    made = from_array(image)
    selector = prepare(segment(made, Parameters().replace(method="tree")), made)
    assert selector is not None
    return selector if used is None else Selector(selector.raster, read_weights(used.read_text("utf-8")))


def ours(image: NDArray[np.uint8], used: Path | None = None) -> Select:
    """Return the selector of this program."""
    selector = prepared(image, used)
    return lambda clicks: selector.select([Click(*click) for click in clicks])


def seeds(shape: tuple[int, int], clicks: Sequence[tuple[int, int, bool]]) -> NDArray[np.int32]:
    """Return discs: 1 where the object is, 2 where it is not; the rim of the image is not, unless somebody says so."""
    found = np.zeros(shape, np.int32)
    found[[0, -1]] = found[:, [0, -1]] = 2
    down, across = np.indices(shape)
    for row, column, positive in clicks:
        found[(down - row) ** 2 + (across - column) ** 2 <= RADIUS**2] = 1 if positive else 2
    return found


def random_walker(image: NDArray[np.uint8]) -> Select:
    """Return the selector of scikit-image's random walker."""
    from skimage.segmentation import random_walker as walk

    return lambda clicks: walk(image, seeds(image.shape[:2], clicks), beta=130, mode="cg_j", channel_axis=2) == 1


def grabcut(image: NDArray[np.uint8]) -> Select:
    """Return the selector of OpenCV's GrabCut."""
    import cv2

    def select(clicks: list[tuple[int, int, bool]]) -> Mask:
        known = seeds(image.shape[:2], clicks)
        marks = np.where(known == 1, cv2.GC_FGD, np.where(known == 2, cv2.GC_BGD, cv2.GC_PR_FGD)).astype(np.uint8)
        cv2.grabCut(image, marks, None, np.zeros((1, 65)), np.zeros((1, 65)), 5, cv2.GC_INIT_WITH_MASK)
        return np.isin(marks, (cv2.GC_FGD, cv2.GC_PR_FGD))

    return select


def measured(make: Callable[[Any], Select], path: Path, seed: int | None, sample: Any) -> dict[str, float]:
    """Return what the protocol measures on one object."""
    table: dict[str, float] = protocol(path).run(make, [sample], seed=seed)
    return table


def first_clicks(script: Path, path: Path) -> list[float]:
    """Return the overlap of each drawn nucleus of a micrograph with what a click on its centre selects."""
    truth = np.load(path)["labels"]
    select = ours(np.asarray(Image.open(path.with_suffix(".png")).convert("RGB")))
    found = []
    for number in np.unique(truth[truth > 0]):
        drawn = truth == number
        mask = select([protocol(script).next_click(np.zeros_like(drawn), drawn)])
        found.append((mask & drawn).sum() / (mask | drawn).sum())
    return found


def nuclei(asked: argparse.Namespace) -> None:
    """Print how well nuclei are selected by a click each."""
    paths = sorted(asked.images.glob("*.npz"))[1::2]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(partial(first_clicks, asked.protocol), paths))
    every = np.concatenate(found)
    print(f"{len(every)} nuclei of {len(paths)} images: mean IoU after a click {every.mean():.3f}")
    print(f"  mean of the images {np.mean([np.mean(each) for each in found]):.3f}")


def in_box(used: Path | None, sample: tuple[str, NDArray[np.uint8], Mask]) -> tuple[float, float, float]:
    """Return the overlap of an object with what a box selects, a box and a click, and a click alone."""
    _, image, truth = sample
    selector, box = prepared(image, used), around(truth, np.full(4, MARGIN))
    deepest = np.unravel_index(distance_transform_edt(np.pad(truth, 1))[1:-1, 1:-1].argmax(), truth.shape)
    first = pointed(selector, Clicks(box=box))
    wrong = np.pad(first ^ truth, 1)
    row, column = np.unravel_index(distance_transform_edt(wrong)[1:-1, 1:-1].argmax(), truth.shape)
    place = int(row), int(column), bool(truth[row, column])
    masks = first, pointed(selector, Clicks((place,), box)), selector.select([Click(*map(int, deepest), True)])
    one, two, three = (float((mask & truth).sum() / (mask | truth).sum()) for mask in masks)
    return one, two, three


def boxes(objects: Sequence[Any], used: Path | None) -> None:
    """Print how well objects are selected by a box each."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        found = np.array(list(pool.map(partial(in_box, used), objects)))
    for name, overlaps in zip(("a box", "a box and a click", "a click"), found.T, strict=True):
        error = overlaps.std() / len(overlaps) ** 0.5
        print(f"{name}: mean IoU {overlaps.mean():.3f} (standard error {error:.3f}) of {len(overlaps)} objects")


def of_fold(objects: list[Any], asked: argparse.Namespace) -> list[Any]:
    """Return the objects of the images that `fit_clicks` leaves out of a fold, or all; of these every N-th."""
    names = [path.stem for path in sorted(asked.images.glob("*.npz"))]
    left = [each for each in objects if asked.fold is None or names.index(each[0]) % FOLDS == asked.fold]
    return left[:: asked.step]


def compared(rows: Sequence[dict[str, float]], others: Sequence[dict[str, float]]) -> None:
    """Print how much two selectors differ, object by object."""
    for name in (name for name in rows[0] if name.startswith(("NoC", "iou"))):
        differences = np.array([row[name] - other[name] for row, other in zip(rows, others, strict=True)])
        error = differences.std() / len(differences) ** 0.5
        print(f"  {name:16} {differences.mean():+7.3f}  (standard error {error:.3f})")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path)
    parser.add_argument("--protocol", type=Path, required=True)
    parser.add_argument("--seed", type=int, help="makes the person less exact")
    parser.add_argument("--step", type=int, default=1, help="every N-th object")
    parser.add_argument("--without-peers", action="store_true")
    parser.add_argument("--nuclei", action="store_true", help="micrographs, every second one, a click a nucleus")
    parser.add_argument("--boxes", action="store_true", help="a box around each object")
    parser.add_argument("--fold", type=int, choices=range(FOLDS), help="only what was left out of a fit")
    parser.add_argument("--weights", type=Path, help="from fit_clicks; without it those of the program")
    parser.add_argument("--beside", type=Path, help="other weights, compared object by object")
    asked = parser.parse_args(arguments)
    if asked.nuclei:
        nuclei(asked)
        return
    objects = of_fold(list(protocol(asked.protocol).objects(folder=asked.images)), asked)
    if asked.boxes:
        boxes(objects, asked.weights)
        return
    makers: dict[str, Callable[[Any], Select]] = {"ours": partial(ours, used=asked.weights)}
    if asked.beside is not None:
        makers["beside"] = partial(ours, used=asked.beside)
    if not asked.without_peers:
        makers |= {"grabcut": grabcut, "random_walker": random_walker}
    tables = {}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for kind, make in makers.items():
            tables[kind] = list(pool.map(partial(measured, make, asked.protocol, asked.seed), objects))
            printed(kind, tables[kind])
    if asked.beside is not None:
        print("object by object, ours - beside")
        compared(tables["ours"], tables["beside"])


def printed(kind: str, rows: Sequence[dict[str, float]]) -> None:
    """Print the means of what was measured."""
    names = [name for name in rows[0] if "error" not in name and name != "objects"]
    print(f"{kind}, {len(rows)} objects")
    for name in names:
        values = np.array([row[name] for row in rows])
        print(f"  {name:16} {values.mean():7.3f}  (standard error {values.std() / len(values) ** 0.5:.3f})", flush=True)


if __name__ == "__main__":
    main()
