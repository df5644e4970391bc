"""Arrays taken as images: what their channels mean, what is refused, and the root of the cache keys."""

import numpy as np
import pytest

from segmenter.core.image import MAXIMUM_CHANNELS, Image, from_array, reduced, white
from segmenter.errors import UnsupportedImage


@pytest.mark.parametrize(
    ("channels", "colour"),
    [(1, "grey"), (2, "channels"), (3, "rgb"), (4, "rgb"), (5, "channels"), (MAXIMUM_CHANNELS, "channels")],
)
def test_what_channels_mean(channels, colour):
    image = from_array(np.ones((4, 6, channels), np.uint8))
    assert image.colour == colour
    assert image.shape == (4, 6)
    assert (image.mask is not None) == (channels == 4)
    assert image.pixels.shape == {1: (4, 6), 4: (4, 6, 3)}.get(channels, (4, 6, channels))


def test_a_pixel_is_left_out_only_where_alpha_is_zero():
    array = np.full((2, 2, 4), 200, np.uint8)
    array[:, :, 3] = [[0, 1], [255, 0]]
    assert from_array(array).mask.tolist() == [[False, True], [True, False]]


@pytest.mark.parametrize("kind", [bool, np.uint8, np.uint16, np.int32, np.float16, np.float64])
def test_samples_stay_as_they_are_and_are_not_copied(kind):
    array = np.array([[0, 1], [1, 0]], kind)
    image = from_array(array)
    assert image.pixels.dtype == kind
    assert np.shares_memory(image.pixels, array)
    assert not image.pixels.flags.writeable
    assert array.flags.writeable


@pytest.mark.parametrize(
    ("array", "sentence"),
    [
        (np.zeros(5), r"the shape \(5,\)"),
        (np.zeros((2, 2, 2, 2)), "rows, columns and channels"),
        (np.zeros((0, 5)), "rows, columns and channels"),
        (np.zeros((5, 5, 9)), "9 channels are more than the 8"),
        (np.zeros((5, 5), complex), "complex128 are not numbers"),
        (np.full((5, 5), "x"), "are not numbers"),
    ],
)
def test_what_is_no_image(array, sentence):
    with pytest.raises(UnsupportedImage, match=sentence):
        from_array(array)


class TestDigest:
    PIXELS = np.arange(12, dtype=np.uint8).reshape(3, 4)

    def test_equal_images_have_equal_digests(self):
        strided = np.repeat(self.PIXELS, 2, axis=1)[:, ::2]
        assert from_array(strided).digest == from_array(self.PIXELS.copy()).digest

    @pytest.mark.parametrize(
        "other",
        [
            Image(PIXELS[::-1], "grey"),
            Image(PIXELS.reshape(4, 3), "grey"),
            Image(PIXELS.view(np.int8), "grey"),
            Image(PIXELS, "channels"),
            Image(PIXELS, "grey", mask=np.ones((3, 4), bool)),
        ],
        ids=["values", "shape", "type", "meaning", "mask"],
    )
    def test_whatever_differs_makes_another_digest(self, other):
        assert other.digest != from_array(self.PIXELS).digest

    def test_where_an_image_comes_from_makes_no_difference(self):
        assert Image(self.PIXELS, "grey", notes=("A note.",)).digest == from_array(self.PIXELS).digest


def test_reduced_averages_what_counts(gallery):
    pixels = np.arange(30, dtype=np.uint16).reshape(5, 6) * 10
    small = reduced(from_array(pixels), 2)
    assert small.pixels.dtype == np.uint16
    assert small.pixels.tolist() == [[35, 55, 75], [155, 175, 195], [245, 265, 285]]
    for image in map(from_array, gallery.values()):
        small = reduced(image, 5)
        assert small.shape == (-(-image.shape[0] // 5), -(-image.shape[1] // 5))
        assert small.colour == image.colour
        assert reduced(image, 1) is image


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (np.uint8([3]), 255),
        (np.uint16([3]), 255),
        (np.uint16([256]), 511),
        (np.uint16([3000]), 4095),
        (np.uint16([65535]), 65535),
        (np.float32([0.5, np.inf]), 1),
        (np.float32([7.5]), 7.5),
        (np.array([True]), 1),
    ],
)
def test_white_holds_all_samples(samples, expected):
    assert white(from_array(np.repeat(samples[None, :, None], 3, axis=2))) == expected


def test_white_of_what_counts_and_of_the_whole():
    colours = np.zeros((4, 4, 4), np.uint16)
    colours[0, 0] = 5000, 5000, 5000, 0
    colours[1, 1] = 2000, 0, 0, 1
    colours[..., 3] = np.where(colours[..., 0] == 5000, 0, 1)
    image = from_array(colours)
    assert white(image) == white(reduced(image, 2)) == white(reduced(reduced(image, 2), 2)) == 2047


def test_reduced_masks_only_blocks_without_any_pixel():
    alpha = np.full((4, 4), 255, np.uint8)
    alpha[:2, :2] = 0
    alpha[2, 2] = 0
    colours = np.full((4, 4, 3), 100, np.uint8)
    colours[2, 2] = 0
    small = reduced(from_array(np.dstack([colours, alpha])), 2)
    assert small.mask.tolist() == [[False, True], [True, True]]
    assert small.pixels[1, 1].tolist() == [100, 100, 100]
    assert reduced(from_array(np.where(np.eye(4, dtype=bool), np.nan, 0.5)), 2).pixels[0, 0] == 0.5
