"""What is seen from a border: colour, texture and gradients along its normal, on both sides.

A step between two colours is a boundary if both go on behind it, and grain if the next step follows; a rim has a third
colour in between. So a border is looked at from some of its pixel edges, at a few points across it and along it, the
farther away the smoother. How points differ from each other is the same whichever side comes first, and whether the
border is followed up or down. A small network says of each edge how likely it is that people draw a line there; its
weights come from photographs with outlines (`tests/benchmarks/fit_outlines.py`).
"""

from __future__ import annotations

from functools import cache as remembered
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.assets import resource
from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

    Numbers = NDArray[np.float64]
    Integers = NDArray[np.int64]

ACROSS = (0.5, 2.0, 4.5, 8.0, 13.0)
"""How far from an edge it is looked at, to either side, pixels of the (coarser) image."""

ALONG = (0.0, -5.0, 5.0)
"""How far up and down the border from there."""

SPACINGS = (1, 2, 4)
"""Between the pixels that are averaged for the next smoother level."""

SMOOTHER = (1.2, 3.5, 7.0)
"""From how far on each of these is looked at."""

SAMPLES = 2000
"""Edges that are looked at in an image, about: the same part of each border, and of each at least one."""

PLACES = 512
"""That are described at a time."""

FARTHEST = 5.0
"""Standard deviations."""

HALF = np.float32(0.5)

LEAST = 0.5
"""What is added to differences before the logarithm, CIELAB units."""


class Network(NamedTuple):
    """Layers that make one number of many.

    Attributes
    ----------
    mean, spread : ndarray of float32, shape (inputs,)
        Of the inputs where it was fitted; those farther off than `FARTHEST` of it are taken as that far.
    layers : list of tuple of ndarray of float32, shapes (inputs, outputs) and (outputs,)
        Weights and offsets; negative outputs of all but the last one are 0.
    """

    mean: Array
    spread: Array
    layers: list[tuple[Array, Array]]

    def __call__(self, inputs: Array) -> Array:
        """Return what the last layer says of each row: the logarithm of odds."""
        values = np.clip((inputs - self.mean) / self.spread, -FARTHEST, FARTHEST)
        *inner, (weights, offsets) = self.layers
        for weights_inside, offsets_inside in inner:
            values = np.maximum(values @ weights_inside + offsets_inside, 0)
        return np.asarray(values @ weights + offsets)[:, 0]


@remembered
def network() -> Network:
    """Return the network that comes with the program."""
    with np.load(resource("outlines.npz")) as read:
        arrays = {name: read[name].astype(np.float32) for name in read.files}
    count = sum(name.startswith("weights") for name in arrays)
    layers = [(arrays[f"weights{layer}"], arrays[f"offsets{layer}"]) for layer in range(count)]
    return Network(arrays["mean"], arrays["spread"], layers)


