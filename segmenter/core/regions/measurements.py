"""What regions measure, under the names and by the definitions of scikit-image.

Counted here and not by its `regionprops_table`, which takes half a minute for 100 labels of 12 megapixels; and by sums
and square roots alone, so that the same labels give the same numbers to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.regions.pieces import count_pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Integers = NDArray[np.int64]

STEPS = np.zeros(50)
"""Length of an outline at a pixel of it whose neighbours are outline, too: 1 + 2 each straight + 10 each diagonal one.

From Benkrid & Crookes, Design and FPGA implementation of a perimeter estimator, 2000.
"""
STEPS[[5, 7, 15, 17, 25, 27]] = 1
STEPS[[21, 33]] = np.sqrt(2)
STEPS[[13, 23]] = (1 + np.sqrt(2)) / 2


def measure(labels: NDArray[np.int32], pixels: NDArray[Any]) -> dict[str, NDArray[Any]]:
    """Measure each label.

    Parameters
    ----------
    labels : ndarray of int32, shape (rows, columns)
        There may be gaps in the numbers; 0 is background and not measured.
    pixels : ndarray, shape (rows, columns) or (rows, columns, channels)

    Returns
    -------
    dict of str to ndarray, shape (n,)
        `label` (ascending), `area`, `pieces` (how many are 4-connected), `bbox-0` … `bbox-3` (top, left, bottom,
        right; half-open), `touches_border` (1 where a label has a pixel in the outermost rows and columns, and may go
        on outside the image), `centroid-0`, `centroid-1` (row, column), `axis_major_length`, `axis_minor_length`,
        `eccentricity`, `equivalent_diameter_area`, `perimeter`, `intensity_mean` (`intensity_mean-0` … with
        channels). Lengths are in pixels.
    """
    runs = _runs(labels)
    areas = runs.total(runs.length).astype(np.int64)
    boxes = _boxes(runs)
    table = {
        "area": areas,
        "pieces": count_pieces(labels),
        **boxes,
        "touches_border": _at_border(boxes, labels.shape),
        **_ellipses(runs, areas),
        "equivalent_diameter_area": np.sqrt(4 * areas / np.pi),
        "perimeter": _perimeters(labels, len(areas)),
        **_intensities(runs, areas, pixels),
    }
    label = 1 + np.flatnonzero(areas[1:])
    return {"label": label} | {name: column[label] for name, column in table.items()}


@dataclass(frozen=True, eq=False)
class _Runs:
    """Pixels of one label side by side in a row, from top to bottom and left to right.

    Attributes
    ----------
    start : ndarray of int, shape (n,)
        The first pixel of each, counted through the image.
    label, row, column, length : ndarray of int, shape (n,)
    """

    start: Integers
    label: NDArray[np.int32]
    row: Integers
    column: Integers
    length: Integers

    def total(self, values: NDArray[Any]) -> Floats:
        """Return the sum of a value of each run over each label, 0 … the largest."""
        return np.asarray(np.bincount(self.label, values), np.float64)


def _runs(labels: NDArray[np.int32]) -> _Runs:
    """Find the runs."""
    begins = np.ones(labels.shape, bool)
    np.not_equal(labels[:, 1:], labels[:, :-1], out=begins[:, 1:])
    start = np.flatnonzero(begins)
    row, column = np.divmod(start, labels.shape[1])
    return _Runs(start, labels[row, column], row, column, np.diff(start, append=labels.size))


def _boxes(runs: _Runs) -> dict[str, Integers]:
    """Return the bounding boxes."""
    count = int(runs.label.max()) + 1
    top, left, bottom, right = np.zeros((4, count), np.int64)
    top[runs.label[::-1]] = runs.row[::-1]  # of several values the last one stays
    bottom[runs.label] = runs.row + 1
    left[:] = runs.column.max()
    np.minimum.at(left, runs.label, runs.column)
    np.maximum.at(right, runs.label, runs.column + runs.length)
    return {f"bbox-{at}": side for at, side in enumerate((top, left, bottom, right))}


def _at_border(boxes: dict[str, Integers], shape: tuple[int, ...]) -> Integers:
    """Tell by the boxes which labels touch the border of the image."""
    first = (boxes["bbox-0"] == 0) | (boxes["bbox-1"] == 0)
    last = (boxes["bbox-2"] == shape[0]) | (boxes["bbox-3"] == shape[1])
    touch: Integers = (first | last).astype(np.int64)
    return touch


def _intensities(runs: _Runs, areas: Integers, pixels: NDArray[Any]) -> dict[str, Floats]:
    """Return the means of the pixels."""
    if pixels.ndim == 2:
        channels = {"intensity_mean": pixels}
    else:
        channels = {f"intensity_mean-{at}": pixels[:, :, at] for at in range(pixels.shape[2])}
    means = {}
    for name, channel in channels.items():
        with np.errstate(invalid="ignore", over="ignore"):  # background may be infinite
            sums = np.add.reduceat(channel.ravel(), runs.start, dtype=np.float64)
        means[name] = runs.total(sums) / np.maximum(areas, 1)
    return means


def _ellipses(runs: _Runs, areas: Integers) -> dict[str, Floats]:
    """Return the centroids, and the axes of the ellipses with the same second moments."""
    count = np.maximum(areas, 1)
    middle = runs.column + (runs.length - 1) / 2
    down, across = (runs.total(runs.length * place) / count for place in (runs.row, middle))
    # from the centroids, and not from the corner of the image: small numbers instead of differences of large ones
    y, x = runs.row - down[runs.label], middle - across[runs.label]
    own = runs.length * (runs.length * runs.length - 1.0) / 12  # what a run has around its own middle
    yy, xy = runs.total(runs.length * y * y) / count, runs.total(runs.length * x * y) / count
    xx = runs.total(runs.length * x * x + own) / count
    mean, half = (yy + xx) / 2, np.sqrt(((yy - xx) / 2) ** 2 + xy * xy)
    major, minor = mean + half, np.maximum(mean - half, 0)
    return {
        "centroid-0": down,
        "centroid-1": across,
        "axis_major_length": 4 * np.sqrt(major),
        "axis_minor_length": 4 * np.sqrt(minor),
        "eccentricity": np.sqrt(1 - np.divide(minor, major, out=np.ones_like(major), where=major > 0)),
    }


def _perimeters(labels: NDArray[np.int32], count: int) -> Floats:
    """Return the lengths of the outlines, through the middles of the outermost pixels."""
    padded = np.pad(labels, 1)
    inner = padded[1:-1, 1:-1]
    outline = np.zeros(padded.shape, bool)
    for beside in (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]):
        outline[1:-1, 1:-1] |= inner != beside
    outline &= padded > 0
    places, width = np.flatnonzero(outline), padded.shape[1]
    drawn, owner = outline.ravel(), padded.ravel()
    own = owner[places]
    kind = np.ones(len(places), np.intp)
    straight, diagonal = (1, width), (width - 1, width + 1)
    for step, weight in [(step, 2) for step in straight] + [(step, 10) for step in diagonal]:
        for near in (places - step, places + step):
            kind += weight * (drawn[near] & (owner[near] == own))
    return np.asarray(np.bincount(own, STEPS[kind], minlength=count), np.float64)
