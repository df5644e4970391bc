"""Counts, rate and time left."""

import pytest

from segmenter.batch.progress import Progress, duration
from segmenter.jobs.job import Report


def report(status, note=None):
    return Report("a.png", 1, 1, status, note=note)


def test_counting():
    progress = Progress(10)
    assert (progress.rate, progress.left, progress.fraction) == (None, None, 0.0)
    progress = progress.after(report("skipped", "finished before"), 1)
    assert progress.rate is None
    for status, note in (("done", None), ("done", "replaced: files were missing"), ("failed", None)):
        progress = progress.after(report(status, note), 12)
    assert (progress.done, progress.skipped, progress.failed, progress.replaced) == (2, 1, 1, 1)
    assert (progress.ended, progress.fraction, progress.rate, progress.left) == (4, 0.4, 0.25, 24.0)
    assert progress.sentence == "4 of 10, 4.0 s an image, 24 s left, 1 failed"
    assert (
        progress.summary == "2 done (1 of them replaced older results), 1 skipped, finished before, 1 failed, in 12 s"
    )


def test_what_was_kept_is_said():
    progress = Progress(1).after(Report("a.png", 1, 1, "skipped", note="kept: edited by hand", kept=True), 2)
    assert progress.summary == "0 done, 1 skipped (1 of them kept as somebody edited or wrote them), in 2 s"


def test_nothing_to_do():
    assert Progress(0).fraction == 1.0
    assert Progress(3).sentence == "0 of 3"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "1 s"), (99, "99 s"), (100, "2 min"), (5990, "100 min"), (6000, "2 h"), (36000, "10 h")]
)
def test_durations(seconds, said):
    assert duration(seconds) == said
