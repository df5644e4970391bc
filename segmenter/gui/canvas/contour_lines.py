"""Lines along the borders of segments, one or two screen pixels wide, whatever the scale. Pure NumPy.

The functions here are given labels as the screen shows them, one for each of its pixels, and say what is drawn
where as small numbers, for which a table holds the colours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from segmenter.render.overlay import grown, outlines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.uint8]
    Mask = NDArray[np.bool_]

NOTHING: Final = 0
EDGE, LINE = 1, 2
"""Of contours: a light line between dark edges stands out on every ground."""

VEIL, BRIGHT, ACCENT, RIM, GLOW = 1, 2, 3, 4, 5
"""Of marks: the segment under the cursor is lifted and has a bright line; a selected one a line that glows inwards."""

SELECTED, POINTED = 1, 2
"""Roles of segments; a segment can have both."""


def reach(width: int) -> int:
    """Return how far from a border the lines of some width reach, in screen pixels."""
    return 6 * width + 1


def contours(labels: NDArray[np.integer], width: int) -> Codes:
    """Draw the borders between labels.

    Parameters
    ----------
    labels : ndarray of int, shape (rows, columns)
    width : int
        Of the light line; the dark edges are as wide again on either side.

    Returns
    -------
    ndarray of uint8, shape (rows, columns)
        NOTHING, EDGE or LINE.
    """
    line = outlines(labels)
    if not line.any():
        return np.zeros(labels.shape, np.uint8)
    line = widened(line, width - 1)
    codes = widened(line, width).view(np.uint8)
    codes += line
    return codes


def marks(roles: Codes, width: int) -> Codes:
    """Draw which segments are selected and which is under the cursor.

    Parameters
    ----------
    roles : ndarray of uint8, shape (rows, columns)
        SELECTED, POINTED, or their sum, by pixel.
    width : int
        Of the bright line; that of a selected segment is twice as wide, its glow twice as wide again.

    Returns
    -------
    ndarray of uint8, shape (rows, columns)
        NOTHING, VEIL, BRIGHT, ACCENT, RIM or GLOW.
    """
    codes = np.zeros(roles.shape, np.uint8)
    pointed = (roles & POINTED).astype(bool)
    if pointed.any():
        codes[pointed] = VEIL
        codes[pointed & ~_shrunk(pointed, width)] = BRIGHT
    selected = (roles & SELECTED).astype(bool)
    if selected.any():
        codes[widened(selected, width) & ~selected] = RIM
        line = _shrunk(selected, 2 * width)
        codes[line & ~_shrunk(line, 4 * width)] = GLOW
        codes[selected & ~line] = ACCENT
    return codes


def widened(mask: Mask, steps: int) -> Mask:
    """Return a mask with all that is within some steps to the side, up or down; at least a copy."""
    wide = mask.copy()
    for _ in range(steps):
        wide = grown(wide)
    return wide


def _shrunk(mask: Mask, steps: int) -> Mask:
    """Return what of a mask is more than some steps inside it."""
    return ~widened(~mask, steps)
