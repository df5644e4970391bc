"""Classes as JSON and back; what makes no sense is in test_recipe."""

import json

from segmenter.core.classes import SegmentClass
from segmenter.files.formats.class_list import from_json, to_json


def test_there_and_back():
    classes = (SegmentClass(1, "cell", (255, 128, 0), 1), SegmentClass(65_535, "é \n“", (0, 0, 0)))
    assert from_json(json.loads(json.dumps(to_json(classes)))) == classes
    assert from_json(to_json(reversed(classes))) == classes
    assert from_json([]) == ()
