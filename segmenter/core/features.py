"""What pixels are compared by: CIELAB for colours, 0…100 for everything else."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.ndimage import gaussian_filter
from skimage.color import rgb2lab

from segmenter.core.image import white
from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.core.solver.blocks import Array
    from segmenter.progress import ProgressCallback

STRIP = 64
"""Image rows that one thread converts at a time."""

AUTO_OFFSET, AUTO_SLOPE = 1.0, 0.4
"""The automatic sigma is AUTO_OFFSET + AUTO_SLOPE · median difference of neighbours; CIELAB units."""

AUTO_PIXELS = 100_000
"""What the automatic reduction leaves: enough for every region worth a label, and a graph that is solved at once."""


@dataclass(frozen=True, eq=False)
class Features:
    """Pixels as points of a space in which distance means difference.

    Attributes
    ----------
    values : ndarray of float32, shape (rows, columns, channels), read-only
        CIELAB units; lightness, and every channel without a colour meaning, spans 0…100. 0 outside the mask.
    mask : ndarray of bool, shape (rows, columns), read-only
        The pixels that take part.
    warnings : tuple of str
    """

    values: Array
    mask: NDArray[np.bool_]
    warnings: tuple[str, ...]


def compute(image: Image, roi: NDArray[np.bool_] | None, smoothing: float, progress: ProgressCallback) -> Features:
    """Turn an image into features.

    sRGB becomes CIELAB (D65, 2°). 8-bit grey becomes L*, so that a photograph and its grey copy agree. Other grey
    images and channels without a colour are measurements: each is scaled linearly, so that the 0.1 and 99.9
    percentiles of its valid samples become 0 and 100; floats that stay within 0…1 are scaled by 100.

    Parameters
    ----------
    image : Image
    roi : ndarray of bool, shape (rows, columns), or None
        Only these pixels take part.
    smoothing : float
        Standard deviation of a Gaussian, pixels. Pixels outside the mask do not bleed into it.
    progress : ProgressCallback

    Returns
    -------
    Features

    Raises
    ------
    ValueError
        `roi` has another shape than the image.
    """
    rows, columns = image.shape
    pixels = image.pixels.reshape(rows, columns, -1)
    mask = np.ones((rows, columns), bool) if image.mask is None else image.mask.copy()
    if roi is not None:
        if roi.shape != mask.shape:
            raise ValueError(f"The region of interest is {roi.shape}, the image {mask.shape}.")
        mask &= roi.astype(bool)
    warnings = []
    if pixels.dtype.kind == "f":
        finite = np.isfinite(pixels).all(axis=2)
        lost = int(np.count_nonzero(mask & ~finite))
        if lost:
            warnings.append(f"{lost} pixels that are not finite numbers were left out.")
        mask &= finite
    progress("features", 0.1)
    convert = _scale(image, pixels, mask)
    values = np.empty((rows, columns, 3 if image.colour == "rgb" else pixels.shape[2]), np.float32)

    def fill(strip: slice) -> None:
        values[strip] = convert(pixels[strip])
        values[strip][~mask[strip]] = 0

    parallel(fill, blocks(rows, STRIP))
    progress("features", 0.6)
    if smoothing > 0:
        _smooth(values, mask, smoothing)
    for array in (values, mask):
        array.flags.writeable = False
    progress("features", 1.0)
    return Features(values, mask, tuple(warnings))


def automatic_sigma(features: Features) -> float:
    """Choose sigma_intensity from the differences between neighbours.

    Most neighbours lie within one surface, where they differ by noise and texture, and the median of their
    differences is not moved by the edges. The offset and the slope were chosen on photographs, where the best fixed
    sigma is 1.5 to 2.

    Parameters
    ----------
    features : Features

    Returns
    -------
    float
        CIELAB units.
    """
    distances = np.concatenate([_distances(features, 0), _distances(features, 1)])
    typical = float(np.median(distances)) if len(distances) else 0.0
    return AUTO_OFFSET + AUTO_SLOPE * typical


def automatic_reduction(shape: tuple[int, int]) -> int:
    """Choose the reduction after which about 100,000 pixels are left.

    Parameters
    ----------
    shape : tuple of int
        Rows and columns.

    Returns
    -------
    int
        1 for images of up to 100,000 pixels.
    """
    return max(1, math.ceil(math.sqrt(shape[0] * shape[1] / AUTO_PIXELS)))


def reduce(full: Features, factor: int) -> Features:
    """Average blocks of factor × factor pixels; masked ones do not count, and a block of none but those is masked.

    Parameters
    ----------
    full : Features
    factor : int

    Returns
    -------
    Features
        Of shape (ceil(rows / factor), ceil(columns / factor)).
    """
    if factor == 1:
        return full
    rows, columns = full.mask.shape
    starts = np.arange(0, rows, factor), np.arange(0, columns, factor)

    def sums(array: Array) -> Array:
        out: Array = np.add.reduceat(np.add.reduceat(array, starts[0], axis=0), starts[1], axis=1)
        return out

    counts = sums(full.mask.astype(np.float32))
    mask = counts > 0
    values = sums(full.values)
    values /= np.maximum(counts, 1)[:, :, None]
    for array in (values, mask):
        array.flags.writeable = False
    return Features(values, mask, full.warnings)


def _distances(features: Features, axis: int) -> Array:
    """Return the distances of neighbours along an axis, both inside the mask."""
    values, mask = features.values.swapaxes(0, axis), features.mask.swapaxes(0, axis)
    both = mask[1:] & mask[:-1]
    lengths: Array = np.sqrt(((values[1:] - values[:-1]) ** 2).sum(axis=2, dtype=np.float32)[both])
    return lengths


def _scale(image: Image, pixels: NDArray[Any], mask: NDArray[np.bool_]) -> Callable[[NDArray[Any]], Array]:
    """Return the conversion of a strip of pixels."""
    if image.colour == "rgb":
        return _colours(image)
    if image.colour == "grey" and pixels.dtype == np.uint8:
        ramp = np.repeat(np.arange(256, dtype=np.float32)[:, None, None] / 255, 3, axis=2)
        lightness: Array = rgb2lab(ramp)[:, :, 0].astype(np.float32)
        return lambda strip: lightness[strip[:, :, 0]]
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
    unit = np.float32(1 / white(image))

    def convert(strip: NDArray[Any]) -> Array:
        return rgb2lab(np.clip(np.nan_to_num(strip.astype(np.float32)) * unit, 0, 1))  # type: ignore[no-any-return]

    return convert


def _smooth(values: Array, mask: NDArray[np.bool_], smoothing: float) -> None:
    """Smooth in place; near the rim of the mask only what is inside is averaged."""
    weight = None if mask.all() else gaussian_filter(mask.astype(np.float32), smoothing)

    def smooth(channel: int) -> None:
        blurred = gaussian_filter(values[:, :, channel], smoothing)
        if weight is not None:
            np.divide(blurred, weight, out=blurred, where=mask)
            blurred[~mask] = 0
        values[:, :, channel] = blurred

    parallel(smooth, range(values.shape[2]))
