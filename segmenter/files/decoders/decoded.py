"""From what a decoder hands over to an Image: colours to sRGB, alpha to a mask, the right way up."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import PIL.Image
from PIL import ImageCms

from segmenter.core.image import MAXIMUM_CHANNELS, Colour, Image, Source
from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.decoders.pixel_size import turned

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from segmenter.core.image import PixelSize

PIXEL_LIMIT = 200_000_000
# 16-bit RGBA at the pixel limit: beyond it, one image alone would fill the memory of a small computer
BYTES_A_PIXEL = 8
EIGHT_BITS = 255
PROFILE_DIFFERENCE = 2  # of 255: what two writers' sRGB profiles differ by


Space = Literal["grey", "rgb", "cmyk", "lab", "channels"]


@dataclass(frozen=True, eq=False)
class Decoded:
    """What a decoder hands over: samples as stored, in the stored orientation.

    `space` says what the last axis means; alpha has been split off; `orientation` is EXIF's 1…8; `pixel_size` is that
    of the pixels as stored.
    """

    samples: NDArray[Any]
    space: Space
    alpha: NDArray[Any] | None = None
    orientation: int = 1
    profile: bytes | None = None
    notes: tuple[str, ...] = ()
    pixel_size: PixelSize | None = None

    def with_alpha(self, alpha: NDArray[Any] | None) -> Decoded:
        """Put another alpha in its place."""
        return replace(self, alpha=alpha)

    def with_metadata(self, orientation: int, profile: bytes | None, pixel_size: PixelSize | None = None) -> Decoded:
        """Add what the file says about the samples."""
        return replace(self, orientation=orientation, profile=profile, pixel_size=pixel_size)


def check_size(width: int, height: int, sample_bytes: int, limit: int) -> None:
    """Refuse what has no pixels or too many, from the header alone: `sample_bytes` is for one pixel."""
    if width <= 0 or height <= 0:
        raise UnreadableImage("has no pixels")
    if width * height > limit:
        raise UnsupportedImage(f"has {width:,} × {height:,} pixels, more than the {limit:,} that are read")
    size = width * height * sample_bytes
    if size > BYTES_A_PIXEL * max(limit, PIXEL_LIMIT):
        raise UnsupportedImage(f"would take {size / 1e9:,.1f} GB of memory, which is more than is read")


def check_channels(channels: int) -> None:
    """Refuse more channels than an Image can have, or none."""
    if channels < 1:
        raise UnreadableImage("has no pixels")
    if channels > MAXIMUM_CHANNELS:
        raise UnsupportedImage(f"has {channels} channels, more than the {MAXIMUM_CHANNELS} that are read")


def widened(samples: NDArray[Any], maximum: int) -> NDArray[Any]:
    """Spread samples of 0…maximum (1, 2, 4 bits …) to 8 bits; those of more bits are measurements, and stay."""
    if samples.dtype != np.uint8 or maximum >= EIGHT_BITS:
        return samples
    table = (np.arange(maximum + 1) * EIGHT_BITS + maximum // 2) // maximum
    result: NDArray[Any] = table.astype(np.uint8)[np.minimum(samples, maximum)]
    return result


def finished(decoded: Decoded, source: Source) -> Image:
    """Make the Image: sRGB, upright, contiguous, read-only, alpha 0 masked out."""
    decoded = _converted(decoded)
    mask = None
    if decoded.alpha is not None and not decoded.alpha.all():
        mask = _upright(decoded.alpha != 0, decoded.orientation)
    pixels = _upright(decoded.samples, decoded.orientation)
    colour: Colour = "channels" if decoded.space == "channels" else "grey" if pixels.ndim == 2 else "rgb"
    size = turned(decoded.pixel_size, decoded.orientation)
    return Image(pixels, colour, mask, source, decoded.notes, size)


def _upright(array: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Turn and mirror as EXIF's orientation asks; 1 is upright."""
    if orientation in (5, 6, 7, 8):
        array = array.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        array = array[::-1]
    if orientation in (2, 3, 6, 7):
        array = array[:, ::-1]
    array = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("="))
    array.flags.writeable = False
    return array


