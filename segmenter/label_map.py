"""Labels of an image in tiles that never change: an edit copies what it touches, so keeping every past is cheap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

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
class LabelMap:
    """A label for every pixel.

    Attributes
    ----------
    shape : tuple of int
        Rows and columns.
    tiles : tuple of tuple of ndarray of int32, read-only
        Rows of tiles, `TILE` pixels high and wide but for the last ones. What two maps have in common is shared.
    """

    shape: tuple[int, int]
    tiles: tuple[tuple[Labels, ...], ...]

    @classmethod
    def of(cls, labels: Labels) -> LabelMap:
        """Take an array of labels, which must not be written to any more, without a copy."""
        whole = np.ascontiguousarray(labels, np.int32)
        whole.flags.writeable = False
        rows, columns = whole.shape
        tiles = tuple(
            tuple(whole[top : top + TILE, left : left + TILE] for left in range(0, columns, TILE))
            for top in range(0, rows, TILE)
        )
        return cls((rows, columns), tiles)

    def array(self) -> Labels:
        """Return all labels as one read-only array; without a copy where nothing was ever edited."""
        owners = {id(tile.base) for row in self.tiles for tile in row}
        base = self.tiles[0][0].base
        if len(owners) == 1 and isinstance(base, np.ndarray) and base.shape == self.shape:
            return base
        return self.window(Rectangle(0, 0, *self.shape))

    def at(self, row: int, column: int) -> int:
        """Return the label of one pixel."""
        return int(self.tiles[row // TILE][column // TILE][row % TILE, column % TILE])

    def window(self, part: Rectangle) -> Labels:
        """Return the labels of a rectangle, read-only."""
        out = np.empty((part.bottom - part.top, part.right - part.left), np.int32)
        for row, column, there, here in _meeting(part):
            out[here] = self.tiles[row][column][there]
        out.flags.writeable = False
        return out

    def picked(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Labels:
        """Return the labels where some rows and columns, both in rising order, cross."""
        out = np.empty((len(rows), len(columns)), np.int32)
        row_ends, column_ends = _ends(rows, len(self.tiles)), _ends(columns, len(self.tiles[0]))
        for number, (top, bottom) in enumerate(pairwise(row_ends)):
            for other, (left, right) in enumerate(pairwise(column_ends)):
                crossing = np.ix_(rows[top:bottom] - number * TILE, columns[left:right] - other * TILE)
                out[top:bottom, left:right] = self.tiles[number][other][crossing]
        return out

    def replaced(self, part: Rectangle, labels: Labels) -> LabelMap:
        """Return a map with the labels of a rectangle replaced; tiles in which nothing changes are shared."""
        tiles = [list(row) for row in self.tiles]
        for row, column, there, here in _meeting(part):
            old, new = tiles[row][column], labels[here]
            if not np.array_equal(old[there], new):
                changed = old.copy()
                changed[there] = new
                changed.flags.writeable = False
                tiles[row][column] = changed
        return LabelMap(self.shape, tuple(map(tuple, tiles)))

    def mapped(self, lookup: Labels) -> LabelMap:
        """Return a map in which label i has become lookup[i]; tiles in which nothing changes are shared."""

        def change(tile: Labels) -> Labels:
            new = lookup[tile]
            if np.array_equal(new, tile):
                return tile
            new.flags.writeable = False
            return new

        # in the caller's thread: the solver may have filled the pool, and a person is waiting
        return LabelMap(self.shape, tuple(tuple(map(change, row)) for row in self.tiles))

    def changes(self, other: LabelMap) -> list[Rectangle]:
        """Return where another map of the same shape may differ: the tiles that are not shared."""
        return [place for place, tile, old in self._beside(other) if tile is not old]

    def bounds(self, labels: Collection[int]) -> Rectangle:
        """Return the smallest rectangle around some labels; an empty one if there are none."""
        wanted = np.zeros(self.largest() + 2, bool)
        wanted[[label for label in labels if label < len(wanted)]] = True
        found: Rectangle | None = None
        for place, tile in self._placed():
            inside = wanted[tile]
            rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
            if len(rows):
                part = Rectangle(
                    place.top + int(rows[0]),
                    place.left + int(columns[0]),
                    place.top + int(rows[-1]) + 1,
                    place.left + int(columns[-1]) + 1,
                )
                found = part if found is None else found.united(part)
        return found or Rectangle(0, 0, 0, 0)

    def largest(self) -> int:
        """Return the largest label."""
        return max(int(tile.max(initial=0)) for _, tile in self._placed())

    def areas(self) -> NDArray[np.int64]:
        """Return the number of pixels of each label, 0 … the largest."""
        size = self.largest() + 1
        counts = [np.bincount(tile.ravel(), minlength=size) for _, tile in self._placed()]
        areas: NDArray[np.int64] = np.sum(counts, axis=0, dtype=np.int64)
        return areas

    def buffers(self) -> dict[int, int]:
        """Return the bytes of the memory this map keeps alive, by the identity of its owner."""
        owners = (tile if tile.base is None else tile.base for row in self.tiles for tile in row)
        return {id(owner): owner.nbytes for owner in owners if isinstance(owner, np.ndarray)}

    def _placed(self) -> Iterator[tuple[Rectangle, Labels]]:
        """Go through the tiles and their places."""
        for number, row in enumerate(self.tiles):
            for other, tile in enumerate(row):
                top, left = number * TILE, other * TILE
                yield Rectangle(top, left, top + tile.shape[0], left + tile.shape[1]), tile

    def _beside(self, other: LabelMap) -> Iterator[tuple[Rectangle, Labels, Labels]]:
        """Go through the places, the tiles, and the other map's tiles."""
        for (place, tile), (_, old) in zip(self._placed(), other._placed(), strict=True):
            yield place, tile, old


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