def samples(border: Integers, lengths: Integers) -> Integers:
    """Return which pixel edges are looked at: every so many-th of each border, beginning with its first.

    Parameters
    ----------
    border : ndarray of int64, shape (edges,)
        Which border each edge is part of.
    lengths : ndarray of int64, shape (borders,)
        Edges of each.
    """
    step = max(1, -(-len(border) // SAMPLES))
    order = np.argsort(border, kind="stable")
    number = np.arange(len(border)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.sort(order[number % step == 0])


def views(
    looks: Sequence[Array], maps: Sequence[Array], colours: int, middle: Numbers, normal: Numbers
) -> NDArray[np.float32]:
    """Describe what is seen from some places, whichever way the normal points.

    Parameters
    ----------
    looks : sequence of ndarray of float32, shape (rows, columns)
        Colours and textures: what both sides are compared by.
    maps : sequence of ndarray of float32, shape (rows, columns)
        Strengths of boundaries, logarithms.
    colours : int
        How many of the looks are colours.
    middle, normal : ndarray of float64, shape (places, 2)

    Returns
    -------
    ndarray of float32, shape (places, numbers)
    """
    levels = _levels([*looks, *maps])

    def described(part: slice) -> Array:
        return _described(levels, (colours, len(looks)), middle[part], normal[part])

    return np.concatenate(parallel(described, blocks(len(middle), PLACES)))


def _described(levels: Array, ends: tuple[int, int], middle: Numbers, normal: Numbers) -> Array:
    """Describe some places; see `views`. Colours and looks end at some of the images of each level."""
    across, along = (grid.ravel() for grid in np.meshgrid(ACROSS, ALONG, indexing="ij"))
    shape = len(middle), len(ACROSS), len(ALONG), -1
    sides = [_seen(levels, middle, normal, side * across, along).reshape(shape) for side in (-1, 1)]
    here = _seen(levels, middle, normal, np.zeros(len(ALONG)), np.array(ALONG))
    colours, textures, maps = slice(ends[0]), slice(*ends), slice(ends[1], None)
    one, other = sides
    found = [
        *_differences(one[..., colours], other[..., colours]),
        *_differences(one[..., textures], other[..., textures]),
        _logarithm(one[:, :, 0, :1] - other[:, :, 0, :1]),
        _logarithm(one[:, :, 0, 1 : ends[0]] - other[:, :, 0, 1 : ends[0]]),
        *_both(*(_along(side[..., textures]).mean(axis=2) for side in sides)),
        *_step(one[..., colours], other[..., colours]),
        _along(here[:, None, :, maps]),
        *_both(*(_along(side[..., maps]) for side in sides)),
    ]
    return np.concatenate([each.reshape(len(middle), -1) for each in found], axis=1).astype(np.float32, copy=False)


def _levels(images: Sequence[Array]) -> Array:
    """Return images and smoother ones, shape (levels, rows, columns, images)."""
    levels = [np.stack(images, axis=-1)]
    for spacing in SPACINGS:
        image = levels[-1]
        for axis in (0, 1):
            image = _smoothed(image, spacing, axis)
        levels.append(image)
    return np.stack(levels)


def _smoothed(image: Array, spacing: int, axis: int) -> Array:
    """Return the mean of each pixel, twice, and the two so many pixels before and behind it; the rim goes on."""
    places = np.arange(image.shape[axis])
    before, behind = (np.clip(places + step, 0, len(places) - 1) for step in (-spacing, spacing))
    return HALF * image + HALF**2 * (image.take(before, axis) + image.take(behind, axis))


def _seen(levels: Array, middle: Numbers, normal: Numbers, across: Numbers, along: Numbers) -> Array:
    """Return what is at some points around each place, shape (places, points, images)."""
    tangent = np.stack([-normal[:, 1], normal[:, 0]], axis=1)
    level = np.searchsorted(SMOOTHER, np.maximum(abs(across), 0.7 * abs(along)), side="right")
    rows, columns = (
        np.rint(middle[:, axis, None] + normal[:, axis, None] * across + tangent[:, axis, None] * along)
        .clip(0, levels.shape[1 + axis] - 1)
        .astype(np.int64)
        for axis in (0, 1)
    )
    places = (level * levels.shape[1] + rows) * levels.shape[2] + columns
    seen: Array = levels.reshape(-1, levels.shape[3]).take(places, axis=0)
    return seen


def _logarithm(difference: Array) -> Array:
    """Return the logarithm of the length of each difference, along the last axis."""
    return np.asarray(np.log(np.sqrt(np.einsum("...i,...i->...", difference, difference)) + np.float32(LEAST)))


def _along(values: Array) -> Array:
    """Return what is straight ahead, and the mean of what is up and down; the third axis is `ALONG`."""
    return np.stack([values[:, :, 0], HALF * (values[:, :, 1] + values[:, :, 2])], axis=2)


def _both(one: Array, other: Array) -> tuple[Array, Array]:
    """Return the mean of both sides and how far they differ."""
    return HALF * (one + other), abs(one - other)


def _differences(one: Array, other: Array) -> list[Array]:
    """Return how different points are: across the border, the next ones away from it, those up and down, crosswise."""
    ahead, aside = (_sided(one, other, each) for each in (_away, _aside))
    crosswise = HALF * (_logarithm(one[:, :, 1] - other[:, :, 2]) + _logarithm(one[:, :, 2] - other[:, :, 1]))
    return [_along(_logarithm(one - other)), *ahead, *aside, crosswise]


def _sided(one: Array, other: Array, measure: Callable[[Array], Array]) -> tuple[Array, Array]:
    return _both(measure(one), measure(other))


def _away(side: Array) -> Array:
    return _along(_logarithm(side[:, 1:] - side[:, :-1]))


def _aside(side: Array) -> Array:
    return HALF * (_logarithm(side[:, :, 1] - side[:, :, 0]) + _logarithm(side[:, :, 2] - side[:, :, 0]))


def _step(one: Array, other: Array) -> list[Array]:
    """Return how colours go along the line from one side's to the other's, odd and even part, and how long that is."""
    near, far = (side[:, 1:3].mean(axis=(1, 2)) for side in (one, other))
    step, middle = far - near, (far + near) / 2
    length = np.sqrt(np.einsum("ij,ij->i", step, step)) + np.float32(1e-3)
    line = step / length[:, None]
    before, behind = (np.einsum("ijkl,il->ijk", side - middle[:, None, None], line) for side in (one, other))
    odd, even = (behind - before) / 2, abs(behind + before) / 2
    return [_along(np.sign(odd) * np.log1p(abs(odd))), _along(np.log(even + np.float32(LEAST))), np.log(length)]
