"""Test an installation: everything that can be missing or broken is used once."""

from __future__ import annotations

import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import imagecodecs
import numpy as np
import PIL
import tifffile

from segmenter.assets import resource
from segmenter.cli import DONE, FAILED
from segmenter.core.image import from_array
from segmenter.core.interaction.live_wire import PictureEdges, wire
from segmenter.core.pipeline import segment
from segmenter.core.regions.outlines import simplified
from segmenter.files.findings import versions
from segmenter.files.formats import MODULES, label_image, named
from segmenter.files.formats.format import result
from segmenter.files.reading import read_image
from segmenter.parameters import Parameters, from_toml

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from numpy.typing import NDArray


CODECS = [
    *("CCITTFAX4", "DEFLATE", "JPEG8", "JPEG2K", "JPEGXL", "LERC", "LZMA", "LZW"),
    *("PACKBITS", "PNG", "TIFF", "WEBP", "ZSTD"),
]
"""What images of all kinds are unpacked with."""

PARAMETERS = Parameters().replace(method="kmeans", k=3, reduction=1)
"""What the tiny image is segmented with."""


class InstallationError(Exception):
    """Something works, but does the wrong thing."""


def check(arguments: Namespace) -> int:
    """Run all checks, write a line for each; return the exit code."""
    checks: dict[str, Callable[[], str]] = {
        "versions": _versions,
        "presets": _presets,
        "samples": _samples,
        "formats": _formats,
        "codecs": _codecs,
        "labels of a tiny image": _labels,
        "label file": _label_file,
        "what few ask for": _rarely,
    }
    passed = [_one(name, function) for name, function in checks.items()]  # all of them, whatever the first says
    return DONE if all(passed) else FAILED


def _one(name: str, function: Callable[[], str]) -> bool:
    """Run a check and write its line."""
    try:
        line, passed = f"ok      {name}: {function()}", True
    except Exception as error:  # noqa: BLE001 - anything at all may be broken, that is the question
        line, passed = f"failed  {name}: {type(error).__name__}: {error}", False
    sys.stdout.write(line + "\n")
    return passed


def _versions() -> str:
    also = {
        "pillow": PIL.__version__,
        "tifffile": tifffile.__version__,
        "imagecodecs": imagecodecs.__version__,
    }
    numbers = ", ".join(f"{name} {number}" for name, number in (versions() | also).items())
    return f"{numbers}, Python {platform.python_version()} on {platform.system()} {platform.machine()}"


def _presets() -> str:
    names = []
    for path in sorted(resource("presets").glob("*.toml")):
        from_toml(path.read_text(encoding="utf-8"))
        names.append(path.stem)
    return _some(names)


def _samples() -> str:
    names = []
    for path in sorted(resource("samples").glob("*.jpg")):
        image = read_image(path)
        names.append(f"{path.name} {image.shape[1]}x{image.shape[0]}")
    return _some(names)


def _some(names: list[str]) -> str:
    """Return the names in a line; there must be some."""
    if not names:
        raise InstallationError(f"none were found in {resource('')}")
    return ", ".join(names)


def _formats() -> str:
    return _some([named(name).name for name in MODULES])


def _codecs() -> str:
    missing = [name for name in CODECS if not getattr(imagecodecs, name).available]
    if missing:
        raise InstallationError(f"{', '.join(missing)} cannot be loaded")
    return ", ".join(CODECS)


def tiny() -> tuple[NDArray[np.uint8], NDArray[np.int32]]:
    """Return an image of three flat areas, and its labels: numbered from the largest to the smallest."""
    labels = np.ones((24, 36), np.int32)
    labels[:, 20:] = 2
    labels[14:, 16:30] = 3
    colours = np.array([[0, 0, 0], [200, 40, 40], [40, 160, 60], [40, 60, 200]], np.uint8)
    return colours[labels], labels


def _labels() -> str:
    pixels, expected = tiny()
    found = segment(pixels, PARAMETERS)
    if not np.array_equal(found.labels, expected):
        different = int(np.count_nonzero(found.labels != expected))
        raise InstallationError(f"{different} of {expected.size} pixels have another label than they must have")
    return "as they must be"


def _label_file() -> str:
    pixels, _ = tiny()
    outcome = result(from_array(pixels), segment(pixels, PARAMETERS), ("labels",))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tiny_labels.png"
        named("labels").write(path, outcome)
        if not np.array_equal(label_image.read_labels(path), outcome.labels):
            raise InstallationError("the labels read back are not those written")
        return f"{path.stat().st_size} bytes written and read back"


def _rarely() -> str:
    """Use what is loaded only when it is asked for: an application may have been left without it."""
    edges = PictureEdges(np.zeros((8, 8, 3), np.uint8))
    way = wire(edges, (1.0, 1.0), (6.0, 6.0))
    corners = simplified(np.array([[0, 0], [0, 4], [0, 8], [8, 8], [8, 0]], np.int32), 1.0)
    if len(way) < 2 or len(corners) != 4:
        raise InstallationError("a line along edges or a simpler outline is wrong")
    return "a line along edges, a simpler outline"