def _converted(decoded: Decoded) -> Decoded:
    """Bring colours to sRGB; where that cannot be done, keep them and say so in a note."""
    if decoded.space == "channels":
        return decoded
    if decoded.space == "lab":
        return _from_lab(decoded)
    if decoded.profile:
        try:
            decoded = _with_profile(decoded, decoded.profile)
        except (ImageCms.PyCMSError, OSError):
            decoded = _noted(decoded, "The colour profile in the file could not be used.")
    return _from_cmyk(decoded) if decoded.space == "cmyk" else decoded


def _noted(decoded: Decoded, note: str) -> Decoded:
    return replace(decoded, notes=(*decoded.notes, note))


def _with_profile(decoded: Decoded, profile: bytes) -> Decoded:
    mode = {"grey": "L", "rgb": "RGB", "cmyk": "CMYK"}[decoded.space]
    stored = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    # greys are looked up in a table of 256, made exactly; by default it would be interpolated coarsely
    flags = ImageCms.Flags.NOOPTIMIZE if mode == "L" else ImageCms.Flags.NONE
    transform = ImageCms.buildTransform(stored, ImageCms.createProfile("sRGB"), mode, "RGB", flags=flags)
    if mode != "CMYK":
        levels = np.arange(256, dtype=np.uint8)
        few = np.stack(np.meshgrid(*[levels[::15]] * 3), axis=-1).reshape(1, -1, 3)
        probe = levels[None] if mode == "L" else few
        converted = _transformed(probe, mode, transform)
        if np.abs(converted.astype(int) - probe).max() <= PROFILE_DIFFERENCE:
            return decoded
    if decoded.samples.dtype != np.uint8:
        return _noted(decoded, "The colour profile was not applied: only 8-bit images are converted to sRGB.")
    samples = converted[0][decoded.samples] if mode == "L" else _transformed(decoded.samples, mode, transform)
    decoded = replace(decoded, samples=samples, space="grey" if mode == "L" else "rgb")
    return _noted(decoded, "Colours were converted from the profile in the file to sRGB.")


def _transformed(samples: NDArray[Any], mode: str, transform: ImageCms.ImageCmsTransform) -> NDArray[Any]:
    size = samples.shape[1], samples.shape[0]
    picture = PIL.Image.frombytes(mode, size, samples.tobytes())
    rgb = np.asarray(ImageCms.applyTransform(picture, transform))
    return rgb[..., 0] if mode == "L" else rgb


def _from_lab(decoded: Decoded) -> Decoded:
    """Photoshop's CIELAB, D50: L unsigned, a and b signed."""
    samples, notes = decoded.samples, decoded.notes
    if samples.dtype.itemsize == 2 and samples.dtype.kind in "ui":
        samples = (samples >> 8).astype(np.uint8)
        notes = (*notes, "This 16-bit CIELAB image was read with 8 bits a channel.")
    if samples.dtype.itemsize != 1:
        raise UnsupportedImage(f"has CIELAB colours as {samples.dtype}, which are not read")
    transform = ImageCms.buildTransform(ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), "LAB", "RGB")
    return replace(decoded, samples=_transformed(samples, "LAB", transform), space="rgb", notes=notes)


def _from_cmyk(decoded: Decoded) -> Decoded:
    """Convert without a profile: light is what both the colour's ink and black let through."""
    inks = decoded.samples
    if inks.dtype.kind != "u" or inks.dtype.itemsize > 2:
        raise UnsupportedImage(f"has CMYK colours as {inks.dtype}, which are not read")
    full = np.iinfo(inks.dtype).max
    samples = np.empty((*inks.shape[:2], 3), inks.dtype)
    paper = (full - inks[..., 3]).astype(np.uint32)
    for channel in range(3):
        samples[..., channel] = ((full - inks[..., channel]) * paper + full // 2) // full
    decoded = replace(decoded, samples=samples, space="rgb")
    return _noted(decoded, "CMYK inks were converted to RGB without a profile: colours are approximate.")
