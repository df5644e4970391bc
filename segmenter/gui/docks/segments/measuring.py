"""What the table of segments tells of their pixels; measured by the clerk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.regions.pieces import STRIP, count_pieces
from segmenter.core.solver.blocks import blocks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.document.label_map import LabelMap
    from segmenter.progress import ProgressCallback


def _none() -> NDArray[np.int64]:
    return np.zeros(1, np.int64)


@dataclass(frozen=True, eq=False)
class Measured:
    """Measurements by number, 0 … the largest.

    Attributes
    ----------
    pieces : ndarray of int64, shape (n,)
        How many 4-connected pieces each segment has.
    means : ndarray of float64, shape (n, channels)
        The mean of each channel, in the units of the image.
    """

    pieces: NDArray[np.int64] = field(default_factory=_none)
    means: NDArray[np.float64] = field(default_factory=lambda: np.zeros((1, 1)))

    def has(self, number: int) -> bool:
        """Whether a segment was measured."""
        return number < len(self.pieces) and self.pieces[number] > 0

    def mean(self, number: int) -> float:
        """Return the mean over all channels of a segment that was measured."""
        return float(self.means[number].mean())


def measured(labels: LabelMap, pixels: NDArray[Any], progress: ProgressCallback) -> Measured:
    """Measure all segments.

    Parameters
    ----------
    labels : LabelMap
    pixels : ndarray, shape (rows, columns) or (rows, columns, channels)
    progress : ProgressCallback

    Returns
    -------
    Measured
    """
    whole = labels.array()
    pieces = count_pieces(whole, progress)
    channels = pixels.reshape(*labels.shape, -1)
    sums, areas = np.zeros((len(pieces), channels.shape[2])), np.zeros(len(pieces))
    for strip in blocks(labels.shape[0], STRIP):
        progress("measuring", strip.start / labels.shape[0])
        # summed along runs of one label: there are far fewer of them than pixels
        row = whole[strip].ravel()
        starts = np.flatnonzero(np.diff(row, prepend=-1))
        areas += np.bincount(row[starts], np.diff(starts, append=row.size), len(areas))
        for at in range(channels.shape[2]):
            with np.errstate(invalid="ignore", over="ignore"):  # infinities are not segmented, but are there
                run = np.add.reduceat(channels[strip, :, at].ravel(), starts, dtype=np.float64)
                sums[:, at] += np.bincount(row[starts], run, len(areas))
    return Measured(pieces, sums / np.maximum(areas, 1)[:, None])
