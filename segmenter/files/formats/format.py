"""What every file format offers, and what it is given."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

import numpy as np

from segmenter.core.regions.outlines import polygons, simplified
from segmenter.core.regions.pieces import pieces
from segmenter.core.regions.runs import present
from segmenter.files.findings import findings
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from segmenter.core.classes import SegmentClass
    from segmenter.core.clicked import ClickedObject
    from segmenter.core.image import Image, PixelSize
    from segmenter.core.segmentation import Segmentation
    from segmenter.files.findings import Findings

T = TypeVar("T")

Rings = list["NDArray[np.int32]"]
"""A piece of a label: its outer outline, then those of its holes, each a row of corners (x, y)."""


@dataclass(frozen=True)
class Reference:
    """What regions of an image look like, for other images to follow.

    Attributes
    ----------
    rows : tuple of tuples of float
        Of each label its mean features and place.
    numbers : tuple of int
        The labels, ascending.
    names : tuple of (int, str)
        What labels are called.
    classes : tuple of SegmentClass
    assigned : tuple of (int, int)
        Labels, and the numbers of their classes.
    """

    rows: tuple[tuple[float, ...], ...]
    numbers: tuple[int, ...]
    names: tuple[tuple[int, str], ...] = ()
    classes: tuple[SegmentClass, ...] = ()
    assigned: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Options:
    """What a person can choose of the files that are written.

    Attributes
    ----------
    bits : int
        8, 16 or 32: of the numbers in a label TIFF; 0: as few as hold them.
    captions : "none", "numbers" or "names"
        What is written on each label of an overlay.
    simplify : float
        How far outlines may run beside the edges of pixels, in pixels; 0: not at all, so that areas are exact.
    pixel_size : PixelSize or None
        In place of what the file of the image says.
    """

    bits: Literal[0, 8, 16, 32] = 0
    captions: Literal["none", "numbers", "names"] = "none"
    simplify: float = 0.0
    pixel_size: PixelSize | None = None

    def measured(self, image: Image) -> Image:
        """Return an image with the pixel size that was chosen, if one was."""
        return image if self.pixel_size is None else replace(image, pixel_size=self.pixel_size)


DEFAULT_OPTIONS = Options()


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
    classes : tuple of SegmentClass
        Those of the project.
    assigned : mapping of int to int
        The number of the class of each label that has one; all of them are in `classes`.
    options : Options
    objects : mapping of int to ClickedObject
        What was pointed at to get a label, in the order in which that was done.
    findings : Findings or None
        What is reported of a segmentation that is not there any more.
    """

    image: Image
    labels: NDArray[np.int32]
    colours: NDArray[np.uint8]
    names: Mapping[int, str]
    exports: tuple[str, ...]
    segmentation: Segmentation | None = None
    reference: Reference | None = None
    classes: tuple[SegmentClass, ...] = ()
    assigned: Mapping[int, int] = field(default_factory=dict)
    options: Options = DEFAULT_OPTIONS
    objects: Mapping[int, ClickedObject] = field(default_factory=dict)
    findings: Findings | None = None

    @cached_property
    def present(self) -> NDArray[np.intp]:
        """The labels that occur, ascending, background aside."""
        return present(self.labels)

    @property
    def largest(self) -> int:
        """The largest label."""
        return int(self.present.max(initial=0))

    @property
    def number_type(self) -> np.dtype[np.generic]:
        """The smallest unsigned type that holds every label; little-endian everywhere."""
        return np.min_scalar_type(self.largest).newbyteorder("<")

    @property
    def counted(self) -> str:
        """How many labels there are, in words."""
        return counted(len(self.present), "label")

    @cached_property
    def found(self) -> Findings | None:
        """What is reported of how the labels came to be."""
        if self.segmentation is None or self.image.source is None:
            return self.findings
        return findings(self.image.source, self.segmentation)

    @cached_property
    def edited(self) -> bool:
        """Whether the segmentation, what it follows, and clicks do not give these labels, names, classes, colours."""
        followed = self.reference or Reference((), ())
        by_name = {each.name: each.number for each in self.classes}
        names = [(label, each.name) for label, each in self.objects.items() if each.name]
        kinds = [(label, by_name.get(each.kind, 0)) for label, each in self.objects.items() if each.kind]
        given = (_of([*followed.names, *names], self.present), _of([*followed.assigned, *kinds], self.present))
        known = self.segmentation is not None or self.findings is not None
        if not known or (dict(self.names), dict(self.assigned)) != given:
            return True
        return not (self._given and np.array_equal(self.colours[: self.largest + 1], palette(self.largest)))

    @property
    def _given(self) -> bool:
        """Whether the labels are those that came out."""
        if self.segmentation is not None:
            return np.array_equal(self.labels, self.segmentation.labels)
        return self.findings is not None and self.findings.gives(self.labels)

    def class_of(self, label: int) -> SegmentClass | None:
        """Return the class of a label, if it has one."""
        number = self.assigned.get(label)
        return next((each for each in self.classes if each.number == number), None)

    def title(self, label: int) -> str:
        """Return what a label is called where it must be called something."""
        return self.names.get(label) or f"Segment {label}"

    @cached_property
    def shapes(self) -> dict[int, list[Rings]]:
        """The pieces of each label that occurs, ascending: outlines along the edges of pixels, or simplified ones."""
        split, owner = pieces(self.labels)
        found: dict[int, list[Rings]] = {label: [] for label in self.present.tolist()}
        for piece, rings in polygons(split).items():
            found[int(owner[piece])].append([simplified(ring, self.options.simplify) for ring in rings])
        return found

    @cached_property
    def holed(self) -> int:
        """How many labels have holes."""
        return sum(any(len(rings) > 1 for rings in shape) for shape in self.shapes.values())

    @cached_property
    def parted(self) -> int:
        """How many labels are in several pieces."""
        return sum(len(shape) > 1 for shape in self.shapes.values())

    def colour(self, label: int) -> str:
        """Return the colour of a label as it is written in text, such as `#ff8000`."""
        return f"#{bytes(self.colours[label]).hex()}"


