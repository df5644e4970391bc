"""What a recipe says of labels that other images follow: their looks, names and classes, as JSON."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from segmenter.errors import ContentError
from segmenter.files.checked import readable
from segmenter.files.formats import class_list
from segmenter.files.formats.format import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from segmenter.core.classes import SegmentClass

    Named = tuple[dict[int, str], tuple[SegmentClass, ...], dict[int, int]]
    """Names of labels, classes, and the numbers of the classes of labels."""


def to_json(reference: Reference) -> dict[str, Any]:
    """Return what label numbers follow as JSON holds it."""
    table: dict[str, Any] = {"numbers": list(reference.numbers), "rows": [list(row) for row in reference.rows]}
    if reference.classes:
        table["classes"] = class_list.to_json(reference.classes)
    segments = segments_to_json(dict(reference.names), dict(reference.assigned))
    return table | ({"segments": segments} if segments else {})


def from_json(table: Any) -> Reference:
    """Return what label numbers follow; where there are only rows, as earlier versions wrote them, labels are 1 … n."""
    if isinstance(table, list):
        table = {"rows": table, "numbers": list(range(1, len(table) + 1))}
    rows, numbers = (table.get(key) if isinstance(table, dict) else None for key in ("rows", "numbers"))
    if not isinstance(rows, list) or not isinstance(numbers, list):
        raise ContentError('"reference" must be a table of numbers.')
    for row in rows:
        if not isinstance(row, list) or len(row) != len(rows[0]) or not all(map(_is_number, row)):
            raise ContentError('"reference" must be a table of numbers.')
    if len(numbers) != len(rows) or not all(map(_is_label, numbers)) or numbers != sorted(set(numbers)):
        raise ContentError('"reference" must have a label for every row.')
    names, classes, assigned = segments_from_json(table)
    looks = tuple(tuple(map(float, row)) for row in rows)
    return Reference(looks, tuple(numbers), tuple(names.items()), classes, tuple(assigned.items()))


def segments_to_json(names: Mapping[int, str], assigned: Mapping[int, int]) -> list[dict[str, Any]]:
    """Return what labels are called and which classes they have: a table for each that has one of them."""
    return [
        {"label": label, "name": names.get(label, ""), "class": assigned.get(label)}
        for label in sorted(names.keys() | assigned.keys())
    ]


def segments_from_json(table: dict[str, Any]) -> Named:
    """Return what `segments` and `classes` of a table say; ContentError if they make no sense."""
    classes = class_list.from_json(table.get("classes", []))
    names, assigned = dict[int, str](), dict[int, int]()
    segments = table.get("segments", [])
    for segment in segments if isinstance(segments, list) else [None]:
        if not isinstance(segment, dict) or not _is_label(segment.get("label")):
            raise ContentError('"segments" must be tables with labels.')
        name = segment.get("name")
        if not isinstance(name, str):
            raise ContentError('"segments" must have names.')
        if name:
            names[segment["label"]] = readable(name)
        if segment.get("class") in [each.number for each in classes]:
            assigned[segment["label"]] = segment["class"]
    return names, classes, assigned


def _is_label(value: object) -> bool:
    return type(value) is int and 1 <= value <= np.iinfo(np.int32).max


def _is_number(value: object) -> bool:
    return isinstance(value, float) and math.isfinite(value)
