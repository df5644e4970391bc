"""What speaks for a boundary between two large regions: fifteen cues, and what each of them weighs.

Trees compare regions as wholes, and a boundary by what it is crossed by. Here both sides are looked at near the border
as well, from the pixel edges along it (`profiles`). A logistic regression on the borders of training photographs
(`tests/benchmarks/fit_outlines.py`) weighs all cues; what it says of a border is brought to the scale of boundary
strengths, and trees go by it (`consensus`).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.core.regions import descriptors, profiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

    Numbers = NDArray[np.float64]
    Integers = NDArray[np.int64]

USUAL = 100_000
"""Pixels of the images that the weights are for; of larger ones tiles and distances are as large a part."""

TILE = 6
"""Pixels along a border that have one direction."""

TEXTURE = 0.25
"""What a unit of texture counts beside one of colour, where borders are looked at from their edges."""

FLOORS = (0.3, 0.1, 0.3)
"""What is added to the first three maps there, before their logarithms."""

LEAST = 0.01
"""Cues below this are taken as this before the logarithm."""


# fmt: off
WEIGHTS = np.array([
    0.137, 0.073, 0.537, -0.485, 0.144,  # along the border: all eigenvectors, the leading ones; gradients
    -0.175, -0.005,  # the median and an upper quantile of the first
    -0.124, 0.228, 0.238, -0.047, -0.260,  # colour, texture, histograms; the smoother and the rougher region
    -0.018, -0.126,  # the smaller area, the share of an outline
    0.578,  # what is seen from its edges
])
# fmt: on
OFFSET = 5.274
"""Of the cues, in their order: a logistic regression, brought to the mean and the standard deviation of heights."""


class Seen(NamedTuple):
    """An image as borders are judged by it.

    Attributes
    ----------
    base : ndarray of int32, shape (rows, columns)
        The base regions.
    maps : sequence of ndarray of float32, shape (rows, columns)
        Strengths of boundaries at each pixel: the boundary strength, that of the leading eigenvectors, and the
        gradients of the image.
    values : ndarray of float32, shape (rows, columns, channels)
        CIELAB units, within ±FARTHEST.
    textures : sequence of ndarray of float32, shape (rows, columns)
        Logarithms of gradients, CIELAB units.
    """

    base: NDArray[np.int32]
    maps: Sequence[Array]
    values: Array
    textures: Sequence[Array]


class Edges(NamedTuple):
    """The pixel edges along borders: the upper or left pixel, the other one, which border, and the normal there."""

    near: tuple[Integers, Integers]
    far: tuple[Integers, Integers]
    border: Integers
    normal: Numbers


def cues(seen: Seen, group: NDArray[np.int32], pairs: Integers, looks: Numbers, areas: NDArray[np.int64]) -> Numbers:
    """Measure what speaks for each border.

    Parameters
    ----------
    seen : Seen
    group : ndarray of int32, shape (n + 1,)
        The region, 1 … m, that each base region belongs to.
    pairs : ndarray of int64, shape (borders, 2)
        Regions that touch, the smaller number first, sorted.
    looks : ndarray of float64, shape (m + 1, any)
        See `descriptors.describe`.
    areas : ndarray of int64, shape (m + 1,)

    Returns
    -------
    ndarray of float64, shape (borders, cues)
        Logarithms, but for a few.
    """
    edges = edges_of(group[seen.base], pairs, len(areas))
    lengths = np.bincount(edges.border, minlength=len(pairs))
    found = [*_along(seen.maps, edges, lengths)]
    found += _apart(looks, pairs, seen.values.shape[2])
    found += _shapes(lengths, pairs, areas)
    seen_from, at = views(seen, edges, lengths)
    border = edges.border[at]
    said = np.bincount(border, profiles.network()(seen_from), len(pairs))
    found.append(said / np.bincount(border, minlength=len(pairs)))
    return np.stack(found, axis=1)


def views(seen: Seen, edges: Edges, lengths: NDArray[np.int64]) -> tuple[NDArray[np.float32], Integers]:
    """Return what is seen from some edges of the borders, and which they are; see `profiles.views`."""
    side = coarser(seen.base.size)
    at = profiles.samples(edges.border, lengths)
    fine, coarse = seen.textures[0] * TEXTURE, seen.textures[-1] * TEXTURE
    looks = [_shrunk(image, side) for image in (*np.moveaxis(seen.values, 2, 0), fine, coarse)]
    maps = [
        np.log(_shrunk(image, side) + np.float32(floor)) for image, floor in zip(seen.maps[:3], FLOORS, strict=True)
    ]
    near, far = (np.stack(ends, axis=1)[at] for ends in (edges.near, edges.far))
    normal = np.where(abs(edges.normal[at]).sum(axis=1, keepdims=True) > 0, edges.normal[at], far - near)
    middle = ((near + far) / 2 + 0.5) / side - 0.5
    return profiles.views(looks, maps, seen.values.shape[2], middle, normal), at


def _shrunk(image: Array, side: int) -> Array:
    """Return the means of squares of an image; what is left over at its end belongs to the last ones."""
    if side == 1:
        return image
    starts = [np.arange(max(extent // side, 1)) * side for extent in image.shape]
    sums = np.add.reduceat(np.add.reduceat(image, starts[0], axis=0), starts[1], axis=1)
    counts = [np.diff([*start, extent]) for start, extent in zip(starts, image.shape, strict=True)]
    return np.asarray(sums / np.outer(*counts), np.float32)


def coarser(pixels: int) -> int:
    """Return how many times as wide tiles are, and as far it is looked, in an image of so many pixels."""
    return max(1, round(math.sqrt(pixels / USUAL)))


def strengths(found: Numbers) -> Numbers:
    """Weigh the cues of borders: the strength of the boundary, in the scale of the usual rule."""
    return np.asarray(np.exp(found @ WEIGHTS + OFFSET))


def edges_of(regions: NDArray[np.int32], pairs: Integers, size: int) -> Edges:
    """Find the pixel edges along the borders of regions."""
    known = pairs @ np.array([size, 1])
    rows, columns = regions.shape
    nears, fars, borders, steps = [], [], [], []
    for down, right in ((0, 1), (1, 0)):
        one, other = regions[: rows - down, : columns - right], regions[down:, right:]
        at, along = np.nonzero((one != other) & (one > 0) & (other > 0))
        first, second = one[at, along].astype(np.int64), other[at, along].astype(np.int64)
        borders.append(np.searchsorted(known, np.minimum(first, second) * size + np.maximum(first, second)))
        sign = np.where(first < second, 1.0, -1.0)
        steps.append(np.stack([sign * down, sign * right], axis=1))
        nears.append((at, along))
        fars.append((at + down, along + right))
    near = _joined(nears)
    border, step = np.concatenate(borders), np.concatenate(steps)
    side = TILE * coarser(regions.size)
    tiles = (near[0] // side) * (columns // side + 1) + near[1] // side
    tiles, which = np.unique(border * (rows // side + 1) * (columns // side + 1) + tiles, return_inverse=True)
    normal = np.stack([np.bincount(which, axis, len(tiles)) for axis in step.T], axis=1).astype(np.float64)
    normal /= np.maximum(np.hypot(*normal.T), 1e-9)[:, None]
    return Edges(near, _joined(fars), border, normal[which])


def _joined(parts: list[tuple[Integers, Integers]]) -> tuple[Integers, Integers]:
    return np.concatenate([rows for rows, _ in parts]), np.concatenate([columns for _, columns in parts])


def _logarithm(values: Numbers) -> Numbers:
    return np.log(np.maximum(values, LEAST))


def _along(maps: Sequence[Array], edges: Edges, lengths: NDArray[np.int64]) -> list[Numbers]:
    """Return the mean of each map along each border, and of the first its median and an upper quantile, too."""
    at = [np.maximum(values[edges.near], values[edges.far]).astype(np.float64) for values in maps]
    means = [_logarithm(np.bincount(edges.border, values, len(lengths)) / lengths) for values in at]
    ordered = at[0][np.lexsort((at[0], edges.border))]
    first = np.cumsum(lengths) - lengths
    quantiles = [_logarithm(ordered[first + (part * lengths).astype(np.int64)]) for part in (0.5, 0.85)]
    return means + quantiles


def _apart(looks: Numbers, pairs: Integers, channels: int) -> list[Numbers]:
    """Return how different regions look, by each part of the looks, and how rough either one is."""
    texture = descriptors.texture(channels)
    parts = slice(channels), texture, descriptors.histograms(channels)
    difference = looks[pairs[:, 1]] - looks[pairs[:, 0]]
    found = [_logarithm(np.sqrt((difference[:, part] ** 2).sum(axis=1))) for part in parts]
    rough = looks[pairs, texture.start + descriptors.MIDDLE] / descriptors.TEXTURE
    return [*found, rough.min(axis=1), rough.max(axis=1)]


def _shapes(lengths: NDArray[np.int64], pairs: Integers, areas: NDArray[np.int64]) -> list[Numbers]:
    """Return the area of the smaller region, and which part of an outline the border is, the more of both."""
    outlines = np.bincount(pairs.ravel(), np.repeat(lengths, 2), len(areas))
    return [np.log(np.maximum(areas[pairs].min(axis=1), 1.0)), np.log(lengths / outlines[pairs].min(axis=1))]
