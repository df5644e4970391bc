"""Read PBM, PGM, PPM, PAM and PFM; Pillow reduces 16-bit colours to 8 bits, and reads no PAM."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from segmenter.errors import UnreadableImage
from segmenter.files.decoders.decoded import Decoded, Space, check_channels, check_size, widened

if TYPE_CHECKING:
    from numpy.typing import NDArray

_GAP = rb"(?:\s|#[^\r\n]*[\r\n])+"
_NUMBER = rb"(\d{1,9})"
_PLAIN_HEADER = re.compile(rb"P([1-6])" + _GAP + _NUMBER + _GAP + _NUMBER)
_MAXIMUM = re.compile(_GAP + _NUMBER)
_FLOAT_HEADER = re.compile(rb"P([fF])\s+(\d{1,9})\s+(\d{1,9})\s+([-+]?[0-9.]{1,20}(?:[eE][-+]?\d{1,3})?)\s")
_PAM_HEADER = re.compile(rb"P7\s*\n((?:[^\n]*\n){1,40}?)ENDHDR\n")


class _Header(NamedTuple):
    width: int
    height: int
    channels: int
    dtype: np.dtype[Any]
    maximum: int
    start: int
    space: Space
    alpha: bool = False


def read(data: bytes, limit: int) -> Decoded:
    """Decode the first image of a Netpbm file."""
    kind = data[1:2]
    header = read_header(data)
    shape = header.height, header.width, header.channels
    check_size(header.width, header.height, header.channels * header.dtype.itemsize, limit)
    check_channels(header.channels - header.alpha)
    if kind in b"123":
        samples = _text(data, header, bits=kind == b"1").reshape(shape)
    elif kind == b"4":
        packed = np.frombuffer(data, np.uint8, header.height * -(-header.width // 8), header.start)
        samples = np.unpackbits(packed.reshape(header.height, -1), axis=1, count=header.width)[..., None]
    else:
        samples = np.frombuffer(data, header.dtype, header.height * header.width * header.channels, header.start)
        samples = samples.reshape(shape)
    # floats alone begin with the lowest row
    samples = samples[::-1] if header.dtype.kind == "f" else widened(samples, header.maximum)
    if kind in b"14":
        samples = ~samples  # here 1 is black
    alpha = samples[..., -1] if header.alpha else None
    samples = samples[..., :-1] if header.alpha else samples
    return Decoded(samples[..., 0] if samples.shape[2] == 1 else samples, header.space, alpha)


def read_header(data: bytes) -> _Header:
    """Read what a file says of its samples."""
    kind = data[1:2]
    return _pam_header(data) if kind == b"7" else _float_header(data) if kind in b"fF" else _header(data)


def _matched(pattern: re.Pattern[bytes], data: bytes, start: int = 0) -> re.Match[bytes]:
    match = pattern.match(data, start, start + 100_000)
    if match is None:
        raise UnreadableImage("is damaged: its header makes no sense")
    return match


def _integers(maximum: int) -> np.dtype[Any]:
    if not 0 < maximum < 65536:
        raise UnreadableImage("is damaged: its header makes no sense")
    return np.dtype(np.uint8 if maximum < 256 else ">u2")


def _space(colours: int) -> Space:
    return "grey" if colours == 1 else "rgb" if colours == 3 else "channels"


def _header(data: bytes) -> _Header:
    match = _matched(_PLAIN_HEADER, data)
    channels = 3 if match[1] in b"36" else 1
    maximum, end = 1, match.end()
    if match[1] not in b"14":
        match_maximum = _matched(_MAXIMUM, data, end)
        maximum, end = int(match_maximum[1]), match_maximum.end()
    return _Header(int(match[2]), int(match[3]), channels, _integers(maximum), maximum, end + 1, _space(channels))


def _float_header(data: bytes) -> _Header:
    match = _matched(_FLOAT_HEADER, data)
    dtype = np.dtype("<f4" if match[4].startswith(b"-") else ">f4")  # the sign of the scale is the byte order
    channels = 3 if match[1] == b"F" else 1
    return _Header(int(match[2]), int(match[3]), channels, dtype, 0, match.end(), _space(channels))


def _pam_header(data: bytes) -> _Header:
    match = _matched(_PAM_HEADER, data)
    lines = (line.split(None, 1) for line in match[1].splitlines() if not line.startswith(b"#"))
    fields = {line[0]: line[1].strip() for line in lines if len(line) == 2}
    width, height, channels, maximum = (int(fields[key]) for key in (b"WIDTH", b"HEIGHT", b"DEPTH", b"MAXVAL"))
    alpha = fields.get(b"TUPLTYPE", b"").endswith(b"_ALPHA") and channels > 1
    space = _space(channels - alpha)
    return _Header(width, height, channels, _integers(maximum), maximum, match.end(), space, alpha)


def _text(data: bytes, header: _Header, *, bits: bool) -> NDArray[Any]:
    """Read samples written as decimal numbers; bits need no space between them."""
    text = re.sub(rb"#[^\r\n]*", b"", data[header.start - 1 :])
    count = header.height * header.width * header.channels
    if bits:
        values = np.frombuffer(text.translate(None, b" \t\n\v\f\r"), np.uint8)[:count] - ord("0")
    else:
        spaces = np.frombuffer(text, np.uint8) <= ord(" ")
        # text that is no number, or too few of them, would make NumPy warn and invent the rest
        if not re.fullmatch(rb"[\s\d]*", text) or np.count_nonzero(spaces[:-1] & ~spaces[1:]) < count:
            raise UnreadableImage("is damaged or cut short")
        values = np.fromstring(text.decode("ascii"), np.int64, count, sep=" ")
    if len(values) < count or values.max(initial=0) > header.maximum:
        raise UnreadableImage("is damaged or cut short")
    return values.astype(header.dtype)
