"""Labels of an image in tiles that never change: an edit copies what it touches, so keeping every past is cheap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray

    Labels = NDArray[np.int32]

TILE = 512
"""Rows and columns of a tile: small enough to be copied at every move of a brush, large enough to be few."""


@dataclass(frozen=True)
class Rectangle:
    """Rows and columns, half-open."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def slices(self) -> tuple[slice, slice]:
        """As an index into an image."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    @property
    def empty(self) -> bool:
        """Whether there is no pixel in it."""
        return self.bottom <= self.top or self.right <= self.left

    def within(self, shape: tuple[int, int]) -> Rectangle:
        """Return the part inside an image."""
        return Rectangle(max(self.top, 0), max(self.left, 0), min(self.bottom, shape[0]), min(self.right, shape[1]))

    def united(self, other: Rectangle) -> Rectangle:
        """Return the smallest rectangle around both."""
        return Rectangle(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )

    def grown(self, margin: int) -> Rectangle:
        """Return the rectangle with a margin on every side; it may leave the image."""
        return Rectangle(self.top - margin, self.left - margin, self.bottom + margin, self.right + margin)


@dataclass(frozen=True, eq=False)
class Tile:
    """A square of labels.

    Attributes
    ----------
    labels : ndarray of int32, read-only
    present : ndarray of int
        The labels that occur, in rising order: few, however large they are.
    counts : ndarray of int64
        How many pixels each of these has here: what a whole map is asked for is added up from these, and a tile
        without a label need not be looked through for it.
    """

    labels: Labels
    present: NDArray[np.intp]
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, labels: Labels) -> Tile:
        """Take labels, which must not be written to any more."""
        labels.flags.writeable = False
        if labels.max() > labels.size:  # sorting takes longer, but not memory for all numbers that do not occur
            occurring, times = np.unique(labels, return_counts=True)
            return cls(labels, occurring.astype(np.intp), times)
        counts = np.bincount(labels.ravel())
        present = np.flatnonzero(counts)
        return cls(labels, present, counts[present])

    def mapped(self, lookup: Labels) -> Tile:
        """Return the tile in which label i has become lookup[i]; itself if nothing changes."""
        numbers = lookup[self.present]
        if np.array_equal(numbers, self.present):
            return self
        labels = lookup.take(self.labels)
        labels.flags.writeable = False
        occurring, place = np.unique(numbers, return_inverse=True)
        counts = np.bincount(place, weights=self.counts)
        return Tile(labels, occurring.astype(np.intp), counts.astype(np.int64))


@dataclass(frozen=True, eq=False)
class LabelMap:
    """A label for every pixel.

    Attributes
    ----------
    shape : tuple of int
        Rows and columns.
    tiles : tuple of tuple of Tile
        Rows of tiles, `TILE` pixels high and wide but for the last ones. What two maps have in common is shared.
    whole : ndarray of int32, shape (rows, columns), read-only, or None
        What the tiles are parts of, as long as nothing was edited.
    """

    shape: tuple[int, int]
    tiles: tuple[tuple[Tile, ...], ...]
    whole: Labels | None = None

    @classmethod
    def of(cls, labels: Labels) -> LabelMap:
        """Take an array of labels, which must not be written to any more, without a copy."""
        whole = np.ascontiguousarray(labels, np.int32)
        whole.flags.writeable = False
        rows, columns = whole.shape

        def row(part: slice) -> tuple[Tile, ...]:
            return tuple(Tile.of(whole[part, left : left + TILE]) for left in range(0, columns, TILE))

        return cls((rows, columns), tuple(parallel(row, blocks(rows, TILE))), whole)

    def array(self) -> Labels:
        """Return all labels as one read-only array; without a copy where nothing was ever edited."""
        return self.window(Rectangle(0, 0, *self.shape))

    def at(self, row: int, column: int) -> int:
        """Return the label of one pixel."""
        return int(self.tiles[row // TILE][column // TILE].labels[row % TILE, column % TILE])

    def window(self, part: Rectangle) -> Labels:
        """Return the labels of a rectangle inside the image, read-only."""
        if self.whole is not None:
            return self.whole[part.slices]
        out = np.empty((part.bottom - part.top, part.right - part.left), np.int32)
        for row, column, there, here in _meeting(part):
            out[here] = self.tiles[row][column].labels[there]
        out.flags.writeable = False
        return out

    def picked(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Labels:
        """Return the labels where some rows and columns, both in rising order, cross."""
        out = np.empty((len(rows), len(columns)), np.int32)
        row_ends, column_ends = _ends(rows, len(self.tiles)), _ends(columns, len(self.tiles[0]))
        for number, (top, bottom) in enumerate(pairwise(row_ends)):
            for other, (left, right) in enumerate(pairwise(column_ends)):
                if top < bottom and left < right:
                    # pieces of rows, then columns of them: several times faster than pixel by pixel
                    down, across = rows[top:bottom] - number * TILE, columns[left:right] - other * TILE
                    crossed = self.tiles[number][other].labels[down, across[0] : across[-1] + 1]
                    out[top:bottom, left:right] = crossed.take(across - across[0], axis=1)
        return out

    def replaced(self, part: Rectangle, labels: Labels) -> LabelMap:
        """Return a map with the labels of a rectangle inside the image replaced; unchanged tiles are shared."""
        tiles = [list(row) for row in self.tiles]
        for row, column, there, here in _meeting(part):
            old, new = tiles[row][column].labels, labels[here]
            if not np.array_equal(old[there], new):
                changed = old.copy()
                changed[there] = new
                tiles[row][column] = Tile.of(changed)
        return self._with(tiles)

    def mapped(self, lookup: Labels) -> LabelMap:
        """Return a map in which label i has become lookup[i]; unchanged tiles are shared."""
        # in the caller's thread: the solver may have filled the pool, and a person is waiting
        lookup = lookup.astype(np.int32, copy=False)
        return self._with([[tile.mapped(lookup) for tile in row] for row in self.tiles])

    def changes(self, other: LabelMap) -> list[Rectangle]:
        """Return where another map of the same shape may differ: the tiles that are not shared."""
        both = zip(self._placed(), other._placed(), strict=True)
        return [place for (place, tile), (_, old) in both if tile is not old]

    def table(self, labels: Collection[int]) -> NDArray[np.bool_]:
        """Return what tells of each label from 0 to the largest whether it is one of some."""
        table = np.zeros(self.largest() + 1, bool)
        table[[label for label in labels if label < len(table)]] = True
        return table

    def bounds(self, labels: Collection[int]) -> Rectangle:
        """Return the smallest rectangle around some labels; an empty one if there are none."""
        wanted = self.table(labels)
        found: Rectangle | None = None
        for place, tile in self._placed():
            inside = int(tile.counts[wanted[tile.present]].sum())
            if inside == 0 or (found is not None and found.united(place) == found):
                continue
            part = place if inside == tile.labels.size else _around(wanted.take(tile.labels), place)
            found = part if found is None else found.united(part)
        return found or Rectangle(0, 0, 0, 0)

    def largest(self) -> int:
        """Return the largest label."""
        return max(int(tile.present[-1]) for _, tile in self._placed())

    def area(self, label: int) -> int:
        """Return the number of pixels of a label."""
        return sum(int(tile.counts[tile.present == label].sum()) for _, tile in self._placed())

    def areas(self) -> NDArray[np.int64]:
        """Return the number of pixels of each label, 0 … the largest."""
        areas = np.zeros(self.largest() + 1, np.int64)
        for _, tile in self._placed():
            areas[tile.present] += tile.counts
        return areas

    def buffers(self) -> dict[int, int]:
        """Return the bytes of the memory this map keeps alive, by the identity of its owner."""
        arrays = [tile.labels for _, tile in self._placed()]
        owners: list[Any] = [array if array.base is None else array.base for array in arrays]
        return {id(owner): memoryview(owner).nbytes for owner in owners}

    def _with(self, tiles: Sequence[Sequence[Tile]]) -> LabelMap:
        """Return a map of other tiles; itself if they are the same."""
        changed = LabelMap(self.shape, tuple(map(tuple, tiles)))
        return changed if self.changes(changed) else self

    def _placed(self) -> Iterator[tuple[Rectangle, Tile]]:
        """Go through the tiles and their places."""
        for number, row in enumerate(self.tiles):
            for other, tile in enumerate(row):
                top, left = number * TILE, other * TILE
                yield Rectangle(top, left, top + tile.labels.shape[0], left + tile.labels.shape[1]), tile


def _around(inside: NDArray[np.bool_], place: Rectangle) -> Rectangle:
    """Return the smallest rectangle around what is inside, of which there must be something, in a tile."""
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return Rectangle(
        place.top + int(rows[0]),
        place.left + int(columns[0]),
        place.top + int(rows[-1]) + 1,
        place.left + int(columns[-1]) + 1,
    )


def _meeting(part: Rectangle) -> Iterator[tuple[int, int, tuple[slice, slice], tuple[slice, slice]]]:
    """Go through the tiles that a rectangle meets: row, column, the common pixels in the tile and in the rectangle."""
    for row in range(part.top // TILE, -(-part.bottom // TILE)):
        for column in range(part.left // TILE, -(-part.right // TILE)):
            both = part.within(((row + 1) * TILE, (column + 1) * TILE))
            top, left = max(both.top, row * TILE), max(both.left, column * TILE)
            there = (
                slice(top - row * TILE, both.bottom - row * TILE),
                slice(left - column * TILE, both.right - column * TILE),
            )
            here = slice(top - part.top, both.bottom - part.top), slice(left - part.left, both.right - part.left)
            yield row, column, there, here


def _ends(places: NDArray[np.intp], tiles: int) -> list[int]:
    """Return where in a rising sequence each tile's part begins, and where the last one's ends."""
    return [int(end) for end in np.searchsorted(places, np.arange(tiles + 1) * TILE)]
