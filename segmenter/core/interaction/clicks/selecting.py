"""Clicks to a mask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from segmenter.core.interaction.clicks import pixels, raster
from segmenter.core.interaction.clicks.cutting import cheapest_cut
from segmenter.core.interaction.clicks.quantities import COUNT, Touch, quantities
from segmenter.core.interaction.clicks.scene import WEAK
from segmenter.core.interaction.clicks.touching_up import divide, grant, kept, tidied, tidied_regions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.interaction.clicks.raster import Raster
    from segmenter.core.interaction.clicks.scene import Scene

    Mask = NDArray[np.bool_]

TIE = 3.0
"""What a reduced pixel of border without a boundary costs to cut; a reduced pixel of area costs its logit."""

DISC = 1.5
"""Radius of what is granted around each click, pixels of the raster."""

CLICKED = 6.0
"""The logit of a region that was clicked."""

AROUND = [6, 8, 17, 20, 23, 27, 37, 39]
"""The quantities of regions that pixels are told."""

SIZES = 0.3, 2.5
"""Of small objects that are not found without clicks, as a part of the area of the others."""

MARGIN = 30
"""What is looked at around the mask, pixels of the raster."""

STAGES = (1, 2, 4, 8)
"""The weights change after so many clicks."""


BOX = 2
"""How many clicks more a box is worth than a first click."""


class Click(NamedTuple):
    """Where a person clicked, pixels, and whether that belongs to the object."""

    row: int
    column: int
    positive: bool


class Weights(NamedTuple):
    """What the quantities of regions, and those of pixels, are added up with; shape (stages, quantities).

    And those of a box; shape (quantities,).
    """

    regions: NDArray[np.float64]
    pixels: NDArray[np.float64]
    box_regions: NDArray[np.float64]
    box_pixels: NDArray[np.float64]


class Rough(NamedTuple):
    """A mask of whole regions, on the raster; the logit of each region, and its quantities."""

    mask: Mask
    logit: NDArray[np.float64]
    measured: NDArray[np.float64]


@dataclass
class Selector:
    """The object under some clicks: each further click corrects what the ones before it gave."""

    raster: Raster
    weights: Weights
    _known: list[tuple[tuple[Click, ...], Mask, tuple[float, ...]]] = field(default_factory=list)
    boxed: tuple[tuple[int, int, int, int], Mask | None, Mask] | None = None
    """The last box, the ground it was drawn on, and all that lies outside of both."""
    _first: Click | None = None  # that a box stands for
    _asked: tuple[Rough, tuple[slice, slice], pixels.Situation] | None = None  # by the last click
    framed: tuple[Mask, tuple[Mask, Click] | None] | None = None
    """That, and what was found in the box: a mask on the raster, and the click that stands for it."""
    _ground: Mask | None = None
    _taken: Mask | None = None  # the same on the raster
    _barred: NDArray[np.bool_] | None = None  # regions that are ground for the most part

    @property
    def scene(self) -> Scene:
        """The regions of the image."""
        return self.raster.scene

    def select(self, clicks: Sequence[Click], ground: Mask | None = None) -> Mask:
        """Return the mask of the object.

        Parameters
        ----------
        clicks : sequence of Click
            In their order. The masks of the first ones are remembered: what comes out depends on the order alone.
        ground : ndarray of bool, shape of the image, optional
            What the object cannot have: other objects. Not written to as long as the selector is used.

        Returns
        -------
        ndarray of bool, shape of the image
        """
        self.keep_out(ground)
        mask, _ = self.answered(clicks)
        full = self._finished(mask, clicks)
        return full if ground is None else full & ~ground

    def answered(self, clicks: Sequence[Click]) -> tuple[Mask, tuple[float, ...]]:
        """Return the mask on the raster, and how deep in what was wrong each click was made."""
        self._known = [known for known in self._known if known[0] == tuple(clicks[: len(known[0])])]
        mask, depths = self._known[-1][1:] if self._known else (self._nothing(), ())
        for count in range(len(self._known) + 1, len(clicks) + 1):
            made = tuple(clicks[:count])
            depths = (*depths, depth(mask, self._here(made[-1:])[0]))
            mask = self._after(made, mask, depths)
            if self._taken is not None:
                mask &= ~self._taken
            self._known.append((made, mask, depths))
        return mask, depths

    def begin(self, click: Click, mask: Mask, ground: Mask | None) -> None:
        """Know what the first click gives: the mask, on the raster, that was found in another way."""
        self.keep_out(ground)
        self._first = click
        first = mask if self._taken is None else mask & ~self._taken
        if not self._known or self._known[0][0] != (click,) or not np.array_equal(self._known[0][1], first):
            self._known = [((click,), first, (0.0,))]

    def keep_out(self, ground: Mask | None) -> None:
        """Know what the object cannot have."""
        if ground is not self._ground:
            self._known, self._first, self._ground, self._taken, self._barred = [], None, ground, None, None
            if ground is not None:
                self._taken = ground[raster.middles(ground.shape, self.raster.step)]
                self._barred = self.raster.shares(self._taken) > 0.5

    def _nothing(self) -> Mask:
        return np.zeros(self.raster.base.shape, bool)

    def questions(self, clicks: Sequence[Click]) -> tuple[Rough, tuple[slice, slice], pixels.Situation]:
        """Return what is asked after the last of some clicks: of regions, and of pixels of a part of the raster."""
        self.answered(clicks[:-1])
        self.answered(clicks)
        assert self._asked is not None
        return self._asked

    def glimpse(self, click: Click, ground: Mask | None = None) -> Mask | None:
        """Return which regions a first click would select, shape (regions + 1,): the preview without its pixels.

        The first stands for pixels of no region. None where the object is not made of regions.
        """
        self.keep_out(ground)
        if self._found(click, self._nothing()) is not None:
            return None
        touches = self.touches((click,))
        if not touches or not click.positive:
            return np.zeros(self.scene.count + 1, bool)
        chosen, _, _ = self._chosen(touches, self._nothing(), 0)
        chosen = tidied_regions(chosen, self.scene.ends, self.raster.areas, touches[0].region)
        return np.concatenate([[False], chosen if self._barred is None else chosen & ~self._barred])

    def preview(self, click: Click, ground: Mask | None = None) -> Mask:
        """Return what a first click would select, made of whole regions: at pointer speed."""
        self.keep_out(ground)
        found = self._found(click, self._nothing())
        mask = self._rough((click,), self._nothing(), (0.0,)).mask if found is None else found
        full = self._finished(mask, (click,), whole=found is None)
        return full if ground is None else full & ~ground

    def _finished(self, mask: Mask, clicks: Sequence[Click], *, whole: bool = False) -> Mask:
        """Return the mask on all pixels of the image; each click gets what is around it."""
        step, base = self.raster.step, self.scene.regions.base
        full = self.raster.enlarged(mask, whole=whole)
        if any(click.positive and base[click.row, click.column] > 0 for click in clicks):
            grant(full, clicks, DISC * step, base)
        return full

    def _after(self, clicks: tuple[Click, ...], before: Mask, depths: tuple[float, ...]) -> Mask:
        """Return the mask after one more click, on the raster."""
        whole = self._found(clicks[-1], before)
        if whole is not None:
            return whole
        rough = self._rough(clicks, before, depths)
        mask = rough.mask.copy()
        if self.raster.values is None or not len(rough.measured):
            return mask
        part, now = self.situation(rough, before, clicks, depths)
        self._asked = rough, part, now
        if len(now.band):
            made = pixels.cut(now, now.measured @ self.weights.pixels[self._stage(clicks)])
            mask[part] = tidied(made & (self.raster.base[part] > 0), self._here(clicks, part))
        mask = kept(mask, before, self._here(clicks[-1:])[0], depths[-1])
        grant(mask, self._here(clicks), DISC, self.raster.base)
        return mask

    def _found(self, click: Click, before: Mask) -> Mask | None:
        """Return the mask with the small object that was clicked, where those are found without clicks.

        A first click beside them is on one that was missed: what stands out and is about as large as they are.
        """
        here, found = self._here((click,))[0], self.raster.found
        if found is None or not click.positive or before[here.row, here.column]:
            return None
        number, region = int(found[here.row, here.column]), int(self.raster.base[here.row, here.column])
        if number:
            return np.asarray(before | (found == number))
        if before.any() or not region:
            return None
        typical = float(np.median(np.bincount(found.ravel())[1:])) / found.size
        chosen = self.scene.standing_out(region - 1, SIZES[0] * typical, SIZES[1] * typical)
        if chosen is None:
            return None
        return np.asarray(np.append(False, chosen)[self.raster.base] & (found == 0))

    def _rough(self, clicks: tuple[Click, ...], before: Mask, depths: tuple[float, ...]) -> Rough:
        """Return the mask of whole regions."""
        base, touches = self.raster.base, self.touches(clicks, depths)
        if not any(touch.positive for touch in touches):
            return Rough(self._nothing(), np.zeros(0), np.zeros((0, COUNT)))
        chosen, logit, measured = self._chosen(touches, before, self._stage(clicks))
        inside = np.concatenate([[False], chosen])[base]
        near = [click for click in self._here(clicks) if base[click.row, click.column] > 0]
        divide(inside, base, near)
        return Rough(tidied(inside, near), logit, measured)

    def _chosen(
        self, touches: Sequence[Touch], before: Mask, at: int
    ) -> tuple[NDArray[np.bool_], NDArray[np.float64], NDArray[np.float64]]:
        """Return the regions that clicks select in a stage, the logit of each, and its quantities."""
        measured = self.measured(touches, before)
        logit = np.clip(measured @ self.weights.regions[at], -8, 8)
        return self.cut(logit, touches), logit, measured

    def cut(self, logit: NDArray[np.float64], touches: Sequence[Touch] = ()) -> NDArray[np.bool_]:
        """Return the regions that are cheapest to cut out; what is certain is put into their logits."""
        scene = self.scene
        certain = np.zeros(scene.count, np.int8)
        if self._barred is not None:
            certain[self._barred], logit[self._barred] = -1, -8
        for touch in touches:  # of two in one region the last one counts; `divide` sees to the pixels
            certain[touch.region] = 1 if touch.positive else -1
            logit[touch.region] = CLICKED * certain[touch.region]
        ties = TIE * scene.lengths * np.exp(-scene.strengths / WEAK)
        return cheapest_cut(logit * scene.reduced_areas, scene.ends, ties, certain)

    def _stage(self, clicks: Sequence[Click]) -> int:
        """Return which weights count; a box says as much as some clicks."""
        return stage(len(clicks) + (BOX if clicks[0] == self._first else 0))

    def _here(self, clicks: Sequence[Click], part: tuple[slice, slice] | None = None) -> list[Click]:
        """Return the clicks on the raster, or those within a part of it."""
        step = self.raster.step
        here = [Click(click.row // step, click.column // step, click.positive) for click in clicks]
        if part is None:
            return here
        top, left, bottom, right = part[0].start, part[1].start, part[0].stop, part[1].stop
        within = [click for click in here if top <= click.row < bottom and left <= click.column < right]
        return [Click(click.row - top, click.column - left, click.positive) for click in within]

    def measured(self, touches: Sequence[Touch], before: Mask) -> NDArray[np.float64]:
        """Return the quantities of the regions."""
        scene = self.scene
        inside = np.zeros(scene.count)
        if before.any():
            far = pixels.signed(before[np.ix_(*self.raster.reduced)])
            sums = np.bincount(scene.regions.tree.base.ravel(), far.ravel(), scene.count + 1)[1:]
            inside = sums / np.maximum(scene.reduced_areas, 1)
        return quantities(scene, touches, self.raster.shares(before), inside)

    def situation(
        self, rough: Rough, before: Mask, clicks: Sequence[Click], depths: Sequence[float]
    ) -> tuple[tuple[slice, slice], pixels.Situation]:
        """Return what the pixels along the outline are asked with, and where they are."""
        here, used = self._here(clicks), rough.mask | before
        for click in here:
            used[click.row, click.column] = True
        rows, columns = (_span(np.asarray(used.any(axis=1 - axis))) for axis in (0, 1))
        part = rows, columns
        base = self.raster.base[part]
        likely = np.concatenate([[-8.0], rough.logit]).astype(np.float32)
        around = np.concatenate([np.zeros((1, len(AROUND))), rough.measured[:, AROUND]]).astype(np.float32)
        shifted = [
            pixels.Here(click.row - rows.start, click.column - columns.start, click.positive, deep)
            for click, deep in zip(here, depths, strict=True)
        ]
        assert self.raster.values is not None
        values = self.raster.values[part]
        return part, pixels.Situation(values, rough.mask[part], likely[base], around[base], before[part], shifted)

    def shares(self, mask: Mask) -> NDArray[np.float64]:
        """Return the part of each region that is in a mask of the image."""
        return self.raster.shares(mask[raster.middles(mask.shape, self.raster.step)])

    def touches(self, clicks: Sequence[Click], depths: Sequence[float] | None = None) -> list[Touch]:
        """Return the clicks that hit a region, as regions see them."""
        depths = [0.0] * len(clicks) if depths is None else depths
        base, factor, step = self.scene.regions.base, self.scene.factor, self.raster.step
        return [
            Touch(
                int(base[click.row, click.column]) - 1,
                click.positive,
                (click.row + 0.5) / factor - 0.5,
                (click.column + 0.5) / factor - 0.5,
                deep * step / factor,
            )
            for click, deep in zip(clicks, depths, strict=True)
            if base[click.row, click.column] > 0
        ]


def _span(used: Mask) -> slice:
    """Return the rows, or columns, that are used, and some around them."""
    found = np.flatnonzero(used)
    return slice(max(int(found[0]) - MARGIN, 0), min(int(found[-1]) + MARGIN + 1, len(used)))


def depth(mask: Mask, click: Click) -> float:
    """Return how far a click is from the outline of a mask, pixels; 0 where it has none."""
    rows, columns = np.nonzero(mask != mask[click.row, click.column])
    if not len(rows):
        return 0.0
    return float(np.sqrt(((rows - click.row) ** 2 + (columns - click.column) ** 2).min()))


def stage(clicks: int) -> int:
    """Return which weights count after so many clicks."""
    return int(np.searchsorted(STAGES, clicks))
