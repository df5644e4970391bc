"""What pixels are compared by: CIELAB for colours, 0…100 for everything else."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.ndimage import gaussian_filter

from segmenter.core import lighting
from segmenter.core.scaling import conversion
from segmenter.core.solver.blocks import blocks, parallel

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.core.lighting import Light
    from segmenter.core.solver.blocks import Array
    from segmenter.progress import ProgressCallback

STRIP = 64
"""Image rows that one thread converts at a time."""

TRUNCATE = 4.0
"""Standard deviations after which the Gaussian of the smoothing ends."""

AUTO_OFFSET, AUTO_SLOPE = 1.0, 0.4
"""The automatic sigma is AUTO_OFFSET + AUTO_SLOPE · median difference of neighbours; CIELAB units."""

LIGHT_CELLS = 128
"""Cells along the longer side of the image, in which uneven light is estimated."""

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


@dataclass(frozen=True, eq=False)
class ImageFeatures:
    """The features of an image, made where and when they are asked for: those of all pixels fill the memory.

    Attributes
    ----------
    pixels : ndarray, shape (rows, columns, samples), read-only
        Of the image.
    mask : ndarray of bool, shape (rows, columns), read-only
        The pixels that take part.
    warnings : tuple of str
    smoothing : float
        Standard deviation of a Gaussian, pixels.
    convert : callable
        Makes features of samples, pixel by pixel.
    channels : int
        Of the features.
    light : Light or None
        What uneven light adds to them, which is taken away.
    """

    pixels: NDArray[Any]
    mask: NDArray[np.bool_]
    warnings: tuple[str, ...]
    smoothing: float
    convert: Callable[[NDArray[Any]], Array]
    channels: int
    light: Light | None = None

    def part(self, rows: slice, columns: slice) -> ImageFeatures:
        """Return the features of a rectangle of the image."""
        light = self.light and self.light.moved(rows.start, columns.start)
        return replace(self, pixels=self.pixels[rows, columns], mask=self.mask[rows, columns], light=light)

    def strip(self, rows: slice) -> Array:
        """Return the features of some rows, as in `Features.values`."""
        reach = math.ceil(TRUNCATE * self.smoothing)
        above, below = max(rows.start - reach, 0), min(rows.stop + reach, len(self.mask))
        mask = self.mask[above:below]
        values = self._converted(self.pixels[above:below], mask)
        if self.light is not None:
            self.light.take_from(values, above)
            values[~mask] = 0
        if self.smoothing > 0:
            _smooth(values, mask, self.smoothing)
        return values[rows.start - above : rows.stop - above]

    def squares(self, rows: slice, side: int, down: NDArray[np.intp], across: NDArray[np.intp]) -> Array:
        """Return the features of some squares of pixels.

        Parameters
        ----------
        rows : slice
            In which the squares are.
        side : int
            Of a square, pixels.
        down, across : ndarray of int, shape (squares,)
            Which ones, counted in squares from the first of these rows.

        Returns
        -------
        ndarray of float32, shape (squares, side · side, channels)
            Row by row. Beyond the image its last pixels again.
        """

        def cut(array: NDArray[Any]) -> NDArray[Any]:
            beyond = [(0, -extent % side) for extent in array.shape[:2]]
            if any(after for _, after in beyond):
                array = np.pad(array, [*beyond, *[(0, 0)] * (array.ndim - 2)], mode="edge")
            split = array.reshape(len(array) // side, side, -1, side, *array.shape[2:])
            return split[down, :, across].reshape(len(down), side * side, *array.shape[2:])

        if self.smoothing > 0 or self.light is not None:
            return cut(self.strip(rows))
        return self._converted(cut(self.pixels[rows]), cut(self.mask[rows]))

    def _converted(self, pixels: NDArray[Any], mask: NDArray[np.bool_]) -> Array:
        """Return the features of pixels, not smoothed; 0 outside the mask."""
        values = self.convert(pixels)
        if not mask.all():
            values[~mask] = 0
        return values

    @property
    def values(self) -> Array:
        """The features of all pixels, made anew."""
        values = np.empty((*self.mask.shape, self.channels), np.float32)

        def fill(rows: slice) -> None:
            values[rows] = self.strip(rows)

        parallel(fill, blocks(len(values), self.strip_height()))
        values.flags.writeable = False
        return values

    def strip_height(self, unit: int = 1) -> int:
        """Return how many rows are best made at a time, a multiple of `unit`."""
        return unit * max(1, math.ceil(max(STRIP, 4 * TRUNCATE * self.smoothing) / unit))


def compute(image: Image, roi: NDArray[np.bool_] | None, smoothing: float, progress: ProgressCallback) -> ImageFeatures:
    """Tell how an image becomes features.

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
    ImageFeatures

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
            one, many = "1 pixel that is not a finite number was", f"{lost} pixels that are not finite numbers were"
            warnings.append(f"{one if lost == 1 else many} left out.")
        mask &= finite
    progress("features", 0.5)
    convert = conversion(image, pixels, mask)
    mask.flags.writeable = False
    progress("features", 1.0)
    channels = 3 if image.colour == "rgb" else pixels.shape[2]
    return ImageFeatures(pixels, mask, tuple(warnings), smoothing, convert, channels)


