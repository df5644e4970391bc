"""`segmenter convert`: every kind that is read to every kind that is written."""

import json

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.cli.convert import stem
from segmenter.core.image import PixelSize
from segmenter.files.formats import MODULES
from segmenter.files.importing.reading import read_segmentation

EVERYTHING = ",".join(name for name in MODULES if name not in ("recipe", "overlay"))


@pytest.fixture
def folder(tmp_path, scattered, monkeypatch):
    monkeypatch.chdir(tmp_path)
    labels = scattered(5).astype(np.uint8)
    Pillow.fromarray(labels).save(tmp_path / "photo_labels.png")
    Pillow.fromarray(np.zeros((*labels.shape, 3), np.uint8)).save(tmp_path / "photo.png")
    return tmp_path


def run(*words):
    return program.main(["convert", *words])


def labels_of(path, **options):
    return read_segmentation(path, **options).labels


def test_one_kind_to_all_others_and_back(folder, capsys):
    assert run("photo_labels.png", "--to", EVERYTHING, "--out", "out", "-q") == 0
    expected = labels_of(folder / "photo_labels.png")
    for name in ("photo_labels.tif", "photo_labels.ome.tif", "photo_labels.npy", "photo_coco.json", "photo.geojson"):
        np.testing.assert_array_equal(labels_of(folder / "out" / name), expected)
        assert run(f"out/{name}", "--to", "labels", "--out", "back", "-q") == 0
        np.testing.assert_array_equal(labels_of(folder / "back" / "photo_labels.png"), expected)
    assert (folder / "out" / "annotations.json").is_file()
    assert (folder / "out" / "photo_regions.csv").read_text().startswith("label,name,class,colour,area")
    assert "intensity" not in (folder / "out" / "photo_regions.csv").read_text()  # nobody knows


def test_what_is_lost_is_said(folder, capsys):
    assert run("photo_labels.png", "--to", "yolo", "--out", "out") == 0
    assert "become objects of their own" in capsys.readouterr().err


def test_the_image_for_files_that_do_not_say_how_large_it_is(folder, capsys):
    run("photo_labels.png", "--to", "rois", "--out", "out", "-q")
    assert run("out/photo_rois.zip", "--to", "labels", "--out", "back") == 1
    assert "name the image as well" in capsys.readouterr().err
    assert run("out/photo_rois.zip", "--to", "labels,overlay", "--out", "back", "--image", "photo.png") == 0
    np.testing.assert_array_equal(
        labels_of(folder / "back" / "photo_labels.png"), labels_of(folder / "photo_labels.png")
    )


def test_the_image_that_a_file_names_is_found(folder):
    run("photo_labels.png", "--to", "labelme", "-q")
    document = json.loads((folder / "photo.json").read_text())
    (folder / "photo.json").write_text(json.dumps(document | {"imagePath": "photo.png"}))
    assert run("photo.json", "--to", "overlay", "--out", "out", "-q") == 0
    assert (folder / "out" / "photo_overlay.png").is_file()


@pytest.mark.parametrize(("text", "unit"), [("0.5um", "µm"), ("0.5 µm", "µm"), ("5e-1mm", "mm"), ("0.5\u03bcm", "µm")])
def test_a_pixel_size_set_by_hand(folder, text, unit):
    assert run("photo_labels.png", "--to", "ome", "--out", "out", "--pixel-size", text, "-q") == 0
    size = read_segmentation(folder / "out" / "photo_labels.ome.tif").pixel_size
    assert size == PixelSize(0.5, 0.5, unit)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["photo_labels.png", "--to", "recipe"], "has no recipe"),
        (["photo_labels.png", "--to", "overlay", "--out", "out"], "the overlay needs the image"),
        (["photo_labels.png", "--to", "labels"], "itself would be overwritten"),
        (["photo_labels.png", "photo.png", "--to", "labels"], "under the same name"),
        (["photo_labels.png", "a.png", "--to", "npy", "--image", "photo.png"], "no format npy"),
        (["photo_labels.png", "a.png", "--to", "array", "--image", "photo.png"], "--image is the image of one file"),
        (["photo_labels.png"], "--to"),
        (["photo_labels.png", "--to", "array", "--out", "photo.png/a"], "could not be made"),
        (["photo_labels.png", "--to", "tiff", "--tiff-bits", "12"], "--tiff-bits"),
        (["photo_labels.png", "--to", "tiff", "--simplify", "-1"], "is no number of pixels"),
        (["photo_labels.png", "--to", "tiff", "--pixel-size", "0um"], "is no size with a unit"),
        (["photo_labels.png", "--to", "tiff", "--pixel-size", "1.1.1um"], "is no size with a unit"),
    ],
)
def test_wrong_use(folder, capsys, words, sentence):
    assert run(*words) == 2
    assert sentence in capsys.readouterr().err


def test_one_that_cannot_be_read_does_not_keep_others(folder, capsys):
    (folder / "b.png").write_bytes(b"nothing")
    assert run("b.png", "photo_labels.png", "--to", "array", "--out", "out", "--json") == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["status"], second["status"]) == ("failed", "done")
    assert (folder / "out" / "photo_labels.npy").is_file()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a_labels.png", "a"),
        ("a.b_labels.tiff", "a.b"),
        ("a_coco.json", "a"),
        ("a.geojson", "a"),
        ("a_rois.zip", "a"),
        ("truth.npy", "truth"),
        ("_labels.png", ""),
    ],
)
def test_names(tmp_path, name, expected):
    assert stem(tmp_path / name) == expected


def test_the_limit_of_pixels_can_be_raised(folder, capsys):
    document = {"shapes": [], "imageHeight": 5001, "imageWidth": 5000, "imagePath": ""}
    (folder / "large.json").write_text(json.dumps(document))
    assert run("large.json", "--to", "legend", "--out", "out") == 1
    assert "more than the 25,000,000 pixels that are read where it is not named" in capsys.readouterr().err
    assert run("large.json", "--to", "legend", "--out", "out", "--pixel-limit", "26") == 0


def test_of_several_images_one_must_be_named(folder, capsys):
    images = [{"id": number, "file_name": f"{number}.png", "height": 2, "width": 2} for number in (1, 2)]
    (folder / "all.json").write_text(json.dumps({"images": images, "annotations": [], "categories": []}))
    assert run("all.json", "--to", "labels", "--out", "out") == 1
    assert "speaks of 2 images; name the one that is meant" in capsys.readouterr().err
