"""How an image is shown: which values are black and full, how bright the middle is, and the colour of each channel.

What is measured, segmented and exported knows nothing of it. Pure NumPy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.image import white

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.progress import ProgressCallback
    from segmenter.render.overlay import RGB

Colour = tuple[int, int, int]

WHITE, RED, GREEN, BLUE, MAGENTA = (255, 255, 255), (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 0, 255)
FURTHER = (MAGENTA, (0, 255, 255), (255, 255, 0), (255, 128, 0), WHITE)
"""Of channels behind the third, which are not shown at first."""

STRIP = 256
"""Rows that are worked on in one go."""

CHECKER = (224, 192)
"""Greys of the checkerboard shown where an image has no pixels."""

PERCENTILES = 0.5, 99.5
"""That `stretched` shows black and full."""


@dataclass(frozen=True)
class Channel:
    """How a channel is shown.

    Attributes
    ----------
    low, high : float
        The values that are black and full.
    gamma : float
        Above 1 the middle is brighter, below 1 darker.
    colour : tuple of int
        sRGB, of a full value. Colours of several channels are added.
    visible : bool
    """

    low: float
    high: float
    gamma: float = 1.0
    colour: Colour = WHITE
    visible: bool = True


Contrast = tuple[Channel, ...]
"""Of each channel of an image."""


def automatic(image: Image) -> Contrast:
    """Return how an image is shown if nobody chooses."""
    pixels = image.pixels.reshape(*image.shape, -1)
    count = pixels.shape[2]
    if image.colour == "rgb":  # one range for all three, or the hues would change
        top = white(image)
        return tuple(Channel(0.0, top, colour=colour) for colour in (RED, GREEN, BLUE))
    colours = {1: (WHITE,), 2: (MAGENTA, GREEN)}.get(count, (RED, GREEN, BLUE, *FURTHER))
    counted = _counted(image)
    return tuple(Channel(*limits(pixels[:, :, at], counted), colour=colours[at], visible=at < 3) for at in range(count))


def stretched(image: Image, contrast: Contrast) -> Contrast:
    """Return a contrast that shows nearly all values there are between black and full."""
    pixels = image.pixels.reshape(*image.shape, -1)
    step = max(1, int(np.sqrt(pixels.shape[0] * pixels.shape[1] / 250_000)))  # enough to know percentiles
    sample, counted = pixels[::step, ::step], _counted(image)[::step, ::step]
    valid = sample[counted] if counted.any() else sample.reshape(-1, pixels.shape[2])
    ends = np.percentile(valid.astype(np.float64), PERCENTILES, axis=0)
    low, high = ends
    if image.colour == "rgb":
        low, high = np.full(3, low.min()), np.full(3, high.max())
    found = zip(contrast, low.tolist(), high.tolist(), strict=True)
    return tuple(replace(each, low=bottom, high=max(top, bottom + 1e-9)) for each, bottom, top in found)


def shown(image: Image, contrast: Contrast, step: int = 1, progress: ProgressCallback | None = None) -> RGB:
    """Return an image as it is seen.

    Parameters
    ----------
    image : Image
    contrast : tuple of Channel
    step : int
        Of so many rows and columns one is taken.
    progress : ProgressCallback, optional

    Returns
    -------
    ndarray of uint8, shape (ceil(rows / step), ceil(columns / step), 3)
    """
    pixels = image.pixels.reshape(*image.shape, -1)[::step, ::step]
    counted = _counted(image)[::step, ::step]
    out = np.empty((*pixels.shape[:2], 3), np.uint8)
    tables = [_table(channel, pixels.dtype) for channel in contrast]
    for top in range(0, len(out), STRIP):
        if progress is not None:
            progress("reading", top / len(out))
        rows = slice(top, top + STRIP)
        sums = np.zeros((*pixels[rows].shape[:2], 3), np.uint16)
        for at, (channel, table) in enumerate(zip(contrast, tables, strict=True)):
            if channel.visible:
                _add(sums, _levels(pixels[rows, :, at], channel, table), channel.colour)
        out[rows] = np.minimum(sums, 255)
    if not counted.all():
        out[~counted] = checkerboard(*out.shape[:2])[~counted][:, None]
    return out


def display(image: Image) -> RGB:
    """Make an image of any kind fit for a screen.

    Colours are shown up to their `white`; 8-bit grey is shown as it is; other grey images and channels are stretched
    from their 0.1 to their 99.9 percentile. Two channels are shown magenta and green, of more the first three as red,
    green and blue. Left-out pixels show a checkerboard.

    Parameters
    ----------
    image : Image

    Returns
    -------
    ndarray of uint8, shape (rows, columns, 3)
    """
    if image.colour == "rgb" and image.pixels.dtype == np.uint8 and (image.mask is None or image.mask.all()):
        return image.pixels  # nothing is to be done, and never written to
    return shown(image, automatic(image))


def limits(channel: NDArray[Any], shown: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the values of a channel that are shown black and full."""
    kind = channel.dtype
    if kind.kind == "b":
        return 0.0, 1.0
    if kind == np.uint8:
        return 0.0, 255.0
    valid = channel[shown]
    if not valid.size:
        return 0.0, 1.0
    if kind.kind == "f" and valid.min() >= 0 and valid.max() <= 1:
        return 0.0, 1.0
    low, high = np.percentile(valid, [0.1, 99.9], method="nearest")
    return float(low), float(high)


