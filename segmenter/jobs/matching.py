"""Label numbers that mean the same from image to image.

The first image of a batch is the reference: its labels are numbered by size, as always. In each other image, labels
take the numbers of those regions of the reference that they resemble most, in colour (mean features) and in place
(centroid), such that the sum of the squared distances is least (the Hungarian method). Labels that are left over
take the numbers behind. Every image is compared with the reference alone, so neither the order of work nor what
became of another image has a say in its labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist

from segmenter.core import features
from segmenter.core.regions.pieces import mean_features
from segmenter.files.formats.label_image import read_labels
from segmenter.files.reading import read_image
from segmenter.progress import ignore

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.files.formats.format import Reference
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
    tuple of tuples of float
        For each label from 1: mean features (CIELAB for colours, 0…100 for channels), then row and column of the
        centroid in units of `PLACE`, from one edge to the other.
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
    table = np.round(np.column_stack([means, *places]), DIGITS)
    return tuple(tuple(map(float, row)) for row in table[1:])


def renumbered(image: Image, labels: NDArray[np.int32], reference: Reference) -> NDArray[np.int32]:
    """Give labels the numbers of the regions of a reference that they resemble.

    Parameters
    ----------
    image : Image
    labels : ndarray of int32, shape (rows, columns)
        1 … n, 0 is background.
    reference : tuple of tuples of float
        As `describe` returns it. Of an image with other channels it says nothing, and labels stay.

    Returns
    -------
    ndarray of int32, shape (rows, columns), read-only
        Numbers of regions that nothing resembles are missing, if there are fewer labels than in the reference.
    """
    own = describe(image, labels)
    if not own or not reference or len(own[0]) != len(reference[0]):
        return labels
    mine, theirs = linear_sum_assignment(cdist(own, reference, "sqeuclidean"))
    number = np.zeros(len(own) + 1, np.int32)
    number[mine + 1] = theirs + 1
    left = np.flatnonzero(number[1:] == 0) + 1
    number[left] = len(reference) + 1 + np.arange(len(left))
    matched: NDArray[np.int32] = number[labels]
    matched.flags.writeable = False
    return matched


def reference(job: Job) -> Reference:
    """Describe the regions of a job that is done, by the label image that it wrote.

    Raises
    ------
    SegmenterError
        The image or the label image cannot be read any more.
    """
    image = read_image(job.image, page=job.page, pixel_limit=job.pixel_limit)
    path = job.path("labels")
    return describe(image, read_labels(path if path.exists() else path.with_suffix(".tif")))
