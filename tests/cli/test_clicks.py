"""`segmenter run --clicks`, and recipes that hold clicks."""

import json

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.files.formats.label_image import read_labels

FAST = ["--method", "tree", "--k", "3", "--eigenvectors", "6", "--radius", "1", "--export", "labels,table,recipe"]
OBJECTS = [{"name": "left", "class": "thing", "clicks": [[8, 8, True]]}, {"clicks": [[20, 30, True], [8, 8, False]]}]


@pytest.fixture
def folder(tmp_path, gallery, monkeypatch):
    """Return a folder with two images and files of clicks, and go there."""
    for name in ("a", "b"):
        Pillow.fromarray(gallery["rgb"]).save(tmp_path / f"{name}.png")
    (tmp_path / "one.json").write_text(json.dumps({"objects": OBJECTS}))
    (tmp_path / "two.json").write_text(json.dumps({"images": [{"image": "b.png", "objects": OBJECTS}]}))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(path):
    return {item.name: item.read_bytes() for item in path.iterdir()}


def test_objects_and_the_same_again_from_the_recipe(folder):
    assert program.main(["run", "a.png", "--clicks", "one.json", "--out", "first", *FAST]) == 0
    assert "thing" in (folder / "first" / "a_regions.csv").read_text("utf-8")
    assert program.main(["run", "--recipe", "first/a.segmenter.json", "--out", "again"]) == 0
    assert contents(folder / "first") == contents(folder / "again")


def test_only_the_image_that_is_named_gets_objects(folder):
    assert program.main(["run", "a.png", "b.png", "--clicks", "two.json", "--out", "out", *FAST]) == 0
    a, b = (json.loads((folder / "out" / f"{name}.segmenter.json").read_text("utf-8")) for name in "ab")
    assert "objects" not in a
    assert len(b["objects"]) == 2
    labels = read_labels(folder / "out" / "b_labels.png")
    assert labels[8, 8] == b["objects"][0]["label"]
    assert np.count_nonzero(labels == b["objects"][1]["label"])


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["a.png", "b.png", "--clicks", "one.json"], "which of 2 images"),
        (["a.png", "--clicks", "two.json"], "none of the images is b.png"),
        (["a.png", "--clicks", "nothing.json"], "could not be read"),
        (["a.png", "--clicks", "a.png"], "it is not JSON"),
        (["--recipe", "x", "--clicks", "one.json"], "--clicks does not go with --recipe"),
    ],
)
def test_refusals(folder, capsys, words, why):
    assert program.main(["run", *words, "--out", "out"]) == 2
    assert why in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_a_click_outside_fails_that_image_alone(folder, capsys):
    table = {"images": [{"image": "b.png", "objects": [{"clicks": [[999, 0, True]]}]}]}
    (folder / "far.json").write_text(json.dumps(table))
    assert program.main(["run", "b.png", "a.png", "--clicks", "far.json", "--out", "out", *FAST]) == 1
    assert "lies outside the image" in capsys.readouterr().err
    assert (folder / "out" / "a_labels.png").exists()


def test_what_was_clicked_is_not_replaced_unasked(folder, capsys):
    run = ["run", "a.png", "--out", "out", *FAST]
    assert program.main([*run, "--clicks", "one.json"]) == 0
    assert program.main([*run, "--clicks", "one.json"]) == 0
    before = contents(folder / "out")
    assert program.main(run) == 2
    assert "made with other clicks" in capsys.readouterr().err
    assert contents(folder / "out") == before
    assert program.main([*run, "--overwrite"]) == 0
    assert contents(folder / "out") != before


def test_a_batch_keeps_it(folder):
    (folder / "in").mkdir()
    (folder / "a.png").rename(folder / "in" / "a.png")
    assert program.main(["run", "in/a.png", "--clicks", "one.json", "--out", "out", *FAST]) == 0
    before = contents(folder / "out")["a_labels.png"]
    assert program.main(["batch", "in", "--out", "out", "--jobs", "inline", *FAST]) == 0
    assert contents(folder / "out")["a_labels.png"] == before
