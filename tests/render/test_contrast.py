"""How an image is shown."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.render.contrast import Channel, automatic, shown, stretched
from segmenter.render.overlay import display

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


def test_not_a_number_is_shown_as_nothing():
    pixels = np.ones((16, 16), np.float32)
    pixels[3, 3] = np.nan
    image = from_array(pixels)
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
