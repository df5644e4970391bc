"""The pixels along the outline of an object: what speaks for each of them, and the cheapest cut between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, uniform_filter

from segmenter.core.interaction.clicks.cutting import cheapest_cut
from segmenter.core.interaction.clicks.touching_up import beyond

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

    Mask = NDArray[np.bool_]

COUNT = 42
"""How many quantities there are."""

BAND = 10.0
"""How far to either side of the outline pixels are asked, pixels."""

CHANGED = 20_000
"""Where regions want to change more pixels than so many, only the outline is asked, or a click would take too long."""

LOCAL = 12
"""Half the width of the window in which colours near a pixel are compared."""

COARSE = 2
"""Local means are taken of every so many pixels."""

BINS = 10
"""Of a colour histogram, in each channel."""

SURE = 1.5
"""Radius of what is certain around each click, pixels."""

TIE = 2.0
"""What it costs to part two neighbours of the same colour."""


class Here(NamedTuple):
    """A click: where it is, and whether it belongs to the object."""

    row: float
    column: float
    positive: bool
    depth: float
    """How far it was from the outline of the mask before it; 0 of the first click."""


@dataclass(frozen=True, eq=False)
class Situation:
    """What is known when the outline is asked for, on a part of the image.

    Attributes
    ----------
    values : ndarray of float32, shape (rows, columns, channels)
        CIELAB units.
    rough : ndarray of bool, shape (rows, columns)
        The mask of whole regions.
    likely : ndarray of float32, shape (rows, columns)
        The logit of the region that each pixel is in.
    around : ndarray of float32, shape (rows, columns, any)
        Other quantities of that region.
    before : ndarray of bool, shape (rows, columns)
        The mask before the last click.
    clicks : sequence of Here
    """

    values: Array
    rough: Mask
    likely: Array
    around: Array
    before: Mask
    clicks: Sequence[Here]

    @cached_property
    def signed(self) -> Array:
        """How far each pixel lies inside the rough mask; negative outside."""
        return signed(self.rough)

    @cached_property
    def signed_before(self) -> Array:
        """The same of the mask before."""
        return signed(self.before)

    @property
    def depth(self) -> float:
        """How far the last click lies from the outline before."""
        return max(self.clicks[-1].depth, 1.0)

    @cached_property
    def band(self) -> NDArray[np.int64]:
        """The pixels that are asked, as positions in the flattened part."""
        found = np.abs(self.signed) <= BAND
        if self.before.any():
            last = self.clicks[-1]
            found |= self.apart(last) <= min(self.depth, 3 * BAND)
            changed = (self.rough != self.before) & ~beyond(self.rough.shape, (last.row, last.column), last.depth)
            if np.count_nonzero(changed) <= CHANGED:
                found |= changed
        return np.flatnonzero(found)

    @cached_property
    def measured(self) -> Array:
        """The quantities of the pixels that are asked."""
        return quantities(self)

    def apart(self, click: Here) -> Array:
        """Return how far each pixel is from a click."""
        rows, columns = self.rough.shape
        down = (np.arange(rows, dtype=np.float32) - np.float32(click.row)) ** 2
        across = (np.arange(columns, dtype=np.float32) - np.float32(click.column)) ** 2
        return np.sqrt(down[:, None] + across)


def signed(mask: Mask) -> Array:
    """Return how far each pixel is from the other side of a mask's outline; negative outside."""
    if not mask.any() or mask.all():
        return np.full(mask.shape, 1e3 if mask.any() else -1e3, np.float32)
    inside, outside = distance_transform_edt(mask), distance_transform_edt(~mask)
    return np.asarray(inside - outside, np.float32)


def quantities(now: Situation) -> Array:
    """Measure the pixels of the band, shape (pixels, quantities), all of the order of 1."""
    band = now.band

    def of(image: NDArray[Any]) -> Array:
        return np.asarray(image.ravel()[band], np.float32)

    found: list[NDArray[Any]] = [
        np.ones(len(band), np.float32),
        of(now.likely) / 4,
        of(_large(gaussian_filter(now.likely[::COARSE, ::COARSE], 1.5), now.likely)) / 4,
    ]
    rough = np.clip(of(now.signed) / BAND, -1, 1)
    found += [rough, np.sign(rough)]
    for image in (whole_colours(now), *local_colours(now)):
        found += [of(image) / 2, of(gaussian_filter(image, 1.5)) / 2]
    found += [of(now.around[:, :, at]) for at in range(now.around.shape[2])]
    found += _before(now) + _clicked(now)
    return np.stack(found, axis=1).astype(np.float32)


