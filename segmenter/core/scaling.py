"""How stored samples become numbers that are compared: CIELAB for colours, 0…100 for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core import cielab
from segmenter.core.image import white

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.core.solver.blocks import Array


def conversion(image: Image, pixels: NDArray[Any], mask: NDArray[np.bool_]) -> Callable[[NDArray[Any]], Array]:
    """Return what converts a strip of pixels, shape (rows, columns, channels), to float32.

    The range of what is no colour is stretched: all channels are weighted alike, whatever their units. Floats within
    0…1 are taken as they are, and of other values the 0.1st and 99.9th percentile of the mask span 0…100.
    """
    if image.colour == "rgb":
        return _colours(image)
    if image.colour == "grey" and pixels.dtype == np.uint8:
        ramp = cielab.linear(np.arange(256, dtype=np.float32) / np.float32(255))
        lightness = np.ascontiguousarray(cielab.of_linear(ramp, ramp, ramp)[:, 0])
        return lambda strip: lightness.take(strip)
    low, high = np.float64(0), np.float64(1)
    valid = pixels[mask]
    within = pixels.dtype.kind in "bf" and valid.min(initial=0) >= 0 and valid.max(initial=1) <= 1
    if valid.size and not within:
        low, high = np.percentile(valid, [0.1, 99.9], axis=0)
    scale = 100 / np.where(high > low, high - low, 1.0)

    def convert(strip: NDArray[Any]) -> Array:
        # infinity becomes 0, too: the huge number it becomes otherwise overflows
        finite = np.nan_to_num(strip.astype(np.float64), posinf=0, neginf=0)
        return ((finite - low) * scale).astype(np.float32)

    return convert


def _colours(image: Image) -> Callable[[NDArray[Any]], Array]:
    """Return the conversion of sRGB samples to CIELAB."""
    kind, full = image.pixels.dtype, white(image)
    if kind == np.uint8:
        table = cielab.linear(np.arange(256, dtype=np.float32) / np.float32(255))
        return lambda strip: cielab.of_linear(*(table.take(strip[:, :, channel]) for channel in range(3)))
    unit = np.float32(1 / full)

    def convert(strip: NDArray[Any]) -> Array:
        samples = np.clip(np.nan_to_num(strip.astype(np.float32)) * unit, 0, 1)
        return cielab.of_linear(*np.moveaxis(cielab.linear(samples), 2, 0))

    return convert
