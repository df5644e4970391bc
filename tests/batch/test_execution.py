"""Plans carried out: here and by real processes, killed for real."""

import csv
import json
import multiprocessing
import os
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.batch.execution import run
from segmenter.batch.plan import plan
from segmenter.batch.workers import inline, processes
from segmenter.core.classes import SegmentClass
from segmenter.core.pipeline import segment
from segmenter.errors import BatchError
from segmenter.files import recipe_file
from segmenter.files.formats.format import result
from segmenter.files.formats.label_image import read_labels
from segmenter.files.formats.writing import write
from segmenter.files.reading import read_image
from segmenter.jobs.processing import process
from segmenter.progress import ignore


@pytest.fixture
def planned(photos, tmp_path, parameters):
    def make(out="out", folder=photos, exports=("labels", "overlay", "recipe"), **options):
        return plan(folder, tmp_path / out, parameters, exports, **options)

    return make


def carry_out(made, workers=None, **options):
    reports = []
    run(made, workers or inline(threading.Event()), reports.append, **options)
    return reports


def contents(folder):
    """Return what was written, but for the log."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "batch_log.csv"}


def log(made):
    with (made.out / "batch_log.csv").open(encoding="utf-8", newline="") as file:
        return [(row["image"], row["status"]) for row in csv.DictReader(file)]


def statuses(reports):
    return [report.status for report in reports]


def test_results_and_log(planned, photos):
    (photos / "broken.png").write_bytes(b"nothing")
    made = planned()
    reports = carry_out(made)
    assert statuses(reports) == ["failed"] + ["done"] * 5
    assert len(contents(made.out)) == 15
    assert log(made) == [("broken.png", "failed")] + [(f"photo{number}.png", "done") for number in range(1, 6)]


def test_a_second_run_skips_what_is_finished_and_does_the_rest(planned):
    made = planned()
    carry_out(made)
    before = contents(made.out)
    (made.out / "photo2.segmenter.json").unlink()
    assert sorted(statuses(carry_out(made))) == ["done"] + ["skipped"] * 4
    assert contents(made.out) == before
    assert statuses(carry_out(planned(overwrite=True))) == ["done"] * 5
    assert contents(made.out) == before


def test_results_of_other_parameters_never_stay(planned, parameters):
    carry_out(planned())
    made = planned()
    made = replace(made, jobs=tuple(replace(job, parameters=parameters.replace(k=2)) for job in made.jobs))
    reports = carry_out(made)
    assert {report.note for report in reports} == {"replaced: made with other parameters"}
    assert statuses(carry_out(made)) == ["skipped"] * 5


def test_what_somebody_wrote_before_the_first_batch_stays(planned):
    made = planned()
    made.out.mkdir()
    (made.out / "photo1_labels.png").write_bytes(b"by hand")
    reports = carry_out(made)
    assert [report.kept for report in reports] == [True] + [False] * 4
    assert (made.out / "photo1_labels.png").read_bytes() == b"by hand"
    assert "photo1.segmenter.json" not in contents(made.out)
    assert statuses(carry_out(planned(overwrite=True))) == ["done"] * 5
    assert (made.out / "photo1_labels.png").read_bytes() != b"by hand"


def test_here_and_in_processes_the_same_bytes(planned):
    first, second = planned("inline"), planned("processes")
    carry_out(first)
    assert statuses(carry_out(second, processes(2))) == ["done"] * 5
    assert contents(first.out) == contents(second.out)


def test_a_killed_process_costs_its_image_one_more_try(planned, photos):
    for number in range(20):
        (photos / f"more{number}.png").write_bytes((photos / "photo1.png").read_bytes())
    made, reports, others = planned(), [], []
    before = multiprocessing.active_children()

    def ended(report):
        reports.append(report)
        if len(reports) == 4:
            victim, *others[:] = [each for each in multiprocessing.active_children() if each not in before]
            victim.kill()
        if len(reports) == 12:
            assert [other.pid for other in others if other.is_alive()] == [other.pid for other in others]
            assert len(others) == 1

    run(made, processes(2), ended)
    assert len(reports) == 25
    # an image whose worker was killed after its last file was written is found finished
    assert statuses(reports).count("done") >= 24
    assert "failed" not in statuses(reports)
    # what the kill left under a hidden name is swept an hour later
    assert len([name for name in contents(made.out) if not name.startswith(".")]) == 75
    assert multiprocessing.active_children() == before


def test_files_that_killed_programs_left_are_removed_in_time(planned):
    made = planned()
    made.out.mkdir()
    old, new = made.out / ".0123456789abcdef.tmp", made.out / ".fedcba9876543210_labels.png"
    for path in (old, new):
        path.touch()
    os.utime(old, (1, 1))
    carry_out(made)
    assert not old.exists()
    assert new.exists()  # of a batch that runs at the same time, perhaps


def test_folders_for_results_are_made(planned, tmp_path):
    made = planned(template="a/{k}/{stem}")
    carry_out(made)
    assert (made.out / "a" / "3" / "photo1_labels.png").is_file()
    (tmp_path / "file").touch()
    with pytest.raises(BatchError, match=r"file could not be made: File exists"):
        carry_out(planned("file"))


class TestStopping:
    def test_what_is_done_stays(self, planned):
        stop, reports, made = threading.Event(), [], planned()

        def ended(report):
            reports.append(report)
            stop.set()

        run(made, inline(stop), ended, stop=stop)
        assert statuses(reports) == ["done"]
        assert log(made) == [("photo1.png", "done")]
        assert statuses(carry_out(made)) == ["skipped"] + ["done"] * 4

    def test_processes_end_soon(self, planned, photos):
        noise = np.random.default_rng(0).integers(0, 255, (1500, 1500, 3), np.uint8)
        for number in range(4):
            Pillow.fromarray(noise).save(photos / f"large{number}.png", compress_level=0)
        made = planned(pattern="large*")
        made = replace(made, jobs=tuple(replace(j, parameters=j.parameters.replace(reduction=1)) for j in made.jobs))
        stop, reports = threading.Event(), []
        workers = processes(2)
        starting = threading.Timer(2, stop.set)
        starting.start()
        run(made, workers, reports.append, stop=stop)
        assert len(reports) < 4
        assert not [path for path in made.out.iterdir() if path.name.startswith(".")]
        assert not multiprocessing.active_children()

    def test_from_another_thread_with_a_pause(self, planned):
        stop, pause, reports = threading.Event(), threading.Event(), []
        paused = threading.Event()

        def ended(report):
            reports.append(report)
            if len(reports) == 2:
                pause.set()
                paused.set()

        arguments = planned(), inline(stop), ended
        thread = threading.Thread(target=run, args=arguments, kwargs={"stop": stop, "pause": pause})
        thread.start()
        assert paused.wait(60)
        time.sleep(0.3)
        assert len(reports) == 2
        pause.clear()
        thread.join(60)
        assert statuses(reports) == ["done"] * 5


class TestMatching:
    @pytest.fixture
    def scenes(self, photos, gallery, areas):
        """Let the same three areas grow and shrink, so that their sizes change places."""
        (photos / "photo1.png").write_bytes(b"broken")
        for number in range(2, 6):
            picture = np.array(gallery["rgb"])
            picture[:, 20 - 3 * (number - 2) : 20] = picture[0, -1]
            Pillow.fromarray(picture).save(photos / f"photo{number}.png")
        return gallery["rgb"][areas == 2][0]

    def labels_of(self, colour, made, photos):
        """Return the label that a colour has in each image."""
        found = []
        for number in range(2, 6):
            with Pillow.open(photos / f"photo{number}.png") as picture:
                where = (np.asarray(picture) == colour).all(axis=2)
            labels = read_labels(made.out / f"photo{number}_labels.png")[where]
            found.append(int(np.bincount(labels).argmax()))
        return found

    def test_numbers_stay_with_what_they_mean(self, planned, photos, scenes):
        by_size, matched = planned("by_size"), planned("matched", match=True)
        carry_out(by_size)
        assert statuses(carry_out(matched)) == ["failed"] + ["done"] * 4
        assert len(set(self.labels_of(scenes, by_size, photos))) > 1
        assert len(set(self.labels_of(scenes, matched, photos))) == 1

    def test_the_same_bytes_however_many_processes(self, planned, scenes):
        here, there = planned("here", match=True), planned("there", match=True)
        carry_out(here)
        carry_out(there, processes(2))
        assert contents(here.out) == contents(there.out)
        assert statuses(carry_out(here))[1:] == ["skipped"] * 4

    def test_never_mixed_with_other_numbers(self, planned, scenes):
        carry_out(planned())
        notes = [report.note for report in carry_out(planned(match=True))]
        assert notes == [None, "finished before", *["replaced: labels were numbered differently"] * 3]
        notes = [report.note for report in carry_out(planned())]
        assert notes == [None, "finished before", *["replaced: labels were numbered differently"] * 3]

    def test_stopping_before_there_is_a_reference(self, planned, scenes):
        stop = threading.Event()
        stop.set()
        assert carry_out(planned(match=True), stop=stop) == []


class TestWholeFolders:
    """What speaks of a folder is written at the end, of all that is there."""

    EXPORTS = ("labels", "coco", "yolo", "recipe")

    def test_at_the_end(self, planned):
        made = planned(exports=self.EXPORTS)
        carry_out(made, processes(2))
        document = json.loads((made.out / "annotations.json").read_text())
        assert [image["file_name"] for image in document["images"]] == [f"photo{number}.png" for number in range(1, 6)]
        assert (made.out / "data.yaml").is_file()

    def test_after_a_resume_they_are_the_same(self, planned):
        made = planned(exports=self.EXPORTS)
        carry_out(made)
        whole = contents(made.out)
        for name in ("annotations.json", "data.yaml", "photo3_coco.json", "photo3.segmenter.json"):
            (made.out / name).unlink()
        carry_out(made, processes(2))
        again = contents(made.out)
        assert again == whole

    def test_not_when_stopped(self, planned):
        made, stop = planned(exports=self.EXPORTS), threading.Event()
        run(made, inline(stop), lambda report: stop.set(), stop=stop)
        assert not (made.out / "annotations.json").exists()
        carry_out(made)
        assert len(json.loads((made.out / "annotations.json").read_text())["images"]) == 5

    def test_classes_of_the_first_image_are_those_of_all(self, planned):
        """The first image was segmented, then edited in the window and exported again."""
        made = planned(exports=self.EXPORTS, match=True)
        first = made.jobs[0]
        made.out.mkdir()
        assert process(first, ignore).status == "done"
        image = read_image(first.image)
        found = segment(image, first.parameters)
        cup = SegmentClass(1, "cup", (1, 2, 3))
        outcome = replace(result(image, found, first.exports), classes=(cup,), assigned={1: 1, 3: 1}, names={2: "left"})
        write(outcome, first.folder, first.stem)
        assert statuses(carry_out(made, processes(2))) == ["skipped", *["done"] * 4]
        for job in made.jobs:
            known = recipe_file.read(job.path("recipe"))
            assert (known.classes, known.assigned, known.names) == ((cup,), {1: 1, 3: 1}, {2: "left"})
        assert '  0: "cup"' in (made.out / "data.yaml").read_text()
        assert statuses(carry_out(made, processes(2))) == ["skipped"] * 5

    def test_what_somebody_else_made_is_refused_before_the_work(self, planned):
        made = planned(exports=self.EXPORTS)
        made.out.mkdir()
        (made.out / "data.yaml").write_text("mine")
        with pytest.raises(BatchError, match="is there already, and is not of this program"):
            carry_out(made)
        assert [path.name for path in made.out.iterdir()] == ["data.yaml"]
