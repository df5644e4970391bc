"""Labels as runs of equal pixels in a row: far fewer than pixels, and all that touches can be told from them.

A few rows at a time are worked on, so that what is kept beside the labels does not grow with the image.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

STRIP = 256
"""Rows that one thread works on at a time."""


class Runs(NamedTuple):
    """The runs of some rows.

    Attributes
    ----------
    columns : int
    starts : ndarray of int64, shape (runs + 1,)
        Where each begins, counted along the rows; at last the number of pixels.
    labels : ndarray of int, shape (runs,)
    """

    columns: int
    starts: Integers
    labels: NDArray[np.integer]

    @property
    def lengths(self) -> Integers:
        """Pixels of each run."""
        return np.diff(self.starts)

    def beside(self) -> tuple[Integers, Integers]:
        """Return the runs that lie side by side in a row: those on the left, those on the right."""
        right = 1 + np.flatnonzero(self.starts[1:-1] % self.columns)
        return right - 1, right

    def above(self) -> tuple[Integers, Integers]:
        """Return the runs that touch across two rows: upper ones, lower ones. Some pairs come twice."""
        starts, size = self.starts[:-1], self.starts[-1]
        lower = np.arange(np.searchsorted(starts, self.columns), len(starts))
        upper = np.arange(np.searchsorted(starts, size - self.columns))
        over = np.searchsorted(starts, starts[lower] - self.columns, "right") - 1
        under = np.searchsorted(starts, starts[upper] + self.columns, "right") - 1
        return np.concatenate([over, upper]), np.concatenate([lower, under])


def runs(labels: NDArray[np.integer]) -> Runs:
    """Find the runs of some rows."""
    flat, columns = labels.ravel(), labels.shape[1]
    ends = np.empty(flat.size, bool)
    np.not_equal(flat[1:], flat[:-1], out=ends[:-1])
    ends[columns - 1 :: columns] = True
    starts = np.concatenate([[0], 1 + np.flatnonzero(ends)])
    return Runs(columns, starts, flat[starts[:-1]])


def present(labels: NDArray[np.integer]) -> NDArray[np.intp]:
    """Return the labels that occur, ascending, background aside; however large they are."""
    found = parallel(lambda rows: np.unique(runs(labels[rows]).labels), blocks(len(labels), STRIP))
    every: NDArray[np.intp] = np.unique(np.concatenate(found)).astype(np.intp)
    return every[every > 0]


class Parts:
    """The connected parts (4 neighbours) of all labels, those of the background included.

    Parameters
    ----------
    labels : ndarray of int, shape (rows, columns)

    Attributes
    ----------
    owner : ndarray of int64, shape (parts,)
        The label of each, in the order of their first pixels.
    areas : ndarray of int64, shape (parts,)
        Pixels of each.
    """

    def __init__(self, labels: NDArray[np.integer]) -> None:
        self._rows = blocks(len(labels), STRIP)
        self._strips = parallel(lambda rows: _Strip(runs(labels[rows])), self._rows)
        first = np.cumsum([0] + [len(strip.owner) for strip in self._strips])
        seams = [
            number + strip.seam(below)
            for number, strip, below in zip(first, self._strips, self._strips[1:], strict=False)
        ]
        number = _connected(int(first[-1]), np.concatenate(seams, axis=1) if seams else np.zeros((2, 0), np.int64))
        self._numbers = np.split(number, first[1:-1])
        self.owner = np.zeros(int(number.max()) + 1, np.int64)
        self.owner[number] = np.concatenate([strip.owner for strip in self._strips])
        areas = np.concatenate([strip.areas for strip in self._strips])
        self.areas = np.bincount(number, areas).astype(np.int64)

    def places(self, wanted: NDArray[np.bool_]) -> Integers:
        """Return the pixels of some parts, counted along the rows, ascending."""

        def of_strip(strip: _Strip, number: Integers, rows: slice) -> Integers:
            inside: Integers = rows.start * strip.columns + strip.places(wanted[number])
            return inside

        found = parallel(lambda one: of_strip(*one), list(zip(self._strips, self._numbers, self._rows, strict=True)))
        places: Integers = np.concatenate(found)
        return places


class _Strip:
    """The connected parts of some rows by themselves."""

    def __init__(self, found: Runs) -> None:
        self.columns = found.columns
        self._starts = found.starts.astype(np.int32)  # kept for all strips at a time
        upper, lower = found.above()
        same = found.labels[upper] == found.labels[lower]
        self._part = _connected(len(found.labels), np.stack([upper[same], lower[same]])).astype(np.int32)
        self.owner = np.zeros(int(self._part.max()) + 1, np.int64)
        self.owner[self._part] = found.labels
        self.areas = np.bincount(self._part, found.lengths).astype(np.int64)

    def _row(self, rows: slice) -> Integers:
        """Return the part of each pixel of the first or of the last row."""
        return np.repeat(self._part[rows], np.diff(self._starts)[rows]).astype(np.int64)

    def seam(self, below: _Strip) -> Integers:
        """Return the parts of this strip and of the next, which follow in number, that are one; shape (2, pairs)."""
        last = int(np.searchsorted(self._starts, self._starts[-1] - self.columns))
        over = self._row(slice(last, None))
        under = below._row(slice(int(np.searchsorted(below._starts, self.columns))))
        same = self.owner[over] == below.owner[under]
        return np.unique(np.stack([over[same], len(self.owner) + under[same]]), axis=1)

    def places(self, wanted: NDArray[np.bool_]) -> Integers:
        """Return the pixels of some parts, counted along the rows of this strip."""
        chosen = np.flatnonzero(wanted[self._part])
        lengths = np.diff(self._starts)[chosen].astype(np.int64)
        before = np.cumsum(lengths) - lengths
        return np.repeat(self._starts[chosen] - before, lengths) + np.arange(int(lengths.sum()))


def _connected(count: int, links: Integers) -> Integers:
    """Return the group of each of `count` things of which some are linked, numbered by their first member."""
    graph = sparse.coo_array((np.ones(links.shape[1], bool), (links[0], links[1])), shape=(count, count))
    group: Integers = connected_components(graph, directed=False)[1].astype(np.int64)
    return group
