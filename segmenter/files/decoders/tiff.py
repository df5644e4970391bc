"""Read one page of a TIFF file. What counts as a page: every two-dimensional image, but no thumbnail."""

from __future__ import annotations

import io
import logging
import math
import re
import struct
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import imagecodecs
import numpy as np
import tifffile

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.decoders import jpegxl, pixel_size, stream_header
from segmenter.files.decoders.decoded import PIXEL_LIMIT, Decoded, Space, check_channels, check_size, widened

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from segmenter.files.decoders.stream_header import StreamHeader

# tifffile reports what is odd about a file by logging; without any handler Python would print that to stderr
logging.getLogger("tifffile").addHandler(logging.NullHandler())

MAXIMUM_PAGES = 65_536
REDUCED, MASK = 1, 4  # bits of the tag NewSubfileType: a thumbnail or pyramid level, a mask of another page
MINISWHITE, MINISBLACK, RGB, PALETTE, MASK_BITS, SEPARATED, YCBCR, CIELAB, ICCLAB = 0, 1, 2, 3, 4, 5, 6, 8, 9
COLOUR_SAMPLES = {
    MINISWHITE: 1,
    MINISBLACK: 1,
    RGB: 3,
    PALETTE: 1,
    MASK_BITS: 1,
    SEPARATED: 4,
    YCBCR: 3,
    CIELAB: 3,
    ICCLAB: 3,
}
ASSOCIATED, UNASSOCIATED = 1, 2  # the two values of the tag ExtraSamples that mean alpha
JPEG = 7
BY_EITHER = {1, 2, 3, 4, 8, 32946, 34925, 50000}
"""Uncompressed, CCITT, Deflate, LZMA, Zstandard: tifffile stops at as many bytes as the tags announce."""
STREAM_HEADERS: dict[int, Callable[[bytes], StreamHeader]] = {
    JPEG: lambda data: stream_header.jpeg(io.BytesIO(data)),
    33005: stream_header.jpeg2000,
    34712: stream_header.jpeg2000,
    50002: jpegxl.header,
    52546: jpegxl.header,
}
"""JPEG, JPEG 2000, JPEG XL: by tifffile, once their own headers are seen to announce no more than the tags do."""
BY_LIBTIFF = {5, 6, 32773, 34887, 50001}
"""LZW, old-style JPEG, PackBits, LERC, WebP: in tifffile, damaged LZW can crash, and a few bytes of the others ask
for all memory there is."""


class _Directory(NamedTuple):
    """Where a page's tags are: its number in the chain, thumbnails included, and its offset."""

    number: int
    offset: int


def count_pages(file: BinaryIO) -> int:
    """How many pages a TIFF file has."""
    return _count(file, _chain(file))


def _count(file: BinaryIO, chain: list[_Directory]) -> int:
    return len(chain) if len(chain) > 1 else _planes(_page(file, chain[0]))


def read(file: BinaryIO, number: int, limit: int) -> tuple[Decoded, int]:
    """Decode page `number`, counted from 0; also return how many pages there are."""
    chain = _chain(file)
    count = _count(file, chain)
    if not 0 <= number < count:
        pages = "one page" if count == 1 else f"{count} pages"
        raise UnsupportedImage(f"has {pages}, counted from 0, and no page {number}")
    directory, plane = (chain[number], 0) if len(chain) > 1 else (chain[0], number)
    page = _page(file, directory)
    _check(page, limit)
    size = file.seek(0, 2)
    if page.imagedepth == 1 and plane:  # ImageJ: the planes follow each other, and only the first has tags
        page.dataoffsets = tuple(offset + plane * page.nbytes for offset in page.dataoffsets)
        plane = 0
    notes = _check_segments(page, size)
    samples = _samples(file, page, directory.number, plane)
    size_of_pixels = pixel_size.of_tiff(page, _page(file, chain[0]))
    return replace(_decoded(page, samples, notes), pixel_size=size_of_pixels), count


def _chain(file: BinaryIO) -> list[_Directory]:
    """Follow the directories by hand: tifffile can be sent round in circles, and would parse every page."""
    size = file.seek(0, 2)
    file.seek(0)
    header = file.read(16)
    order = "<" if header[:2] == b"II" else ">"
    big = struct.unpack_from(order + "H", header, 2)[0] == 43
    count_format, offset_format, entry = (order + "Q", order + "Q", 20) if big else (order + "H", order + "I", 12)
    offset = struct.unpack_from(offset_format, header, 8 if big else 4)[0]
    seen: dict[int, int] = {}
    while offset and offset not in seen:
        if offset >= size:
            raise UnreadableImage("is damaged or cut short")
        if len(seen) >= MAXIMUM_PAGES:
            raise UnsupportedImage(f"has more than {MAXIMUM_PAGES:,} pages, which is more than is read")
        file.seek(offset)
        (count,) = struct.unpack(count_format, file.read(struct.calcsize(count_format)))
        tags = file.read(entry * min(count, 4096))
        seen[offset] = _subfile_type(tags, entry, order)
        (offset,) = struct.unpack(offset_format, file.read(struct.calcsize(offset_format)))
    chain = [_Directory(index, offset) for index, offset in enumerate(seen)]
    pages = [page for page, kind in zip(chain, seen.values(), strict=True) if not kind & (REDUCED | MASK)]
    if not chain:
        raise UnreadableImage("has no pages")
    return pages or chain


