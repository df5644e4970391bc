"""One image from file to files."""

import pickle
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.checkpoint import Cancelled, ignore
from segmenter.commands import job as module
from segmenter.commands.job import Job, process
from segmenter.formats.label_image import read_labels
from segmenter.parameters import Parameters

PARAMETERS = Parameters().replace(method="kmeans", k=3, eigenvectors=6, radius=1)


@pytest.fixture
def job(gallery, tmp_path):
    path = tmp_path / "a.png"
    Pillow.fromarray(gallery["rgb"]).save(path)
    return Job(path, 0, 1, tmp_path, "a", PARAMETERS, ("labels", "overlay", "recipe"), 10**6)


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
    from dataclasses import replace

    report = process(replace(job, labels_sha256="0" * 64), ignore)
    assert report.warnings == ("The labels differ from those of the recipe.",)
