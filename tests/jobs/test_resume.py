"""Whether the results of a job are there already."""

import json
from dataclasses import replace

import pytest
from PIL import Image as Pillow

from segmenter.files.formats import recipe
from segmenter.files.formats.format import Options, Reference
from segmenter.jobs.processing import process
from segmenter.jobs.resume import existing_result
from segmenter.progress import ignore


@pytest.fixture
def finished(job):
    assert not existing_result(job).finished
    assert process(job, ignore).status == "done"
    return replace(job, resume=True)


def test_finished(finished):
    assert existing_result(finished) == (True, "finished before")
    fewer = replace(finished, exports=("labels", "recipe"))
    assert existing_result(fewer).finished


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda job: replace(job, parameters=job.parameters.replace(k=2)), "made with other parameters"),
        (lambda job: replace(job, page=1, pages=2), "made from another image"),
        (lambda job: replace(job, exports=("labels", "overlay", "table", "recipe")), "other files were exported"),
        (lambda job: replace(job, reference=Reference(((1.0, 2.0),), (1,))), "labels were numbered differently"),
        (lambda job: replace(job, options=Options(captions="names")), "files were written in another way"),
    ],
)
def test_something_else_is_wanted(finished, change, why):
    assert existing_result(change(finished)) == (False, f"replaced: {why}")


def test_the_image_has_changed(finished, gallery):
    Pillow.fromarray(gallery["grey"]).save(finished.image)
    assert existing_result(finished) == (False, "replaced: made from another image")


def test_a_file_is_read_once_for_all_its_pages(finished, monkeypatch):
    calls = []
    monkeypatch.setattr(recipe, "file_digest", lambda path: calls.append(path) or "0" * 64)
    for page in range(3):
        assert not existing_result(replace(finished, page=page, pages=3)).finished
    assert calls == [finished.image]
    finished.image.write_bytes(b"changed")
    existing_result(finished)
    assert len(calls) == 2


def test_an_image_that_is_gone(finished):
    finished.image.unlink()
    assert existing_result(finished) == (False, "replaced: the recipe could not be compared")


def test_a_name_that_is_too_long(finished):
    assert existing_result(replace(finished, stem="n" * 300)) == (False, None)


@pytest.mark.parametrize("name", ["a_labels.png", "a_overlay.png"])
def test_a_file_is_missing(finished, name):
    (finished.folder / name).unlink()
    assert existing_result(finished) == (False, "replaced: files were missing")


def test_labels_too_many_for_a_png_are_a_tiff(finished):
    (finished.folder / "a_labels.png").rename(finished.folder / "a_labels.tif")
    assert existing_result(finished).finished


def test_what_is_no_recipe(finished):
    finished.path("recipe").write_text("nonsense")
    assert existing_result(finished) == (False, "replaced: the recipe could not be compared")


def test_other_versions_are_told(finished):
    path = finished.path("recipe")
    document = json.loads(path.read_text())
    document["versions"]["numpy"] = "1.0"
    path.write_text(json.dumps(document))
    assert existing_result(finished) == (True, "finished before, with numpy 1.0")
