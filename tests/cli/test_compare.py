"""`segmenter compare`."""

import json

import numpy as np
import pytest
from PIL import Image as Pillow

from segmenter.cli import program
from segmenter.cli.compare import ONE, OTHER


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first = np.array([[1, 1, 1, 1], [2, 2, 0, 0]], np.uint8)
    second = np.array([[7, 7, 7, 0], [3, 3, 0, 9]], np.uint8)
    Pillow.fromarray(first).save("a.png")
    np.save("b.npy", second)
    Pillow.fromarray(np.zeros((2, 3), np.uint8)).save("other.png")


def run(*words):
    return program.main(["compare", *words])


def test_numbers_and_a_table(files, capsys):
    assert run("a.png", "b.npy") == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == f"covering of A by B: {(4 * 0.75 + 2 * 1 + 2 * 0.5) / 8:.4f}"
    assert out[6:] == ["label,name,area,label in B,IoU", "1,,4,7,0.7500", "2,,2,3,1.0000"]
    assert run("a.png", "b.npy", "-q") == 0
    assert len(capsys.readouterr().out.splitlines()) == 6


def test_json(files, capsys):
    assert run("a.png", "b.npy", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["segments"] == [2, 3]
    assert document["iou"][0] == {"label": 1, "name": "", "partner": 7, "iou": 0.75}
    assert document["f1"] == pytest.approx(2 * 2 / 5)
    assert document["variation_of_information"] == pytest.approx(document["split"] + document["joined"])


def test_differences_are_drawn(files, capsys):
    assert run("a.png", "b.npy", "--draw", "d.png", "-q") == 0
    with Pillow.open("d.png") as picture:
        pixels = np.asarray(picture)
    assert pixels[0, 3].tolist() == list(ONE)
    assert pixels[1, 3].tolist() == [*ONE] or pixels[1, 3].tolist() == [*OTHER]
    assert pixels[0, 0].tolist() == [235] * 3
    assert pixels[1, 2].tolist() == [255] * 3
    assert run("a.png", "b.npy", "--draw", "d.jpg", "-q") == 2


def test_of_other_sizes(files, capsys):
    assert run("a.png", "other.png") == 1
    assert "is of an image of 3 × 2 pixels, and this one is of 4 × 2" in capsys.readouterr().err
    assert run("a.png", "b.npy", "--image", "other.png") == 1
    assert run("a.png", "missing.png") == 1
    assert run("a.png") == 2
