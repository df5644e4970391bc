"""Read JPEG, BMP, WebP, GIF and JPEG 2000 through Pillow.

Its decoders are called by class, not through `PIL.Image.open`: that would try formats nobody asked for, and
reports large images as warnings, which cannot be silenced in one thread alone.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING, Any

import imagecodecs
import numpy as np
import PIL.Image
from PIL import BmpImagePlugin, GifImagePlugin, Jpeg2KImagePlugin, JpegImagePlugin, WebPImagePlugin

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.decoders import stream_header
from segmenter.files.decoders.decoded import Decoded, Space, check_size
from segmenter.files.decoders.exif import orientation
from segmenter.files.decoders.pixel_size import of_exif

if TYPE_CHECKING:
    from numpy.typing import NDArray

SLOW_LIMIT = 16_000_000  # pixels: run-length BMP is decoded in Python, byte by byte
WEBP_LIMIT = 178_000_000  # pixels: Pillow refuses a larger one, whatever we allow
QUIET_LIMIT = 80_000_000  # pixels: Pillow warns of a larger GIF while it opens it, whatever we allow
SCAN_LIMIT = 100  # scans of a progressive JPEG; usual are 10, and every one goes over all pixels
DRAFT = 8  # libjpeg transforms blocks of 8 × 8 pixels; to one pixel each, that costs next to nothing
SPACES: dict[str, Space] = {"L": "grey", "I": "grey", "F": "grey", "RGB": "rgb", "CMYK": "cmyk"}


def decoded(picture: PIL.Image.Image) -> Decoded:
    """Decode an opened file: palettes to RGB, alpha split off."""
    picture.load()
    transparent = picture.info.get("transparency")
    if picture.mode == "1":
        return Decoded(np.asarray(picture).astype(np.uint8) * np.uint8(255), "grey")
    if picture.mode.startswith("I;16"):
        return Decoded(np.asarray(picture), "grey")
    if picture.mode not in ("LA", "RGBA", *SPACES):
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    samples, alpha = np.asarray(picture), None
    if picture.mode in ("LA", "RGBA"):
        samples, alpha = samples[..., :-1], samples[..., -1]
        samples = samples[..., 0] if samples.shape[2] == 1 else samples
    elif picture.mode == "L" and isinstance(transparent, int):  # a GIF whose palette is a ramp of greys
        alpha = samples != transparent
    return Decoded(samples, SPACES[picture.mode.removesuffix("A")], alpha)


class _Jpeg(JpegImagePlugin.JpegImageFile):
    def getexif(self) -> PIL.Image.Exif:
        """Nothing: for the resolution in EXIF, Pillow would warn of any damage there."""
        return PIL.Image.Exif()


def read_jpeg(data: bytes, limit: int) -> Decoded:
    """Decode a JPEG file; of a stereo pair or panorama (MPO) the first image."""
    picture = _Jpeg(io.BytesIO(data))
    check_size(*picture.size, len(picture.getbands()), limit)
    if stream_header.jpeg_scans(data) > SCAN_LIMIT:
        raise UnsupportedImage(f"is a JPEG of more than {SCAN_LIMIT} scans, which would take too long to read")
    result = decoded(picture)
    exif = picture.info.get("exif")
    return result.with_metadata(orientation(exif), picture.info.get("icc_profile"), of_exif(exif))


def draft_jpeg(data: bytes, limit: int) -> tuple[Decoded, tuple[int, int]] | None:
    """Decode a JPEG file at an eighth of its width and height, which takes a fraction of the time.

    Returns also how many rows and columns the image has, as stored. None of a progressive one: that takes as long as
    the whole.
    """
    picture = _Jpeg(io.BytesIO(data))
    shape = picture.height, picture.width
    check_size(*picture.size, len(picture.getbands()), limit)
    if "progressive" in picture.info or min(shape) < DRAFT or stream_header.jpeg_scans(data) > SCAN_LIMIT:
        return None
    picture.draft(None, (picture.width // DRAFT, picture.height // DRAFT))
    result = decoded(picture)
    exif = picture.info.get("exif")
    return result.with_metadata(orientation(exif), picture.info.get("icc_profile")), shape


def read_bmp(data: bytes, limit: int) -> Decoded:
    """Decode a Windows bitmap."""
    picture = BmpImagePlugin.BmpImageFile(io.BytesIO(data))
    runs = picture.tile[0].codec_name == "bmp_rle"
    check_size(*picture.size, len(picture.getbands()), min(limit, SLOW_LIMIT) if runs else limit)
    result = decoded(picture)
    # many programs leave the fourth byte 0, and mean an opaque image
    return result if result.alpha is None or result.alpha.any() else result.with_alpha(None)


def read_webp(data: bytes, limit: int) -> Decoded:
    """Decode a WebP file; of an animation the first frame."""
    width, height = webp_size(data)  # before Pillow opens the file, and makes room for the canvas
    check_size(width, height, 4, min(limit, WEBP_LIMIT))
    picture = WebPImagePlugin.WebPImageFile(io.BytesIO(data))
    result = decoded(picture)
    return result.with_metadata(orientation(picture.info.get("exif")), picture.info.get("icc_profile"))


def webp_size(data: bytes) -> tuple[int, int]:
    """Return the width and height that the beginning of a WebP file tells."""
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(data[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


def read_gif(data: bytes, limit: int) -> Decoded:
    """Decode the first frame of a GIF file."""
    width, height = _gif_size(data)
    check_size(width, height, 4, min(limit, QUIET_LIMIT))
    return decoded(GifImagePlugin.GifImageFile(io.BytesIO(data)))


def _gif_size(data: bytes) -> tuple[int, int]:
    """Rows and columns of the screen, or of the first frame where that goes beyond."""
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    while data[at] != 0x2C:
        if data[at] == 0x21:  # an extension: its label, then blocks that begin with their length
            at += 2
            while data[at]:
                at += data[at] + 1
        at += 1
    left, top, columns, rows = struct.unpack_from("<4H", data, at + 1)
    return max(width, left + columns), max(height, top + rows)


def read_jpeg2000(data: bytes, limit: int) -> Decoded:
    """Decode a JPEG 2000 file or codestream."""
    columns, rows, channels, bits = stream_header.jpeg2000(data)
    check_size(columns, rows, 4 * channels, limit)  # its decoder works in 32 bits
    if channels > 4:
        raise UnsupportedImage(f"is a JPEG 2000 image of {channels} channels, more than the 4 that are read")
    picture = Jpeg2KImagePlugin.Jpeg2KImageFile(io.BytesIO(data))
    check_size(*picture.size, 4 * channels, limit)
    if bits <= 8:
        return decoded(picture)
    # of more bits than 8, which Pillow would reduce to 8 in colours, and spread to 16 in greys
    samples: NDArray[Any] = imagecodecs.jpeg2k_decode(data)
    samples = samples[..., None] if samples.ndim == 2 else samples
    if samples.shape != (picture.height, picture.width, channels):
        raise UnreadableImage("is damaged")
    alpha = samples[..., -1] if picture.mode in ("LA", "RGBA") else None
    samples = samples[..., :-1] if alpha is not None else samples
    space: Space = "grey" if samples.shape[2] == 1 else "cmyk" if picture.mode == "CMYK" else "rgb"
    return Decoded(samples[..., 0] if space == "grey" else samples, space, alpha)
