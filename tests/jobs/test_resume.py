"""Whether the results of a job are there already."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.core.clicked import ClickedObject, Clicks
from segmenter.core.pipeline import segment
from segmenter.files import recipe_file
from segmenter.files.formats.format import Options, Reference, result
from segmenter.files.formats.writing import write
from segmenter.files.reading import read_image
from segmenter.jobs.processing import process
from segmenter.jobs.resume import existing_result
from segmenter.progress import ignore


@pytest.fixture
def finished(job):
    assert not existing_result(job).finished
    assert process(job, ignore).status == "done"
    return replace(job, resume=True)


def test_finished(finished):
    assert existing_result(finished) == (True, "finished before", False)
    fewer = replace(finished, exports=("labels", "recipe"))
    assert existing_result(fewer).finished


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda job: replace(job, parameters=job.parameters.replace(k=2)), "made with other parameters"),
        (lambda job: replace(job, page=1, pages=2), "made from another image"),
        (lambda job: replace(job, exports=("labels", "overlay", "table", "recipe")), "other files were exported"),
        (lambda job: replace(job, reference=Reference(((1.0, 2.0),), (1,))), "labels were numbered differently"),
        (lambda job: replace(job, objects=(ClickedObject(Clicks(((0, 0, True),))),)), "made with other clicks"),
        (lambda job: replace(job, options=Options(captions="names")), "files were written in another way"),
    ],
)
def test_something_else_is_wanted(finished, change, why):
    assert existing_result(change(finished)) == (False, f"replaced: {why}", False)


def test_the_image_has_changed(finished, gallery):
    Pillow.fromarray(gallery["grey"]).save(finished.image)
    assert existing_result(finished) == (False, "replaced: made from another image", False)


def test_a_file_is_read_once_for_all_its_pages(finished, monkeypatch):
    calls = []
    monkeypatch.setattr(recipe_file, "file_digest", lambda path: calls.append(path) or "0" * 64)
    for page in range(3):
        assert not existing_result(replace(finished, page=page, pages=3)).finished
    assert calls == [finished.image]
    finished.image.write_bytes(b"changed")
    existing_result(finished)
    assert len(calls) == 2


def test_an_image_that_is_gone(finished):
    finished.image.unlink()
    assert existing_result(finished) == (False, "replaced: the recipe could not be compared", False)


def test_a_name_that_is_too_long(finished):
    assert existing_result(replace(finished, stem="n" * 300)) == (False, None, False)


@pytest.mark.parametrize("name", ["a_labels.png", "a_overlay.png"])
def test_a_file_is_missing(finished, name):
    (finished.folder / name).unlink()
    assert existing_result(finished) == (False, "replaced: files were missing", False)


def test_labels_too_many_for_a_png_are_a_tiff(finished):
    (finished.folder / "a_labels.png").rename(finished.folder / "a_labels.tif")
    assert existing_result(finished).finished


def test_what_is_no_recipe(finished):
    finished.path("recipe").write_text("nonsense")
    assert existing_result(finished) == (False, "replaced: the recipe could not be compared", False)


def test_other_versions_are_told(finished):
    path = finished.path("recipe")
    document = json.loads(path.read_text())
    document["versions"]["numpy"] = "1.0"
    path.write_text(json.dumps(document))
    assert existing_result(finished) == (True, "finished before, with numpy 1.0", False)


@pytest.mark.parametrize(
    "change",
    [
        lambda job: replace(job, parameters=job.parameters.replace(k=2)),
        lambda job: replace(job, exports=("labels", "overlay", "table", "recipe")),
        lambda job: replace(job, options=Options(captions="names")),
    ],
)
def test_what_a_person_edited_stays_whatever_is_wanted(finished, change):
    assert recipe_file.mark_edited(finished.path("recipe"))
    found = existing_result(change(finished))
    assert found.finished
    assert found.kept
    assert found.note.startswith("kept: edited by hand (")


def test_what_a_person_edited_stays_although_the_image_cannot_be_read_just_now(finished):
    assert recipe_file.mark_edited(finished.path("recipe"))
    finished.image.unlink()
    found = existing_result(finished)
    assert (found.finished, found.kept) == (True, True)


def test_edited_labels_without_a_recipe_of_their_own_are_kept_too(finished):
    image = read_image(finished.image)
    made = result(image, segment(image, finished.parameters), ("labels",))
    write(replace(made, labels=np.flip(made.labels)), finished.folder, finished.stem)
    before = (finished.folder / "a_labels.png").read_bytes()
    report = process(replace(finished, parameters=finished.parameters.replace(k=2)), ignore)
    assert (report.status, report.kept) == ("skipped", True)
    assert (finished.folder / "a_labels.png").read_bytes() == before


@pytest.mark.parametrize("name", ["a_labels.png", "a_labels.tif", "a_overlay.png"])
def test_files_of_somebody_else_are_spared(job, name):
    (job.folder / name).write_bytes(b"somebody's")
    assert not existing_result(replace(job, resume=True)).finished
    assert existing_result(replace(job, resume=True, spare=True)) == (True, "kept: files without a recipe", True)


def test_a_recipe_of_a_newer_version_is_kept_if_it_tells_of_edits(finished):
    path = finished.path("recipe")
    path.write_text(path.read_text("utf-8").replace('"version": 1', '"version": 2'), "utf-8")
    assert not existing_result(finished).finished
    assert recipe_file.mark_edited(path)
    found = existing_result(finished)
    assert (found.finished, found.kept) == (True, True)
    assert json.loads(path.read_text("utf-8"))["version"] == 2
