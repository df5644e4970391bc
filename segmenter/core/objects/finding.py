"""Objects on a ground, step by step: a look, the tree of bright pieces, a choice, outlines, parts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter

from segmenter.core import features as described
from segmenter.core.objects import component_tree, ground, outline, selection
from segmenter.core.objects.components import areas, kept, steps, tidy
from segmenter.core.objects.parting import part
from segmenter.core.objects.recognition import Signs, signs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import Features, ImageFeatures
    from segmenter.core.objects.component_tree import ComponentTree, Measured
    from segmenter.core.objects.ground import Relief
    from segmenter.core.solver.blocks import Array

LEVELS = 40
"""Levels of the tree, each higher by the same ratio."""

LOWEST = 3.0
"""The lowest level, times the noise; `STANDS_OUT` times the noise is the lowest that is used by itself."""

STANDS_OUT = 6.0

CONTRAST = 0.3
"""Objects are at least this part as high as the typical one."""

FAINTEST = 0.05
"""The least mean step across an object's outline, as a part of the height there."""

CLEAR = 0.25
"""The outlines of objects are at least this part as steep as the typical one."""

LARGE = 0.3
"""The largest object that is found by itself, as a part of the image."""

SMALL = 0.08
"""The smallest object that is found by itself, as a part of the area of the typical one."""

FEW_PIXELS, FEW = (9, 25), 0.35
"""Limits of the smallest before anything is parted, in pixels, and a part of the area of the typical one."""

SMOOTHING, SMOOTHINGS = 0.1, (0.8, 3.0)
"""Smoothing as a part of the typical radius, and its limits in pixels."""

SHARP = 0.5
"""Smoothing of the heights in which outlines are drawn, pixels at least; a third of the other."""

LOOK_PIXELS, LOOK_FACTOR, LOOK_SMOOTHING = 300_000, 4, 1.0
"""What the first look sees: the image reduced to this many pixels, by this factor at most; smoothing in pixels."""


@dataclass(frozen=True)
class Look:
    """What a first look tells.

    Attributes
    ----------
    axis : tuple of float
        Direction from the ground to the objects, in the space of the features.
    dark : bool
    radius : float
        Of the typical object, pixels; 0 where none was seen.
    signs : Signs
        What speaks for objects on a ground.
    """

    axis: tuple[float, ...]
    dark: bool
    radius: float = 0.0
    signs: Signs = field(default=Signs(0))


@dataclass(frozen=True, eq=False)
class Grown:
    """Heights, and the tree of what is above each level."""

    relief: Relief
    tree: ComponentTree
    measured: Measured


@dataclass(frozen=True, eq=False)
class Prepared(Grown):
    """All that does not depend on thresholds and sizes: kept, so that those answer at once."""

    sharp: Array


@dataclass(frozen=True)
class Wanted:
    """What a person may ask for.

    Attributes
    ----------
    threshold : float
        Relative: 1 is what was found best.
    outline : float or None
        Where outlines lie between ground (0) and height (1); None: by how far they stand out, and polarity.
    smallest, largest : float
        Areas in pixels; 0 is automatic.
    """

    threshold: float = 1.0
    outline: float | None = None
    smallest: float = 0.0
    largest: float = 0.0


@dataclass(frozen=True, eq=False)
class Outlined:
    """Objects before they are parted, as labels, and the radius of the typical one, 0 of none."""

    labels: NDArray[np.int32]
    radius: float


def look(full: ImageFeatures, polarity: str) -> Look:
    """Find the direction of the objects and their size, on a reduced image."""
    factor = min(LOOK_FACTOR, max(1, round((full.mask.size / LOOK_PIXELS) ** 0.5)))
    small = described.reduce(full, factor)
    axis = ground.direction(small)
    dark = _dark(small, axis) if polarity == "auto" else polarity == "dark"
    axis = -axis if dark else axis
    seen = Look(tuple(map(float, axis)), dark)
    grown = _grown(small, axis, LOOK_SMOOTHING)
    seeds = _seeds(grown, 1.0, FEW_PIXELS[0], 0.0)
    found = signs(seeds, grown.relief.heights, small.mask)
    return replace(seen, radius=typical_radius(areas(seeds)) * factor, signs=found)


def _dark(features: Features, axis: Array) -> bool:
    """Tell whether the pixels that are far from the mean lie on the dark side: the sign of the third moment."""
    heights = gaussian_filter(features.values @ axis, LOOK_SMOOTHING)[features.mask].astype(np.float64)
    heights -= heights.mean() if len(heights) else 0.0
    return float((heights * heights * heights).sum()) < 0


