"""From an image to labels, stage by stage.

Each stage has a key: its name, the key of the stage before it, and the parameters it reads. A cache keeps results by
key, so a changed parameter runs the stages behind it and no other, and nothing is ever invalidated.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np

from segmenter.core import affinity, features
from segmenter.core.image import Image, from_array
from segmenter.core.labelling import Solved, clusters
from segmenter.core.objects import stages as objects
from segmenter.core.regions import region_map
from segmenter.core.regions import tree as region_tree
from segmenter.core.regions.region_map import painted
from segmenter.core.run import Run
from segmenter.core.segmentation import Segmentation
from segmenter.core.solver import eigenvectors, multigrid
from segmenter.core.solver.blocks import interruptible, single_threaded_blas
from segmenter.parameters import Parameters
from segmenter.progress import ignore

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from segmenter.core.affinity import Graph
    from segmenter.core.cache import Cache
    from segmenter.core.features import Features, ImageFeatures
    from segmenter.core.regions.region_map import RegionMap, Suggestion
    from segmenter.core.solver.blocks import Array
    from segmenter.core.solver.eigenvectors import Eigenvectors
    from segmenter.parameters import Labels
    from segmenter.progress import ProgressCallback

STAGES = ("features", "affinity", "multigrid", "eigenvectors", "labels", "regions")


def segment(
    image: Image | NDArray[Any],
    parameters: Parameters | None = None,
    *,
    mask: NDArray[np.bool_] | None = None,
    keep_eigenvectors: bool = False,
    cache: Cache | None = None,
    progress: ProgressCallback = ignore,
) -> Segmentation:
    """Segment an image by spectral clustering.

    Parameters
    ----------
    image : Image or ndarray, shape (rows, columns) or (rows, columns, channels)
        See `segmenter.core.image.from_array` for what an array may hold.
    parameters : Parameters, optional
        The defaults where not given.
    mask : ndarray of bool, shape (rows, columns), optional
        A region of interest: only it is segmented, the rest becomes label 0.
    keep_eigenvectors : bool
        Whether the result holds the eigenvectors as images.
    cache : Cache, optional
        Keeps the stages, so that a later call with other parameters repeats only what it must.
    progress : ProgressCallback
        Called often with (stage, fraction done); may raise `Cancelled`. The cache then holds whole stages only.

    Returns
    -------
    Segmentation
        The same bytes for the same image and parameters, whatever the cache, the threads and the processes.

    Raises
    ------
    ParameterError, UnsupportedImage, ValueError
        Parameters, image or mask cannot be used.
    SegmenterError
        The numbers broke down.

    References
    ----------
    Ng, Jordan & Weiss, On Spectral Clustering, NIPS 2001. Shi & Malik, Normalized Cuts and Image Segmentation,
    PAMI 2000.
    """
    parameters = parameters or Parameters()
    if not isinstance(image, Image):
        image = from_array(image)
    if mask is not None:
        mask = np.asarray(mask, bool)
        if mask.shape != image.shape:  # before a cached result for other pixels could be taken
            raise ValueError(f"The region of interest is {mask.shape}, the image {image.shape}.")
    run = Run(progress, cache)
    with interruptible(run.again), single_threaded_blas:
        return _chosen(run, image, parameters, mask, keep_eigenvectors)


def solve(
    image: Image, parameters: Parameters, mask: NDArray[np.bool_] | None = None, progress: ProgressCallback = ignore
) -> Solved:
    """Run the stages that come before labels.

    Parameters
    ----------
    image, parameters, mask, check
        As for `segment`.

    Returns
    -------
    Solved
    """
    run = Run(progress, None)
    with interruptible(run.again), single_threaded_blas:
        described = _described(run, image, parameters, mask)
        return _solve(run, described, parameters)[0]


def _segment(
    run: Run, image: Image, parameters: Parameters, described: tuple[ImageFeatures, Hashable], keep_eigenvectors: bool
) -> Segmentation:
    """Segment by eigenvectors, or by colours beside them."""
    everything, sigma, spectrum = _solve(run, described, parameters)
    full, factor, graph, eigen = everything.full, everything.factor, everything.graph, everything.eigen
    solved = replace(everything, eigen=eigen.without(parameters.labels.left_out))
    labels, regions, suggested, found = _labelled(run, solved, parameters, spectrum)
    count = int(labels.max(initial=0))
    return Segmentation(
        labels=labels,
        parameters=parameters,
        chosen=parameters.labels.method,
        sigma_intensity=sigma,
        suggested_k=suggested and suggested.k,
        strength=suggested and suggested.strength,
        reduction=factor,
        eigenvalues=eigen.values,
        residuals=eigen.residuals,
        eigenvectors=_as_images(graph, eigen) if keep_eigenvectors else None,
        regions=regions,
        iterations=eigen.iterations,
        converged=eigen.converged,
        normalized_cut=affinity.normalized_cut(graph, _sampled(labels, factor, graph), count + 1),
        lower_bound=float(eigen.values[:count].sum()),
        seconds=run.seconds,
        work={
            "nodes": len(graph.degrees),
            "links": graph.S.nnz,
            "levels": len(eigen.iterations),
            "iterations": sum(eigen.iterations),
        },
        warnings=(*image.notes, *full.warnings, *_warnings(eigen, found, count, parameters)),
    )


def _chosen(
    run: Run, image: Image, parameters: Parameters, mask: NDArray[np.bool_] | None, keep_eigenvectors: bool
) -> Segmentation:
    """Segment by the method that is asked for, or that fits what is seen."""
    described = _described(run, image, parameters, mask)
    method, signs = parameters.labels.method, None
    if method == "auto":
        signs = objects.glance(run, *described, parameters.objects).signs
        method = "objects" if signs.many_small_objects else "tree"
    if method == "objects":
        result = _objects(run, image, parameters, described)
    else:
        result = _segment(run, image, parameters.replace(method=method), described, keep_eigenvectors)
    return replace(result, parameters=parameters, signs=signs)


def _objects(run: Run, image: Image, parameters: Parameters, described: tuple[ImageFeatures, Hashable]) -> Segmentation:
    """Find objects on a ground; nothing is solved for it."""
    full, key = described
    found = objects.objects(run, full, key, parameters.objects)
    none = np.zeros(0)
    return Segmentation(
        labels=found.labels,
        parameters=parameters,
        chosen="objects",
        sigma_intensity=None,
        suggested_k=None,
        strength=None,
        reduction=found.reduction,
        eigenvalues=none,
        residuals=none,
        eigenvectors=None,
        regions=None,
        iterations=(),
        converged=True,
        normalized_cut=None,
        lower_bound=None,
        seconds=run.seconds,
        work={},
        warnings=(*image.notes, *full.warnings, *([] if found.labels.any() else ["No objects were found."])),
    )


def _solve(
    run: Run, described: tuple[ImageFeatures, Hashable], parameters: Parameters
) -> tuple[Solved, float, Hashable]:
    """Return all that labels are made from, the sigma that was used, and the key of the eigenvectors."""
    full, root = described
    factor = parameters.features.reduction
    if factor == "auto":
        factor = features.automatic_reduction(full.mask.shape)
    root = ("reduced", root, factor)
    reduced = run.stage("features", root, lambda: features.reduce(full, factor))
    graph, sigma, affine = _graph(run, reduced, parameters, root)
    eigen, key = _eigenvectors(run, graph, parameters, affine)
    return Solved(full, reduced, factor, graph, eigen), sigma, key


def _described(
    run: Run, image: Image, parameters: Parameters, mask: NDArray[np.bool_] | None
) -> tuple[ImageFeatures, Hashable]:
    """Return the features of the image."""
    smoothing, scale = parameters.features.smoothing, parameters.features.uneven_light
    kept = run.cache is not None
    where = hashlib.sha256(np.packbits(mask).data).hexdigest() if kept and mask is not None else None
    key: Hashable = ("features", image.digest if kept else None, where, smoothing, scale)

    def describe() -> ImageFeatures:
        full = features.compute(image, mask, smoothing, run.report)
        return features.evened(full, scale, colours=image.colour == "rgb")

    return run.stage("features", key, describe), key


def _graph(run: Run, reduced: Features, parameters: Parameters, root: Hashable) -> tuple[Graph, float, Hashable]:
    """Return the graph and the sigma it was built with."""
    wanted = parameters.affinity
    if wanted.sigma_intensity == "auto":
        sigma = run.stage("features", ("sigma", root), lambda: features.automatic_sigma(reduced))
    else:
        sigma = wanted.sigma_intensity
    key = ("affinity", root, sigma, wanted.sigma_position, wanted.radius)

    def build() -> Graph:
        return affinity.build(reduced, sigma, wanted.sigma_position, wanted.radius, run.report)

    return run.stage("affinity", key, build), sigma, key


def _eigenvectors(run: Run, graph: Graph, parameters: Parameters, root: Hashable) -> tuple[Eigenvectors, Hashable]:
    """Return the eigenvectors; the multigrid hierarchy is a stage of its own, but too large to keep."""
    wanted = parameters.eigenvectors
    key = ("eigenvectors", root, wanted.eigenvectors, wanted.tolerance)

    def solve() -> Eigenvectors:
        null = graph.null
        hierarchy = run.timed("multigrid", lambda: multigrid.build(graph.S, null, run.report))
        return run.timed(
            "eigenvectors",
            lambda: eigenvectors.solve(hierarchy, null, wanted.eigenvectors, wanted.tolerance, run.report),
        )

    return run.kept(key, solve), key


def _needs_tree(solved: Solved, wanted: Labels) -> bool:
    return not solved.flat and (wanted.method == "tree" or wanted.k == "auto")


def _tree(run: Run, solved: Solved, key: Hashable) -> RegionMap:
    """Return the tree on every pixel."""

    def grow() -> RegionMap:
        tree = region_tree.build(solved.reduced, solved.graph, solved.eigen, run.report)
        return region_map.of(tree, solved.spread(tree.base))

    return run.stage("labels", key, grow)


class _Labelled(NamedTuple):
    """Labels, and how they came to be.

    `regions` is the tree where they are a cut of it; `suggested` the k that a tree suggests; `found` how many labels
    there could be if none were too small.
    """

    labels: NDArray[np.int32]
    regions: RegionMap | None
    suggested: Suggestion | None
    found: int


def _labelled(run: Run, solved: Solved, parameters: Parameters, spectrum: Hashable) -> _Labelled:
    """Return labels, by the tree or by clusters."""
    wanted, seed, minimum = parameters.labels, parameters.eigenvectors.seed, parameters.regions.minimum_region
    k, suggested = wanted.k, None
    if _needs_tree(solved, wanted):
        root = ("tree", spectrum, wanted.left_out)
        grown = _tree(run, solved, root)
        leaves = run.kept(("leaves", root, minimum), lambda: grown.leaves(minimum))
        suggested = leaves.suggest(wanted.strength)
        k = suggested.k if k == "auto" else k
        if wanted.method == "tree":
            made = ("regions", root, minimum, k)
            labels = run.stage("regions", made, lambda: painted(grown.base, leaves.table(k=k)))
            return _Labelled(labels, grown, suggested, len(grown.areas) - 1)
    key = ("labels", spectrum, wanted.method, wanted.left_out, k, seed)  # an automatic k follows the minimum, too
    found = run.stage("labels", key, lambda: _clusters(run, solved, wanted.method, cast("int", k), seed))
    labels = run.stage("regions", ("regions", key, minimum), lambda: solved.finished(found, minimum))
    return _Labelled(labels, None, suggested, int(found.max(initial=0)))


def _clusters(run: Run, solved: Solved, method: str, k: int, seed: int) -> NDArray[np.int32]:
    """Return labels of the reduced image."""
    if solved.flat:
        return solved.reduced.mask.astype(np.int32)
    return clusters(solved, method, k, seed, run.report)


def _sampled(labels: NDArray[np.int32], factor: int, graph: Graph) -> NDArray[np.int32]:
    """Return the labels of the nodes: of the pixel in the middle of each block of a reduced image."""
    rows, columns = (
        np.minimum(np.arange(extent) * factor + factor // 2, limit - 1)
        for extent, limit in zip(graph.nodes.shape, labels.shape, strict=True)
    )
    return labels[np.ix_(rows, columns)][graph.nodes]


def _as_images(graph: Graph, eigen: Eigenvectors) -> Array:
    """Return the eigenvectors in the places of their pixels."""
    images = np.zeros((*graph.nodes.shape, eigen.vectors.shape[1]), np.float32)
    images[graph.nodes] = eigen.vectors
    images.flags.writeable = False
    return images


def _warnings(eigen: Eigenvectors, found: int, count: int, parameters: Parameters) -> list[str]:
    """Say what a person should know of the result; `found` labels became `count` when small regions were absorbed."""
    said = []
    if not eigen.converged:
        said.append(f"The eigenvectors did not converge: residuals up to {eigen.residuals.max():.1e}.")
    wanted = parameters.labels.k
    if wanted != "auto" and count < wanted:
        left = len(eigen.without(parameters.labels.left_out).values)
        if count < found:
            why = "small regions were absorbed"
        elif parameters.labels.method == "kmeans" and left < wanted:
            why = f"as many as there are eigenvectors ({left})"
        else:
            why = "the image has no more to tell apart"
        said.append(f"Labels: {count} instead of {wanted}, {why}.")
    return said