def evened(full: ImageFeatures, scale: float, *, colours: bool) -> ImageFeatures:
    """Even out slow changes of brightness.

    Parameters
    ----------
    full : ImageFeatures
    scale : float
        Standard deviation of the Gaussian that tells slow changes, percent of the image's diagonal; 0 changes nothing.
    colours : bool
        Whether only the first channel is brightness; otherwise every channel is.

    Returns
    -------
    ImageFeatures
    """
    if not scale or not full.mask.any():
        return full
    side = math.ceil(max(full.mask.shape) / LIGHT_CELLS)
    cells = reduce(replace(full, smoothing=0.0), side)
    width = scale / 100 * math.hypot(*full.mask.shape) / side
    values = cells.values[:, :, :1] if colours else cells.values
    return replace(full, light=lighting.estimated(values, cells.mask, width, side))


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


def reduce(full: ImageFeatures, factor: int) -> Features:
    """Average blocks of factor × factor pixels; masked ones do not count, and a block of none but those is masked.

    Parameters
    ----------
    full : ImageFeatures
    factor : int

    Returns
    -------
    Features
        Of shape (ceil(rows / factor), ceil(columns / factor)).
    """
    if factor == 1:
        return Features(full.values, full.mask, full.warnings)
    shape = tuple(-(-extent // factor) for extent in full.mask.shape)
    values, counts = np.empty((*shape, full.channels), np.float32), np.empty(shape, np.float32)

    def fill(rows: slice) -> None:
        small = slice(rows.start // factor, -(-rows.stop // factor))
        values[small] = _sums(full.strip(rows), factor)
        counts[small] = _sums(full.mask[rows].astype(np.float32), factor)

    parallel(fill, blocks(len(full.mask), full.strip_height(factor)))
    mask = counts > 0
    values /= np.maximum(counts, 1)[:, :, None]
    for array in (values, mask):
        array.flags.writeable = False
    return Features(values, mask, full.warnings)


def _sums(array: Array, factor: int) -> Array:
    """Return the sums over blocks; those at the lower and right border may be smaller."""
    down = blocks(len(array), factor)
    rows = np.empty((len(down), *array.shape[1:]), np.float32)
    for at, block in enumerate(down):
        np.add.reduce(array[block], axis=0, out=rows[at])
    sums: Array = np.add.reduceat(rows, range(0, array.shape[1], factor), axis=1)
    return sums


def _distances(features: Features, axis: int) -> Array:
    """Return the distances of neighbours along an axis, both inside the mask."""
    values, mask = features.values.swapaxes(0, axis), features.mask.swapaxes(0, axis)
    both = mask[1:] & mask[:-1]
    lengths: Array = np.sqrt(((values[1:] - values[:-1]) ** 2).sum(axis=2, dtype=np.float32)[both])
    return lengths


def _smooth(values: Array, mask: NDArray[np.bool_], smoothing: float) -> None:
    """Smooth in place; near the rim of the mask only what is inside is averaged."""
    weight = None if mask.all() else gaussian_filter(mask.astype(np.float32), smoothing, truncate=TRUNCATE)
    for channel in range(values.shape[2]):
        blurred = gaussian_filter(values[:, :, channel], smoothing, truncate=TRUNCATE)
        if weight is not None:
            np.divide(blurred, weight, out=blurred, where=mask)
            blurred[~mask] = 0
        values[:, :, channel] = blurred
