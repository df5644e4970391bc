"""The segments beside another segmentation of the image, as numbers and as what is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from segmenter.core.regions.comparison import compared

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.regions.comparison import Comparison
    from segmenter.document.label_map import LabelMap
    from segmenter.progress import ProgressCallback

HERE, THERE = 1, 2
"""Bits of what is drawn: the pixel is in no segment like the other's, here or there."""


@dataclass(frozen=True, eq=False)
class Compared:
    """What two segmentations of an image have in common.

    Attributes
    ----------
    covering : float
        Of the segments here by the others, 0…1.
    information : float
        The variation of information, bits.
    f1 : float
        Of segments at an IoU of 0.5.
    best : list of (int, int, float)
        Of each segment here the number, that of the one most like it there (0 where there is none), and their IoU;
        the least alike first.
    differences : ndarray of uint8, shape (rows, columns)
        Sums of `HERE` and `THERE`; 0 where both agree.
    """

    covering: float
    information: float
    f1: float
    best: list[tuple[int, int, float]]
    differences: NDArray[np.uint8]


def compare(labels: LabelMap, others: NDArray[np.int32], progress: ProgressCallback) -> Compared:
    """Compare segments with another segmentation of the same shape."""
    progress("comparing", 0.0)
    here = labels.array()
    found = compared(here, others)
    progress("comparing", 0.4)
    best = list(zip(*(column.tolist() for column in found.best()), strict=True))
    drawn = np.zeros(here.shape, np.uint8)
    drawn[_differing(found, here, others)] = HERE
    progress("comparing", 0.7)
    drawn[_differing(found.turned(), others, here)] += np.uint8(THERE)
    parts = found.variation_of_information()
    return Compared(found.covering(), sum(parts), found.f1(), sorted(best, key=lambda each: (each[2], each[0])), drawn)


def _differing(found: Comparison, first: NDArray[np.int32], second: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Return the pixels of segments of the first that their partner in the second does not have."""
    return found.differing(first, second) & (first > 0)
