"""What every file format offers, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from segmenter.overlay import palette

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.core.pipeline import Segmentation


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that a format may want to write.

    Attributes
    ----------
    image : Image
    segmentation : Segmentation
        How the labels came to be.
    labels : ndarray of int32, shape (rows, columns)
        What is written: the labels of the segmentation, or what a person made of them.
    colours : ndarray of uint8, shape (labels.max() + 1, 3) or longer
    names : mapping of int to str
        What labels are called; those without a name are missing.
    exports : tuple of str
        The names of all formats that are written of this result.
    """

    image: Image
    segmentation: Segmentation
    labels: NDArray[np.int32]
    colours: NDArray[np.uint8]
    names: Mapping[int, str]
    exports: tuple[str, ...]

    @property
    def largest(self) -> int:
        """The largest label."""
        return int(self.labels.max(initial=0))


def result(image: Image, segmentation: Segmentation, exports: tuple[str, ...]) -> Result:
    """Return what is written of a segmentation that nobody has edited."""
    labels = segmentation.labels
    return Result(image, segmentation, labels, palette(int(labels.max(initial=0))), {}, exports)


class Format(Protocol):
    """One kind of file."""

    name: ClassVar[str]
    """As it is asked for, such as `labels`."""
    title: ClassVar[str]
    """As it is shown, such as `Label image`."""
    keeps: ClassVar[str]
    """One sentence: what the file keeps of a result, and what is lost."""

    def suffix(self, result: Result | None) -> str:
        """Return the end of the file's name; what is usual where there is no result yet."""

    def write(self, path: Path, result: Result) -> None:
        """Write the file, whole or not at all; ExportError where that fails."""
