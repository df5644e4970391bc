"""Labels for a moving slider: a cut of the final result's tree where that is all it takes, else a small solve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

import segmenter

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.gui.session.document import Document
    from segmenter.parameters import Parameters
    from segmenter.progress import ProgressCallback

    Labels = NDArray[np.int32]


def preview_labels(document: Document, parameters: Parameters, progress: ProgressCallback) -> Labels:
    """Return labels of the reduced image."""
    labels = cut_of_final(document, parameters)
    if labels is not None:
        return labels
    wanted = document.preview_parameters(parameters)
    found = document.segmentation
    if found is not None and wanted.labels.method == "auto":
        wanted = wanted.replace(method=found.chosen)  # as the final result was, whatever is seen at this size
    if (
        found is not None
        and found.sigma_intensity is not None
        and wanted.affinity.sigma_intensity == "auto"
        and found.parameters.features == parameters.features
    ):
        wanted = wanted.replace(sigma_intensity=found.sigma_intensity)  # as the final result will measure it
    return segmenter.segment(document.small, wanted, cache=document.small_cache, progress=progress).labels


def cut_of_final(document: Document, parameters: Parameters) -> Labels | None:
    """Return what the final result will be, as far as it can be seen at this size; None if that takes a solve."""
    found, wanted = document.segmentation, parameters.labels
    if found is None or found.regions is None:
        return None
    minimum = parameters.regions.minimum_region
    if found.parameters.replace(k=wanted.k, strength=wanted.strength, minimum_region=minimum) != parameters:
        return None
    leaves = found.regions.leaves(minimum)
    table = leaves.table(k=leaves.suggest(wanted.strength).k if wanted.k == "auto" else wanted.k)
    middles = [
        np.minimum(np.arange(few) * document.factor + document.factor // 2, many - 1)
        for few, many in zip(document.small.shape, document.image.shape, strict=True)
    ]
    labels: Labels = table[found.regions.base[np.ix_(*middles)]]
    return labels
