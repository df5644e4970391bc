"""One image from file to files."""

import os
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segmenter.errors import ExportError
from segmenter.files import atomic, recipe_file
from segmenter.files.formats.label_image import read_labels
from segmenter.jobs import matching, memory
from segmenter.jobs import processing as module
from segmenter.jobs.processing import process
from segmenter.progress import Cancelled, ignore


def test_files_and_report(job, areas):
    report = process(job, ignore)
    assert report.status == "done", report
    assert report.files == tuple(map(str, job.files()))
    assert [Path(name).name for name in report.files] == ["a_labels.png", "a_overlay.png", "a.segmenter.json"]
    np.testing.assert_array_equal(read_labels(job.folder / "a_labels.png"), areas)
    assert report.labels == 3
    assert report.lower_bound <= report.normalized_cut
    assert {"reading", "features", "eigenvectors", "writing"} <= report.seconds.keys()


def test_jobs_and_reports_travel(job):
    assert pickle.loads(pickle.dumps(job)) == job
    report = process(job, ignore)
    assert pickle.loads(pickle.dumps(report)) == report


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (MemoryError(), "needs more memory"),
        (ZeroDivisionError("x"), "failed unexpectedly: ZeroDivisionError: x"),
    ],
)
def test_nothing_stops_the_next_image(job, monkeypatch, error, sentence):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(module, "segment", fail)
    report = process(job, ignore)
    assert report.status == "failed"
    assert sentence in report.error
    assert (report.details is None) == isinstance(error, MemoryError)


def test_cancelling_goes_through(job):
    def cancel(stage, _):
        if stage == "writing":
            raise Cancelled

    with pytest.raises(Cancelled):
        process(job, cancel)
    assert [path.name for path in job.folder.iterdir()] == ["a.png"]


def test_labels_other_than_the_recipe_promised(job):
    report = process(replace(job, labels_sha256="0" * 64), ignore)
    assert report.warnings == ("The labels differ from those of the recipe.",)


class TestReplacing:
    """Where a recipe is, the files it speaks of are whole."""

    @pytest.fixture
    def older(self, job):
        assert process(job, ignore).status == "done"
        other = replace(job, parameters=job.parameters.replace(k=2), resume=True)
        return other, {path.name: path.read_bytes() for path in job.files()}

    def test_finished_jobs_are_skipped(self, job):
        job = replace(job, resume=True)
        assert process(job, ignore).note is None
        before = {path: path.stat().st_mtime_ns for path in job.files()}
        report = process(job, ignore)
        assert (report.status, report.note) == ("skipped", "finished before")
        assert report.files == tuple(map(str, job.files()))
        assert {path: path.stat().st_mtime_ns for path in job.files()} == before

    def test_results_of_other_parameters_are_replaced(self, older):
        job, before = older
        report = process(job, ignore)
        assert (report.status, report.note) == ("done", "replaced: made with other parameters")
        assert {path.name: path.read_bytes() for path in job.files()}.keys() == before.keys()
        assert process(job, ignore).status == "skipped"

    def test_a_full_disk_costs_nothing_that_was_there(self, older, monkeypatch):
        job, before = older

        def fail(path, save):
            if "overlay" in path.name:
                raise ExportError(f"{path} could not be written: the disk is full.")
            write(path, save)

        write = atomic.write
        monkeypatch.setattr(atomic, "write", fail)
        assert process(job, ignore).error == f"{job.path('overlay')} could not be written: the disk is full."
        assert {path.name: path.read_bytes() for path in job.folder.iterdir() if path != job.image} == before

    def test_a_folder_that_may_not_be_written(self, older, monkeypatch):
        def refuse(*_):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "replace", refuse)
        report = process(older[0], ignore)
        assert report.error == f"{older[0].path('labels')} could not be written: Permission denied."


def test_label_numbers_follow_a_reference(job):
    assert process(job, ignore).status == "done"
    labels = read_labels(job.path("labels"))
    looks = matching.reference(job)
    first, second, third = looks.rows
    turned = replace(looks, rows=(third, first, second))
    assert process(replace(job, reference=turned), ignore).labels == 3
    np.testing.assert_array_equal(read_labels(job.path("labels")), np.array([0, 2, 3, 1])[labels])
    assert recipe_file.read(job.path("recipe")).reference == turned


def test_memory_is_reported(job):
    report = process(job, ignore)
    assert (report.memory is None) == (memory.peak() is None)
    assert report.memory is None or report.memory > 10**7
