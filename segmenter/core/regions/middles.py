"""Where in each region there is most room: a place for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

if TYPE_CHECKING:
    from numpy.typing import NDArray


def middles(labels: NDArray[np.integer]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Find for each label the pixel that is farthest from every other label and from the edge of the image.

    Parameters
    ----------
    labels : ndarray of int, shape (rows, columns)
        0 is background.

    Returns
    -------
    places : ndarray of int, shape (labels.max() + 1, 2)
        Row and column; 0 of the background and of labels that are not there.
    radii : ndarray of float32, shape (labels.max() + 1,)
        How far the pixel is from the nearest that is another's, pixels; 0 of those.
    """
    count = int(labels.max(initial=0)) + 1
    inside = np.pad(labels > 0, 1)
    padded = np.pad(labels, 1)
    for near, far in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1], np.s_[1:]),
    ):
        differs = padded[near] != padded[far]
        inside[near] &= ~differs
        inside[far] &= ~differs
    # borders are two pixels wide by now, so a pixel of a border is half a pixel from it
    room = ndimage.distance_transform_edt(inside)[1:-1, 1:-1].astype(np.float32) + np.float32(0.5)
    order = np.argsort(room, axis=None, kind="stable")  # so that the last one written of each label has most room
    places, radii = np.zeros((count, 2), np.intp), np.zeros(count, np.float32)
    best = np.zeros(count, np.intp)
    flat = labels.ravel()[order]
    best[flat] = order
    there = np.zeros(count, bool)
    there[flat] = True
    there[0] = False
    places[there] = np.stack(np.unravel_index(best[there], labels.shape), axis=1)
    radii[there] = room.ravel()[best[there]]
    return places, radii
