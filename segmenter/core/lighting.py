"""Uneven light: slow changes of brightness, estimated from the image and taken away before pixels are compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

ROUNDS = 5
"""How often what differs from the level around it is given less weight: the light is that of the ground."""

LEAST = 1e-3
"""Least weight of a cell, and least spread, feature units."""


@dataclass(frozen=True, eq=False)
class Light:
    """What the light adds to each pixel: between the middles of cells it changes evenly.

    Attributes
    ----------
    cells : ndarray of float32, shape (rows, columns, channels)
        Of the brightness, in feature units; on the whole 0.
    side : int
        Of a cell, pixels.
    corner : tuple of int
        Row and column at which a part of an image begins.
    """

    cells: Array
    side: int
    corner: tuple[int, int] = (0, 0)

    def moved(self, row: int, column: int) -> Light:
        """Return the light of a part of the image that begins there."""
        return replace(self, corner=(self.corner[0] + row, self.corner[1] + column))

    def take_from(self, values: Array, row: int) -> None:
        """Take the light away from some rows of features, of which this is the first, in place."""
        down, right = (
            self._between(start + np.arange(extent), count)
            for start, extent, count in zip(
                (self.corner[0] + row, self.corner[1]), values.shape[:2], self.cells.shape[:2], strict=True
            )
        )
        rows = _weighted(self.cells, *down)
        values[:, :, : self.cells.shape[2]] -= _weighted(rows.swapaxes(0, 1), *right).swapaxes(0, 1)

    def _between(self, pixels: NDArray[np.intp], count: int) -> tuple[NDArray[np.intp], Array]:
        """Return the cell before each pixel, and how far it is on the way to the next."""
        place = np.clip((pixels + 0.5) / self.side - 0.5, 0, count - 1)
        before = np.minimum(place.astype(np.intp), max(count - 2, 0))
        return before, (place - before).astype(np.float32)


def _weighted(cells: Array, before: NDArray[np.intp], share: Array) -> Array:
    """Return values between cells along the first axis."""
    after = np.minimum(before + 1, len(cells) - 1)
    share = share[:, None, None]
    between: Array = cells[before] * (1 - share) + cells[after] * share
    return between


def estimated(values: Array, mask: NDArray[np.bool_], width: float, side: int) -> Light:
    """Estimate the light.

    The level around each place is that of a plane fitted under a Gaussian, for which whatever stands out of it counts
    little: that of the ground, where there is one. Its changes are what the light adds.

    Parameters
    ----------
    values : ndarray of float32, shape (rows, columns, channels)
        Mean brightness of each cell.
    mask : ndarray of bool, shape (rows, columns)
        The cells that take part; one at least.
    width : float
        Standard deviation of the Gaussian, cells.
    side : int
        Of a cell, pixels.

    Returns
    -------
    Light
    """
    levels = np.stack(
        [_level(channel, mask, width) for channel in np.moveaxis(values.astype(np.float64), 2, 0)], axis=2
    )
    return Light((levels - np.median(levels[mask], axis=0)).astype(np.float32), side)


def _level(values: NDArray[np.float64], inside: NDArray[np.bool_], width: float) -> NDArray[np.float64]:
    """Return the level of the ground around each cell."""
    weights = inside.astype(np.float64)
    level = np.full(values.shape, float(np.median(values[inside])))
    for _ in range(ROUNDS + 1):
        level = level + _plane(values - level, weights, width)
        apart = values - level
        spread = 1.4826 * float(np.median(np.abs(apart - np.median(apart[inside]))[inside])) + LEAST
        weights = inside * (np.exp(-0.5 * (apart / spread) ** 2) + LEAST)
    return level


def _plane(values: NDArray[np.float64], weights: NDArray[np.float64], width: float) -> NDArray[np.float64]:
    """Return the height, at each cell, of the plane that fits best around it: a mean would sag at the rim."""

    def around(array: NDArray[np.float64]) -> NDArray[np.float64]:
        found: NDArray[np.float64] = gaussian_filter(array, width, mode="constant")
        return found

    places = [(np.arange(extent) - extent / 2) / width for extent in values.shape]
    bases = [np.ones(values.shape), *np.meshgrid(*places, indexing="ij")]
    system, right = np.empty((*values.shape, 3, 3)), np.empty((*values.shape, 3))
    for i, one in enumerate(bases):
        right[..., i] = around(weights * one * values)
        for j in range(i, 3):
            system[..., i, j] = system[..., j, i] = around(weights * one * bases[j])
    for i in (1, 2):  # count places from the cell itself: its height is the first of three unknowns
        here = bases[i][..., None]
        right[..., i] -= bases[i] * right[..., 0]
        system[..., i, :] -= here * system[..., 0, :]
        system[..., :, i] -= here * system[..., :, 0]
    system += LEAST**2 * np.eye(3)  # where nothing is near
    fitted: NDArray[np.float64] = np.linalg.solve(system, right[..., None])[..., 0, 0]
    return fitted