def checkerboard(rows: int, columns: int) -> RGB:
    """Return the ground that image editors show under transparent pixels, in squares of 8 pixels."""
    squares = (np.arange(rows)[:, None] // 8 + np.arange(columns) // 8) % 2
    board: RGB = np.array(CHECKER, np.uint8)[squares]
    return board


def _counted(image: Image) -> NDArray[np.bool_]:
    """Return which pixels have something to show."""
    counted = np.ones(image.shape, bool) if image.mask is None else image.mask
    if image.pixels.dtype.kind == "f":
        counted = counted & np.isfinite(image.pixels.reshape(*image.shape, -1)).all(axis=2)
    return counted


def _add(sums: NDArray[np.uint16], levels: NDArray[np.uint8], colour: Colour) -> None:
    """Add a channel in its colour, in place."""
    for at, part in enumerate(colour):
        if part == 255:
            sums[:, :, at] += levels
        elif part:
            sums[:, :, at] += (levels.astype(np.uint16) * part + 127) // 255


def _table(channel: Channel, kind: np.dtype[Any]) -> NDArray[np.uint8] | None:
    """Return the level of every value of a type, from its smallest on; None where there are too many."""
    if kind.kind == "b":
        return _computed(np.arange(2), channel)
    if kind.kind not in "ui" or kind.itemsize > 2:
        return None
    ends = np.iinfo(kind)
    return _computed(np.arange(ends.min, ends.max + 1), channel)


def _levels(values: NDArray[Any], channel: Channel, table: NDArray[np.uint8] | None) -> NDArray[np.uint8]:
    """Return values as 0 … 255."""
    if table is None:
        return _computed(values, channel)
    if values.dtype.kind == "i":
        values = values.astype(np.int32) - np.iinfo(values.dtype).min
    return table.take(values)


def _computed(values: NDArray[Any], channel: Channel) -> NDArray[np.uint8]:
    span = channel.high - channel.low if channel.high > channel.low else 1.0
    with np.errstate(over="ignore", invalid="ignore"):  # of infinities, and of numbers as large as floats go
        scaled = (values.astype(np.result_type(values, np.float32)) - channel.low) * (255 / span)
        scaled = np.clip(np.nan_to_num(scaled), 0, 255)
    if channel.gamma != 1:
        scaled = 255 * (scaled / 255) ** (1 / channel.gamma)
    levels: NDArray[np.uint8] = np.rint(scaled).astype(np.uint8)
    return levels
