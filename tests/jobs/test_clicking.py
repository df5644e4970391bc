"""Jobs with objects that somebody pointed at."""

import json
from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.classes import SegmentClass
from segmenter.core.clicked import ClickedObject, Clicks
from segmenter.files import recipe_file
from segmenter.files.findings import digest
from segmenter.files.formats.label_image import read_labels
from segmenter.jobs.clicking import classes_of
from segmenter.jobs.processing import process
from segmenter.jobs.resume import existing_result
from segmenter.progress import ignore

AREA = ClickedObject(Clicks(((8, 8, True),)), "left", "thing")


@pytest.fixture
def clicked(job):
    return replace(job, objects=(AREA,))


def test_objects_have_numbers_names_and_classes(clicked):
    report = process(clicked, ignore)
    assert report.status == "done", report
    document = json.loads(clicked.path("recipe").read_text("utf-8"))
    assert not document["edited"]
    (listed,) = document["objects"]
    labels = read_labels(clicked.path("labels"))
    assert labels[8, 8] == listed["label"]
    assert document["segments"] == [{"label": listed["label"], "name": "left", "class": 1}]
    assert document["results"]["labels_sha256"] == digest(labels)
    assert recipe_file.read(clicked.path("recipe")).objects == clicked.objects
    assert len(np.unique(labels)) == report.labels


def test_the_same_labels_again_or_a_warning(clicked):
    process(clicked, ignore)
    known = recipe_file.read(clicked.path("recipe"))
    again = replace(clicked, labels_sha256=known.labels_sha256, classes=known.classes)
    assert process(again, ignore).warnings == process(clicked, ignore).warnings
    other = replace(again, objects=())
    assert "differ" in process(other, ignore).warnings[-1]


def test_a_click_outside_fails_the_job(clicked):
    outside = replace(clicked, objects=(AREA, ClickedObject(Clicks(((10**6, 0, True),)))))
    report = process(outside, ignore)
    assert report.status == "failed"
    assert report.error.startswith("Object 2: [1000000, 0, True] lies outside")


def test_who_skips_what_is_finished_keeps_what_was_clicked(clicked):
    process(clicked, ignore)
    assert existing_result(replace(clicked, resume=True)).finished
    without = existing_result(replace(clicked, resume=True, objects=()))
    assert without == (True, "kept: made with clicks (made with other clicks)", True)
    plain = replace(clicked, objects=(), stem="b")
    process(plain, ignore)
    wanted = replace(plain, resume=True, objects=clicked.objects)
    assert existing_result(wanted) == (False, "replaced: made with other clicks", False)


def test_classes_are_those_known_and_then_new_ones(job):
    known = SegmentClass(4, "thing", (1, 2, 3))
    other = ClickedObject(Clicks(((9, 9, True),)), kind="else")
    classes = classes_of(replace(job, objects=(AREA, other, AREA), classes=(known,)))
    assert classes[0] is known
    assert [(each.number, each.name) for each in classes[1:]] == [(5, "else")]
    assert classes_of(job) == ()
