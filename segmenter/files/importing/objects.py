"""From objects that a file speaks of to labels, names and classes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.core.classes import SegmentClass
from segmenter.core.regions.filling import filled
from segmenter.core.solver.blocks import blocks
from segmenter.errors import UnsupportedImage
from segmenter.files.checked import readable
from segmenter.files.formats.class_list import LARGEST as LARGEST_CLASS
from segmenter.render.overlay import palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from segmenter.core.image import PixelSize

    Shape = tuple[int, int]

STRIP = 64
"""Rows that are looked through at once."""

LARGEST = 1_000_000
"""The largest number that a segment can have; others get new numbers."""

OBJECTS = 100_000
"""Objects that are read of a file."""

CROSSINGS = 200_000_000
"""Rows that all edges of a file may cross together: some ten seconds of filling."""


@dataclass(frozen=True, eq=False)
class Found:
    """An object.

    Attributes
    ----------
    rings : sequence of ndarray, shape (corners, 2)
        Its outlines, filled even-odd, as in `segmenter.core.regions.filling`; or else `mask`.
    mask : tuple of (int, int, ndarray of bool), or None
        Top, left, and which pixels from there on are inside.
    number : int or None
        Its label, if it has one; objects of the same number are one.
    name : str
    kind : str
        The name of its class; empty if it has none.
    kind_number : int or None
        The number of its class, if it is one of those that the file lists.
    """

    rings: Sequence[NDArray[Any]] = ()
    mask: tuple[int, int, NDArray[np.bool_]] | None = None
    number: int | None = None
    name: str = ""
    kind: str = ""
    kind_number: int | None = None


@dataclass(frozen=True, eq=False)
class Imported:
    """A segmentation.

    Attributes
    ----------
    labels : ndarray of int32, shape (rows, columns), read-only
    names : mapping of int to str
    classes : tuple of SegmentClass
    assigned : mapping of int to int
        The number of the class of each label that has one.
    pixel_size : PixelSize or None
    image : str
        Where the image is, as the file says it; empty if it does not.
    notes : tuple of str
        What a person should know, one sentence each.
    """

    labels: NDArray[np.int32]
    names: Mapping[int, str] = field(default_factory=dict)
    classes: tuple[SegmentClass, ...] = ()
    assigned: Mapping[int, int] = field(default_factory=dict)
    pixel_size: PixelSize | None = None
    image: str = ""
    notes: tuple[str, ...] = ()


def assembled(
    found: Sequence[Found],
    shape: Shape,
    classes: Sequence[SegmentClass] = (),
    pixel_size: PixelSize | None = None,
    image: str = "",
) -> Imported:
    """Put objects on an image, one after the other.

    Parameters
    ----------
    found : sequence of Found
    shape : tuple of int
        Rows and columns.
    classes : sequence of SegmentClass
        Those that the file lists. Others get the next numbers, in the order in which they occur.
    pixel_size, image
        As in `Imported`.

    Raises
    ------
    UnsupportedImage
        There are more objects, or longer outlines, than can be read.
    """
    if len(found) > OBJECTS:
        raise UnsupportedImage(f"has more than the {OBJECTS:,} objects that are read")
    _refuse_endless(found, shape)
    numbers = _numbers(found)
    labels, covered = np.zeros(shape, np.int32), 0
    for each, number in zip(found, numbers, strict=True):
        covered += _put(labels, each, number)
    labels.flags.writeable = False
    listed = _listed(found, classes)
    present = {label for strip in blocks(shape[0], STRIP) for label in np.unique(labels[strip]).tolist()}
    by_name = {each.name: each.number for each in reversed(listed)}
    known = {each.number for each in classes}
    names, assigned = dict[int, str](), dict[int, int]()
    for each, number in zip(found, numbers, strict=True):
        if number in present:
            if each.name:
                names.setdefault(number, readable(each.name))
            kind = each.kind_number if each.kind_number in known else by_name.get(readable(each.kind))
            if kind is not None:
                assigned.setdefault(number, kind)
    return Imported(labels, names, listed, assigned, pixel_size, image, _notes(set(numbers) - present, covered))


def _numbers(found: Sequence[Found]) -> list[int]:
    """Return the number of each object: its own, or the next free one."""
    taken = {each.number for each in found if each.number is not None and 1 <= each.number <= LARGEST}
    free = (number for number in count(1) if number not in taken)
    return [each.number if each.number in taken and each.number is not None else next(free) for each in found]


def _put(labels: NDArray[np.int32], each: Found, number: int) -> int:
    """Give pixels to an object; return how many another one had."""
    shape = labels.shape[0], labels.shape[1]
    top, left, inside = each.mask if each.mask is not None else filled(each.rings, shape)
    rows = slice(max(top, 0), max(top + inside.shape[0], 0))
    columns = slice(max(left, 0), max(left + inside.shape[1], 0))
    part = labels[rows, columns]
    inside = inside[rows.start - top :, columns.start - left :][: part.shape[0], : part.shape[1]]
    covered = int(np.count_nonzero((part[inside] != 0) & (part[inside] != number)))
    part[inside] = number
    return covered


def _refuse_endless(found: Sequence[Found], shape: Shape) -> None:
    """Refuse outlines that would take minutes to fill: that go to and fro through the image without end."""
    crossings = 0.0
    for each in found:
        for ring in each.rings:
            rows = np.clip(np.asarray(ring)[:, 1], 0, shape[0]) if len(ring) else np.zeros(1)
            crossings += float(np.abs(np.diff(rows, append=rows[:1])).sum())
    if crossings > CROSSINGS:
        raise UnsupportedImage("has outlines that are longer than can be read")


def _listed(found: Sequence[Found], classes: Sequence[SegmentClass]) -> tuple[SegmentClass, ...]:
    """Return the classes of the file, and those that objects have besides."""
    listed = {each.number: each for each in classes}
    names = {each.name for each in classes}
    kinds = (readable(each.kind) for each in found if each.kind and each.kind_number not in listed)
    for kind in dict.fromkeys(kinds):
        number = 1 + max(listed, default=0)
        if kind not in names and number <= LARGEST_CLASS:
            red, green, blue = palette(number)[number].tolist()
            listed[number] = SegmentClass(number, kind, (red, green, blue), number if number < 10 else None)
    keys = Counter(each.key for each in listed.values())
    # a key that a class of the file has already is not given a second time
    return tuple(
        each if keys[each.key] < 2 or each in classes else SegmentClass(each.number, each.name, each.colour)
        for each in sorted(listed.values(), key=lambda each: each.number)
    )


def _notes(gone: Iterable[int], covered: int) -> tuple[str, ...]:
    """Say what could not be kept."""
    lost = len(set(gone))
    sentences = {
        f"{lost:,} object{'s' * (lost > 1)} had no pixel of {'their' if lost > 1 else 'its'} own.": lost,
        f"{covered:,} pixel{'s' * (covered > 1)} belonged to several objects; the last one has "
        f"{'them' if covered > 1 else 'it'}.": covered,
    }
    return tuple(sentence for sentence, number in sentences.items() if number)