def _subfile_type(tags: bytes, entry: int, order: str) -> int:
    """Read the tag NewSubfileType of one directory."""
    for at in range(0, len(tags), entry):
        code, kind = struct.unpack_from(order + "HH", tags, at)
        if code == 254:
            value_at = at + (8 if entry == 12 else 12)
            return int(struct.unpack_from(order + ("H" if kind == 3 else "I"), tags, value_at)[0])
    return 0


def _page(file: BinaryIO, directory: _Directory) -> tifffile.TiffPage:
    # these three kinds have code of their own in tifffile that looks at all pages
    file.seek(0)
    tiff = tifffile.TiffFile(file, is_lsm=False, is_scanimage=False, is_ndpi=False)
    tiff.filehandle.seek(directory.offset)
    return tifffile.TiffPage(tiff, directory.number)


def _planes(page: tifffile.TiffPage) -> int:
    """How many planes there are behind a file's only directory: an ImageJ stack, or a volume."""
    count = max(1, page.imagedepth)
    images = re.search(r"^images=(\d{1,9})\s*$", page.description, re.MULTILINE)
    if page.description.startswith("ImageJ=") and images and page.compression == 1 and count == 1:
        count = max(1, int(images[1]))
        if page.dataoffsets and page.dataoffsets[0] + count * page.nbytes > page.parent.filehandle.size:
            raise UnreadableImage("is damaged or cut short")
    if count > MAXIMUM_PAGES:
        raise UnsupportedImage(f"has more than {MAXIMUM_PAGES:,} pages, which is more than is read")
    return count


def _check(page: tifffile.TiffPage, limit: int) -> None:
    """Refuse by the tags alone, before anything is decoded."""
    if not isinstance(page.photometric, int) or not isinstance(page.compression, int):
        raise UnreadableImage("is damaged")  # a tag of another type can hold anything, even pages of text
    if page.dtype is None or page.dtype.kind not in "buif":
        raise UnsupportedImage(f"has samples of a type{f' ({page.dtype})' if page.dtype else ''} that is not read")
    if page.photometric not in COLOUR_SAMPLES:
        raise UnsupportedImage(f"has colours of a kind ({_name(page.photometric)}) that is not read")
    known = BY_EITHER | (BY_LIBTIFF if _by_libtiff(page) else STREAM_HEADERS.keys())
    if page.compression not in known or (_by_libtiff(page) and page.imagedepth > 1):
        raise UnsupportedImage(f"is compressed in a way ({_name(page.compression)}) that is not read")
    sample_bytes = page.samplesperpixel * page.dtype.itemsize
    check_size(page.imagewidth, page.imagelength, sample_bytes * max(1, page.imagedepth), limit)
    if page.is_tiled:  # a tile may be larger than the image
        check_size(page.tilewidth, page.tilelength, sample_bytes * page.tiledepth, max(limit, PIXEL_LIMIT))
    check_channels(page.samplesperpixel - sum(kind in (ASSOCIATED, UNASSOCIATED) for kind in page.extrasamples))
    if page.samplesperpixel < COLOUR_SAMPLES[page.photometric] and page.photometric != SEPARATED:
        raise UnreadableImage("is damaged")


def _by_libtiff(page: tifffile.TiffPage) -> bool:
    """Whether libtiff decodes; it alone undoes that colours have fewer rows and columns than brightness."""
    return page.compression in BY_LIBTIFF or (page.photometric == YCBCR and page.compression != JPEG)


def _name(value: int) -> str:
    return str(getattr(value, "name", value))


def _check_segments(page: tifffile.TiffPage, size: int) -> tuple[str, ...]:
    """Refuse strips or tiles that are not in the file; tifffile would leave them black."""
    offsets, counts = page.dataoffsets, page.databytecounts
    if min(len(offsets), len(counts)) < math.prod(page.chunked) or not any(counts):
        raise UnreadableImage("is damaged: parts of its pixels are missing")
    if any(offset + count > size for offset, count in zip(offsets, counts, strict=False)):
        raise UnreadableImage("is damaged or cut short")
    if all(counts):
        return ()
    return ("Parts of this image are empty in the file; they are read as one plain colour.",)


def _check_streams(file: BinaryIO, page: tifffile.TiffPage) -> None:
    """Refuse strips or tiles whose own header speaks of a much larger image."""
    rows, columns = (page.tilelength, page.tilewidth) if page.is_tiled else (page.rowsperstrip, page.imagewidth)
    most = 2 * rows * columns * max(3, page.samplesperpixel) + 10_000  # some announce three colours for grey
    for offset, count in zip(page.dataoffsets, page.databytecounts, strict=False):
        file.seek(offset)
        if count and STREAM_HEADERS[page.compression](file.read(count)).samples > most:
            raise UnreadableImage("is damaged")


