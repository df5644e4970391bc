"""Read PNG: Pillow decodes, but from a cleaned copy, and 16-bit colours in a way that keeps all 16 bits."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import PngImagePlugin

from segmenter.errors import UnreadableImage
from segmenter.files.decoders.decoded import Decoded, check_size
from segmenter.files.decoders.exif import orientation
from segmenter.files.decoders.pillow import decoded
from segmenter.files.decoders.pixel_size import of_exif, of_png

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6  # colour types
CHANNELS = {GREY: 1, RGB: 3, PALETTE: 1, GREY_ALPHA: 2, RGBA: 4}
PROFILE_LIMIT = 8_000_000  # bytes a compressed profile may grow to


def read(data: bytes, limit: int) -> Decoded:
    """Decode a PNG file; of an animation, the image that programs show which do not animate."""
    chunks = _chunks(data)
    width, height, bits, colour_type = struct.unpack_from(">IIBB", chunks[b"IHDR"])
    check_size(width, height, CHANNELS.get(colour_type, 4) * (2 if bits == 16 else 1), limit)
    kept = [b"IHDR", b"IDAT"]
    if colour_type == PALETTE:
        kept[1:1] = [kind for kind in (b"PLTE", b"tRNS") if kind in chunks]
    clean = SIGNATURE + b"".join(chunk(kind, chunks[kind]) for kind in kept) + chunk(b"IEND", b"")
    if bits == 16 and colour_type != GREY:
        samples, alpha = _deep(clean, colour_type)
        result = Decoded(samples, "grey" if samples.ndim == 2 else "rgb", alpha)
    else:
        result = decoded(PngImagePlugin.PngImageFile(io.BytesIO(clean)))
    if b"tRNS" in chunks and colour_type in (GREY, RGB):
        result = result.with_alpha(_opaque(result.samples, chunks[b"tRNS"], bits))
    exif = chunks.get(b"eXIf")
    size = of_exif(exif) or of_png(chunks.get(b"pHYs"))
    return result.with_metadata(orientation(exif), _profile(chunks.get(b"iCCP")), size)


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a chunk with its length and its checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _chunks(data: bytes) -> dict[bytes, bytes]:
    """Take the file apart; what is optional and damaged is left out, as are animations and texts.

    Pillow warns of odd animations and refuses a file for a damaged note, so neither gets that far.
    """
    wanted = {b"IHDR", b"PLTE", b"tRNS", b"eXIf", b"iCCP", b"pHYs"}
    chunks: dict[bytes, bytes] = {}
    pixels: list[bytes] = []
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        content = data[at + 8 : at + 8 + length]
        if len(data) < at + 12 + length:
            raise UnreadableImage("is cut short")
        if kind == b"IDAT":
            pixels.append(content)
        elif kind in wanted:
            if zlib.crc32(kind + content) == struct.unpack_from(">I", data, at + 8 + length)[0]:
                chunks.setdefault(kind, content)
            elif kind in (b"IHDR", b"PLTE"):
                raise UnreadableImage("is damaged")
        at += 12 + length
    return chunks | {b"IDAT": b"".join(pixels)}


def _deep(clean: bytes, colour_type: int) -> tuple[NDArray[Any], NDArray[Any] | None]:
    """Decode 16-bit colours, of which Pillow gives one byte at a time: the high bytes, then the low ones."""

    def unpacked(layout: str) -> NDArray[np.uint8]:
        picture = PngImagePlugin.PngImageFile(io.BytesIO(clean))
        picture.tile = [tile._replace(args=layout) for tile in picture.tile]
        picture.load()
        return np.asarray(picture)

    if colour_type == GREY_ALPHA:  # both bytes of both samples fit into Pillow's four channels
        pairs: NDArray[Any] = unpacked("RGBA").view(">u2").astype(np.uint16)
        return pairs[..., 0], pairs[..., 1]
    mode = "RGB" if colour_type == RGB else "RGBA"
    samples = unpacked(mode + ";16B").astype(np.uint16)
    samples <<= 8
    samples |= unpacked(mode + ";16L")
    return samples[..., :3], samples[..., 3] if colour_type == RGBA else None


def _opaque(samples: NDArray[Any], transparent: bytes, bits: int) -> NDArray[np.bool_]:
    """All pixels but those of the one colour that the file declares transparent."""
    colour = np.frombuffer(transparent, ">u2", 1 if samples.ndim == 2 else 3).astype(np.uint32)
    colour &= 2**bits - 1  # as the standard has it, since some writers fill all 16 bits
    if bits < 8:
        colour = colour * 255 // (2**bits - 1)  # as the samples have been
    opaque = samples != colour.astype(samples.dtype)
    return np.asarray(opaque if samples.ndim == 2 else opaque.any(axis=2))


def _profile(content: bytes | None) -> bytes | None:
    """Unpack a colour profile: a name, a zero, the compression method, the compressed profile."""
    if content is None:
        return None
    try:
        return zlib.decompressobj().decompress(content[content.index(b"\0") + 2 :], PROFILE_LIMIT)
    except (ValueError, zlib.error):
        return None