def _of(pairs: Iterable[tuple[int, T]], labels: NDArray[np.intp]) -> dict[int, T]:
    """Return what is known of labels that occur."""
    present = set(labels.tolist())
    return {label: value for label, value in pairs if label in present}


def result(
    image: Image,
    segmentation: Segmentation,
    exports: tuple[str, ...],
    reference: Reference | None = None,
    options: Options = DEFAULT_OPTIONS,
) -> Result:
    """Return what is written of a segmentation that nobody has edited; names and classes are those it follows."""
    colours = palette(int(segmentation.labels.max(initial=0)))
    image = options.measured(image)
    made = Result(image, segmentation.labels, colours, {}, exports, segmentation, reference, options=options)
    if reference is None:
        return made
    names, assigned = _of(reference.names, made.present), _of(reference.assigned, made.present)
    return replace(made, names=names, classes=reference.classes, assigned=assigned)


GROUPS = ("Images", "Outlines and annotations", "Tables", "To repeat")
"""Headings under which formats are offered."""


def counted(count: int, what: str) -> str:
    """Return a number and a word, such as `3 labels`."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def simplification(result: Result) -> str | None:
    """Say what is lost where outlines are simplified."""
    tolerance = result.options.simplify
    return f"Outlines are simplified by up to {tolerance:g} pixels: areas are not exact." if tolerance > 0 else None


class Format(ABC):
    """One kind of file; what every kind overrides if it is not so."""

    name: ClassVar[str]
    """As it is asked for, such as `labels`."""

    title: ClassVar[str]
    """As it is shown, such as `Label image`."""

    keeps: ClassVar[str]
    """One sentence: what the file keeps of a result, and what is lost."""

    group: ClassVar[str]
    """Under which heading it is offered: one of `GROUPS`."""

    ending: ClassVar[str]
    """The end of the file's name."""

    def suffix(self, _result: Result | None) -> str:
        """Return the end of the file's name; what is usual where there is no result yet."""
        return self.ending

    @abstractmethod
    def describe(self, result: Result) -> str:
        """Say before writing how many labels go into the file, and as what: `12 labels, 8-bit indexed PNG`."""

    def loses(self, _result: Result) -> str | None:
        """Say before writing what of this very result the file cannot hold, in a sentence; None if it holds all.

        Names, colours and classes of a kind of file that never has any are `keeps`' to tell.
        """
        return None

    @abstractmethod
    def write(self, path: Path, result: Result) -> None:
        """Write the file, whole or not at all; ExportError where that fails."""


class OutlineFormat(Format):
    """A file of outlines, which can be simplified."""

    def loses(self, result: Result) -> str | None:
        """Say what is lost where they are."""
        return simplification(result)
