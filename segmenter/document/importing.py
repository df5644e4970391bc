"""A segmentation that another program made, as the segments of an image."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from segmenter.core.classes import NONE
from segmenter.document.label_map import LabelMap
from segmenter.document.project import refuse_other_size
from segmenter.document.state import Segment, State, with_segments

if TYPE_CHECKING:
    from segmenter.core.classes import SegmentClass
    from segmenter.files.importing.objects import Imported


def with_imported(state: State, found: Imported, shape: tuple[int, int]) -> State:
    """Return a state with a segmentation in place of its own.

    All segments and the background are held: no slider takes away what another program, or a person, made. Classes of
    the names that the project has become those; others are added to it.

    Parameters
    ----------
    state : State
    found : Imported
    shape : tuple of int
        Rows and columns of the image.

    Raises
    ------
    ProjectError
        It is of an image of another size.
    """
    labels = LabelMap.of(found.labels)
    refuse_other_size(labels, shape)
    classes, numbers = _joined(state.classes, found.classes)
    areas = labels.areas()
    segments = {
        number: Segment(
            name=found.names.get(number, ""),
            edited=True,
            class_number=numbers.get(found.assigned.get(number, NONE), NONE),
        )
        for number in range(1, len(areas))
        if areas[number]
    }
    known = replace(
        state,
        solved=state.parameters,
        erased=True,
        classes=classes,
        pixel_size=found.pixel_size or state.pixel_size,
    )
    return with_segments(known, segments, labels)


def _joined(
    known: tuple[SegmentClass, ...], more: tuple[SegmentClass, ...]
) -> tuple[tuple[SegmentClass, ...], dict[int, int]]:
    """Return all classes, and the number that each of the new ones has among them."""
    classes = {each.name: each for each in known}
    numbers = dict[int, int]()
    for each in more:
        if each.name not in classes:
            taken, keys = ({other.number for other in classes.values()}, {other.key for other in classes.values()})
            number = each.number if each.number not in taken else 1 + max(taken)
            classes[each.name] = replace(each, number=number, key=None if each.key in keys else each.key)
        numbers[each.number] = classes[each.name].number
    return tuple(sorted(classes.values(), key=lambda each: each.number)), numbers
