"""What is done to all labels of an image at once: quantiles, largest pieces, holes, mean steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from skimage.measure import label

from segmenter.core.regions.pieces import pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.solver.blocks import Array

    Labels = NDArray[np.int32]


def quantile(values: Array, labels: Labels, count: int, part: float) -> NDArray[np.float64]:
    """Return a quantile of the values of each label 0 … count; 0 of the background and of labels without pixels."""
    places = np.flatnonzero(labels)
    owner, inside = labels.ravel()[places], values.ravel()[places]
    order = np.lexsort((inside, owner))
    sizes = np.bincount(owner, minlength=count + 1)
    starts = np.cumsum(sizes) - sizes
    found = np.zeros(count + 1)
    some = sizes > 0
    at = starts[some] + np.rint(part * (sizes[some] - 1)).astype(np.int64)
    found[some] = inside[order[at]]
    return found


def areas(labels: Labels) -> NDArray[np.int64]:
    """Return the pixels of each label, 0 of the background."""
    counts = np.bincount(labels.ravel())
    counts[0] = 0
    return counts


def kept(labels: Labels, keep: NDArray[np.bool_]) -> Labels:
    """Return the labels that are to be kept, as 1 … n in their order; `keep` has an entry for each label and for 0."""
    number = np.zeros(len(keep), np.int32)
    keep = keep.copy()
    keep[0] = False
    number[keep] = np.arange(1, keep.sum() + 1)
    return number[labels]


def tidy(labels: Labels, smallest: float) -> Labels:
    """Keep the largest piece of each label, fill its holes, and drop labels of fewer than `smallest` pixels."""
    split, owner = pieces(labels)
    sizes = np.bincount(split.ravel(), minlength=len(owner))
    largest = np.zeros(len(owner), bool)
    order = np.lexsort((-sizes, owner))
    largest[order[np.unique(owner[order], return_index=True)[1]]] = True
    largest[0] = False
    labels = fill_holes(np.where(largest, owner, 0)[split].astype(np.int32))
    return kept(labels, areas(labels) >= smallest)


def fill_holes(labels: Labels) -> Labels:
    """Give each piece of background that one label surrounds to this label."""
    found: tuple[NDArray[np.int64], int] = label(labels == 0, connectivity=2, return_num=True)
    ground, count = found
    high = np.zeros(count + 1, np.int32)
    low = np.full(count + 1, np.iinfo(np.int32).max, np.int32)
    for hole, beside in (
        (ground[:, :-1], labels[:, 1:]),
        (ground[:, 1:], labels[:, :-1]),
        (ground[:-1], labels[1:]),
        (ground[1:], labels[:-1]),
    ):
        touch = (hole > 0) & (beside > 0)
        np.maximum.at(high, hole[touch], beside[touch])
        np.minimum.at(low, hole[touch], beside[touch])
    closed = high == low
    for rim in (ground[0], ground[-1], ground[:, 0], ground[:, -1]):
        closed[rim] = False
    closed[0] = False
    return np.where(closed[ground], high[ground], labels).astype(np.int32)


def steps(labels: Labels, values: Array) -> NDArray[np.float64]:
    """Return the mean step of the values down across each label's outline, 0 of the background."""
    count = int(labels.max(initial=0)) + 1
    sums, lengths = np.zeros(count), np.zeros(count)
    sides: tuple[tuple[Any, Any], ...] = (
        ((slice(None), slice(None, -1)), (slice(None), slice(1, None))),
        ((slice(None, -1),), (slice(1, None),)),
    )
    for one, other in sides:
        differ = labels[one] != labels[other]
        a, b = labels[one][differ], labels[other][differ]
        down = values[one][differ] - values[other][differ]
        sums += np.bincount(a, down, count) - np.bincount(b, down, count)
        lengths += np.bincount(a, minlength=count) + np.bincount(b, minlength=count)
    sums[0] = 0
    result: NDArray[np.float64] = sums / np.maximum(lengths, 1)
    return result
