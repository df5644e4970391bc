"""How much two segmentations of one image have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Labels = NDArray[np.integer]
    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Comparison:
    """The pixels that each label of one segmentation shares with each of another.

    Attributes
    ----------
    shared : sparse array of int64, shape (largest label of the first + 1, of the second + 1)
        Numbers of pixels; row and column 0 are the background.
    """

    shared: sparse.csr_array

    @cached_property
    def areas(self) -> tuple[Integers, Integers]:
        """Pixels of each label of the first and of the second, from 0."""
        return tuple(np.asarray(self.shared.sum(axis=axis), np.int64).ravel() for axis in (1, 0))  # type: ignore[return-value]

    @cached_property
    def _overlaps(self) -> tuple[Integers, Integers, Floats]:
        """Return labels of the first, labels of the second, and the intersection over union of each pair that meets."""
        pairs = self.shared.tocoo()
        first, second = self.areas
        row, column = (np.asarray(index, np.int64) for index in pairs.coords)
        return row, column, pairs.data / (first[row] + second[column] - pairs.data)

    def best(self) -> tuple[Integers, Integers, Floats]:
        """Return for each label of the first the one of the second that it is most like.

        Returns
        -------
        label : ndarray of int64, shape (n,)
            Those of the first that occur, ascending, background aside.
        partner : ndarray of int64, shape (n,)
            0 where it meets none.
        iou : ndarray of float64, shape (n,)
            Intersection over union; 0 where it meets none. Of equals the smaller label is the partner.
        """
        row, column, iou = self._overlaps
        kept = (row > 0) & (column > 0)
        row, column, iou = row[kept], column[kept], iou[kept]
        count = len(self.areas[0])
        partner, value = np.zeros(count, np.int64), np.zeros(count)
        order = np.lexsort((-column, iou))  # the best is written last, of equals the smallest
        partner[row[order]], value[row[order]] = column[order], iou[order]
        label = 1 + np.flatnonzero(self.areas[0][1:])
        return label, partner[label], value[label]

    def turned(self) -> Comparison:
        """Return the comparison of the second with the first."""
        return Comparison(self.shared.T.tocsr())

    def covering(self) -> float:
        """Return how well the second covers the first: the mean IoU of its best partner over all pixels, 0…1.

        The background counts as a region, too.

        References
        ----------
        Arbelaez, Maire, Fowlkes & Malik, Contour detection and hierarchical image segmentation, 2011.
        """
        row, _, iou = self._overlaps
        most = np.zeros(len(self.areas[0]))
        np.maximum.at(most, row, iou)
        return float((most * self.areas[0]).sum() / self.areas[0].sum())

    def variation_of_information(self) -> tuple[float, float]:
        """Return H(second | first) and H(first | second), in bits; their sum is the variation of information.

        The first part tells how much the second splits what is one in the first, the other how much it joins. The
        background counts as a region, too.

        References
        ----------
        Meila, Comparing clusterings: an information based distance, 2007.
        """
        pairs = self.shared.tocoo()
        total = float(pairs.data.sum())
        part = pairs.data / total
        row, column = (np.asarray(index, np.int64) for index in pairs.coords)
        first, second = (areas / total for areas in self.areas)
        split = -(part * np.log2(part / first[row])).sum()
        joined = -(part * np.log2(part / second[column])).sum()
        return max(float(split), 0.0), max(float(joined), 0.0)

    def f1(self, threshold: float = 0.5) -> float:
        """Return the harmonic mean of precision and recall of segments, 1 if there are none in either.

        Parameters
        ----------
        threshold : float
            What the IoU of a pair must exceed; from 0.5 on no segment can have two partners.
        """
        label, _, iou = self.best()
        others = int(np.count_nonzero(self.areas[1][1:]))
        return 2 * int(np.count_nonzero(iou > threshold)) / (len(label) + others) if len(label) + others else 1.0

    def differing(self, first: Labels, second: Labels) -> NDArray[np.bool_]:
        """Return the pixels that have another label than the partner of theirs: where the two differ, to be drawn.

        All pixels of a label without a partner are among them, also where the other has background.
        """
        partner = np.zeros(len(self.areas[0]), np.int64)
        label, found, _ = self.best()
        partner[label] = np.where(found > 0, found, -1)
        return np.asarray(partner[first] != second)


def compared(first: Labels, second: Labels) -> Comparison:
    """Compare two segmentations.

    Parameters
    ----------
    first, second : ndarray of int, shape (rows, columns), both the same
        0 is background. There may be gaps in the numbers, which need not mean the same in both.

    Raises
    ------
    ValueError
        They are not of the same shape, or have no pixels.
    """
    if first.shape != second.shape or not first.size:
        raise ValueError(f"Segmentations of {first.shape} and {second.shape} pixels cannot be compared.")
    columns = int(second.max()) + 1
    pairs = first.astype(np.int64).ravel() * columns + second.ravel()
    shape = int(first.max()) + 1, columns
    if shape[0] * columns <= first.size:
        counts = np.bincount(pairs)
        found = np.flatnonzero(counts)
        counts = counts[found]
    else:
        found, counts = np.unique(pairs, return_counts=True)
    return Comparison(sparse.csr_array((counts, np.divmod(found, columns)), shape=shape))
