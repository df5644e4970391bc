"""Outlines of labels: polygons that follow the edges of pixels exactly.

Where four pixels meet, an outline can only turn. So it is found without following it pixel by pixel: all corners at
once; corners along a line joined two by two, which gives its straight edges; then edge after edge until the ring
closes. The time goes with the length of the outlines, and only a first look at every pixel with the size of the image.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Index = NDArray[np.intp]
    Mask = NDArray[np.bool_]


def polygons(labels: NDArray[np.integer]) -> dict[int, list[NDArray[np.int32]]]:
    """Trace the outlines of all labels.

    Parameters
    ----------
    labels : ndarray of int, shape (rows, columns)
        0 is background and has no outline.

    Returns
    -------
    dict of int to list of ndarray of int32, shape (corners, 2)
        The rings of each label that occurs, labels in ascending order. A ring is a row of corners (x, y) = (column,
        row) in pixels: pixel (row, column) is the square from (column, row) to (column + 1, row + 1). The last corner
        joins the first, which is not repeated; edges are horizontal and vertical in turn, the first one horizontal.

        Even-odd filling of a label's rings gives exactly its pixels. Outer rings have a positive area by the
        shoelace formula Σ (x_i y_i+1 - x_i+1 y_i) / 2, holes a negative one: seen with y downwards, outer rings run
        clockwise and the label is always on the right. Each 4-connected piece has one outer ring, which comes before
        its holes. Rings may touch each other, and themselves never.

    Notes
    -----
    To know which hole belongs to which outer ring, trace `regions.pieces(labels)[0]` instead: of each piece the first
    ring is the outer one, all others are its holes.

    About 150 bytes of memory are used for each corner.
    """
    corners = _corners(labels)
    following = _following(corners, labels.shape)
    leaving = np.flatnonzero(corners.south == corners.eastward)
    order, starts = _walk(following, leaving)
    touching = _touching(corners, order, starts)
    if len(touching):
        # a ring that comes back to a point: going on from there by its other way out makes two rings of it
        following[touching] = following[touching[:, ::-1]]
        order, starts = _walk(following, leaving)
    rings = np.split(np.stack([corners.x, corners.y], axis=1)[order], starts[1:])
    owner = corners.label[order[starts]]
    found: dict[int, list[NDArray[np.int32]]] = {label: [] for label in np.unique(owner).tolist()}
    for label, ring in zip(owner.tolist(), rings, strict=False):  # of no labels, split makes one empty ring
        found[label].append(ring)
    return found


def simplified(ring: NDArray[np.int32], tolerance: float) -> NDArray[np.int32]:
    """Leave out corners of a ring.

    Parameters
    ----------
    ring : ndarray of int32, shape (corners, 2)
        The last corner joins the first.
    tolerance : float
        How far the new outline may lie from those left out, in pixels; 0 leaves none out.

    Returns
    -------
    ndarray of int32, shape (corners, 2)
        Of at least three corners; the ring itself if fewer would be left. Neighbouring outlines are simplified each by
        itself, so they may overlap by the tolerance.

    References
    ----------
    Douglas & Peucker, Algorithms for the reduction of the number of points required to represent a digitized line or
    its caricature, 1973.
    """
    if tolerance <= 0 or len(ring) <= 4:
        return ring
    from skimage.measure import approximate_polygon  # noqa: PLC0415 - a third of the window's start: it needs scipy.signal

    kept = np.asarray(approximate_polygon(np.concatenate([ring, ring[:1]]), tolerance), np.int32)[:-1]
    return kept if len(kept) > 2 else ring


@dataclass(frozen=True, eq=False)
class _Corners:
    """Where the outline of a label turns, from top to bottom and left to right.

    Each belongs to one of the four pixels around its point: the one in the angle, or opposite to the gap in it.

    Attributes
    ----------
    label, x, y : ndarray of int32, shape (n,)
    south, east : ndarray of bool, shape (n,)
        Where its pixel lies, seen from its point: on this side of both edges.
    southward, eastward : ndarray of bool, shape (n,)
        Where its vertical and its horizontal edge lie, seen from its point.
    twin : ndarray of int, shape (n,)
        The other corner of the same label at the same point, -1 if there is none.
    """

    label: NDArray[np.int32]
    x: NDArray[np.int32]
    y: NDArray[np.int32]
    south: Mask
    east: Mask
    southward: Mask
    eastward: Mask
    twin: Index


def _corners(labels: NDArray[np.integer]) -> _Corners:
    """Find the corners of all labels."""
    padded = np.pad(labels, 1)
    quarters = padded[:-1, :-1], padded[:-1, 1:], padded[1:, :-1], padded[1:, 1:]  # NW, NE, SW, SE of each point
    mixed = np.zeros(quarters[0].shape, bool)
    for other in quarters[1:]:
        mixed |= quarters[0] != other
    y, x = np.nonzero(mixed)
    around = np.stack([quarter[y, x] for quarter in quarters], axis=1)
    beside, upright, opposite = around[:, [1, 0, 3, 2]], around[:, [2, 3, 0, 1]], around[:, ::-1]
    convex = (around != beside) & (around != upright)
    turns = (around != 0) & (convex | ((around == beside) & (around == upright) & (around != opposite)))
    number = np.full(turns.shape, -1)
    number[turns] = np.arange(np.count_nonzero(turns))
    point, quarter = np.nonzero(turns)
    south, east, convex = quarter >= 2, quarter % 2 == 1, convex[turns]
    return _Corners(
        label=around[turns].astype(np.int32),
        x=x[point].astype(np.int32),
        y=y[point].astype(np.int32),
        south=south,
        east=east,
        southward=south == convex,
        eastward=east == convex,
        twin=np.where(around == opposite, number[:, ::-1], -1)[turns],
    )


def _following(corners: _Corners, shape: tuple[int, ...]) -> Index:
    """Return the corner that follows each, the label on the right."""
    rows, columns = (extent + 1 for extent in shape)
    x, y = corners.x.astype(np.int64), corners.y.astype(np.int64)
    following = np.empty(len(x), np.intp)
    # the edges on one side of a line of pixels do not overlap: in their order, every two corners are one edge
    level = ((corners.south * rows + y) * columns + x) * 2 + corners.eastward
    steep = ((corners.east * columns + x) * rows + y) * 2 + corners.southward
    for place, ascending in ((level, corners.south), (steep, ~corners.east)):
        low, high = np.argsort(place, kind="stable").reshape(-1, 2).T
        forward = ascending[low]
        following[np.where(forward, low, high)] = np.where(forward, high, low)
    return following


def _walk(following: Index, leaving: Index) -> tuple[Index, Index]:
    """Go round all rings; return the corners in this order, and where in it each ring starts.

    `leaving` are the corners that an outline leaves by a horizontal edge, every other one of each ring.
    """
    number = np.empty(len(following), np.intp)
    number[leaving] = np.arange(len(leaving))
    after = number[following[following[leaving]]].tolist()
    visited = bytearray(len(after))
    order: list[int] = []
    starts: list[int] = []
    for start in range(len(after)):
        if visited[start]:
            continue
        starts.append(len(order))
        at = start
        while not visited[at]:
            visited[at] = 1
            order.append(at)
            at = after[at]
    first = leaving[np.array(order, np.intp)]
    return np.stack([first, following[first]], axis=1).ravel(), np.array(starts, np.intp) * 2


def _touching(corners: _Corners, order: Index, starts: Index) -> Index:
    """Return the pairs of corners at which a ring touches itself."""
    ring = np.empty(len(order), np.intp)
    ring[order] = np.repeat(np.arange(len(starts)), np.diff(starts, append=len(order)))
    one = np.flatnonzero(corners.twin > np.arange(len(order)))
    other = corners.twin[one]
    same = ring[one] == ring[other]
    return np.stack([one[same], other[same]], axis=1)
