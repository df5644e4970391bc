"""Small pictures: of all kinds of images, only of those that are wanted, and few are kept."""

import numpy as np
import pytest
import tifffile
from PIL import Image as Pillow
from PySide6.QtGui import QColor

from segmenter.gui.project import thumbnails as module
from segmenter.gui.project.thumbnails import Thumbnails


@pytest.fixture
def thumbnails(qtbot):
    thumbnails = Thumbnails()
    yield thumbnails
    thumbnails.close()


@pytest.fixture
def get(qtbot, thumbnails):
    """Return a function that waits for the picture of a file."""

    def get(path, page=0):
        thumbnails.want([(path, page)])
        qtbot.waitUntil(lambda: thumbnails.get((path, page)) is not None)
        return thumbnails.get((path, page))

    return get


def halves(rows, columns):
    """Return an image that is red on the left and blue on the right."""
    pixels = np.zeros((rows, columns, 3), np.uint8)
    pixels[:, : columns // 2, 0] = pixels[:, columns // 2 :, 2] = 200
    return pixels


@pytest.mark.parametrize("kind", ["png", "jpg", "tif"])
@pytest.mark.parametrize("shape", [(900, 1800), (1800, 900), (30, 40)])
def test_every_kind_and_shape_is_small_and_whole(tmp_path, get, kind, shape):
    path = tmp_path / f"a.{kind}"
    Pillow.fromarray(halves(*shape)).save(path)
    small = get(path)
    assert small.width() <= module.SIZE.width()
    assert small.height() <= module.SIZE.height()
    assert small.width() / small.height() == pytest.approx(shape[1] / shape[0], rel=0.05)
    if min(shape) < 100:
        assert (small.width(), small.height()) == (40, 30), "small images are not enlarged"
    left = QColor(small.pixel(small.width() // 4, small.height() // 2))
    right = QColor(small.pixel(3 * small.width() // 4, small.height() // 2))
    assert left.red() > 150 > 50 > left.blue()
    assert right.blue() > 150 > 50 > right.red()


def test_a_photograph_is_turned_upright(tmp_path, get):
    exif = Pillow.Exif()
    exif[0x0112] = 6  # to be turned right
    Pillow.fromarray(halves(600, 1200)).save(tmp_path / "a.jpg", exif=exif)
    small = get(tmp_path / "a.jpg")
    assert small.height() > small.width()


def test_pages_have_pictures_of_their_own(tmp_path, get):
    pages = np.stack([np.full((40, 40), 30, np.uint8), np.full((40, 40), 220, np.uint8)])
    tifffile.imwrite(tmp_path / "a.tif", pages, photometric="minisblack")
    greys = [QColor(get(tmp_path / "a.tif", page).pixel(5, 5)).red() for page in (0, 1)]
    assert greys == [30, 220]


def test_what_is_no_image_has_a_null_picture(tmp_path, get):
    (tmp_path / "a.png").write_text("no image")
    assert get(tmp_path / "a.png").isNull()
    assert get(tmp_path / "missing.png").isNull()


def test_only_what_is_wanted_now_is_made(tmp_path, qtbot, thumbnails):
    keys = [(tmp_path / f"{number}.png", 0) for number in range(20)]
    for path, _ in keys:
        Pillow.fromarray(halves(30, 40)).save(path)
    thumbnails.want(keys[:10])
    thumbnails.want(keys[15:])
    qtbot.waitUntil(lambda: all(thumbnails.get(key) is not None for key in keys[15:]))
    assert sum(thumbnails.get(key) is not None for key in keys) <= 6, "the one under way is let finish"


def test_those_used_last_are_kept(tmp_path, get, thumbnails, monkeypatch):
    monkeypatch.setattr(module, "KEPT", 3)
    for number in range(3):
        get(tmp_path / f"{number}.png")
    thumbnails.get((tmp_path / "0.png", 0))
    get(tmp_path / "3.png")
    kept = [number for number in range(4) if thumbnails.get((tmp_path / f"{number}.png", 0)) is not None]
    assert kept == [0, 2, 3]
