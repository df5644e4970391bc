"""What speaks for a boundary between two large regions: some twenty cues, and what each of them weighs.

Trees compare regions as wholes, and a boundary by what it is crossed by. Here both sides are looked at near the border
as well: histograms of colour and texture in discs of several sizes, halved along it, as in the Pb detector (Martin,
Fowlkes & Malik 2004), but with Gaussian windows, whose halves differ by a derivative. A logistic regression on the
borders of training photographs (`tests/benchmarks/fit_outlines.py`) weighs all cues; what it says of a border is
brought to the scale of boundary strengths, and trees go by it (`consensus`).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.core.regions import descriptors
from segmenter.core.solver.blocks import parallel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

    Numbers = NDArray[np.float64]
    Integers = NDArray[np.int64]

CELL = 3
"""Pixels along the side of a cell, of which there is one histogram each, in images of up to `USUAL` pixels."""

USUAL = 100_000
"""Pixels of the images that the weights are for; of larger ones cells and tiles are as large a part."""

DISCS = (2.0, 4.0)
"""Standard deviations of the windows, cells."""

BIN = 10.0
"""Distance of the bins of their histograms, CIELAB units."""

TILE = 6
"""Pixels along a border that have one direction."""

LEAST = 0.01
"""Cues below this are taken as this before the logarithm."""


# fmt: off
WEIGHTS = np.array([
    -0.299, 0.260, 0.968, -0.652, 0.510,  # along the border: all eigenvectors, the leading ones; gradients
    0.222, 0.152,  # the median and an upper quantile of the first
    -0.282, 0.250, 0.416, -0.369, -0.470,  # colour, texture, histograms; the smoother and the rougher region
    -0.070, -0.218,  # the smaller area, the share of an outline
    0.091, 0.341, -0.035,  # discs of 6 pixels: colour, fine and coarse texture
    0.278, -0.190, 0.228,  # of 12 pixels
])
# fmt: on
OFFSET = 3.654
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


class _Edges(NamedTuple):
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
    edges = _edges(group[seen.base], pairs, len(areas))
    lengths = np.bincount(edges.border, minlength=len(pairs))
    found = [*_along(seen.maps, edges, lengths)]
    found += _apart(looks, pairs, seen.values.shape[2])
    found += _shapes(lengths, pairs, areas)
    found += _discs(seen, edges, lengths)
    return np.stack(found, axis=1)


def coarser(pixels: int) -> int:
    """Return how many times as wide cells and tiles are in an image of so many pixels."""
    return max(1, round(math.sqrt(pixels / USUAL)))


def strengths(found: Numbers) -> Numbers:
    """Weigh the cues of borders: the strength of the boundary, in the scale of the usual rule."""
    return np.asarray(np.exp(found @ WEIGHTS + OFFSET))


def _edges(regions: NDArray[np.int32], pairs: Integers, size: int) -> _Edges:
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
    return _Edges(near, _joined(fars), border, normal[which])


def _joined(parts: list[tuple[Integers, Integers]]) -> tuple[Integers, Integers]:
    return np.concatenate([rows for rows, _ in parts]), np.concatenate([columns for _, columns in parts])


def _logarithm(values: Numbers) -> Numbers:
    return np.log(np.maximum(values, LEAST))


def _along(maps: Sequence[Array], edges: _Edges, lengths: NDArray[np.int64]) -> list[Numbers]:
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


def _discs(seen: Seen, edges: _Edges, lengths: NDArray[np.int64]) -> list[Numbers]:
    """Return how different histograms are on both sides of each border: of the values and of two textures."""
    cells = _Cells(seen.base.shape)
    groups = list(np.moveaxis(seen.values, 2, 0)), [seen.textures[0]], [seen.textures[-1]]
    every = [channel for group in groups for channel in group]
    squares = parallel(lambda channel: _halves(cells, channel, edges), every)
    colours = len(groups[0])
    sides = [np.sqrt(each) for each in (np.sum(squares[:colours], axis=0), *squares[colours:])]
    return [
        np.log(np.bincount(edges.border, side[width], len(lengths)) / lengths + 0.02)
        for width in range(len(DISCS))
        for side in sides
    ]


class _Cells:
    """Cells of an image, which one each pixel is in, and the windows over them."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self.side = CELL * coarser(shape[0] * shape[1])
        self.shape = -(-shape[0] // self.side), -(-shape[1] // self.side)
        across = [np.arange(extent) // self.side for extent in shape]
        self.of_pixels = (across[0][:, None] * self.shape[1] + across[1]).ravel()
        self.counts = np.bincount(self.of_pixels)[:, None]
        self.windows = [
            [[_window(extent, width, order) for order in (0, 1)] for extent in self.shape] for width in DISCS
        ]


def _halves(cells: _Cells, channel: Array, edges: _Edges) -> Numbers:
    """Return the squared difference of both halves of the discs at each edge, shape (discs, edges): of histograms."""
    bins = _histograms(cells, channel)
    at = edges.near[0] // cells.side, edges.near[1] // cells.side
    down, right = edges.normal.T
    found = []
    for width, ((smooth_down, slope_down), (smooth_right, slope_right)) in zip(DISCS, cells.windows, strict=True):
        along = smooth_right @ bins
        mean = _downwards(smooth_down, along) + np.float32(1e-3)
        vertical, horizontal = _downwards(slope_down, along), _downwards(smooth_down, slope_right @ bins)
        products = (vertical, vertical), (vertical, horizontal), (horizontal, horizontal)
        one, both, other = ((first * second / mean).sum(axis=2)[at] for first, second in products)
        square = one * down**2 + both * (2 * down * right) + other * right**2
        found.append(width**2 * np.maximum(square, 0))
    return np.array(found)


def _histograms(cells: _Cells, channel: Array) -> Array:
    """Return the histogram of a channel in each cell; a value counts for both bins it lies between."""
    position = channel.ravel() / np.float32(BIN)
    below = np.floor(position)
    share = position - below
    below -= below.min()
    bins = int(below.max()) + 2
    places = cells.of_pixels * bins + below.astype(np.int64)
    count = len(cells.counts) * bins
    found = np.bincount(places, 1 - share, count) + np.bincount(places + 1, share, count)
    return (found.reshape(-1, bins) / cells.counts).reshape(*cells.shape, bins).astype(np.float32)


def _window(extent: int, width: float, order: int) -> Array:
    """Return a Gaussian, or its derivative, centred on each of some cells, as a matrix; mirrored at both ends."""
    reach = int(4 * width + 0.5)
    steps = np.arange(-reach, reach + 1)
    weights = np.exp(-0.5 * (steps / width) ** 2)
    weights /= weights.sum()
    if order:
        weights *= steps / width**2
    at = (np.arange(extent)[:, None] + steps) % (2 * extent)
    matrix = np.zeros((extent, extent))
    np.add.at(matrix, (np.arange(extent)[:, None], np.minimum(at, 2 * extent - 1 - at)), weights)
    return matrix.astype(np.float32)


def _downwards(window: Array, bins: Array) -> Array:
    """Return an array of (rows, columns, bins) times a window along its rows."""
    return np.asarray((window @ bins.reshape(len(bins), -1)).reshape(bins.shape))
