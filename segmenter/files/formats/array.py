"""The labels as an array for NumPy: NPY, format version 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from segmenter.files import atomic
from segmenter.files.formats.format import Format

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from numpy.typing import NDArray

    from segmenter.files.formats.format import Result


class LabelArray(Format):
    """Label numbers, pixel by pixel, to be loaded with `numpy.load`."""

    name = "array"
    title = "NumPy array"
    keeps = "Every label exactly, 0 is background; names and colours are lost."
    group = "Images"
    ending = "_labels.npy"

    def describe(self, result: Result) -> str:
        """Say how many labels, and the type of their numbers."""
        return f"{result.counted}, {result.number_type.name} NPY"

    def write(self, path: Path, result: Result) -> None:
        """Write the labels in the smallest unsigned type that holds them."""
        labels = np.ascontiguousarray(result.labels, result.number_type)
        atomic.write(path, lambda file: _save(file, labels))


def _save(file: BinaryIO, labels: NDArray[np.generic]) -> None:
    """Write header and numbers; numpy.save would not say why it fails on a full disk."""
    np.lib.format.write_array_header_1_0(file, np.lib.format.header_data_from_array_1_0(labels))
    file.write(labels.data)


FORMAT = LabelArray()
