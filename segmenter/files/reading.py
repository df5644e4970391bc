"""Read an image file. What it holds decides how, not its name; what is wrong with it becomes one sentence."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from segmenter.core.image import Image, Source
from segmenter.errors import ImageError, UnreadableImage, UnsupportedImage, plain
from segmenter.files.decoders import jpegxl, netpbm, pillow, png, tiff
from segmenter.files.decoders.decoded import PIXEL_LIMIT, Decoded, finished
from segmenter.files.decoders.stream_header import JPEG2000_START

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator

_SUFFIXES = """
    png apng jpg jpeg jpe jfif tif tiff btf tf8 bmp dib webp gif jp2 j2k j2c jpc jpf jpx jxl
    pnm pbm pgm ppm pam pfm
"""
READABLE_SUFFIXES = frozenset("." + name for name in _SUFFIXES.split())
"""Suffixes of the formats that are read, in lower case: what to look for in a folder."""
FILTER = " ".join(f"*{suffix}" for suffix in sorted(READABLE_SUFFIXES))
"""The same as patterns, as a file dialog wants them."""

FILE_LIMIT = 2_000_000_000  # bytes; all formats but TIFF are read into memory as a whole

UNSUPPORTED = re.compile(r"support|can ?not handle|not implemented", re.IGNORECASE)  # as decoders put it

TIFF_SIGNATURES = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
DECODERS: tuple[tuple[tuple[bytes, ...], Callable[[bytes, int], Decoded]], ...] = (
    ((png.SIGNATURE,), png.read),
    ((b"\xff\xd8\xff",), pillow.read_jpeg),
    ((b"BM",), pillow.read_bmp),
    ((b"GIF87a", b"GIF89a"), pillow.read_gif),
    ((b"\0\0\0\x0cjP  \r\n\x87\n", JPEG2000_START), pillow.read_jpeg2000),
    ((jpegxl.CONTAINER, jpegxl.CODESTREAM), jpegxl.read),
    (tuple(b"P%c" % kind for kind in b"1234567fF"), netpbm.read),
)


def read_image(path: str | os.PathLike[str], *, page: int = 0, pixel_limit: int = PIXEL_LIMIT) -> Image:
    """Read one image of a file.

    PNG, JPEG, TIFF, BMP, WebP, GIF, JPEG 2000, JPEG XL, PNM, PAM and PFM. It is turned upright; colours
    (palettes, CMYK, YCbCr, CIELAB, 8-bit images with a profile) become sRGB, alpha becomes a mask. Samples
    keep their type and values, so that measurements are those of the file; but those of fewer than 8 bits are spread
    to 8, so that a bit becomes 0 or 255. NaN and infinity stay.

    Parameters
    ----------
    path : str or path-like
        The file; its name does not matter.
    page : int
        Which image of a TIFF file, from 0. All other formats have one: animations give their first frame.
    pixel_limit : int
        The most pixels that are read; larger images are refused before they are decoded.

    Returns
    -------
    Image
        Its pixels are read-only, C-contiguous, in native byte order.

    Raises
    ------
    UnreadableImage
        The file is missing, damaged, cut short, or no image.
    UnsupportedImage
        An image, but of a kind or size that is not read, or without that page.
    """
    path = Path(path)
    with sentences(path), opened(path) as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        decode = _decoder(file)
        if decode is None:
            decoded, pages = tiff.read(file, page, pixel_limit)
        elif page:
            raise UnsupportedImage(f"has one page, counted from 0, and no page {page}")
        else:
            decoded, pages = decode(whole(file, FILE_LIMIT), pixel_limit), 1
        return finished(decoded, Source(path, page, pages, sha256))


def read_draft(path: str | os.PathLike[str], *, pixel_limit: int = PIXEL_LIMIT) -> tuple[Image, tuple[int, int]] | None:
    """Read an image much reduced, where that is much faster: to be seen until the whole is read.

    Parameters
    ----------
    path : str or path-like
        The file.
    pixel_limit : int
        As for `read_image`.

    Returns
    -------
    image : Image
        Its source has no hash.
    shape : tuple of int
        Rows and columns of the whole image, upright.
    None instead of both of them if the file is no JPEG, or of a kind that this does not help with.

    Raises
    ------
    UnreadableImage, UnsupportedImage
        As `read_image` does.
    """
    path = Path(path)
    with sentences(path), opened(path) as file:
        if _decoder(file) is not pillow.read_jpeg:
            return None
        draft = pillow.draft_jpeg(whole(file, FILE_LIMIT), pixel_limit)
        if draft is None:
            return None
        found, shape = draft
        image = finished(found, Source(path, 0, 1, ""))
        upright = found.orientation in (1, 2, 3, 4)
        return image, shape if upright else (shape[1], shape[0])


def count_pages(path: str | os.PathLike[str]) -> int:
    """How many images a file has.

    Parameters
    ----------
    path : str or path-like
        The file.

    Returns
    -------
    int
        For TIFF the two-dimensional images, be they pages or planes of a stack; thumbnails and the levels of
        a pyramid do not count. 1 for all other formats, of which only the first bytes are looked at.

    Raises
    ------
    UnreadableImage
        The file is missing, no image, or a damaged TIFF.
    UnsupportedImage
        It has more pages than are read.
    """
    path = Path(path)
    with sentences(path), opened(path) as file:
        return tiff.count_pages(file) if _decoder(file) is None else 1


@contextmanager
def sentences(path: Path, otherwise: str = "is damaged or cut short") -> Iterator[None]:
    """Make every failure one sentence about the file, on one line even where its name is not.

    Decoders raise whatever they like on damaged bytes: what nobody thought of is damage, and said as `otherwise`. What
    was raised is the cause; `errors.mistake` tells whether that was a mistake of ours.
    """
    name = plain(path.name or str(path))
    try:
        yield
    except ImageError as error:
        raise type(error)(f"“{name}” {error}.") from error
    except MemoryError as error:
        raise UnsupportedImage(f"“{name}” needs more memory than there is.") from error
    except Exception as error:
        if UNSUPPORTED.search(str(error)):
            raise UnsupportedImage(f"“{name}” is of a kind that is not read.") from error
        raise UnreadableImage(f"“{name}” {otherwise}.") from error


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """Open an ordinary file that is not empty: to open a pipe or a device could wait for ever."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableImage("is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableImage("is not a file")
        if not status.st_size:
            raise UnreadableImage("is empty")
        file = path.open("rb")
    except FileNotFoundError as error:
        raise UnreadableImage("does not exist") from error
    except PermissionError as error:
        raise UnreadableImage("may not be read: permission is denied") from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        reason = getattr(error, "strerror", None) or "its name is not one that a file can have"
        raise UnreadableImage(f"cannot be opened: {reason}") from error
    with file:
        yield file


def whole(file: io.BufferedReader, most: int) -> bytes:
    """Return all bytes of a file; UnsupportedImage if there are more than `most`."""
    size = os.fstat(file.fileno()).st_size
    if size > most:
        raise UnsupportedImage(f"is larger than the {most / 1e9:.0f} GB that are read")
    file.seek(0)
    return file.read(size)  # and not up to `most`: room is made at once for as many as are asked for


def _decoder(file: io.BufferedReader) -> Callable[[bytes, int], Decoded] | None:
    """Tell by the first bytes what reads the file; None means TIFF."""
    file.seek(0)
    start = file.read(16)
    if start.startswith(TIFF_SIGNATURES):
        return None
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return pillow.read_webp
    for signatures, decode in DECODERS:
        if start.startswith(signatures):
            return decode
    raise UnreadableImage("is not an image of a kind that is read")