def _samples(file: BinaryIO, page: tifffile.TiffPage, number: int, plane: int) -> NDArray[Any]:
    """Decode to rows, columns, samples."""
    shape = page.imagelength, page.imagewidth, -1
    if page.compression in STREAM_HEADERS:
        _check_streams(file, page)
    if not _by_libtiff(page):
        array = page.asarray(squeeze=False)[:, plane]  # separate samples, rows, columns, contiguous samples
        return np.moveaxis(array, 0, -1).reshape(shape)
    file.seek(0)
    data = file.read()  # not mapped: a file that another program cuts short meanwhile would kill this one
    if page.photometric == YCBCR:
        # libtiff follows the orientation half way: mirrored, but not turned
        orientation = _orientation(page)
        array = imagecodecs.tiff_decode(data, number, asrgb=True)[..., :3]
        array = array[::-1] if orientation in (3, 4, 7, 8) else array
        return array[:, ::-1].reshape(shape) if orientation in (2, 3, 6, 7) else array.reshape(shape)
    array = imagecodecs.tiff_decode(data, number)
    if page.planarconfig == 2 and array.ndim == 3:
        array = np.moveaxis(array, 0, -1)
    return array.reshape(shape)


def _orientation(page: tifffile.TiffPage) -> int:
    value = page.tags.valueof(274)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _decoded(page: tifffile.TiffPage, samples: NDArray[Any], notes: tuple[str, ...]) -> Decoded:
    """Say what the samples mean: split off alpha, look up palettes, turn white-is-zero round."""
    first = samples.shape[2] - len(page.extrasamples)
    alphas = {first + i: kind for i, kind in enumerate(page.extrasamples) if kind in (ASSOCIATED, UNASSOCIATED)}
    alpha = samples[..., min(alphas)] if alphas and first > 0 else None
    if alpha is not None:
        samples = samples[..., [i for i in range(samples.shape[2]) if i not in alphas]]
    if page.photometric == PALETTE:
        samples = _coloured(samples[..., 0], page.colormap)
    elif samples.dtype == bool:
        samples = samples.astype(np.uint8) * np.uint8(255)
    elif samples.dtype.kind == "u" and isinstance(page.bitspersample, int):
        samples = widened(samples, 2**page.bitspersample - 1)
        alpha = alpha if alpha is None else widened(alpha, 2**page.bitspersample - 1)
    full = _full(page, samples)
    if page.photometric == MINISWHITE and samples.dtype.kind != "f":
        samples = full - samples if samples.dtype.kind == "u" else ~samples
    if page.photometric == SEPARATED and samples.dtype.kind == "u":
        samples = (samples * (np.iinfo(samples.dtype).max / full)).astype(samples.dtype)
    if page.photometric == ICCLAB and samples.dtype.kind == "u":  # a and b start at 128 here, at 0 in CIELAB
        samples = samples ^ (np.array([0, 1, 1], samples.dtype) << (8 * samples.dtype.itemsize - 1))
    if alpha is not None and alphas[min(alphas)] == ASSOCIATED and samples.dtype.kind == "u":
        samples = _unmultiplied(samples, alpha, full)
    space = _space(page, samples.shape[2])
    profile = page.tags.valueof(34675)
    return Decoded(
        samples[..., 0] if samples.shape[2] == 1 else samples,
        space,
        alpha,
        _orientation(page),
        profile if isinstance(profile, bytes) else None,
        notes,
    )


def _full(page: tifffile.TiffPage, samples: NDArray[Any]) -> int:
    """Return the largest value that a sample can have; samples of 10 and 12 bits are in 16."""
    if samples.dtype.kind != "u":
        return 0
    bits = 8 * samples.dtype.itemsize
    return int(2 ** (min(page.bitspersample, bits) if bits > 8 and isinstance(page.bitspersample, int) else bits) - 1)


def _space(page: tifffile.TiffPage, channels: int) -> Space:
    colours: dict[int, Space] = {SEPARATED: "cmyk", CIELAB: "lab", ICCLAB: "lab"}
    if page.photometric in (RGB, PALETTE, YCBCR) and channels == 3:
        return "rgb"
    if page.photometric in colours and channels == COLOUR_SAMPLES[page.photometric]:
        return colours[page.photometric]
    return "grey" if channels == 1 else "channels"


def _coloured(indices: NDArray[Any], colormap: NDArray[np.uint16] | None) -> NDArray[Any]:
    if colormap is None or int(indices.max()) >= colormap.shape[1]:
        raise UnreadableImage("is damaged: its palette lacks colours")
    # 16 bits by the standard, which old programs filled with 8
    colours = colormap if colormap.max() < 256 else colormap >> 8
    return colours.T.astype(np.uint8)[indices.astype(np.intp)]


def _unmultiplied(samples: NDArray[Any], alpha: NDArray[Any], full: int) -> NDArray[Any]:
    """Undo the multiplication of colours with their alpha; both go up to `full`."""
    partly = (alpha > 0) & (alpha < full)
    opacity = alpha[partly].astype(float)[:, None] / full
    samples[partly] = np.minimum(np.rint(samples[partly] / opacity), full)
    return samples
