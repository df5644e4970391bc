"""The image itself on the screen."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from segmenter.gui.canvas.picture import Picture, halvings
from segmenter.gui.canvas.view_transform import ViewTransform
from segmenter.progress import Cancelled, ignore


def drawn(picture, view):
    """Return what is drawn on a black ground."""
    image = QImage(*view.size, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    picture.draw(painter, view)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(view.size[1], view.size[0], 4)
    return pixels[:, :, 2::-1].copy()


@pytest.fixture
def pixels():
    return np.random.default_rng(2).integers(0, 256, (37, 53, 3), np.uint8)


def test_actual_size_is_exact(qapp, pixels):
    shown = drawn(Picture(pixels), ViewTransform((37, 53), (60, 50), left=3, top=5))
    assert np.array_equal(shown[5:42, 3:56], pixels)
    assert not shown[:5].any()
    assert not shown[:, 56:].any()


def test_enlarged_pixels_stay_sharp(qapp, pixels):
    shown = drawn(Picture(pixels), ViewTransform((37, 53), (159, 111), scale=3))
    assert np.array_equal(shown, pixels.repeat(3, axis=0).repeat(3, axis=1))


def test_reduced_it_is_an_average_not_a_sample(qapp):
    stripes = np.zeros((1024, 1024, 3), np.uint8)
    stripes[:, ::2] = 255
    picture = Picture(stripes)
    picture.add_copies(halvings(stripes, ignore))
    for scale in (0.5, 0.25, 0.17):
        size = int(1024 * scale)
        shown = drawn(picture, ViewTransform(stripes.shape[:2], (size, size), scale=scale))
        assert shown.min() >= 126
        assert shown.max() <= 129


def test_before_there_are_copies_the_image_itself_is_drawn(qapp):
    grey = np.full((600, 800, 3), 90, np.uint8)
    shown = drawn(Picture(grey), ViewTransform(grey.shape[:2], (80, 60), scale=0.1))
    assert (shown == 90).all()


def test_copies_reach_the_end_of_images_of_odd_size(qapp):
    odd = np.full((601, 803, 3), 200, np.uint8)
    picture = Picture(odd)
    picture.add_copies(halvings(odd, ignore))
    shown = drawn(picture, ViewTransform(odd.shape[:2], (201, 151), scale=0.25))
    assert (shown[:150, :200] == 200).all()


def test_halvings_are_averages(pixels):
    large = pixels.repeat(10, axis=0).repeat(10, axis=1)
    copies = halvings(large, ignore)
    assert [copy.shape for copy in copies] == [(185, 265, 3), (93, 133, 3)]
    expected = large.reshape(185, 2, 265, 2, 3).mean(axis=(1, 3))
    assert np.abs(copies[0] - expected).max() <= 0.5
    assert np.array_equal(copies[1][-1, :-1], ((copies[0][-1, :-1:2].astype(int) + copies[0][-1, 1::2] + 1) // 2))


def test_halvings_take_a_third_of_the_memory():
    large = np.zeros((1500, 2000, 3), np.uint8)
    assert sum(copy.nbytes for copy in halvings(large, ignore)) <= large.nbytes / 3 * 1.01


def test_halvings_of_a_small_image_are_not_needed(pixels):
    assert halvings(pixels, ignore) == []


def test_halvings_can_be_cancelled():
    def stop(stage, fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        halvings(np.zeros((1500, 2000, 3), np.uint8), stop)
