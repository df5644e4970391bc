"""`segmenter export`: the results of a project, edits included."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.core.pipeline import segment
from segmenter.document import edits
from segmenter.document.carry_over import carried_over
from segmenter.document.exporting import result_of
from segmenter.document.label_map import LabelMap
from segmenter.document.project import Entry, Project, SavedState
from segmenter.document.project_file import save
from segmenter.document.state import Segment, State, described, with_segments
from segmenter.files.formats.label_image import read_labels
from segmenter.files.formats.writing import write
from segmenter.files.reading import read_image
from segmenter.jobs import project_export as module
from segmenter.parameters import Parameters
from segmenter.progress import Cancelled

PARAMETERS = Parameters().replace(method="kmeans", k=3, eigenvectors=6, radius=1)
FAST = ["--method", "kmeans", "--k", "3", "--eigenvectors", "6", "--radius", "1"]


@pytest.fixture
def folder(tmp_path, gallery, monkeypatch):
    """Return a folder with images, and go there."""
    (tmp_path / "photos").mkdir()
    Pillow.fromarray(gallery["rgb"]).save(tmp_path / "photos" / "photo.png")
    tifffile.imwrite(tmp_path / "stack.tif", np.stack([gallery["grey"], gallery["grey"]]), photometric="minisblack")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entry(path, change=lambda state: state, page=0):
    """Return an image that was segmented and then changed."""
    image = read_image(path, page=page)
    state = carried_over(State(PARAMETERS), segment(image, PARAMETERS).labels, PARAMETERS)
    return Entry(path).read_as(image), SavedState.of(change(state))


def saved(folder, *pairs):
    project = Project(tuple(replace(one, work=work) for one, work in pairs))
    save(project, folder / "p.segmenter")


def names(path):
    return sorted(item.name for item in path.iterdir())


def edited(state):
    return described(edits.merge(state, [1, 3]), [2], name="cup")


def test_what_the_window_writes(folder, areas, capsys):
    photo = folder / "photos" / "photo.png"
    saved(folder, entry(photo, edited))
    assert program.main(["export", "p.segmenter", "--out", "out"]) == 0
    assert names(folder / "out") == ["photo.segmenter.json", "photo_labels.png", "photo_overlay.png"]
    np.testing.assert_array_equal(read_labels(folder / "out" / "photo_labels.png"), np.where(areas == 2, 2, 1))
    assert f"{photo}: 2 labels in" in capsys.readouterr().out
    # and in the window, where the segmentation is still known
    (folder / "window").mkdir()
    image = read_image(photo)
    found = segment(image, PARAMETERS)
    state = edited(carried_over(State(PARAMETERS), found.labels, PARAMETERS))
    for path in write(result_of(image, state, found, ("labels", "overlay", "recipe")), folder / "window", "photo"):
        assert path.read_bytes() == (folder / "out" / path.name).read_bytes()


def test_unedited_work_is_what_run_writes(folder):
    saved(folder, entry(folder / "photos" / "photo.png"), entry(folder / "stack.tif", page=1))
    assert program.main(["export", "p.segmenter", "--out", "out", "-q"]) == 0
    assert program.main(["run", "photos/photo.png", "stack.tif", "--out", "run", *FAST, "-q"]) == 0
    assert names(folder / "out") == [name for name in names(folder / "run") if "_p1" not in name]
    for path in (folder / "out").iterdir():
        assert path.read_bytes() == (folder / "run" / path.name).read_bytes()


def test_segments_that_wait_for_a_result_have_no_recipe(folder, capsys):
    saved(folder, entry(folder / "photos" / "photo.png", lambda state: edits.release(edited(state), [2])))
    assert program.main(["export", "p.segmenter", "--out", "out", "--export", "labels"]) == 0
    assert names(folder / "out") == ["photo_labels.png"]
    assert program.main(["export", "p.segmenter", "--out", "other"]) == 1
    assert "Labels that nobody knows the parameters of have no recipe." in capsys.readouterr().err


def test_without_a_recipe_nothing_is_solved(folder, monkeypatch):
    saved(folder, entry(folder / "photos" / "photo.png", edited))
    monkeypatch.setattr(module, "segment", None)
    assert program.main(["export", "p.segmenter", "--out", "out", "--export", "labels"]) == 0
    assert names(folder / "out") == ["photo_labels.png"]


def test_images_of_one_name(folder, gallery):
    Pillow.fromarray(gallery["rgb"]).save(folder / "photo.tif")
    Pillow.fromarray(gallery["grey"]).save(folder / "photo.png")
    saved(folder, *(entry(folder / name) for name in ("photos/photo.png", "photo.tif", "photo.png")))
    assert program.main(["export", "p.segmenter", "--out", "out", "--export", "labels"]) == 0
    assert names(folder / "out") == ["photo_png_2_labels.png", "photo_png_labels.png", "photo_tif_labels.png"]


def test_images_that_have_moved(folder, tmp_path_factory, capsys):
    saved(folder, entry(folder / "photos" / "photo.png"), entry(folder / "stack.tif"))
    (folder / "photos").rename(folder / "pictures")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder / "stack.tif").rename(elsewhere / "renamed.tif")
    words = ["export", "p.segmenter", "--out", "out", "--export", "labels"]
    assert program.main(words) == 1
    assert names(folder / "out") == ["photo_labels.png"]
    said = capsys.readouterr().err
    assert f"{folder / 'stack.tif'} is missing, and so is any copy of it; say where to look with --images." in said
    assert program.main([*words, "--images", str(elsewhere)]) == 0
    assert names(folder / "out") == ["photo_labels.png", "renamed_p1_labels.png"]


def test_an_image_that_has_changed(folder, gallery, capsys):
    saved(folder, entry(folder / "photos" / "photo.png"))
    Pillow.fromarray(gallery["grey"]).save(folder / "photos" / "photo.png")
    assert program.main(["export", "p.segmenter", "--out", "out"]) == 1
    assert "photo.png has changed since it was segmented" in capsys.readouterr().err


def test_what_is_not_there_yet(folder, capsys):
    photo = folder / "photos" / "photo.png"
    one, work = entry(photo)
    saved(folder, (Entry(folder / "stack.tif"), None), (one, SavedState.of(State())))
    assert program.main(["export", "p.segmenter", "--out", "out"]) == 2
    assert "p.segmenter has no results yet that could be exported." in capsys.readouterr().err
    saved(folder, (Entry(folder / "stack.tif"), None), (one, work))
    assert program.main(["export", "p.segmenter", "--out", "out", "--export", "labels"]) == 0
    assert names(folder / "out") == ["photo_labels.png"]


def test_labels_of_another_size(folder, capsys):
    one, _ = entry(folder / "photos" / "photo.png")
    other = with_segments(State(PARAMETERS, PARAMETERS), {1: Segment()}, LabelMap.of(np.ones((2, 3), np.int32)))
    good = entry(folder / "stack.tif")
    saved(folder, (one, SavedState.of(other)), good)
    assert program.main(["export", "p.segmenter", "--out", "out", "--export", "labels"]) == 1
    assert "of 3 × 2 pixels, the image is of 36 × 24" in capsys.readouterr().err
    assert names(folder / "out") == ["stack_p1_labels.png"]


def test_labels_that_are_not_computed_here(folder, capsys):
    def other(state):
        return with_segments(state, {number: Segment(tint=10 - number) for number in state.segments})

    def moved(state):
        labels = state.labels.array().copy()
        labels[0, 0] = 3
        return with_segments(state, state.segments, LabelMap.of(labels))

    saved(folder, entry(folder / "photos" / "photo.png", other))
    assert program.main(["export", "p.segmenter", "--out", "out"]) == 0
    assert capsys.readouterr().err == ""
    saved(folder, entry(folder / "photos" / "photo.png", moved))
    assert program.main(["export", "p.segmenter", "--out", "out"]) == 0
    assert "The labels are not those that are computed here." in capsys.readouterr().err


def test_dry_run(folder, capsys):
    saved(folder, entry(folder / "photos" / "photo.png"))
    assert program.main(["export", "p.segmenter", "--out", "out", "--export", "labels", "--dry-run"]) == 0
    assert capsys.readouterr().out.endswith(f"photo.png -> {Path('out', 'photo_labels.png')}\n")
    assert not (folder / "out").exists()


def test_json(folder, capsys):
    saved(folder, entry(folder / "photos" / "photo.png", edited))
    assert program.main(["export", "p.segmenter", "--out", "out", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["status"], report["labels"], len(report["files"])) == ("done", 2, 3)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["missing.segmenter", "--out", "out"], 1, "missing.segmenter could not be read: No such file"),
        (["stack.tif", "--out", "out"], 1, "stack.tif cannot be opened: it is damaged, cut short, or no project."),
        (["p.segmenter"], 2, "--out"),
        (["p.segmenter", "--out", "stack.tif"], 2, "the folder stack.tif could not be made: File exists"),
        (["p.segmenter", "--out", "out", "--export", "lables"], 2, "did you mean labels?"),
        (["p.segmenter", "--out", "out", "--k", "3"], 2, "there is no option --k"),
        (["p.segmenter", "--out", "out", "--pixel-limit", "0.0001"], 1, "pixels"),
    ],
)
def test_refusals(folder, capsys, words, code, said):
    saved(folder, entry(folder / "photos" / "photo.png"))
    assert program.main(["export", *words]) == code
    assert said in capsys.readouterr().err


def test_an_image_is_never_overwritten(folder, gallery, capsys):
    Pillow.fromarray(gallery["grey"]).save(folder / "photo_labels.png")
    saved(folder, entry(folder / "photos" / "photo.png"), entry(folder / "photo_labels.png"))
    before = (folder / "photo_labels.png").read_bytes()
    assert program.main(["export", "p.segmenter", "--out", ".", "--export", "labels"]) == 2
    assert "itself an image, would be overwritten" in capsys.readouterr().err
    assert (folder / "photo_labels.png").read_bytes() == before


@pytest.mark.parametrize("stop", [KeyboardInterrupt, Cancelled])
def test_interrupted(folder, capsys, monkeypatch, stop):
    def interrupt(*_, **__):
        raise stop

    saved(folder, entry(folder / "photos" / "photo.png"))
    monkeypatch.setattr(module, "segment", interrupt)
    assert program.main(["export", "p.segmenter", "--out", "out"]) == 130
    assert "interrupted; 0 of 1 images are done." in capsys.readouterr().err


def test_memory_that_is_not_there(folder, capsys, monkeypatch):
    def fail(*_, **__):
        raise MemoryError

    saved(folder, entry(folder / "photos" / "photo.png"))
    monkeypatch.setattr(module, "segment", fail)
    assert program.main(["export", "p.segmenter", "--out", "out"]) == 1
    assert "needs more memory than there is" in capsys.readouterr().err
