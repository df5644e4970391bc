"""From eigenvectors or colours to labels on the image: what the methods have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core import clustering
from segmenter.core.regions import enlarging, pieces, region_map

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.affinity import Graph
    from segmenter.core.features import Features, ImageFeatures
    from segmenter.core.solver.eigenvectors import Eigenvectors
    from segmenter.progress import ProgressCallback


@dataclass(frozen=True, eq=False)
class Solved:
    """All that labels are made from.

    Attributes
    ----------
    full : ImageFeatures
        Of the image.
    reduced : Features
        Of the reduced image that the graph was built on.
    factor : int
        The reduction.
    graph : Graph
    eigen : Eigenvectors
    """

    full: ImageFeatures
    reduced: Features
    factor: int
    graph: Graph
    eigen: Eigenvectors

    @property
    def flat(self) -> bool:
        """Whether no pixel differs from another, so that there is nothing to cut."""
        points = self.reduced.values[self.reduced.mask]
        return not len(points) or not np.ptp(points, axis=0).any()

    def enlarged(self, labels: NDArray[np.int32]) -> NDArray[np.integer]:
        """Bring labels of the reduced image to every pixel."""
        return enlarging.enlarge(labels, self.reduced, self.full, self.factor)

    def spread(self, regions: NDArray[np.int32]) -> NDArray[np.integer]:
        """Bring connected regions of the reduced image to every pixel; they stay connected."""
        base = self.enlarged(regions)
        if self.factor > 1:
            enlarging.join_strays(base)
        return base

    def finished(self, labels: NDArray[np.int32], minimum: int) -> NDArray[np.int32]:
        """Bring labels of the reduced image to every pixel, pieces below `minimum` pixels absorbed; read-only."""
        few = -(-minimum // self.factor**2)
        if few > 1:
            labels = pieces.absorb_small(labels, self.reduced.values, few)
        split, owner = pieces.pieces(labels)
        base = self.spread(split)
        return region_map.painted(base, region_map.by_area(owner, region_map.areas(base, len(owner))))


def clusters(solved: Solved, method: str, k: int, seed: int, progress: ProgressCallback) -> NDArray[np.int32]:
    """Label the reduced image by k-means.

    Parameters
    ----------
    solved : Solved
    method : "kmeans" or "colour"
        On the eigenvectors, or on the features alone.
    k, seed : int
    progress : ProgressCallback

    Returns
    -------
    ndarray of int32, shape (rows, columns) of the reduced image
        1 … k; 0 outside the mask.
    """
    reduced, graph = solved.reduced, solved.graph
    found = np.zeros(reduced.mask.shape, np.int32)
    if method == "colour":
        found[reduced.mask] = clustering.colour(reduced.values[reduced.mask], k, seed, progress) + 1
        return found
    if len(graph.degrees):
        k = min(k, solved.eigen.vectors.shape[1])  # an automatic k may be larger
        found[graph.nodes] = clustering.spectral(solved.eigen, k, seed, progress) + 1
    label_alone(found, reduced)
    return found


def label_alone(found: NDArray[np.int32], described: Features) -> None:
    """Give pixels of the mask without a label the one whose mean feature is nearest, in place."""
    alone = described.mask & (found == 0)
    if not alone.any():
        return
    if not found.any():
        found[alone] = 1
        return
    means, areas = pieces.mean_features(found, described.values)
    present = np.flatnonzero(areas[1:]) + 1
    nearest = clustering.assign(described.values[alone], means[present].astype(np.float32))
    found[alone] = present[nearest]
