"""Labels as colours and outlines over an image. Pure NumPy."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    RGB = NDArray[np.uint8]

OPACITY = 0.5
"""Of the fill in an exported overlay: the colour is told at a glance, the photograph still recognised."""

HUE, LIGHTNESS = (0.23, 0.640), (0.6, 0.523)
"""Start and step of the two sequences colours are taken from, as parts of their range.

Of 30,000 tried, these keep the first 24 colours furthest apart, for full and for red-green-blind vision.
"""

DARKEST, LIGHTEST, CHROMA = 0.45, 0.90, 0.15
"""The range of OKLCH that is used: readable under black and white lines, vivid but not glaring."""

BLUE, YELLOW = math.radians(264), math.radians(95)
"""Hues of OKLCH that people without red or green see as they are."""

SAFE_RANGE, SAFE_STEP = (0.30, 0.97), 0.381966
"""Lightness of colours for everybody, and the part of that range from one colour to the next."""

LINE = 255
"""Outlines: a white line between darkened edges stands out on every ground."""

STRIP = 256
"""Rows that one thread colours at a time."""


def palette(count: int) -> RGB:
    """Choose a colour for every label.

    Hue and lightness both advance by irrational-like steps around their ranges, so that any number of colours
    spreads evenly, successive ones lie far apart, and what an eye cannot tell by hue differs in lightness.

    Parameters
    ----------
    count : int
        The largest label.

    Returns
    -------
    ndarray of uint8, shape (count + 1, 3)
        sRGB. Entry 0, the background, is black. The first colours do not depend on `count`.

    References
    ----------
    Ottosson, A perceptual color space for image processing, 2020 (OKLab).
    """
    number = np.arange(count)
    hue = 2 * np.pi * (HUE[0] + number * HUE[1])
    lightness = DARKEST + (LIGHTEST - DARKEST) * ((LIGHTNESS[0] + number * LIGHTNESS[1]) % 1)
    return _after_black(lightness, CHROMA, hue)


def safe_palette(count: int) -> RGB:
    """Choose a colour for every label that people tell apart who see no red, no green, or no blue.

    Of the hues only blue and yellow are used, which those without red or green tell apart, and grey; what is left
    is lightness, which everybody sees: its steps are larger than those of `palette`.

    Parameters
    ----------
    count : int
        The largest label.

    Returns
    -------
    ndarray of uint8, shape (count + 1, 3)
        sRGB. Entry 0, the background, is black. The first colours do not depend on `count`.
    """
    number = np.arange(count)
    hue = np.where(number % 3 == 0, BLUE, YELLOW)
    chroma = np.where(number % 3 == 2, 0, CHROMA)
    darkest, lightest = SAFE_RANGE
    lightness = darkest + (lightest - darkest) * ((LIGHTNESS[0] + number * SAFE_STEP) % 1)
    return _after_black(lightness, chroma, hue)


def _after_black(lightness: NDArray[Any], chroma: NDArray[Any] | float, hue: NDArray[Any]) -> RGB:
    """Return colours of OKLCH in sRGB, black before them."""
    colours = from_oklab(np.stack([lightness, chroma * np.cos(hue), chroma * np.sin(hue)], axis=1))
    return np.concatenate([np.zeros((1, 3), np.uint8), colours])


def from_oklab(lab: NDArray[np.float64]) -> RGB:
    """Convert OKLab to 8-bit sRGB; what no screen can show is clipped."""
    to_lms = np.array(
        [
            [1, 0.3963377774, 0.2158037573],
            [1, -0.1055613458, -0.0638541728],
            [1, -0.0894841775, -1.2914855480],
        ]
    )
    to_rgb = np.array(
        [
            [4.0767416621, -3.3077115913, 0.2309699292],
            [-1.2684380046, 2.6097574011, -0.3413193965],
            [-0.0041960863, -0.7034186147, 1.7076147010],
        ]
    )
    linear = np.clip((lab @ to_lms.T) ** 3 @ to_rgb.T, 0, 1)
    encoded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    colours: RGB = np.rint(encoded * 255).astype(np.uint8)
    return colours


def outlines(labels: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Find the borders between labels.

    Parameters
    ----------
    labels : ndarray of int, shape (rows, columns)

    Returns
    -------
    ndarray of bool, shape (rows, columns)
        True where the pixel below or to the right has another label: lines of one pixel.
    """
    found = np.zeros(labels.shape, bool)
    found[:, :-1] = labels[:, :-1] != labels[:, 1:]
    found[:-1] |= labels[:-1] != labels[1:]
    return found


def blend(
    image_rgb: RGB,
    labels: NDArray[np.integer],
    colours: RGB,
    opacity: float = OPACITY,
    *,
    contours: bool = True,
) -> RGB:
    """Lay the colours of the labels over an image.

    Parameters
    ----------
    image_rgb : ndarray of uint8, shape (rows, columns, 3)
    labels : ndarray of int, shape (rows, columns)
        The background, label 0, stays uncovered.
    colours : ndarray of uint8, shape (labels.max() + 1, 3) or longer
    opacity : float
        Of the colours, 0…1.
    contours : bool
        Draw the borders between labels; their width follows the size of the image, so that they are still
        seen when it is shown reduced.

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 3)
    """
    # 8.8 fixed point from two small tables: exact, the same everywhere, and no floats the size of the image
    share = round(opacity * 256)
    from_label = colours.astype(np.uint16) * share + 128
    from_image = np.arange(256, dtype=np.uint16) * (256 - share)
    out: RGB = np.empty((*labels.shape, 3), np.uint8)

    def mix(rows: slice) -> None:
        mixed = from_label[labels[rows]]
        mixed += from_image[image_rgb[rows]]
        mixed >>= 8
        out[rows] = mixed
        background = labels[rows] == 0
        if background.any():
            out[rows][background] = image_rgb[rows][background]

    parallel(mix, blocks(len(labels), STRIP))
    if contours:
        _draw(out, outlines(labels), 1 + max(labels.shape) // 1500)
    return out


def _draw(out: RGB, line: NDArray[np.bool_], width: int) -> None:
    """Draw lines with dark edges, in place."""
    for _ in range(width - 1):
        line = grown(line)
    edge = line
    for _ in range(width):
        edge = grown(edge)
    edge &= ~line
    out[edge] //= 2
    out[line] = LINE


def grown(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the pixels of a mask and their four neighbours."""
    grown = mask.copy()
    grown[1:] |= mask[:-1]
    grown[:-1] |= mask[1:]
    grown[:, 1:] |= mask[:, :-1]
    grown[:, :-1] |= mask[:, 1:]
    return grown
