"""How an image is shown."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.render.contrast import Channel, automatic, display, shown, stretched

RANDOM = np.random.default_rng(4)
IMAGES = {
    "grey": RANDOM.integers(0, 256, (30, 41), np.uint8),
    "16 bits": RANDOM.integers(100, 5000, (30, 41)).astype(np.uint16),
    "signed": RANDOM.integers(-900, 900, (30, 41)).astype(np.int16),
    "truth": RANDOM.random((30, 41)) < 0.5,
    "large": RANDOM.integers(0, 10**6, (30, 41)).astype(np.int32),
    "float": RANDOM.normal(size=(30, 41)).astype(np.float32),
    "rgb": RANDOM.integers(0, 256, (30, 41, 3), np.uint8),
    "12 bits rgb": RANDOM.integers(0, 4096, (30, 41, 3)).astype(np.uint16),
    "rgba": RANDOM.integers(0, 2, (30, 41, 4)).astype(np.uint8),
    "two": RANDOM.integers(0, 256, (30, 41, 2), np.uint8),
    "five": RANDOM.integers(0, 256, (30, 41, 5), np.uint8),
}


@pytest.mark.parametrize("name", IMAGES)
def test_at_first_an_image_is_shown_as_always(name):
    image = from_array(IMAGES[name])
    assert np.array_equal(shown(image, automatic(image)), display(image))


@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.int16, np.int32, np.float32])
def test_minimum_maximum_and_gamma(kind):
    image = from_array(np.array([[0, 10, 20, 30, 40]], kind))
    assert shown(image, (Channel(10, 30),))[0, :, 0].tolist() == [0, 0, 128, 255, 255]
    brighter = shown(image, (Channel(10, 30, gamma=2.0),))[0, :, 0].tolist()
    assert brighter == [0, 0, 180, 255, 255]


def test_channels_have_colours_and_can_be_left_out():
    image = from_array(np.full((2, 2, 3), (200, 100, 50), np.uint8))
    full = Channel(0, 255)
    red, off = replace(full, colour=(255, 0, 0)), replace(full, visible=False)
    assert shown(image, (red, off, off))[0, 0].tolist() == [200, 0, 0]
    yellow = replace(full, colour=(255, 128, 0))
    assert shown(image, (red, yellow, off))[0, 0].tolist() == [255, 50, 0]
    assert shown(image, (off, off, off))[0, 0].tolist() == [0, 0, 0]


def test_stretching_takes_the_values_that_are_there():
    image = from_array(np.linspace(1000, 1200, 900).reshape(30, 30).astype(np.uint16))
    (channel,) = stretched(image, automatic(image))
    assert (channel.low, channel.high) == pytest.approx((1001, 1199), abs=1)
    colours = from_array(np.stack([np.full((9, 9), value, np.uint8) for value in (10, 60, 90)], axis=2))
    assert {(each.low, each.high) for each in stretched(colours, automatic(colours))} == {(10, 90)}


def test_rows_can_be_left_out_and_the_image_stays(monkeypatch):
    pixels = IMAGES["rgb"].copy()
    image = from_array(pixels)
    digest = image.digest
    contrast = tuple(replace(each, low=50, gamma=1.5) for each in automatic(image))
    heard = []
    whole = shown(image, contrast, 1, lambda stage, fraction: heard.append(fraction))
    assert np.array_equal(shown(image, contrast, 4), whole[::4, ::4])
    assert heard
    assert np.array_equal(pixels, IMAGES["rgb"])
    assert from_array(pixels).digest == digest


class TestDisplay:
    def test_every_kind_of_image_shows_its_areas(self, gallery, areas):
        for name, pixels in gallery.items():
            shown = display(from_array(pixels))
            assert (shown.shape, shown.dtype) == ((*areas.shape, 3), np.uint8), name
            means = [shown[areas == number].mean(axis=0) for number in (1, 3)]
            assert np.abs(means[0] - means[1]).max() > 50, name

    def test_eight_bits_are_shown_as_they_are(self, gallery):
        np.testing.assert_array_equal(display(from_array(gallery["rgb"])), gallery["rgb"])
        np.testing.assert_array_equal(display(from_array(gallery["rgb16"])), gallery["rgb"])
        np.testing.assert_array_equal(display(from_array(gallery["rgb_float"])), gallery["rgb"])
        np.testing.assert_array_equal(display(from_array(gallery["grey"]))[:, :, 1], gallery["grey"])

    def test_measurements_are_stretched(self, gallery):
        for name in ("grey12_in_16", "signed"):
            shown = display(from_array(gallery[name]))
            assert (shown.min(), shown.max()) == (0, 255), name

    def test_what_is_left_out_shows_a_checkerboard(self, gallery, areas):
        shown = display(from_array(gallery["rgba"]))
        assert set(np.unique(shown[areas == 2])) == {192, 224}
        np.testing.assert_array_equal(shown[areas != 2], gallery["rgb"][areas != 2])
        assert display(from_array(gallery["grey_float"]))[0, 0].tolist() == [224, 224, 224]

    @pytest.mark.parametrize(
        "pixels",
        [
            np.full((2, 2), np.nan),
            np.full((2, 2), np.inf),
            np.full((3, 2), 7.5),
            np.zeros((1, 1), np.uint16),
            np.full((2, 2, 3), 1e30),
            np.array([[-1e308, 1e308]]),
            np.full((1, 1), np.iinfo(np.int64).max),
        ],
        ids=str,
    )
    def test_odd_values_are_no_problem(self, pixels):
        assert display(from_array(pixels)).dtype == np.uint8

    def test_the_image_is_left_alone(self, gallery):
        pixels = gallery["grey_float"].copy()
        display(from_array(pixels))
        np.testing.assert_array_equal(pixels, gallery["grey_float"])
