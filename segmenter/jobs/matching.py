"""Label numbers that mean the same from image to image.

The first image of a batch is the reference: its labels are numbered by size, as always. In each other image, labels
take the numbers of those regions of the reference that they resemble most, in colour (mean features) and in place
(centroid), such that the sum of the squared distances is least (the Hungarian method). Labels that are left over
take the numbers behind. Every image is compared with the reference alone, so neither the order of work nor what
became of another image has a say in its labels.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from segmenter.core import features
from segmenter.core.regions.pieces import mean_features
from segmenter.files import recipe_file
from segmenter.files.formats.format import Reference
from segmenter.files.formats.label_image import read_labels
from segmenter.files.reading import read_image
from segmenter.progress import ignore

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.jobs.job import Job

PLACE = 25.0
"""CIELAB units that weigh as much as the distance from one edge of the image to the other."""

DIGITS = 3
"""Decimals that are kept of a reference: what differs behind them is rounding, not colour."""


def describe(image: Image, labels: NDArray[np.int32]) -> Reference:
    """Describe the regions of an image, for other images to follow.

    Parameters
    ----------
    image : Image
    labels : ndarray of int32, shape (rows, columns)
        0 is background.

    Returns
    -------
    Reference
        For each label that occurs: mean features (CIELAB for colours, 0…100 for channels), then row and column of the
        centroid in units of `PLACE`, from one edge to the other. Without names and classes.
    """
    values = features.compute(image, None, 0.0, ignore).values
    means, areas = mean_features(labels, values)
    flat = labels.ravel()
    places = [
        np.bincount(flat, np.broadcast_to(line, labels.shape).ravel()) / np.maximum(areas, 1) * PLACE
        for line in (
            (np.arange(labels.shape[0])[:, None] + 0.5) / labels.shape[0],
            (np.arange(labels.shape[1])[None, :] + 0.5) / labels.shape[1],
        )
    ]
    numbers = 1 + np.flatnonzero(areas[1:])
    table = np.round(np.column_stack([means, *places]), DIGITS)[numbers]
    return Reference(tuple(tuple(map(float, row)) for row in table), tuple(numbers.tolist()))


def renumbered(image: Image, labels: NDArray[np.int32], reference: Reference) -> NDArray[np.int32]:
    """Give labels the numbers of the regions of a reference that they resemble.

    Parameters
    ----------
    image : Image
    labels : ndarray of int32, shape (rows, columns)
        1 … n, 0 is background.
    reference : Reference
        Of an image with other channels it says nothing, and labels stay.

    Returns
    -------
    ndarray of int32, shape (rows, columns), read-only
        Numbers of regions that nothing resembles are missing, if there are fewer labels than in the reference.
    """
    own = describe(image, labels)
    if not own.rows or not reference.rows or len(own.rows[0]) != len(reference.rows[0]):
        return labels
    apart = np.array(own.rows)[:, None] - np.array(reference.rows)
    # 1 more for every pair changes nothing; a sparse array would take a distance of 0 for no pair at all
    mine, theirs = min_weight_full_bipartite_matching(csr_array((apart**2).sum(axis=2) + 1))
    number = np.zeros(own.numbers[-1] + 1, np.int32)
    number[np.array(own.numbers)[mine]] = np.array(reference.numbers)[theirs]
    left = [label for label in own.numbers if not number[label]]
    number[left] = reference.numbers[-1] + 1 + np.arange(len(left))
    matched: NDArray[np.int32] = number[labels]
    matched.flags.writeable = False
    return matched


def reference(job: Job) -> Reference:
    """Describe the regions of a job that is done, by the label image and the recipe that it wrote.

    If a person edited it in the window since, what they did to labels, names and classes is handed on.

    Raises
    ------
    SegmenterError
        The image, the label image or the recipe cannot be read any more.
    """
    image = read_image(job.image, page=job.page, pixel_limit=job.pixel_limit)
    path = job.path("labels")
    described = describe(image, read_labels(path if path.exists() else path.with_suffix(".tif")))
    known = recipe_file.read(job.path("recipe"))
    names, assigned = tuple(known.names.items()), tuple(known.assigned.items())
    return replace(described, names=names, classes=known.classes, assigned=assigned)