def whole_colours(now: Situation) -> Array:
    """Return how much more frequent the colour of each pixel is inside than outside, as a logarithm."""
    channels = np.moveaxis(now.values, 2, 0)[:3]
    shape = (BINS,) * len(channels)
    position = np.zeros(now.rough.shape, np.int64)
    for channel in channels:
        low, high = float(channel.min()), float(channel.max())
        position = position * BINS + np.clip((channel - low) * (BINS / max(high - low, 10.0)), 0, BINS - 1).astype(int)
    counts = []
    for where in (now.signed > 2, now.signed < -2):
        count = np.bincount(position[where], minlength=BINS ** len(channels)).reshape(shape)
        smooth = gaussian_filter(count.astype(np.float32), 0.7, mode="constant")
        counts.append(smooth / max(float(smooth.sum()), 1.0) + 1e-4)
    ratio = np.log(counts[0] / counts[1]).ravel().astype(np.float32)
    return np.asarray(np.clip(ratio[position], -4, 4))


def local_colours(now: Situation) -> list[Array]:
    """Return how much nearer each pixel's colour is to what is inside around it than to what is outside."""
    inner, outer = (where[::COARSE, ::COARSE].astype(np.float32) for where in (now.signed > 1, now.signed < -1))
    channels = np.moveaxis(now.values, 2, 0)[:3]
    small = [np.ascontiguousarray(channel[::COARSE, ::COARSE]) for channel in channels]
    sums = [[of * where for where in (inner, outer) for of in (channel, channel**2)] for channel in small]
    found = []
    for reach in (LOCAL, 2 * LOCAL):
        size = 2 * (reach // COARSE) + 1
        shares = [np.maximum(_mean(where, size), 1e-6) for where in (inner, outer)]
        total, both = np.zeros(now.rough.shape, np.float32), shares[0] + shares[1]
        for channel, (first, first_squares, second, second_squares) in zip(channels, sums, strict=True):
            inside, outside = _mean(first, size) / shares[0], _mean(second, size) / shares[1]
            squares = _mean(first_squares + second_squares, size)
            within = (squares - shares[0] * inside**2 - shares[1] * outside**2) / both
            slope = (inside - outside) / (np.maximum(within, 0) + 9.0)
            middle = (inside + outside) / 2
            total += (channel - _large(middle, channel)) * _large(slope, channel)
        total[_large(np.minimum(*shares) < 1e-3, total)] = 0
        found.append(np.clip(total, -4, 4))
    return found


def _mean(image: Array, size: int) -> Array:
    return np.asarray(uniform_filter(image, size, mode="constant"))


def _large(small: NDArray[Any], like: Array) -> NDArray[Any]:
    """Return what was measured on every second pixel on all of them."""
    rows, columns = like.shape
    return small.repeat(COARSE, axis=0)[:rows].repeat(COARSE, axis=1)[:, :columns]


def _before(now: Situation) -> list[NDArray[Any]]:
    """Return what was right before the last click."""
    band = now.band
    if not now.before.any():
        return [np.zeros(len(band), np.float32)] * 5
    inside = now.signed_before.ravel()[band]
    relative = inside / now.depth
    return [
        np.sign(inside), np.clip(relative / 2, -1, 1), np.clip(relative / 6, -1, 1), np.clip(inside / BAND, -1, 1),
        np.clip(now.apart(now.clicks[-1]).ravel()[band] / (3 * now.depth), 0, 2) * np.sign(inside),
    ]  # fmt: skip


def _clicked(now: Situation) -> list[NDArray[Any]]:
    """Return how near the clicks are, and how like them the colours."""
    band = now.band
    apart = [now.apart(click).ravel()[band] for click in now.clicks]
    unlike = [_unlike(now, click) for click in now.clicks]
    both = [np.hypot(away / 20, other) for away, other in zip(apart, unlike, strict=True)]
    discs = [-np.exp(-((away / max(click.depth, 3.0)) ** 2)) for away, click in zip(apart, now.clicks, strict=True)]
    (near, far), (like, other), (disc, hole) = (_nearest(now, each) for each in (apart, both, discs))
    found = [np.exp(-near / 5), np.exp(-far / 5), np.exp(-near / 20), np.exp(-far / 20),
             np.clip(np.log((far + 5) / (near + 5)), -3, 3), np.clip(np.log((other + 0.3) / (like + 0.3)), -3, 3),
             np.minimum(like, 4) / 2, np.minimum(other, 4) / 2, -np.minimum(disc, 0), -np.minimum(hole, 0)]  # fmt: skip
    if not now.before.any():
        return found + [np.zeros(len(band), np.float32)] * 8
    last, depth, sign = apart[-1], now.depth, 1.0 if now.clicks[-1].positive else -1.0
    other = np.where((now.signed_before.ravel()[band] > 0) == now.clicks[-1].positive, 0, sign)
    alike = np.exp(-(unlike[-1] ** 2) / 2)
    found += [
        sign * np.exp(-((last / depth) ** 2)), np.where(last < 0.7 * depth, sign, 0),
        sign * np.exp(-last / (2 * depth)), other * np.exp(-((last / (2 * depth)) ** 2)), other * np.exp(-last / BAND),
        other * alike * np.exp(-last / 30), other * alike * np.exp(-last / (4 * depth)), other * alike,
    ]  # fmt: skip
    return found


def _unlike(now: Situation, click: Here) -> Array:
    """Return how different the colour of each pixel of the band is from what was clicked, in steps of 10 units."""
    row, column = round(click.row), round(click.column)
    spot = now.values[max(row - 1, 0) : row + 2, max(column - 1, 0) : column + 2].mean(axis=(0, 1))
    colours = now.values.reshape(-1, now.values.shape[2])[now.band]
    return np.asarray(np.sqrt(((colours - spot) ** 2).sum(axis=1)) / 10, np.float32)


def _nearest(now: Situation, measured: Sequence[Array]) -> tuple[Array, Array]:
    """Return the smallest of what was measured from the positive clicks, and from the negative ones."""
    found = np.full((2, len(now.band)), 1e3, np.float32)
    for each, click in zip(measured, now.clicks, strict=True):
        kind = 0 if click.positive else 1
        found[kind] = np.minimum(found[kind], each)
    return found[0], found[1]


def cut(now: Situation, logit: NDArray[np.float64]) -> Mask:
    """Return the mask after the band has been cut."""
    band, shape = now.band, now.rough.shape
    number = np.full(shape, -1, np.int64)
    number.ravel()[band] = np.arange(len(band))
    likely = np.clip(logit, -8, 8).astype(np.float64)
    certain = np.zeros(shape, np.int8)
    for click in now.clicks:
        certain[now.apart(click) <= SURE] = 1 if click.positive else -1
    pairs, ties = [], []
    steps = [((slice(None), slice(-1)), (slice(None), slice(1, None))), ((slice(-1),), (slice(1, None),))]
    squares = [((now.values[one] - now.values[other]) ** 2).sum(axis=2) for one, other in steps]
    typical = 2 * sum(float(square.sum()) for square in squares) / max(sum(square.size for square in squares), 1) + 1.0
    for (one, other), square in zip(steps, squares, strict=True):
        tie = TIE * np.exp(-square / typical) + 0.1
        first, second = number[one], number[other]
        both = (first >= 0) & (second >= 0)
        pairs.append(np.stack([first[both], second[both]], axis=1))
        ties.append(tie[both])
        for inner, outer, outside in ((first, second, now.rough[other]), (second, first, now.rough[one])):
            rim = (inner >= 0) & (outer < 0)
            likely += np.bincount(inner[rim], np.where(outside[rim], tie[rim], -tie[rim]), len(band))
    chosen = cheapest_cut(likely, np.concatenate(pairs), np.concatenate(ties), certain.ravel()[band])
    mask = now.rough.copy()
    mask.ravel()[band] = chosen
    return mask