def typical_radius(sizes: NDArray[np.int64]) -> float:
    """Return the radius of the object that the middle pixel of all objects lies in, 0 of none."""
    sizes = np.sort(sizes[sizes > 0])
    if not len(sizes):
        return 0.0
    total = np.cumsum(sizes)
    return float(np.sqrt(sizes[np.searchsorted(total, total[-1] / 2)] / np.pi))


def prepare(features: Features, seen: Look) -> Prepared:
    """Measure heights and grow the tree."""
    smoothing = float(np.clip(SMOOTHING * seen.radius, *SMOOTHINGS)) if seen.radius else LOOK_SMOOTHING
    axis = np.array(seen.axis, np.float32)
    grown = _grown(features, axis, smoothing)
    sharp = ground.relief(features, axis, max(SHARP, smoothing / 3)).heights
    return Prepared(grown.relief, grown.tree, grown.measured, sharp)


def _grown(features: Features, axis: Array, smoothing: float) -> Grown:
    """Measure heights along an axis and grow the tree."""
    relief = ground.relief(features, axis, smoothing)
    lowest, highest = LOWEST * relief.noise, float(relief.heights.max(initial=0))
    levels = np.geomspace(lowest, max(highest, lowest * 1.01), LEVELS + 1)[:-1]
    tree = component_tree.build(relief.heights, levels)
    measured = component_tree.measure(tree, np.log(np.maximum(relief.heights, lowest)))
    return Grown(relief, tree, measured)


def _seeds(grown: Grown, threshold: float, smallest: float, largest: float) -> NDArray[np.int32]:
    """Return the objects' nodes as labels; areas in pixels, 0 where there is no limit."""
    tree, measured, noise = grown.tree, grown.measured, grown.relief.noise
    score = selection.quality(measured)
    lowest = int(np.searchsorted(tree.thresholds, STANDS_OUT * noise * threshold)) + 1
    score[tree.level < lowest] = 0
    score[measured.area < smallest] = 0
    score[measured.area > (largest or LARGE * tree.deepest.size)] = 0
    chosen = selection.best(tree, score, measured.area) & (measured.edge >= FAINTEST)
    height = np.exp(measured.mean)
    if chosen.any():
        typical = np.average(height[chosen], weights=measured.area[chosen])
        chosen &= height >= min(CONTRAST * threshold, 1) * typical
    return selection.painted(tree, chosen)


def outlined(prepared: Prepared, seen: Look, wanted: Wanted) -> Outlined:
    """Find the objects, those that touch not yet parted."""
    heights, noise = prepared.relief.heights, prepared.relief.noise
    smallest = wanted.smallest or FEW_PIXELS[0]
    seeds = _seeds(prepared, wanted.threshold, smallest, wanted.largest)
    radius = typical_radius(areas(seeds))
    if not radius:
        return Outlined(seeds, 0.0)
    if not wanted.smallest:
        smallest = float(np.clip(FEW * np.pi * radius**2, *FEW_PIXELS))
        seeds = _seeds(prepared, wanted.threshold, smallest, wanted.largest)
    near = outline.around(seeds)
    basins = outline.grow(seeds, near, heights, noise, radius)
    thresholds = outline.thresholds(seeds, near, heights, noise, radius, wanted.outline, seen.dark)
    labels = tidy(outline.outlined(basins, prepared.sharp, thresholds), smallest)
    if labels.any():
        steep = steps(labels, heights)
        typical = np.average(steep[1:], weights=np.sqrt(areas(labels)[1:]))
        labels = kept(labels, steep >= CLEAR * typical)
    return Outlined(labels, radius)


def parted(prepared: Prepared, found: Outlined, neck: float, wanted: Wanted) -> NDArray[np.int32]:
    """Part objects that touch, and drop what is too small or too large.

    Parameters
    ----------
    prepared : Prepared
    found : Outlined
    neck : float
        See `parting.part`.
    wanted : Wanted

    Returns
    -------
    ndarray of int32, shape (rows, columns)
        1 … n in no particular order, 0 on the ground.
    """
    smallest = wanted.smallest or max(FEW_PIXELS[0], SMALL * np.pi * found.radius**2)
    labels = tidy(part(found.labels, prepared.relief.heights, found.radius, neck), smallest)
    return kept(labels, areas(labels) <= wanted.largest) if wanted.largest else labels
