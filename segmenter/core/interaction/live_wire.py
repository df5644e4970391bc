"""The way along edges from one point of the image to another: what an outline follows between two clicks.

The image is looked at on a grid that is the coarser the farther the points are apart, so that an answer takes some
milliseconds wherever they are. On it the cheapest way is found, and edges make it cheap: those of the region tree,
each by how long it stays, or those of the picture where there is no tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from segmenter.core.interaction.inspection import PAIRS, boundaries, relative
from segmenter.core.regions.dendrogram import Dendrogram, lay_out

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.regions.tree import RegionTree
    from segmenter.core.solver.blocks import Array

    Indices = NDArray[np.intp]

Point = tuple[float, float]
"""Column and row; pixels begin at whole numbers."""

CELLS = 80
"""Of the grid, from one point to the other along the longer side."""

DETOUR = 0.3
"""How far beyond both points the way may go, as a part of what is between them; never less than `LEAST` cells."""

LEAST = 12

PULL = 5.0
"""How much cheaper the strongest edge is than none: more would lead far around to edges that nobody meant."""


class Edges(Protocol):
    """Where edges are, and how strong."""

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the image."""

    def strengths(self, rows: Indices, columns: Indices) -> Array:
        """Return on a grid how strong the edge is from a pixel to its right and lower neighbour, 0 … 1."""


@dataclass(frozen=True, eq=False)
class TreeEdges:
    """The boundaries of a region tree.

    Attributes
    ----------
    base : ndarray of int, shape (rows, columns)
        The base regions on every pixel; 0 is background.
    dendrogram : Dendrogram
    by_merge : ndarray of float32, shape (merges,)
        Strength of the boundary that each merge removes, 0 … 1.
    """

    base: NDArray[np.integer]
    dendrogram: Dendrogram
    by_merge: Array

    @classmethod
    def of(cls, tree: RegionTree, base: NDArray[np.integer]) -> TreeEdges:
        """Prepare a tree."""
        return cls(base, lay_out(tree.merges), relative(tree))

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the image."""
        return self.base.shape[0], self.base.shape[1]

    def strengths(self, rows: Indices, columns: Indices) -> Array:
        """Return on a grid how strong the boundary is from a pixel to its right and lower neighbour, 0 … 1."""
        regions = self.base[np.ix_(rows, columns)]
        out = boundaries(regions, self.dendrogram, self.by_merge)
        for near, far in PAIRS:
            out[near][(regions[near] > 0) != (regions[far] > 0)] = 1
        return out


@dataclass(frozen=True, eq=False)
class PictureEdges:
    """The steps of a picture: for results without a tree.

    Attributes
    ----------
    picture : ndarray of uint8, shape (rows, columns, 3)
    """

    picture: NDArray[np.uint8]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the image."""
        return self.picture.shape[0], self.picture.shape[1]

    def strengths(self, rows: Indices, columns: Indices) -> Array:
        """Return on a grid how large the step is from a pixel to its neighbours, as a part of the largest there."""
        colours = self.picture[np.ix_(rows, columns)].astype(np.float32)
        out = np.zeros(colours.shape[:2], np.float32)
        for (near, far), axis in zip(PAIRS, (1, 0), strict=True):
            step = np.abs(np.diff(colours, axis=axis)).sum(axis=2)
            out[near] = np.maximum(out[near], step)
            del far
        return out / max(float(out.max(initial=0)), 1.0)


def drawn_to(edges: Edges, point: Point, reach: float) -> Point:
    """Return where an edge within reach draws a point to; the point itself where there is none.

    Parameters
    ----------
    edges : Edges
    point : tuple of float
    reach : float
        Pixels of the image.

    Returns
    -------
    tuple of float
        On the corner of pixels with the strongest edge, near ones counted more.
    """
    cells = max(int(np.ceil(reach)), 1)
    factor = max(-(-cells // LEAST), 1)
    rows, columns = (
        _around(at, at, cells, extent, factor) for at, extent in zip(point[::-1], edges.shape, strict=True)
    )
    if min(len(rows), len(columns)) < 2:
        return point
    strengths = edges.strengths(rows, columns)
    down, across = _places(rows, factor) - point[1], _places(columns, factor) - point[0]
    far = np.hypot(down[:, None], across) / max(reach, 1)
    worth = np.where(far <= 1, strengths * (1 - 0.7 * far), 0)
    row, column = np.unravel_index(int(worth.argmax()), worth.shape)
    if worth[row, column] <= 0:
        return point
    return float(_places(columns, factor)[column]), float(_places(rows, factor)[row])


def wire(edges: Edges, start: Point, end: Point) -> list[Point]:
    """Find the way from one point to another that follows edges.

    Parameters
    ----------
    edges : Edges
    start, end : tuple of float
        Column and row.

    Returns
    -------
    list of tuple of float
        From `start` to `end`, both included.

    References
    ----------
    Mortensen & Barrett, Intelligent Scissors for Image Composition, SIGGRAPH 1995.
    """
    from skimage.graph import MCP_Geometric  # noqa: PLC0415 - a third of a second, for who uses it

    apart = max(abs(start[0] - end[0]), abs(start[1] - end[1]))
    factor = max(int(np.ceil(apart / CELLS)), 1)
    margin = max(int(apart * DETOUR), LEAST * factor)
    rows, columns = (
        _around(min(one, other), max(one, other), margin, extent, factor)
        for one, other, extent in zip(start[::-1], end[::-1], edges.shape, strict=True)
    )
    if min(len(rows), len(columns)) < 2:
        return [start, end]
    costs = 1 / (1 + PULL * edges.strengths(rows, columns).astype(np.float64))
    cells = [_nearest(rows, columns, factor, point) for point in (start, end)]
    grid = MCP_Geometric(costs)
    grid.find_costs([cells[0]], [cells[1]])
    down, across = _places(rows, factor), _places(columns, factor)
    way = [(float(across[column]), float(down[row])) for row, column in grid.traceback(cells[1])]
    return [start, *way[1:-1], end]


def _around(least: float, most: float, margin: int, extent: int, factor: int) -> Indices:
    """Return every so manieth row, or column, of a part of the image."""
    first, last = max(int(least) - margin, 0), min(int(most) + margin + 1, extent)
    return np.arange(first, last, factor)


def _places(at: Indices, factor: int) -> NDArray[np.float64]:
    """Return where the edges are that the pixels of a grid have to their next ones."""
    places: NDArray[np.float64] = at.astype(np.float64) + (1 + factor) / 2
    return places


def _nearest(rows: Indices, columns: Indices, factor: int, point: Point) -> tuple[int, int]:
    """Return the cell of a grid nearest to a point."""
    row, column = (
        int(np.abs(_places(at, factor) - value).argmin()) for at, value in ((rows, point[1]), (columns, point[0]))
    )
    return row, column
