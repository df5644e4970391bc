"""The pixels that clicks are answered on."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core.image import from_array
from segmenter.core.interaction.clicks import raster
from segmenter.core.interaction.clicks.select import prepare
from segmenter.core.interaction.clicks.selecting import Click


def test_small_images_are_looked_at_whole(selector, picture):
    made = selector.raster
    assert made.step == 1
    np.testing.assert_array_equal(made.base, selector.scene.regions.base)
    assert made.values.shape[:2] == picture.shape
    mask = np.random.default_rng(0).random(picture.shape) < 0.5
    np.testing.assert_array_equal(made.enlarged(mask), mask)


def test_shares(selector):
    mask = np.zeros((80, 100), bool)
    assert not selector.raster.shares(mask).any()
    assert selector.raster.shares(~mask).tolist() == [1] * selector.scene.count


@pytest.fixture
def coarse(selector, picture, monkeypatch):
    """Return a raster of every third pixel."""
    monkeypatch.setattr(raster, "PIXELS", 1000)
    return raster.make(selector.scene, picture)


def test_whole_regions_keep_their_outlines(coarse):
    base = coarse.scene.regions.base
    assert coarse.step == 3
    chosen = np.zeros(coarse.scene.count + 1, bool)
    chosen[np.unique(base[35:55, 45:65])] = True
    found = coarse.enlarged(chosen[coarse.base])
    seen = np.concatenate([[True], coarse.areas > 0])  # some have no pixel there
    np.testing.assert_array_equal(found[seen[base]], chosen[base][seen[base]])


def test_what_divides_regions_is_smooth(coarse):
    rows, columns = np.indices(coarse.base.shape)
    found = coarse.enlarged(rows + columns < 30)
    down, across = np.indices(found.shape)
    assert found[down + across < 80].all()
    assert not found[down + across > 100].any()


def test_whole_regions_come_or_not(coarse):
    mask = np.zeros(coarse.base.shape, bool)
    mask[:, :17] = True
    found, base = coarse.enlarged(mask, whole=True), coarse.scene.regions.base
    for region in np.unique(base):
        assert len(np.unique(found[base == region])) == 1


def test_nothing_stays_nothing(coarse):
    assert not coarse.enlarged(np.zeros(coarse.base.shape, bool)).any()


def test_objects_of_large_images_are_those_of_small_ones(monkeypatch):
    image = np.full((300, 401), 0.2) + np.random.default_rng(1).normal(0, 0.02, (300, 401))
    image[90:200, 150:290] += 0.6
    made = from_array(np.clip(image, 0, 1))
    monkeypatch.setattr(raster, "PIXELS", 10_000)
    selector = prepare(segment(made, Parameters().replace(method="tree")), made)
    assert selector.raster.step > 1
    mask = selector.select([Click(140, 200, True), Click(20, 20, False), Click(92, 152, True)])
    truth = image > 0.5
    assert (mask & truth).sum() / (mask | truth).sum() > 0.95
    assert mask[92, 152]
    assert not mask[20, 20]


@pytest.fixture
def spots():
    """Return an image of many small discs, of which some touch a pixel that is not looked at, and the discs."""
    down, across = np.indices((200, 240))
    row, column = down % 40 - 20, across % 40 - 20
    discs = row**2 + column**2 < 11.3**2
    return from_array(np.where(discs, 0.8, 0.2) + np.random.default_rng(0).normal(0, 0.01, (200, 240))), discs


def test_small_objects_of_large_images_keep_their_outlines(spots, monkeypatch):
    image, discs = spots
    monkeypatch.setattr(raster, "PIXELS", 6_000)
    selector = prepare(segment(image, Parameters().replace(method="tree")), image)
    assert selector.raster.step == 3
    objects = selector.raster.objects
    clicks = [Click(20, 20, True), Click(61, 100, True)]
    chosen = [objects[click.row, click.column] for click in clicks]
    np.testing.assert_array_equal(selector.select(clicks), np.isin(objects, chosen))
    np.testing.assert_array_equal(selector.preview(clicks[0]), objects == chosen[0])
    truth = discs.copy()
    truth[40:] = truth[:, 40:] = False
    found = selector.select(clicks[:1])
    assert (found & truth).sum() > 0.95 * (found | truth).sum()
    corrected = selector.select([*clicks, Click(61, 118, True)])  # and what is no object comes with what is around it
    assert corrected[61, 118]
    assert not np.isin(objects, chosen)[61, 118]


def test_as_few_objects_as_are_recognised_without_clicks_are_known(spots):
    image = from_array(spots[0].pixels[:80, :120])
    made = raster.make(prepare(segment(image, Parameters().replace(method="tree"))).scene, image)
    assert made.found.max() == 6 < raster.MANY
