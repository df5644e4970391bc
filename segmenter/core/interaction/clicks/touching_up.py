"""A mask as clicks leave it: what was clicked on is granted, specks go, what is far from the last click stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components
from skimage.measure import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]


class Place(Protocol):
    """A click, as in `selecting`."""

    @property
    def row(self) -> int:
        """Where it is, pixels."""

    @property
    def column(self) -> int:
        """Where it is, pixels."""

    @property
    def positive(self) -> bool:
        """Whether it belongs to the object."""


SMALL = 0.02
"""Pieces and holes below this part of the mask go."""

KEPT = 10.0, 30.0
"""Beyond so many times its depth, and so many pixels, a click changes nothing."""


def kept(mask: Mask, before: Mask, last: Place, deep: float) -> Mask:
    """Return a mask that is as it was before far from the last click: nothing wider than around that was wrong."""
    if not before.any():
        return mask
    return np.where(beyond(mask.shape, (last.row, last.column), deep), before, mask)


def beyond(shape: tuple[int, ...], last: tuple[float, float], deep: float) -> Mask:
    """Return where a click changes nothing; it was made at a row and column, so deep in what was wrong."""
    down, across = np.ogrid[: shape[0], : shape[1]]
    far: Mask = (down - last[0]) ** 2 + (across - last[1]) ** 2 > (KEPT[0] * deep + KEPT[1]) ** 2
    return far


def divide(mask: Mask, base: NDArray[np.integer], clicks: Sequence[Place]) -> None:
    """Divide regions that hold clicks of both kinds: each pixel goes with the click that is nearest, in place."""
    regions = [int(base[click.row, click.column]) for click in clicks]
    for region in sorted(set(regions)):
        here = [click for click, own in zip(clicks, regions, strict=True) if own == region]
        if len({click.positive for click in here}) == 2:
            places = np.argwhere(base == region)
            apart = [((places - (click.row, click.column)) ** 2).sum(axis=1) for click in here]
            nearest = np.argmin(apart, axis=0)
            mask[tuple(places.T)] = np.array([click.positive for click in here])[nearest]


def grant(mask: Mask, clicks: Sequence[Place], radius: float, base: NDArray[np.integer]) -> None:
    """Give each click the pixels around it, in place; the last one counts. What is left out of the image stays out."""
    reach = int(radius)
    for click in clicks:
        row, column = click.row, click.column
        rows = slice(max(row - reach, 0), min(row + reach + 1, mask.shape[0]))
        columns = slice(max(column - reach, 0), min(column + reach + 1, mask.shape[1]))
        down, across = np.ogrid[rows, columns]
        near = (down - row) ** 2 + (across - column) ** 2 <= radius**2
        mask[rows, columns][near & (base[rows, columns] > 0)] = click.positive


def tidied(mask: Mask, clicks: Sequence[Place]) -> Mask:
    """Drop small pieces and fill small holes that nobody clicked on."""
    mask = _without_specks(mask, [click for click in clicks if click.positive])
    return ~_without_specks(~mask, [click for click in clicks if not click.positive], SMALL * mask.sum())


def tidied_regions(
    chosen: NDArray[np.bool_], ends: NDArray[np.int64], areas: NDArray[np.int64], clicked: int
) -> NDArray[np.bool_]:
    """Do the same with whole regions, one of which was clicked on.

    Parameters
    ----------
    chosen : ndarray of bool, shape (n,)
    ends : ndarray of int64, shape (borders, 2)
        Regions that touch.
    areas : ndarray of int64, shape (n,)
        Pixels.
    clicked : int
    """
    alike = ends[chosen[ends[:, 0]] == chosen[ends[:, 1]]]
    touching = sparse.csr_array((np.ones(len(alike), bool), alike.T), shape=(len(chosen), len(chosen)))
    _, piece = connected_components(touching, directed=False)
    small = np.bincount(piece, areas) < SMALL * areas[chosen].sum()
    small[piece[clicked]] = False
    return np.asarray(chosen ^ small[piece])


def _without_specks(mask: Mask, clicks: Sequence[Place], least: float | None = None) -> Mask:
    """Drop pieces below `least` pixels, or below a part of the whole, but for those with a click."""
    pieces = label(mask, connectivity=1)
    sizes = np.bincount(pieces.ravel())
    keep = sizes >= (SMALL * mask.sum() if least is None else least)
    keep[[pieces[click.row, click.column] for click in clicks]] = True
    keep[0] = False
    found: Mask = keep[pieces]
    return found
