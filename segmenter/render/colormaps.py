"""Numbers as colours: eigenvectors, similarities, margins and boundary strengths on a screen. Pure NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.render.overlay import from_oklab

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.render.overlay import RGB

    Values = NDArray[np.floating]

ROBUST = 1.0
"""Percent of the pixels at either end that may be saturated: one odd pixel must not make all others grey."""

STEPS = 127
"""Shades on either side of white."""

WHITE, END, CHROMA = 0.97, 0.55, 0.14
"""Lightness of the middle and of both ends of the diverging colours in OKLCH, and the chroma of the ends."""

BLUE, ORANGE = np.deg2rad(255), np.deg2rad(55)
"""Hues told apart by people who see no red or no green."""


def diverging(values: Values, limit: float | None = None) -> RGB:
    """Colour values by their sign: blue below 0, white at 0, orange above; equally dark where equally far from 0.

    Parameters
    ----------
    values : ndarray of float, shape (rows, columns)
    limit : float, optional
        What has the full colour, such as 1 for a cosine. Otherwise the 98 percentile of the magnitudes that are
        not exactly 0.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 3)
    """
    colours: RGB = DIVERGING[_steps(values, limit)]
    return colours


def full(values: Values) -> float:
    """Return the number that `diverging` shows in full colour if it is given none; never 0."""
    counted = np.abs(values[values != 0])
    return float(np.percentile(counted, 100 - 2 * ROBUST)) if counted.size else 1.0


def false_colours(images: Values) -> RGB:
    """Show three images as red, green and blue.

    Parameters
    ----------
    images : ndarray of float, shape (rows, columns, 3)
        Such as eigenvectors: a 0 of all three is grey, so that what one of them singles out stands out in its colour.
        Each is scaled as by `diverging`.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 3)
    """
    return np.stack([_steps(images[:, :, at], None) for at in range(3)], axis=2).astype(np.uint8)


def _steps(values: Values, limit: float | None) -> NDArray[np.intp]:
    """Scale values to 0 … 2 STEPS, 0 to the middle."""
    limit = full(values) if limit is None else limit
    steps: NDArray[np.intp] = np.rint(np.clip(values / limit, -1, 1) * STEPS).astype(np.intp)
    return steps + STEPS


def _diverging() -> RGB:
    """Return the colours from blue to orange in even steps of OKLCH."""
    place = np.linspace(-1, 1, 2 * STEPS + 1)
    hue = np.where(place < 0, BLUE, ORANGE)
    strength = np.abs(place)
    lightness, chroma = WHITE + (END - WHITE) * strength, CHROMA * strength
    return from_oklab(np.stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)], axis=1))


DIVERGING = _diverging()
"""ndarray of uint8, shape (2 STEPS + 1, 3): full blue, white, full orange."""
