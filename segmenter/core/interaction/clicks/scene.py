"""The regions of an image as clicks see them: where they are, what they look like, what they touch, how they merge."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.ndimage import find_objects
from scipy.sparse.csgraph import dijkstra

from segmenter.core.interaction.clicks.mixtures import sorted_into
from segmenter.core.regions.dendrogram import joining, lay_out, nodes, summed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.interaction.clicks.mixtures import Words
    from segmenter.core.regions.dendrogram import Dendrogram
    from segmenter.core.regions.region_map import RegionMap
    from segmenter.core.solver.blocks import Array

WEAK = 400.0
"""Boundary strength at which two regions are held together e times less than without a boundary."""


@dataclass(frozen=True, eq=False)
class Scene:
    """What does not depend on clicks; regions are numbered from 0 here, unlike in the map.

    Attributes
    ----------
    regions : RegionMap
    factor : int
        The reduction. Lengths and places are in reduced pixels.
    """

    regions: RegionMap
    factor: int

    @property
    def count(self) -> int:
        """How many regions there are."""
        return len(self.regions.areas) - 1

    @cached_property
    def areas(self) -> NDArray[np.float64]:
        """The part of the image that each region takes."""
        return self.regions.areas[1:] / max(int(self.regions.areas.sum()), 1)

    @cached_property
    def reduced_areas(self) -> NDArray[np.int64]:
        """How many reduced pixels each region takes."""
        return np.asarray(np.bincount(self.regions.tree.base.ravel(), minlength=self.count + 1)[1:])

    @cached_property
    def places(self) -> NDArray[np.float64]:
        """The centre of each region, shape (n, 2)."""
        base = self.regions.tree.base
        flat, counts = base.ravel(), np.maximum(np.bincount(base.ravel(), minlength=self.count + 1), 1)
        rows, columns = np.indices(base.shape)
        sums = [np.bincount(flat, axis.ravel(), self.count + 1) for axis in (rows, columns)]
        return np.stack(sums, axis=1)[1:] / counts[1:, None]

    @cached_property
    def boxes(self) -> NDArray[np.int64]:
        """The pixels of the image that each region lies within: top, left, bottom, right; shape (n, 4)."""
        found = find_objects(self.regions.base, self.count)
        sides = [(box[0].start, box[1].start, box[0].stop, box[1].stop) if box else (0, 0, 0, 0) for box in found]
        return np.array(sides, np.int64).reshape(-1, 4)

    def box(self, chosen: NDArray[np.bool_]) -> tuple[slice, slice]:
        """Return the part of the image that some regions lie within."""
        boxes = self.boxes[chosen & (self.regions.areas[1:] > 0)]  # a small one may have no pixel of the image
        (top, left), (bottom, right) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
        return slice(int(top), int(bottom)), slice(int(left), int(right))

    def nearest(self, row: float, column: float) -> NDArray[np.float64]:
        """Return how near each region comes to a place, reduced pixels."""
        base = self.regions.tree.base
        down, across = np.arange(base.shape[0]) - row, np.arange(base.shape[1]) - column
        squares = (down**2)[:, None] + across**2
        found = np.minimum.reduceat(squares.ravel()[self._order], self._starts)
        return np.asarray(np.sqrt(found))

    @cached_property
    def _order(self) -> NDArray[np.int64]:
        """The pixels of the reduced image, region after region, without those of none."""
        flat = self.regions.tree.base.ravel()
        return np.argsort(flat, kind="stable")[np.count_nonzero(flat == 0) :]

    @cached_property
    def _starts(self) -> NDArray[np.int64]:
        """Where each region begins in that order."""
        counts = np.bincount(self.regions.tree.base.ravel(), minlength=self.count + 1)[1:]
        return np.concatenate([[0], np.cumsum(counts)[:-1]])

    @cached_property
    def looks(self) -> Array:
        """What each region looks like."""
        assert self.regions.tree.looks is not None
        return self.regions.tree.looks[1:]

    @cached_property
    def words(self) -> Words:
        """The same, sorted into few looks."""
        return sorted_into(self.looks)

    @cached_property
    def embedding(self) -> Array:
        """Where each region lies in the space of the eigenvectors."""
        assert self.regions.tree.embedding is not None
        return self.regions.tree.embedding[1:]

    @cached_property
    def ends(self) -> NDArray[np.int64]:
        """The regions on either side of each border, shape (borders, 2)."""
        assert self.regions.tree.borders is not None
        return self.regions.tree.borders.pairs - 1

    @cached_property
    def lengths(self) -> NDArray[np.float64]:
        """How long each border is."""
        assert self.regions.tree.borders is not None
        return self.regions.tree.borders.lengths.astype(np.float64)

    @cached_property
    def strengths(self) -> NDArray[np.float64]:
        """How strong the boundary is along each border."""
        assert self.regions.tree.borders is not None
        return self.regions.tree.borders.totals / self.regions.tree.borders.lengths

    @cached_property
    def ways(self) -> sparse.csr_array:
        """How far neighbours are from each other, across the boundary between them."""
        apart = np.linalg.norm(self.places[self.ends[:, 0]] - self.places[self.ends[:, 1]], axis=1)
        costs = apart * (0.05 + self.strengths / WEAK)
        both = np.concatenate([self.ends, self.ends[:, ::-1]])
        return sparse.csr_array((np.concatenate([costs, costs]), both.T), shape=(self.count, self.count))

    def way(self, regions: list[int]) -> NDArray[np.float64]:
        """Return how far each region is from the nearest of some, infinite where there is no way."""
        return np.asarray(dijkstra(self.ways, directed=False, indices=regions, min_only=True))

    @cached_property
    def way_to_rim(self) -> NDArray[np.float64]:
        """How far each region is from the border of the image."""
        return self.way(self.rim.tolist())

    @cached_property
    def rim(self) -> NDArray[np.int64]:
        """The regions at the border of the image."""
        base = self.regions.tree.base
        found = np.unique(np.concatenate([base[0], base[-1], base[:, 0], base[:, -1]]))
        return found[found > 0] - 1

    # The tree

    @cached_property
    def sides(self) -> NDArray[np.int64]:
        """The two nodes that each merge joins, shape (merges, 2)."""
        return nodes(self.regions.tree.merges) - 1

    @cached_property
    def node_areas(self) -> NDArray[np.float64]:
        """The part of the image that each node of the tree takes: regions 0 … n - 1, then merges."""
        return summed(self.sides + 1, np.concatenate([[0.0], self.areas]))[1:]

    @cached_property
    def node_boxes(self) -> NDArray[np.float64]:
        """The pixels of the image that each node lies within, as in `boxes`; inside out where it has none."""
        known = np.where((self.regions.areas[1:] > 0)[:, None], self.boxes, [np.inf, np.inf, -np.inf, -np.inf])
        found = [*known.tolist()]
        for one, other in self.sides.tolist():
            first, second = found[one], found[other]
            found.append([min(first[0], second[0]), min(first[1], second[1]),
                          max(first[2], second[2]), max(first[3], second[3])])  # fmt: skip
        return np.array(found)

    @cached_property
    def node_heights(self) -> NDArray[np.float64]:
        """The height of each node; 1 of regions, and as high as the highest that is finite of separate components."""
        heights = self.regions.tree.heights
        top = heights[np.isfinite(heights)].max(initial=1.0)
        return np.concatenate([np.ones(self.count), np.clip(heights, 1.0, 2 * top)])

    @cached_property
    def parents(self) -> NDArray[np.int64]:
        """The node that each node is part of; of the last one itself."""
        parents = np.arange(len(self.node_areas))
        parents[self.sides] = parents[self.count :, None]
        return parents

    @cached_property
    def _dendrogram(self) -> Dendrogram:
        return lay_out(self.regions.tree.merges)

    def joins(self, region: int) -> NDArray[np.int64]:
        """Return the smallest node that holds each region together with one of them."""
        others = np.arange(self.count)
        found = np.full(self.count, region)
        apart = others != region
        if apart.any():
            pairs = np.stack([others[apart], np.full(int(apart.sum()), region)], axis=1) + 1
            found[apart] = self.count + joining(self._dendrogram, pairs)
        return found

    def standing_out(self, region: int, least: float, most: float) -> NDArray[np.bool_] | None:
        """Return the regions of the node above one of them that stands out most of those of a size; None without one.

        The size is a part of the image. A region that is no merge does not stand out.
        """
        chain = np.array(self.above(region))
        fits = (self.node_areas[chain] >= least) & (self.node_areas[chain] <= most)
        if not fits.any():
            return None
        steps = np.log(self.node_heights[self.parents[chain]] / self.node_heights[chain])
        steps[chain < self.count] = 0.0
        return np.asarray(self.joins(region) <= chain[np.argmax(np.where(fits, steps, -1.0))])

    def above(self, region: int) -> list[int]:
        """Return the nodes that a region is in, the smallest first: itself, …, the whole image."""
        chain = [region]
        while self.parents[chain[-1]] != chain[-1]:
            chain.append(int(self.parents[chain[-1]]))
        return chain
