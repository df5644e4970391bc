"""From a folder to jobs."""

import datetime
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from segmenter.batch.plan import plan
from segmenter.errors import BatchError
from segmenter.progress import Cancelled


@pytest.fixture
def planned(photos, tmp_path, parameters):
    def make(exports=("labels", "recipe"), out=tmp_path / "out", folder=photos, **options):
        return plan(folder, out, parameters, exports, **options)

    return make


def where(job, out):
    return (job.folder / job.stem).relative_to(out).as_posix()


def stems(made):
    return [where(job, made.out) for job in made.jobs]


def test_one_job_an_image(planned, photos, tmp_path, parameters):
    made = planned()
    assert [job.image for job in made.jobs] == [photos / f"photo{number}.png" for number in range(1, 6)]
    assert stems(made) == [f"photo{number}" for number in range(1, 6)]
    first = made.jobs[0]
    assert (first.page, first.pages, first.parameters, first.resume) == (0, 1, parameters, True)
    assert not (tmp_path / "out").exists()


def test_the_recipe_is_always_written_and_labels_where_they_are_matched(planned):
    assert planned(("overlay",)).jobs[0].exports == ("overlay", "recipe")
    assert planned(("overlay",), match=True).jobs[0].exports == ("labels", "overlay", "recipe")


def test_overwriting(planned):
    assert not planned(overwrite=True).jobs[0].resume


def test_pages_are_jobs(planned, photos):
    tifffile.imwrite(photos / "stack.tif", np.zeros((11, 8, 9), np.uint8), photometric="minisblack")
    (photos / "called.png").write_bytes((photos / "stack.tif").read_bytes())  # what it holds decides
    (photos / "broken.tif").write_bytes(b"II*\0")
    made = planned(pattern="stack*,called*,broken*")
    assert stems(made)[:2] == ["broken", "called_p01"]
    assert stems(made)[-2:] == ["stack_p10", "stack_p11"]
    assert [(job.page, job.pages) for job in made.jobs[-2:]] == [(9, 11), (10, 11)]
    assert stems(planned(pattern="stack*", template="{page}/{stem}"))[0] == "01/stack"


def test_images_that_differ_in_their_suffix_do_not_collide(planned, photos):
    (photos / "photo1.tif").touch()
    assert stems(planned())[:3] == ["photo1_png", "photo1_tif", "photo2"]


def test_results_lie_as_the_images_do(planned, photos):
    (photos / "day" / "one").mkdir(parents=True)
    (photos / "photo1.png").rename(photos / "day" / "one" / "photo2.png")
    assert stems(planned(recursive=True)) == ["photo2", "photo3", "photo4", "photo5", "day/one/photo2"]
    flat = planned(recursive=True, template="{stem}", pattern="photo2*")
    assert stems(flat) == ["photo2_png", "photo2_png_2"]


def test_all_fields_of_a_template(planned):
    made = planned(template="{date}/{dir}/{stem}-{ext}-{page}-{k}", today=datetime.date(2026, 1, 31))
    assert stems(made)[0] == "2026-01-31/photo1-png-1-3"


def test_results_inside_the_folder_are_never_images(planned, photos):
    made = planned(out=photos / "results", recursive=True)
    for job in made.jobs:
        job.folder.mkdir(exist_ok=True)
        for file in job.files():
            Pillow.new("L", (4, 4)).save(file, "png")
    assert planned(out=photos / "results", recursive=True) == made


@pytest.mark.parametrize("out", [".", "sub/.."])
def test_results_among_the_images_are_refused(planned, photos, out):
    (photos / "sub").mkdir()
    with pytest.raises(BatchError, match="choose another folder"):
        planned(out=photos / out)


def test_an_image_that_is_read_through_a_link_is_not_overwritten(planned, photos, tmp_path):
    target = tmp_path / "out" / "photo1_labels.png"
    target.parent.mkdir()
    (photos / "photo1.png").rename(target)
    (photos / "photo1.png").symlink_to(target)
    with pytest.raises(BatchError, match=r"photo1_labels\.png, itself an image, would be overwritten"):
        planned()
    assert planned(out=tmp_path / "other").jobs


def test_results_among_images_of_a_folder_inside_are_refused(planned, photos, tmp_path):
    with pytest.raises(BatchError, match="would lie among the images"):
        planned(out=tmp_path, template="photos/{stem}")


def test_a_folder_without_images(planned, tmp_path):
    with pytest.raises(BatchError, match="has no images, not counting the folders inside"):
        planned(folder=tmp_path)
    with pytest.raises(BatchError, match=r"has no files \*\.gif\."):
        planned(pattern="*.gif", recursive=True)


def test_paths_mean_the_same_everywhere(planned, photos, monkeypatch):
    monkeypatch.chdir(photos.parent)
    made = planned(folder=Path("photos"), out=Path("photos/../out"))
    assert made.folder == photos
    assert made.out.resolve() == photos.parent / "out"
    assert all(job.image.is_absolute() and job.folder.is_absolute() for job in made.jobs)


def test_planning_can_be_cancelled(photos, tmp_path, parameters):
    told = []

    def check(stage, fraction):
        told.append((stage, fraction))
        if fraction >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        plan(photos, tmp_path / "out", parameters, ("labels",), progress=check)
    assert told == [("looking", 0.0), *(("planning", part / 5) for part in (0, 1, 2, 3))]
