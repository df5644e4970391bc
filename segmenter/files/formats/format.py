"""What every file format offers, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Protocol

import numpy as np

from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.core.image import Image
    from segmenter.core.pipeline import Segmentation

Reference = tuple[tuple[float, ...], ...]
"""What regions of an image look like, a row a label from 1: mean features and place, for other images to follow."""


@dataclass(frozen=True, eq=False)
class Result:
    """Everything that a format may want to write.

    Attributes
    ----------
    image : Image
    labels : ndarray of int32, shape (rows, columns)
        What is written: the labels of the segmentation, or what a person made of them. There may be gaps in the
        numbers.
    colours : ndarray of uint8, shape (labels.max() + 1, 3) or longer
    names : mapping of int to str
        What labels are called; those without a name are missing.
    exports : tuple of str
        The names of all formats that are written of this result.
    segmentation : Segmentation or None
        How the labels came to be, before anybody edited them, if that is known. Only the recipe needs it.
    reference : Reference or None
        What the numbers of the labels follow, where it is not their size.
    """

    image: Image
    labels: NDArray[np.int32]
    colours: NDArray[np.uint8]
    names: Mapping[int, str]
    exports: tuple[str, ...]
    segmentation: Segmentation | None = None
    reference: Reference | None = None

    @cached_property
    def present(self) -> NDArray[np.intp]:
        """The labels that occur, ascending, background aside."""
        return 1 + np.flatnonzero(np.bincount(self.labels.ravel())[1:])

    @property
    def largest(self) -> int:
        """The largest label."""
        return int(self.present.max(initial=0))

    @property
    def counted(self) -> str:
        """How many labels there are, in words."""
        count = len(self.present)
        return f"{count:,} label{'' if count == 1 else 's'}"

    @cached_property
    def edited(self) -> bool:
        """Whether the segmentation alone does not give these labels, names and colours."""
        if self.segmentation is None or self.names:
            return True
        return not (
            np.array_equal(self.labels, self.segmentation.labels)
            and np.array_equal(self.colours[: self.largest + 1], palette(self.largest))
        )

    def colour(self, label: int) -> str:
        """Return the colour of a label as it is written in text, such as `#ff8000`."""
        return f"#{bytes(self.colours[label]).hex()}"


def result(image: Image, segmentation: Segmentation, exports: tuple[str, ...]) -> Result:
    """Return what is written of a segmentation that nobody has edited."""
    return Result(image, segmentation.labels, palette(segmentation.count), {}, exports, segmentation)


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

    def describe(self, result: Result) -> str:
        """Say before writing how many labels go into the file, and as what: `12 labels, 8-bit indexed PNG`."""

    def write(self, path: Path, result: Result) -> None:
        """Write the file, whole or not at all; ExportError where that fails."""
