"""Jobs and reports are plain values."""

import pickle

from segmenter.jobs.job import Job, failure


def test_the_files_of_a_job(job):
    assert job.files() == tuple(job.folder / f"a{end}" for end in ("_labels.png", "_overlay.png", ".segmenter.json"))


def test_they_travel(job):
    assert pickle.loads(pickle.dumps(job)) == job
    report = failure(job, "No.")
    assert pickle.loads(pickle.dumps(report)) == report


def test_pages_are_reported_as_people_count_them(job):
    assert isinstance(job, Job)
    assert (job.page, failure(job, "No.").page) == (0, 1)
