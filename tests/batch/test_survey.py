"""What is known before the start: what is finished, and what the rest costs."""

import struct
import threading
from dataclasses import replace

import pytest

from segmenter.batch.estimate import cost
from segmenter.batch.execution import run
from segmenter.batch.plan import plan
from segmenter.batch.survey import Survey, survey
from segmenter.batch.workers import Workers, inline


@pytest.fixture
def planned(photos, tmp_path, parameters):
    def make(**options):
        return plan(photos, tmp_path / "out", parameters, ("labels", "recipe"), **options)

    return make


def last(made):
    return list(survey(made))[-1]


def carry_out(made, count=99):
    run(replace(made, jobs=made.jobs[:count]), inline(threading.Event()), lambda _: None)


def test_costs_are_added_job_by_job(planned):
    made = planned()
    known = list(survey(made))
    assert [each.looked for each in known] == [1, 2, 3, 4, 5]
    costs = [cost(job) for job in made.jobs]
    assert known[-1] == Survey(
        jobs=5,
        looked=5,
        pixels=sum(each.pixels for each in costs),
        seconds=pytest.approx(sum(each.seconds for each in costs)),
        memory=max(each.memory for each in costs),
    )


def test_what_is_finished_costs_nothing(planned):
    carry_out(planned(), 2)
    assert (last(planned()).finished, last(planned()).pixels) == (2, 3 * 24 * 36)
    assert last(planned(overwrite=True)).finished == 0
    carry_out(planned())
    assert last(planned()) == Survey(jobs=5, looked=5, finished=5)


def test_what_is_spared_costs_nothing(planned):
    made = planned()
    first = made.jobs[0]
    first.folder.mkdir(parents=True)
    first.path("labels").write_bytes(b"somebody's")
    assert last(made).finished == 1
    carry_out(made)
    assert first.path("labels").read_bytes() == b"somebody's"


def test_matched_results_count_only_for_matching(planned):
    carry_out(planned(match=True))
    assert last(planned(match=True)).finished == 5
    assert last(planned()).finished == 1  # the reference itself is numbered by size


@pytest.mark.parametrize(("memory", "together"), [(None, 4), (0, 1), (250, 2), (10**6, 4)])
def test_jobs_at_once_follow_from_memory(memory, together):
    workers = Workers(start=None, work=None, executors=4, memory=memory)
    assert Survey(jobs=9, looked=9, memory=100).together(workers) == together


def test_what_will_be_refused_costs_nothing(planned, photos):
    """A header that speaks of 60,000 by 60,000 pixels made a batch of minutes one of weeks."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    (photos / "hostile.png").write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + header + b"\0" * 4)
    before = [job for job in planned().jobs if job.image.name != "hostile.png"]
    for name, size in (("bytes.tif", (900, 65535, 65535)), ("channels.tif", (100, 100, 30_000))):
        tags = zip((257, 256, 277), size, strict=True)
        listed = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
        (photos / name).write_bytes(b"II*\0" + struct.pack("<IH", 8, 3) + listed + b"\0" * 4)
    known = last(planned())
    assert known.refused == 3
    assert known.seconds == pytest.approx(sum(cost(job).seconds for job in before))
    assert known.memory == max(cost(job).memory for job in before)
