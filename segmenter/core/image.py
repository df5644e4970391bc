"""An image as numbers: what the first stage starts from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from segmenter.errors import UnsupportedImage

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

Colour = Literal["grey", "rgb", "channels"]
MAXIMUM_CHANNELS = 8


@dataclass(frozen=True)
class Source:
    """Where an image came from.

    `page` counts from 0; `sha256` is of the file's bytes, so that a moved file is known again.
    """

    path: Path
    page: int
    pages: int
    sha256: str


@dataclass(frozen=True)
class PixelSize:
    """How large a pixel is: its height and width, in a unit such as `µm`."""

    height: float
    width: float
    unit: str

    @property
    def area(self) -> float:
        """Of a pixel, in the unit squared."""
        return self.height * self.width


@dataclass(frozen=True, eq=False)
class Image:
    """Pixels and what they mean.

    Attributes
    ----------
    pixels : ndarray, shape (rows, columns) or (rows, columns, channels), read-only
        bool, integer or floating samples, as stored: never rescaled.
    colour : "grey", "rgb" or "channels"
        How the last axis is meant. Colours are sRGB.
    mask : ndarray of bool, shape (rows, columns), or None
        False where a pixel is transparent. None: all pixels count.
    source : Source or None
        The file it was read from.
    notes : tuple of str
        What a person should know about how it was read, one sentence each.
    pixel_size : PixelSize or None
        Where the file says it.
    brightest : float or None
        The largest valid sample; None: that of `pixels`. An image that was reduced has that of the whole.
    """

    pixels: NDArray[Any]
    colour: Colour
    mask: NDArray[np.bool_] | None = None
    source: Source | None = None
    notes: tuple[str, ...] = ()
    pixel_size: PixelSize | None = None
    brightest: float | None = None

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.pixels.shape[0], self.pixels.shape[1]

    @cached_property
    def digest(self) -> str:
        """A hash of pixels, meaning and mask: the root of every cache key."""
        sha = hashlib.sha256(f"{self.pixels.shape}{self.pixels.dtype.str}{self.colour}".encode())
        if self.brightest is not None:
            sha.update(np.float64(self.brightest).tobytes())
        sha.update(np.ascontiguousarray(self.pixels).data)
        if self.mask is not None:
            sha.update(np.packbits(self.mask).data)
        return sha.hexdigest()


def white(image: Image) -> float:
    """Return the sample of a colour that is shown, and taken for, white.

    255 for 8 bits. Samples of more bits come from cameras of 10, 12 or 14 bits as well, or were exposed for the
    brightest spot alone: it is the smallest 2^n - 1 that holds them all. Of floats it is 1, or the largest.

    Parameters
    ----------
    image : Image

    Returns
    -------
    float
    """
    kind = image.pixels.dtype
    if kind.kind == "b":
        return 1.0
    if kind.itemsize == 1:
        return float(np.iinfo(kind).max)
    most = _brightest(image) if image.brightest is None else image.brightest
    return max(1.0, most) if kind.kind == "f" else float(max(255, 2 ** int(most).bit_length() - 1))


def _brightest(image: Image) -> float:
    """Return the largest sample that counts."""
    pixels = image.pixels.reshape(*image.shape, -1)
    valid = np.isfinite(pixels) if pixels.dtype.kind == "f" else np.ones((1, 1, 1), bool)
    if image.mask is not None:
        valid = valid & image.mask[:, :, None]
    return float(np.max(pixels, where=valid, initial=0))


def from_array(array: NDArray[Any]) -> Image:
    """Take a NumPy array as an image.

    Parameters
    ----------
    array : ndarray, shape (rows, columns) or (rows, columns, channels)
        bool, integer or floating. One channel is grey, three are RGB, four are RGBA (pixels with alpha 0 are
        left out); two and five to eight are channels of equal weight. Colours: integers from 0 to `white`, floats
        0…1. The array is not copied where it need not be, and never written to.

    Returns
    -------
    Image

    Raises
    ------
    UnsupportedImage
        Not two- or three-dimensional, empty, complex, or of more than eight channels.
    """
    array = np.asarray(array)
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    if array.ndim not in (2, 3) or 0 in array.shape:
        raise UnsupportedImage(f"An image has rows, columns and channels; this array has the shape {array.shape}.")
    if array.dtype.kind not in "buif":
        raise UnsupportedImage(f"Samples of type {array.dtype} are not numbers that an image can have.")
    channels = 1 if array.ndim == 2 else array.shape[2]
    if channels > MAXIMUM_CHANNELS:
        raise UnsupportedImage(f"{channels} channels are more than the {MAXIMUM_CHANNELS} that are read.")
    mask = None
    if channels == 4:
        mask = array[:, :, 3] > 0
        mask.flags.writeable = False
        array = array[:, :, :3]
    pixels = array.view()
    pixels.flags.writeable = False
    colour: Colour = "grey" if channels == 1 else "rgb" if channels in (3, 4) else "channels"
    return Image(pixels, colour, mask)


def reduced(image: Image, factor: int) -> Image:
    """Average blocks of factor × factor pixels, for a preview.

    Transparent and not finite samples do not count; a block of none but those is masked.

    Parameters
    ----------
    image : Image
    factor : int

    Returns
    -------
    Image
        Of ceil(rows / factor) × ceil(columns / factor) pixels. Integers stay integers, truth values become parts.
    """
    if factor == 1:
        return image
    starts = [np.arange(0, extent, factor) for extent in image.shape]

    def sums(array: NDArray[Any]) -> NDArray[np.float64]:
        exact = np.uint32 if array.dtype.itemsize == 1 else np.float64  # in whole numbers it is faster
        rows = np.empty((len(starts[0]), *array.shape[1:]), exact)
        for at, start in enumerate(starts[0]):
            np.add.reduce(array[start : start + factor], axis=0, dtype=exact, out=rows[at])
        return np.add.reduceat(rows, starts[1], axis=1, dtype=np.float64)

    pixels = image.pixels.reshape(*image.shape, -1)
    kind = np.dtype(np.float32) if pixels.dtype.kind == "b" else pixels.dtype
    counted = np.ones(image.shape, bool) if image.mask is None else image.mask
    if kind.kind == "f":
        counted = counted & np.isfinite(pixels).all(axis=2)
    if not counted.all():
        pixels = np.where(counted[:, :, None], pixels, 0)
    counts = sums(counted)
    means = sums(pixels) / np.maximum(counts, 1)[:, :, None]
    rounded = np.rint(means) if kind.kind in "ui" else means
    small = rounded.astype(kind).reshape(*counts.shape, *image.pixels.shape[2:])
    mask = None if counts.all() else counts > 0
    for array in (small, mask):
        if array is not None:
            array.flags.writeable = False
    size = image.pixel_size
    if size is not None:
        size = PixelSize(size.height * factor, size.width * factor, size.unit)
    brightest = _brightest(image) if image.colour == "rgb" and image.brightest is None else image.brightest
    return Image(small, image.colour, mask, image.source, image.notes, size, brightest)
