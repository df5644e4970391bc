"""What other images follow, as JSON; what makes no sense is in test_recipe."""

import json

from segmenter.core.classes import SegmentClass
from segmenter.files.formats.format import Reference
from segmenter.files.formats.handed_on import from_json, to_json


def test_there_and_back():
    cell = SegmentClass(3, "cell", (1, 2, 3), 9)
    reference = Reference(((1.0, 2.0), (3.5, 4.0)), (2, 7), ((7, "left"),), (cell,), ((2, 3),))
    assert from_json(json.loads(json.dumps(to_json(reference)))) == reference


def test_without_names_and_classes_nothing_is_said_of_them():
    reference = Reference(((1.0,),), (1,))
    assert to_json(reference) == {"numbers": [1], "rows": [[1.0]]}
    assert from_json(to_json(reference)) == reference


def test_rows_alone_are_of_labels_from_one():
    assert from_json([[1.0], [2.0]]) == Reference(((1.0,), (2.0,)), (1, 2))


def test_a_class_that_is_not_there_is_none():
    table = {"rows": [], "numbers": [], "segments": [{"label": 1, "name": "", "class": 4}]}
    assert from_json(table) == Reference((), ())
