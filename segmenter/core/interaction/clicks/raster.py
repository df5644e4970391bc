"""The pixels that clicks are answered on: all of a small image, every few of a large one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import maximum_filter, minimum_filter

from segmenter.core import features
from segmenter.core.objects import stages
from segmenter.core.run import Run
from segmenter.core.solver.blocks import blocks, parallel
from segmenter.parameters import Parameters
from segmenter.progress import ignore

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.features import ImageFeatures
    from segmenter.core.image import Image
    from segmenter.core.interaction.clicks.scene import Scene
    from segmenter.core.solver.blocks import Array

    Mask = NDArray[np.bool_]

STRIP = 512
"""Rows that one thread looks up at a time."""

MANY, FIT, LARGEST = 8, 0.94, 0.1
"""What speaks for many small objects, besides what does in `objects.recognition`. Most is less than there: a wrong
answer is put right by a click."""

PIXELS = 250_000
"""More pixels than so many are not looked at."""


@dataclass(frozen=True, eq=False)
class Raster:
    """One pixel of step × step, and what is known of it.

    Attributes
    ----------
    scene : Scene
    step : int
    values : ndarray of float32, shape (rows, columns, channels), or None
        CIELAB units; None where the image is not known: then objects are made of whole regions.
    objects : ndarray of int32, shape of the image, or None
        The objects that are found without clicks, in an image of many small ones; 0 is the ground.
    """

    scene: Scene
    step: int
    values: Array | None
    objects: NDArray[np.int32] | None = None

    @cached_property
    def found(self) -> NDArray[np.int32] | None:
        """The same objects here."""
        if self.objects is None:
            return None
        return np.ascontiguousarray(self.objects[middles(self.objects.shape, self.step)])

    @cached_property
    def base(self) -> NDArray[np.integer]:
        """The region of each pixel; 0 outside the mask of the image."""
        base = self.scene.regions.base
        return np.ascontiguousarray(base[middles(base.shape, self.step)])

    @cached_property
    def areas(self) -> NDArray[np.int64]:
        """How many pixels each region has here, from region 1 on."""
        return np.asarray(np.bincount(self.base.ravel(), minlength=self.scene.count + 1)[1:])

    @cached_property
    def reduced(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The row and the column here of each row and column of the reduced image."""
        factor, shape = self.scene.factor, self.scene.regions.tree.base.shape
        middles = [np.arange(extent) * factor + factor // 2 for extent in shape]
        rows, columns = (
            np.asarray(np.minimum(middle // self.step, limit - 1))
            for middle, limit in zip(middles, self.base.shape, strict=True)
        )
        return rows, columns

    def shares(self, mask: Mask) -> NDArray[np.float64]:
        """Return the part of each region that is in a mask."""
        inside = np.bincount(self.base[mask].ravel(), minlength=self.scene.count + 1)
        return inside[1:] / np.maximum(self.areas, 1)

    def enlarged(self, mask: Mask, *, whole: bool = False) -> Mask:
        """Bring a mask to every pixel of the image: along the outlines of objects and regions, or else straight on.

        With `whole`, regions are taken whole, which is faster.
        """
        if self.step == 1:
            return mask.copy()
        if (known := self._objects_of(mask)) is not None:
            return known
        base, shares = self.scene.regions.base, np.concatenate([[0.0], self.shares(mask)])
        full = np.zeros(base.shape, bool)
        if not mask.any():
            return full
        rows, columns = self.scene.box(shares[1:] > 0)
        part, most = base[rows, columns], shares > 0.5
        parallel(
            lambda strip: np.take(most, part[strip], out=full[rows, columns][strip], mode="clip"),
            blocks(len(part), STRIP),
        )
        mixed = (shares > 0) & (shares < 1)
        if mixed.any() and not whole:
            mixed[1:] |= self.areas == 0
            _divide(full, mask, np.take(mixed, part, mode="clip"), (rows.start, columns.start), self.step)
        return full

    def _objects_of(self, mask: Mask) -> Mask | None:
        """Return the pixels of the objects that a mask consists of; None where it is anything else."""
        if self.found is None or self.objects is None:
            return None
        count = int(self.found.max(initial=0)) + 1
        every = np.bincount(self.found.ravel(), minlength=count)
        whole = (every > 0) & (np.bincount(self.found[mask], minlength=count) == every)
        whole[0] = False
        if not np.array_equal(whole[self.found], mask):
            return None
        chosen = np.zeros(int(self.objects.max(initial=0)) + 1, bool)
        chosen[: len(whole)] = whole
        return np.asarray(chosen[self.objects])


def _divide(full: Mask, mask: Mask, mixed: Mask, corner: tuple[int, int], step: int) -> None:
    """Divide the regions of a part of the image that are not in a mask as a whole, in place."""
    rows, columns = (np.arange(start, start + extent) for start, extent in zip(corner, mixed.shape, strict=True))
    part = full[corner[0] : corner[0] + len(rows), corner[1] : corner[1] + len(columns)]
    np.copyto(part, mask[:, columns // step][rows // step], where=mixed)
    size = {"size": 3, "mode": "nearest"}
    cells = np.argwhere(maximum_filter(mask, **size) != minimum_filter(mask, **size))  # else all around is the same
    down, across = (cells[:, axis, None] * step + np.arange(step) - corner[axis] for axis in (0, 1))
    down, across = (each.ravel() for each in np.broadcast_arrays(down[:, :, None], across[:, None]))
    here = (down >= 0) & (down < len(rows)) & (across >= 0) & (across < len(columns))
    here[here] = mixed[down[here], across[here]]
    down, across = down[here], across[here]
    part[down, across] = _between(mask, down + corner[0], across + corner[1], step)


def _between(mask: Mask, rows: NDArray[np.int64], columns: NDArray[np.int64], step: int) -> Mask:
    """Return whether pixels are in a mask of larger pixels, half a pixel of which is worth a corner."""
    total = np.zeros(len(rows), np.float32)
    down, across = (np.maximum((at + 0.5) / step - 0.5, 0) for at in (rows, columns))
    top, left = down.astype(np.int64), across.astype(np.int64)
    below, right = (down - top).astype(np.float32), (across - left).astype(np.float32)
    for row, part in ((top, 1 - below), (top + 1, below)):
        for column, share in ((left, 1 - right), (left + 1, right)):
            total += part * share * mask[np.minimum(row, mask.shape[0] - 1), np.minimum(column, mask.shape[1] - 1)]
    return np.asarray(total > 0.5)


def middles(shape: tuple[int, int], step: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pixels of an image that are looked at, as an open grid."""
    rows, columns = (np.minimum(np.arange(0, extent, step) + step // 2, extent - 1) for extent in shape)
    return rows[:, None], columns[None]


def make(scene: Scene, image: Image | None) -> Raster:
    """Return the raster of an image."""
    rows, columns = scene.regions.base.shape
    step = max(1, math.ceil(math.sqrt(rows * columns / PIXELS)))
    if image is None:
        return Raster(scene, step, None)
    full = features.compute(image, None, 0.0, ignore)
    return Raster(scene, step, features.reduce(full, step).values, _small_objects(full))


def _small_objects(full: ImageFeatures) -> NDArray[np.int32] | None:
    """Return the objects of an image of many small ones."""
    run, wanted = Run(ignore, None), Parameters().objects
    signs = stages.look(run, full, None, wanted).signs
    enough = signs.count >= MANY and signs.fit >= FIT and signs.largest <= LARGEST
    if not enough and not signs.many_small_objects:
        return None
    return stages.objects(run, full, None, wanted).labels
