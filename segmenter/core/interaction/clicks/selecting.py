"""Clicks to a mask."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from skimage.measure import label

from segmenter.core.interaction.clicks.cutting import cheapest_cut
from segmenter.core.interaction.clicks.quantities import Touch, quantities
from segmenter.core.interaction.clicks.scene import WEAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from segmenter.core.interaction.clicks.scene import Scene

    Mask = NDArray[np.bool_]

TIE = 3.0
"""What a reduced pixel of border without a boundary costs to cut; a reduced pixel of area costs its logit."""

SMALL = 0.02
"""Pieces and holes below this part of the mask go."""

DISC = 1.5
"""Radius of what is granted around each click, reduced pixels."""

STAGES = (1, 2, 4)
"""The weights change after so many clicks."""


class Click(NamedTuple):
    """Where a person clicked, pixels, and whether that belongs to the object."""

    row: int
    column: int
    positive: bool


@dataclass
class Selector:
    """The object under some clicks: each further click corrects what the ones before it gave."""

    scene: Scene
    weights: NDArray[np.float64]
    _known: list[tuple[tuple[Click, ...], Mask]] = field(default_factory=list)
    boxed: tuple[tuple[int, int, int, int], Mask | None, Mask] | None = None
    """The last box, the ground it was drawn on, and all that lies outside of both."""
    _ground: Mask | None = None
    _barred: NDArray[np.bool_] | None = None  # regions that are ground for the most part

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
        if ground is not self._ground:
            self._known, self._ground = [], ground
            self._barred = None if ground is None else self.shares(ground) > 0.5
        self._known = [(made, mask) for made, mask in self._known if made == tuple(clicks[: len(made)])]
        for count in range(len(self._known) + 1, len(clicks) + 1):
            before = self._known[-1][1] if self._known else None
            made = tuple(clicks[:count])
            self._known.append((made, self._after(made, before)))
        return self._known[-1][1] if self._known else np.zeros(self.scene.regions.base.shape, bool)

    def _after(self, clicks: tuple[Click, ...], before: Mask | None) -> Mask:
        """Return the mask after one more click."""
        scene = self.scene
        base = scene.regions.base
        touches = self.touches(clicks)
        if not any(touch.positive for touch in touches):
            return np.zeros(base.shape, bool)
        logit = quantities(scene, touches, self.shares(before)) @ self.weights[stage(len(clicks))]
        certain = np.zeros(scene.count, np.int8)
        if self._barred is not None:
            certain[self._barred] = -1
        for touch in touches:  # of two in one region the last one counts; `_divided` sees to the pixels
            certain[touch.region] = 1 if touch.positive else -1
        area = np.bincount(scene.regions.tree.base.ravel(), minlength=scene.count + 1)[1:]
        ties = TIE * scene.lengths * np.exp(-scene.strengths / WEAK)
        chosen = cheapest_cut(np.clip(logit, -8, 8) * area, scene.ends, ties, certain)
        touched = np.isin(np.arange(scene.count), [touch.region for touch in touches])
        part = scene.box(chosen | touched)  # large images: what is far from the object is not looked at
        near = [
            Click(click.row - part[0].start, click.column - part[1].start, click.positive)
            for click in clicks
            if base[click.row, click.column] > 0
        ]
        inside = np.concatenate([[False], chosen])[base[part]]
        _divide(inside, base[part], touches, near)
        mask = np.zeros(base.shape, bool)
        mask[part] = tidied(inside, near)
        _grant(mask, clicks, DISC * scene.factor)
        return mask if self._ground is None else mask & ~self._ground

    def touches(self, clicks: Sequence[Click]) -> list[Touch]:
        """Return the clicks that hit a region, as regions see them."""
        base, factor = self.scene.regions.base, self.scene.factor
        return [
            Touch(int(base[row, column]) - 1, positive, (row + 0.5) / factor - 0.5, (column + 0.5) / factor - 0.5)
            for row, column, positive in clicks
            if base[row, column] > 0
        ]

    def shares(self, mask: Mask | None) -> NDArray[np.float64]:
        """Return the part of each region that is in a mask."""
        if mask is None:
            return np.zeros(self.scene.count)
        inside = np.bincount(self.scene.regions.base[mask].ravel(), minlength=self.scene.count + 1)
        return inside[1:] / np.maximum(self.scene.regions.areas[1:], 1)


def stage(clicks: int) -> int:
    """Return which weights count after so many clicks."""
    return int(np.searchsorted(STAGES, clicks))


def _divide(mask: Mask, base: NDArray[np.integer], touches: Sequence[Touch], clicks: Sequence[Click]) -> None:
    """Divide regions that hold clicks of both kinds: each pixel goes with the click that is nearest, in place."""
    for region in {touch.region for touch in touches}:
        here = [click for click, touch in zip(clicks, touches, strict=True) if touch.region == region]
        if len({click.positive for click in here}) == 2:
            places = np.argwhere(base == region + 1)
            apart = [((places - (click.row, click.column)) ** 2).sum(axis=1) for click in here]
            nearest = np.argmin(apart, axis=0)
            mask[tuple(places.T)] = np.array([click.positive for click in here])[nearest]


def _grant(mask: Mask, clicks: Sequence[Click], radius: float) -> None:
    """Give each click the pixels around it, in place; the last one counts."""
    reach = int(radius)
    for click in clicks:
        rows, columns = (
            np.arange(max(at - reach, 0), min(at + reach + 1, extent))
            for at, extent in zip(click[:2], mask.shape, strict=True)
        )
        near = (rows[:, None] - click.row) ** 2 + (columns - click.column) ** 2 <= radius**2
        mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1][near] = click.positive


def tidied(mask: Mask, clicks: Sequence[Click]) -> Mask:
    """Drop small pieces and fill small holes that nobody clicked on."""
    mask = _without_specks(mask, [click for click in clicks if click.positive])
    return ~_without_specks(~mask, [click for click in clicks if not click.positive], SMALL * mask.sum())


def _without_specks(mask: Mask, clicks: Sequence[Click], least: float | None = None) -> Mask:
    """Drop pieces below `least` pixels, or below a part of the whole, but for those with a click."""
    pieces = label(mask, connectivity=1)
    sizes = np.bincount(pieces.ravel())
    keep = sizes >= (SMALL * mask.sum() if least is None else least)
    keep[[pieces[click.row, click.column] for click in clicks]] = True
    keep[0] = False
    found: Mask = keep[pieces]
    return found
