"""Clicks to masks: what is clicked is inside, what is taken away is outside, and the order alone decides."""

import json

import numpy as np
import pytest

import segmenter
from segmenter import Cache
from segmenter.assets import resource
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks import pixels, quantities
from segmenter.core.interaction.clicks.select import prepare, select, weights
from segmenter.core.interaction.clicks.selecting import STAGES

RNG = np.random.default_rng(0)


def scene(rows=120, columns=160):
    """Return a picture of a disc and a square on a ground, and their masks."""
    image = np.full((rows, columns, 3), (0.2, 0.5, 0.3)) + RNG.normal(0, 0.02, (rows, columns, 3))
    down, across = np.indices((rows, columns))
    disc = (down - 60) ** 2 + (across - 50) ** 2 < 30**2
    square = (abs(down - 60) < 22) & (abs(across - 115) < 22)
    image[disc] += (0.5, 0, 0)
    image[square] += (0.1, 0.3, 0.5)
    return np.clip(image, 0, 1), disc, square


IMAGE, DISC, SQUARE = scene()


@pytest.fixture(scope="module")
def cache():
    return Cache()


def overlap(mask, truth):
    return (mask & truth).sum() / (mask | truth).sum()


@pytest.mark.parametrize(("place", "truth"), [((60, 50), DISC), ((60, 115), SQUARE), ((70, 60), DISC)])
def test_one_click_is_enough_for_what_stands_out(cache, place, truth):
    assert overlap(select(IMAGE, [(*place, True)], cache=cache), truth) > 0.95


def test_more_clicks_add_and_take_away(cache):
    both = select(IMAGE, [(60, 50, True), (60, 115, True)], cache=cache)
    assert both[60, 50]
    assert both[60, 115]
    one = select(IMAGE, [(60, 50, True), (60, 115, True), (60, 115, False)], cache=cache)
    assert not one[60, 115]
    assert one[60, 50]


def test_every_click_is_granted(cache):
    clicks = [(5, 5, True)]
    for row, column in RNG.integers(0, (120, 160), (8, 2)):
        clicks.append((int(row), int(column), bool(RNG.random() < 0.5)))
        mask = select(IMAGE, clicks, cache=cache)
        last = clicks[-1]
        assert mask[last[0], last[1]] == last[2]


def test_the_same_clicks_give_the_same_mask_whatever_was_asked_before(cache):
    clicks = [(60, 50, True), (20, 20, False), (60, 75, True)]
    expected = select(IMAGE, clicks, cache=cache)
    image = from_array(IMAGE)
    selector = prepare(segmenter.segment(image, segmenter.Parameters().replace(method="tree")), image)
    for count in (1, 3, 2, 3):
        mask = selector.select([segmenter_click(*click) for click in clicks[:count]])
    np.testing.assert_array_equal(mask, expected)
    np.testing.assert_array_equal(select(IMAGE, clicks), expected)


def segmenter_click(*values):
    from segmenter.core.interaction.clicks.selecting import Click

    return Click(*values)


def test_without_a_positive_click_nothing_is_selected(cache):
    assert not select(IMAGE, [], cache=cache).any()
    assert not select(IMAGE, [(3, 3, False)], cache=cache).any()


@pytest.mark.parametrize("place", [(-1, 0), (0, 160), (120, 3)])
def test_a_click_outside_is_refused(cache, place):
    with pytest.raises(ValueError, match="outside the image"):
        select(IMAGE, [(*place, True)], cache=cache)


def test_a_flat_image_is_one_object():
    flat = np.full((20, 30), 0.5)
    assert select(flat, [(3, 3, True)]).all()
    assert not select(flat, [(3, 3, False)]).any()


def test_what_is_left_out_of_the_image_is_never_selected():
    image = np.dstack([IMAGE, np.ones((120, 160))])
    image[:, :40, 3] = 0
    mask = select(image, [(60, 60, True)])
    assert mask[60, 60]
    assert not mask[:, :40].any()
    assert not select(image, [(60, 10, True)]).any()


def test_the_weights_are_those_of_the_quantities():
    assert weights().regions.shape == (len(STAGES) + 1, quantities.COUNT)
    assert weights().pixels.shape == (len(STAGES) + 1, pixels.COUNT)
    assert len(resource("clicks.json").read_bytes()) < 10_000
    assert json.loads(resource("clicks.json").read_text("utf-8")).keys() == set(weights()._fields)


def test_without_the_image_objects_are_of_whole_regions(cache):
    image = from_array(IMAGE)
    found = segmenter.segment(image, segmenter.Parameters().replace(method="tree"), cache=cache)
    click = segmenter_click(60, 50, True)
    mask, preview = prepare(found).select([click]), prepare(found, image).preview(click)
    np.testing.assert_array_equal(mask, preview)
    assert overlap(mask, DISC) > 0.9


@pytest.mark.parametrize("shape", [(1, 1), (1, 2), (2, 1), (3, 3), (1, 40)])
def test_the_smallest_images(shape):
    image = np.random.default_rng(1).random(shape)
    mask = select(image, [(0, 0, True), (shape[0] - 1, shape[1] - 1, False), (0, 0, True)])
    assert mask.shape == shape
    assert mask[0, 0]


def test_clicks_far_from_the_object_and_on_what_is_left_out_do_no_harm():
    image = np.dstack([IMAGE, np.ones((120, 160))])
    image[:, :40, 3] = 0
    mask = select(image, [(60, 60, True), (2, 158, False), (60, 10, True), (119, 0, False)])
    assert mask[60, 60]
    assert not mask[2, 158]
    assert not mask[:, :40].any()


def test_of_many_small_objects_a_click_takes_one():
    image = np.full((200, 240), 0.1) + np.random.default_rng(2).normal(0, 0.01, (200, 240))
    down, across = np.indices(image.shape)
    discs = [
        (down - row) ** 2 + (across - column) ** 2 < 81 for row in range(20, 200, 40) for column in range(20, 240, 40)
    ]
    for number, disc in enumerate(discs):
        image[disc] += 0.5 + 0.02 * (number % 5)
    cache = Cache()
    assert overlap(select(np.clip(image, 0, 1), [(60, 60, True)], cache=cache), discs[7]) > 0.8
    both = select(np.clip(image, 0, 1), [(60, 60, True), (60, 100, True)], cache=cache)
    assert overlap(both, discs[7] | discs[8]) > 0.8
    less = select(np.clip(image, 0, 1), [(60, 60, True), (60, 100, True), (60, 60, False)], cache=cache)
    assert not less[60, 60]
