"""Whole files of every kind, to be broken; and small files that pretend to be huge."""

from __future__ import annotations

import io
import re
import struct
import zlib
from contextlib import contextmanager
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image


def saved(pixels, kind, **options):
    """The bytes of a file that Pillow writes."""
    file = io.BytesIO()
    picture = pixels if isinstance(pixels, Image.Image) else Image.fromarray(pixels)
    picture.save(file, kind, **options)
    return file.getvalue()


def tiff(pixels, **options):
    """The bytes of a file that tifffile writes."""
    file = io.BytesIO()
    tifffile.imwrite(file, pixels, **options)
    return file.getvalue()


def texture():
    """Pixels that do not compress well, so that every tenth of a file matters."""
    return np.random.default_rng(0).integers(0, 256, (40, 50, 3), np.uint8)


WHOLE = {
    "png": lambda: saved(texture(), "PNG"),
    "png palette": lambda: saved(Image.fromarray(texture()).quantize(99), "PNG"),
    "png 16 bits": lambda: bytes(imagecodecs.png_encode(texture().astype(np.uint16) * 257)),
    "jpeg": lambda: saved(texture(), "JPEG"),
    "jpeg progressive": lambda: saved(texture(), "JPEG", progressive=True),
    "bmp": lambda: saved(texture(), "BMP"),
    "gif": lambda: saved(Image.fromarray(texture()).quantize(99), "GIF"),
    "webp": lambda: saved(texture(), "WEBP"),
    "webp lossless": lambda: saved(texture(), "WEBP", lossless=True),
    "webp animated": lambda: saved(texture(), "WEBP", save_all=True, append_images=[Image.fromarray(~texture())]),
    "jp2": lambda: saved(texture(), "JPEG2000"),
    "j2k": lambda: saved(texture(), "JPEG2000", no_jp2=True, irreversible=True),
    "jp2 16 bits": lambda: bytes(imagecodecs.jpeg2k_encode(texture().astype(np.uint16) * 257, level=0)),
    "jxl": lambda: bytes(imagecodecs.jpegxl_encode(texture(), distance=1)),
    "jxl in boxes": lambda: bytes(imagecodecs.jpegxl_encode(texture(), lossless=True, usecontainer=True)),
    "pnm": lambda: saved(texture(), "PPM"),
    "pnm text": lambda: b"P3 50 40 255\n" + b" ".join(b"%d" % v for v in texture().ravel()),
    "pnm bits": lambda: saved(Image.fromarray(texture()[..., 0] > 99), "PPM"),
    "pfm": lambda: saved(texture()[..., 0].astype(np.float32), "PPM"),
    "tiff": lambda: tiff(texture()),
    "tiff 16 bits": lambda: tiff(texture().astype(np.uint16), byteorder=">"),
    "tiff pages": lambda: tiff(np.stack([texture()] * 3), photometric="rgb"),
    "tiff imagej": lambda: tiff(np.stack([texture()[..., 0]] * 3), imagej=True),
    "tiff planar": lambda: tiff(texture().transpose(2, 0, 1).copy(), photometric="rgb", planarconfig="separate"),
    "tiff pillow": lambda: saved(texture(), "TIFF"),
    **{
        f"tiff {compression}": lambda compression=compression: tiff(texture(), compression=compression, rowsperstrip=7)
        for compression in ("lzw", "zlib", "zstd", "packbits", "lzma", "lerc", "webp", "jpeg", "jpeg2000", "jpegxl")
    },
    "tiff group 4": lambda: saved(Image.fromarray(texture()[..., 0] > 99), "TIFF", compression="group4"),
}


def chunk(kind, content):
    """One chunk of a PNG file."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width, height, bits=8, colour_type=2, pixels=b""):
    """A PNG file of a header and hardly any pixels."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    parts = [chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(pixels)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def enlarged(data, *places):
    """The same file, whose header speaks of another size: (offset, format, value)."""
    changed = bytearray(data)
    for offset, layout, value in places:
        struct.pack_into(layout, changed, offset, value)
    return bytes(changed)


def sof(data):
    return data.index(b"\xff\xc0") + 5


def siz(data):
    return data.index(b"\xff\x4f\xff\x51") + 8


def gif_frame():
    data = saved(texture()[..., 0], "GIF")
    at = data.rindex(b",\0\0\0\0" + struct.pack("<HH", 50, 40))
    return enlarged(data, (at + 5, "<H", 65_000), (at + 7, "<H", 65_000))


def tiff_bomb():
    data = tiff(texture())
    with tifffile.TiffFile(io.BytesIO(data)) as file:
        tags = file.pages[0].tags
        return enlarged(data, *((tags[code].valueoffset, "<H", 65_000) for code in (256, 257)))


BOMBS = {
    "png": lambda: png(100_000, 100_000),
    "jpeg": lambda: enlarged(d := saved(texture(), "JPEG"), (sof(d), ">H", 65_000), (sof(d) + 2, ">H", 65_000)),
    "bmp": lambda: enlarged(saved(texture(), "BMP"), (18, "<i", 100_000), (22, "<i", 100_000)),
    "gif screen": lambda: enlarged(saved(texture()[..., 0], "GIF"), (6, "<H", 65_000), (8, "<H", 65_000)),
    "gif frame": gif_frame,
    "webp": lambda: enlarged(saved(texture(), "WEBP"), (26, "<H", 16_383), (28, "<H", 16_383)),
    "webp lossless": lambda: enlarged(saved(texture(), "WEBP", lossless=True), (21, "<I", 0x0FFFFFFF)),
    "j2k": lambda: enlarged(
        d := saved(texture(), "JPEG2000", no_jp2=True), (siz(d), ">I", 100_000), (siz(d) + 4, ">I", 100_000)
    ),
    "jxl": lambda: b"\xff\x0a" + (99_999 << 3 | 2 << 1 | 1 << 21 | 1 << 24).to_bytes(60, "little"),
    "ppm": lambda: b"P6 100000 100000 255\n" + bytes(100),
    "pfm": lambda: b"PF\n100000 100000\n-1.0\n" + bytes(100),
    "pam": lambda: b"P7\nWIDTH 99999\nHEIGHT 99999\nDEPTH 3\nMAXVAL 255\nENDHDR\n",
    "tiff": tiff_bomb,
}


@pytest.fixture(scope="session")
def wholes():
    """Return whole files by kind, each an image of 40 rows and 50 columns."""
    return {name: make() for name, make in WHOLE.items()}


@pytest.fixture(params=WHOLE)
def kind(request):
    """Return each key of `wholes`."""
    return request.param


@pytest.fixture(scope="session")
def bombs():
    """Return files by kind that announce far more pixels than are read."""
    return {name: make() for name, make in BOMBS.items()}


@pytest.fixture
def hollow_png():
    """Make a PNG file of a header alone: width, height, bits, colour type."""
    return png


@pytest.fixture
def memory():
    """Assert that what is done within takes no more than some megabytes, at any moment; on Linux alone."""

    @contextmanager
    def within(megabytes):
        status, reset = Path("/proc/self/status"), Path("/proc/self/clear_refs")
        if not reset.exists():
            yield
            return

        def kilobytes(what):
            return int(re.search(rf"{what}:\s+(\d+) kB", status.read_text())[1])

        before = kilobytes("VmRSS")
        reset.write_text("5")  # the peak starts anew
        yield
        assert kilobytes("VmHWM") - before < 1000 * megabytes

    return within


@pytest.fixture
def write(tmp_path):
    """Write bytes under a name."""

    def write(data, name="image"):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write
