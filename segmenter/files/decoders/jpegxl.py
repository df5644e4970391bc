"""Read JPEG XL through libjxl, which hands over no profile: colours are taken as sRGB.

What the header announces is read here, since libjxl makes room first.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import imagecodecs

from segmenter.errors import UnreadableImage, UnsupportedImage
from segmenter.files.decoders.decoded import Decoded, check_size, widened
from segmenter.files.decoders.stream_header import StreamHeader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

CODESTREAM = b"\xff\x0a"
CONTAINER = b"\0\0\0\x0cJXL \r\n\x87\n"
HEADER = 64  # bytes, far more than what is read of it takes
WORKING_BYTES = 4  # a sample: libjxl decodes in floats
RATIOS = ((0, 1), (1, 1), (12, 10), (4, 3), (3, 2), (16, 9), (5, 4), (2, 1))  # columns to rows; 0: written out


def read(data: bytes, limit: int) -> Decoded:
    """Decode a JPEG XL file; of an animation the first frame. libjxl turns it upright."""
    announced = header(data)
    check_size(announced.columns, announced.rows, WORKING_BYTES * announced.channels, limit)
    if announced.channels > 4:
        raise UnsupportedImage(f"is a JPEG XL image of {announced.channels} channels, more than the 4 that are read")
    samples: NDArray[Any] = imagecodecs.jpegxl_decode(data, 0)
    samples = samples[..., None] if samples.ndim == 2 else samples
    if samples.shape[0] * samples.shape[1] != announced.rows * announced.columns:
        raise UnreadableImage("is damaged")
    samples = widened(samples, 2**announced.bits - 1)
    alpha = samples[..., -1] if announced.channels == 4 else None
    samples = samples[..., :-1] if alpha is not None else samples
    return Decoded(samples[..., 0], "grey", alpha) if samples.shape[2] == 1 else Decoded(samples, "rgb", alpha)


def header(data: bytes) -> StreamHeader:
    """Read the head of a JPEG XL codestream, in boxes or not; of colours it always announces three.

    ISO/IEC 18181-1, SizeHeader and ImageMetadata.
    """
    bits = _Bits(_codestream(data))
    columns, rows = _size(bits)
    if bits.take(1):  # everything else is as usual
        return StreamHeader(columns, rows, 3, 8)
    if bits.take(1):  # there are extra fields
        bits.take(3)  # orientation
        if bits.take(1):
            _size(bits)  # at which it is meant to be shown
        if bits.take(1):
            raise UnsupportedImage("is a JPEG XL image with a preview, which is not read")
        if bits.take(1):
            _skip_animation(bits)
    if bits.take(1):  # floats
        depth = bits.choose((32, 0), (16, 0), (24, 0), (1, 6))
        bits.take(4)  # bits of the exponent
    else:
        depth = bits.choose((8, 0), (10, 0), (12, 0), (1, 6))
    bits.take(1)  # whether 16 bits are enough to decode it
    extra = bits.choose((0, 0), (1, 0), (2, 4), (1, 12))
    return StreamHeader(columns, rows, 3 + extra, depth)


class _Bits:
    """Numbers of some bits each, the lowest bit of each byte first."""

    def __init__(self, data: bytes) -> None:
        self._left = int.from_bytes(data, "little")
        self._count = 8 * len(data)

    def take(self, count: int) -> int:
        """Take the next number."""
        self._count -= count
        if self._count < 0:
            raise UnreadableImage("is damaged or cut short")
        number = self._left & ((1 << count) - 1)
        self._left >>= count
        return number

    def choose(self, *choices: tuple[int, int]) -> int:
        """Take a number written in one of four ways: what is added to it, and in how many bits."""
        offset, count = choices[self.take(2)]
        return offset + self.take(count)


def _size(bits: _Bits) -> tuple[int, int]:
    """Read columns and rows."""
    small = bits.take(1)  # a multiple of 8 up to 256

    def side() -> int:
        return 8 * (1 + bits.take(5)) if small else bits.choose((1, 9), (1, 13), (1, 18), (1, 30))

    rows = side()
    numerator, denominator = RATIOS[bits.take(3)]
    return (rows * numerator // denominator if numerator else side()), rows


def _skip_animation(bits: _Bits) -> None:
    """Pass over how fast and how often it plays."""
    bits.choose((100, 0), (1000, 0), (1, 10), (1, 30))
    bits.choose((1, 0), (1001, 0), (1, 8), (1, 10))
    bits.choose((0, 0), (0, 3), (0, 16), (0, 32))
    bits.take(1)


def _codestream(data: bytes) -> bytes:
    """Return the beginning of the codestream."""
    if data.startswith(CODESTREAM):
        return data[2:HEADER]
    for kind, start in _boxes(data):
        at = start + 4 if kind == b"jxlp" else start  # a part begins with its number
        if kind in (b"jxlc", b"jxlp") and data.startswith(CODESTREAM, at):
            return data[at + 2 : at + HEADER]
    raise UnreadableImage("is damaged or cut short")


def _boxes(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Return the kind of each box, and where its content starts."""
    at = 0
    while at + 16 <= len(data):
        length, kind, long = struct.unpack_from(">I4sQ", data, at)
        yield kind, at + (16 if length == 1 else 8)
        at += max(8, long if length == 1 else length or len(data))  # 0: to the end of the file
