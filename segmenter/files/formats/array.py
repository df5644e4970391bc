"""The labels as an array for NumPy: NPY, format version 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from segmenter.files import atomic

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Format, Result


class LabelArray:
    """Label numbers, pixel by pixel, to be loaded with `numpy.load`."""

    name: ClassVar[str] = "array"
    title: ClassVar[str] = "NumPy array"
    keeps: ClassVar[str] = "Every label exactly, 0 is background; names and colours are lost."
    group: ClassVar[str] = "Images"

    def suffix(self, result: Result | None) -> str:
        """Return the end of the file's name."""
        return "_labels.npy"

    def describe(self, result: Result) -> str:
        """Say how many labels, and the type of their numbers."""
        return f"{result.counted}, {_kind(result).name} NPY"

    def loses(self, result: Result) -> str | None:
        """Say what of a result the file cannot hold: nothing."""
        return None

    def write(self, path: Path, result: Result) -> None:
        """Write the labels in the smallest unsigned type that holds them."""
        labels = np.ascontiguousarray(result.labels, _kind(result))
        atomic.write(path, lambda file: _save(file, labels))


def _kind(result: Result) -> np.dtype[np.generic]:
    """Return the type; little-endian everywhere."""
    return np.min_scalar_type(result.largest).newbyteorder("<")


def _save(file: BinaryIO, labels: NDArray[np.generic]) -> None:
    """Write header and numbers; numpy.save would not say why it fails on a full disk."""
    np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(labels))
    file.write(labels.data)


FORMAT: Format = LabelArray()
