"""What comes out of the pipeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segmenter.core.regions.runs import present

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from segmenter.core.objects.recognition import Signs
    from segmenter.core.regions.region_map import RegionMap
    from segmenter.core.regions.tree import RegionTree
    from segmenter.core.solver.blocks import Array
    from segmenter.parameters import Parameters


@dataclass(frozen=True, eq=False)
class Segmentation:
    """Labels, and all that is known about how they came to be.

    Attributes
    ----------
    labels : ndarray of int32, shape (rows, columns), read-only
        1 … n by decreasing area; 0 is background: pixels that were left out.
    parameters : Parameters
        What was asked for.
    chosen : str
        The method that the labels were made by: with the method auto, what was chosen.
    sigma_intensity : float or None
        What was used, CIELAB units: the number that "auto" became. None of objects: nothing is solved for them.
    suggested_k : int or None
        How many regions the region tree has at the given boundary strength; a suggestion. None without a tree.
    strength : float or None
        That boundary strength: the number that "auto" became.
    reduction : int
        What was used: the graph has one node for reduction × reduction pixels.
    eigenvalues, residuals : ndarray of float64, shape (eigenvectors,)
    eigenvectors : ndarray of float32, shape (rows, columns, eigenvectors) of the reduced image, read-only, or None
        0 where a pixel is no node of the graph. None unless asked for.
    regions : RegionMap or None
        The tree that the labels are a cut of, on every pixel: `regions.leaves(minimum_region).table(k=9)[regions.base]`
        are other labels at once. None where the method is another, or nothing can be told apart.
    iterations : tuple of int
        LOBPCG iterations on each level of the multigrid hierarchy, the finest first.
    converged : bool
    normalized_cut : float or None
        Σ W(A, Ā) / vol(A) over the labels, on the graph of these parameters; None without a graph.
    lower_bound : float or None
        The sum of the smallest eigenvalues, as many as labels: no labels of this number cut less (Ky Fan),
        but for the tolerance of the eigenvalues.
    seconds : dict of str to float
        Of each stage that ran; stages taken from the cache are missing.
    work : dict of str to int
        What was done: nodes, links, levels, iterations.
    warnings : tuple of str
        What a person should know, one sentence each.
    signs : Signs or None
        With the method auto: what was seen that speaks for objects on a ground or against it.
    """

    labels: NDArray[np.int32]
    parameters: Parameters
    chosen: str
    sigma_intensity: float | None
    suggested_k: int | None
    strength: float | None
    reduction: int
    eigenvalues: NDArray[np.float64]
    residuals: NDArray[np.float64]
    eigenvectors: Array | None
    regions: RegionMap | None
    iterations: tuple[int, ...]
    converged: bool
    normalized_cut: float | None
    lower_bound: float | None
    seconds: dict[str, float]
    work: dict[str, int]
    warnings: tuple[str, ...]
    signs: Signs | None = None

    @property
    def tree(self) -> RegionTree | None:
        """The region tree, if there is one."""
        return None if self.regions is None else self.regions.tree

    @property
    def base(self) -> NDArray[np.integer] | None:
        """The regions at the bottom of the tree, on every pixel; uint16, or int32 where there are more."""
        return None if self.regions is None else self.regions.base

    @property
    def count(self) -> int:
        """How many labels there are, background not counted; not the largest, where they follow another image's."""
        return len(present(self.labels))
