"""The method objects as stages with keys: a changed parameter repeats only what depends on it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core import features as described
from segmenter.core.objects import finding
from segmenter.core.objects.components import kept
from segmenter.core.regions import enlarging, pieces

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from segmenter.core.features import Features, ImageFeatures
    from segmenter.core.objects.finding import Look
    from segmenter.core.run import Run
    from segmenter.parameters import Objects

PIXELS = 1_500_000
"""Larger images are reduced, as far as the objects stay `FEWEST` pixels in radius."""

FEWEST = 6.0

GLANCE = 24_000_000
"""Of images of more pixels only so many in the middle are looked at to tell whether there are objects."""


@dataclass(frozen=True, eq=False)
class Found:
    """Objects on a ground.

    Attributes
    ----------
    labels : ndarray of int32, shape (rows, columns), read-only
        1 … n by area; 0 is the ground.
    reduction : int
        They were looked for in the image reduced by this factor.
    dark : bool
        Whether they are darker than the ground.
    """

    labels: NDArray[np.int32]
    reduction: int
    dark: bool


def look(run: Run, full: ImageFeatures, root: Hashable, wanted: Objects) -> Look:
    """Look whether there are objects, and of what kind."""
    key = ("objects seen", root, wanted.polarity)
    return run.stage("features", key, lambda: finding.look(full, wanted.polarity))


def glance(run: Run, full: ImageFeatures, root: Hashable, wanted: Objects) -> Look:
    """Look whether there are objects: in the middle of a large image, which tells as much."""
    part = math.sqrt(GLANCE / full.mask.size)
    if part >= 1:
        return look(run, full, root, wanted)
    beyond = [int(extent * (1 - part)) // 2 for extent in full.mask.shape]
    middle = full.part(
        *(slice(before, extent - before) for before, extent in zip(beyond, full.mask.shape, strict=True))
    )
    return look(run, middle, ("middle", root), wanted)


def objects(run: Run, full: ImageFeatures, root: Hashable, wanted: Objects) -> Found:
    """Find the objects of an image.

    Parameters
    ----------
    run : Run
    full : ImageFeatures
    root : Hashable
        The key of the features.
    wanted : Objects

    Returns
    -------
    Found
    """
    seen = look(run, full, root, wanted)
    factor = reduction(full.mask.shape, seen)
    small = described.reduce(full, factor)
    key: Hashable = ("objects prepared", root, seen, factor)
    prepared = run.stage("labels", key, lambda: finding.prepare(small, _reduced(seen, factor)))
    asked = finding.Wanted(
        wanted.threshold,
        None if wanted.outline == "auto" else wanted.outline,
        math.pi / 4 * (wanted.smallest_diameter / factor) ** 2,
        math.pi / 4 * (wanted.largest_diameter / factor) ** 2,
    )
    key = ("objects outlined", key, asked)
    outlined = run.stage("labels", key, lambda: finding.outlined(prepared, seen, asked))

    def finish() -> NDArray[np.int32]:
        labels = finding.parted(prepared, outlined, wanted.split, asked)
        if wanted.border == "exclude":
            labels = kept(labels, ~at_border(labels))
        return finished(labels, small, full, factor)

    key = ("objects", key, wanted.split, wanted.border)
    return Found(run.stage("regions", key, finish), factor, seen.dark)


def reduction(shape: tuple[int, int], seen: Look) -> int:
    """Return how far an image is reduced: large ones, where the objects are large, too."""
    enough = math.sqrt(shape[0] * shape[1] / PIXELS)
    return max(1, min(math.ceil(enough), int(seen.radius / FEWEST)))


def _reduced(seen: Look, factor: int) -> Look:
    return replace(seen, radius=seen.radius / factor)


def at_border(labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Tell of each label, 0 included, whether it touches the border of the image."""
    touch = np.zeros(int(labels.max(initial=0)) + 1, bool)
    for rim in (labels[0], labels[-1], labels[:, 0], labels[:, -1]):
        touch[rim] = True
    return touch


def finished(labels: NDArray[np.int32], small: Features, full: ImageFeatures, factor: int) -> NDArray[np.int32]:
    """Return the labels on every pixel, by area, read-only."""
    if factor > 1:
        ground = int(labels.max(initial=0)) + 1  # a label while it is enlarged: objects do not spread over it
        grown = enlarging.enlarge(
            np.where(small.mask & (labels == 0), ground, labels).astype(np.int32), small, full, factor
        )
        labels = np.where(grown == ground, 0, grown).astype(np.int32)
    labels = pieces.canonical(np.where(full.mask, labels, 0).astype(np.int32))
    labels.flags.writeable = False
    return labels
