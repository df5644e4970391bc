"""Masks as the lengths of their runs, as COCO has them: down the columns, empty ones first, packed into text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]

DIGITS = 7
"""Characters that a length can take: 5 bits each, the last one with a sign."""


def lengths(inside: NDArray[np.bool_], top: int, left: int, shape: tuple[int, int]) -> Integers:
    """Return the lengths of the runs of a mask.

    Parameters
    ----------
    inside : ndarray of bool, shape (height, width)
        Not empty.
    top, left : int
        Where it lies in the image.
    shape : tuple of int
        Rows and columns of the image.

    Returns
    -------
    ndarray of int64, shape (runs,)
        Of pixels outside and inside in turn, the first outside; column by column.
    """
    columns = np.zeros((inside.shape[1], inside.shape[0] + 2), bool)
    columns[:, 1:-1] = inside.T
    column, row = np.nonzero(columns[:, 1:] != columns[:, :-1])  # where runs begin and end, in turn
    ends = (left + column) * shape[0] + top + row
    # a run that reaches the foot of a column and the head of the next one is one run
    joined = np.flatnonzero(ends[1:-1:2] == ends[2::2]) * 2 + 1
    ends = np.delete(ends, [joined, joined + 1])
    found = np.diff(ends, prepend=0, append=shape[0] * shape[1])
    return found if found[-1] else found[:-1]


def mask(found: Integers, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return the mask of some lengths of runs; ValueError if they are not of an image of this shape."""
    if (found < 0).any() or int(found.sum()) != shape[0] * shape[1]:
        raise ValueError("its runs are not of this image")
    inside = np.arange(len(found)) % 2 == 1
    return np.repeat(inside, found).reshape(shape[::-1]).T


def boxed(found: Integers, shape: tuple[int, int]) -> tuple[int, int, NDArray[np.bool_]]:
    """Return the mask of some lengths of runs in the box around it: top, left, pixels.

    The image itself is not made: who has thousands of masks has memory for one.
    """
    if (found < 0).any() or int(found.sum()) != shape[0] * shape[1]:
        raise ValueError("its runs are not of this image")
    ends = np.cumsum(found)
    starts, stops = ends[:-1:2], ends[1::2]
    starts, stops = starts[: len(stops)][stops > starts[: len(stops)]], stops[stops > starts[: len(stops)]]
    if not len(starts):
        return 0, 0, np.zeros((0, 0), bool)
    left, right = int(starts[0] // shape[0]), int((stops[-1] - 1) // shape[0]) + 1
    turns = np.zeros((right - left) * shape[0] + 1, np.int8)
    turns[starts - left * shape[0]] = 1
    turns[stops - left * shape[0]] -= 1
    inside = np.cumsum(turns[:-1], dtype=np.int8).astype(bool).reshape(-1, shape[0]).T
    rows = np.flatnonzero(inside.any(axis=1))
    return int(rows[0]), left, inside[rows[0] : rows[-1] + 1]


def pack(found: Integers) -> str:
    """Return lengths as text: each but the first three as the difference to the one before the last."""
    values = found.copy()
    values[3:] -= found[1:-2]
    codes = np.zeros((len(values), DIGITS), np.uint8)
    used = np.zeros((len(values), DIGITS), bool)
    going = np.ones(len(values), bool)
    for at in range(DIGITS):
        digit = values & 31
        values = values >> 5
        more = np.where(digit & 16, values != -1, values != 0)
        codes[:, at] = 48 + (digit | np.where(more, 32, 0))
        used[:, at] = going
        going = going & more
    return codes[used].tobytes().decode("ascii")


def unpack(text: str) -> Integers:
    """Return the lengths of a text; ValueError if it holds none."""
    codes = np.frombuffer(text.encode("ascii"), np.uint8).astype(np.int64) - 48
    if not len(codes) or (codes < 0).any() or (codes > 63).any() or codes[-1] & 32:
        raise ValueError("its runs are damaged")
    last = np.flatnonzero(~codes & 32)
    first = np.concatenate([[0], last[:-1] + 1])
    place = np.arange(len(codes)) - np.repeat(first, last - first + 1)
    if place.max() >= DIGITS:
        raise ValueError("its runs are damaged")
    values = np.add.reduceat((codes & 31) << (5 * place), first)
    values -= np.where(codes[last] & 16, np.int64(1) << (5 * (place[last] + 1)), 0)
    for start in (1, 2):  # the sums of the differences, of those inside and of those outside by themselves
        values[start::2] = np.cumsum(values[start::2])
    return values
