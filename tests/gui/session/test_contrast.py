"""How the open image is shown, as the session keeps it."""

from dataclasses import replace

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.gui.session import contrast as module
from segmenter.gui.session.document import document
from segmenter.render.contrast import automatic, shown


@pytest.fixture
def heard(labelled):
    heard = []
    labelled.contrast.changed.connect(lambda picture, step: heard.append((picture.shape, step)))
    return heard


def brighter(session):
    return tuple(replace(each, high=each.high / 2) for each in session.contrast.contrast)


def test_a_small_image_is_shown_at_once(labelled, heard):
    state, pixels = labelled.state, labelled.document.image.pixels.copy()
    labelled.contrast.use(brighter(labelled))
    assert heard == [((60, 90, 3), 1)]
    assert np.array_equal(labelled.document.picture, shown(labelled.document.image, labelled.contrast.contrast))
    assert labelled.state is state
    assert np.array_equal(labelled.document.image.pixels, pixels)
    labelled.contrast.use(labelled.contrast.contrast)
    assert len(heard) == 1


def test_of_a_large_one_a_part_comes_first(labelled, heard, settled, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", 500)
    labelled.contrast.use(brighter(labelled))
    assert heard == [((15, 23, 3), 4)]
    settled(labelled)
    assert heard[-1] == ((60, 90, 3), 1)
    assert labelled.document.picture.mean() > 130


def test_another_image_is_shown_as_always(labelled):
    labelled.contrast.use(brighter(labelled))
    image = from_array(np.zeros((5, 5), np.uint8))
    labelled.show(document(image))
    assert labelled.contrast.contrast == automatic(image)
    labelled.show(None)
    assert labelled.contrast.contrast == ()
    labelled.contrast.use(automatic(image))


def test_the_canvas_follows(canvas, labelled, spot, view_state, settled, monkeypatch):
    view_state.set(visible=False)
    before = canvas.grab().toImage().pixelColor(spot(5, 5))
    labelled.contrast.use(brighter(labelled))
    after = canvas.grab().toImage().pixelColor(spot(5, 5))
    assert after.lightness() > before.lightness() + 30
    monkeypatch.setattr(module, "AT_ONCE", 500)
    labelled.contrast.use(automatic(labelled.document.image))
    for _ in range(2):
        coarse = canvas.grab().toImage().pixelColor(spot(6, 6))
        assert coarse.lightness() == pytest.approx(before.lightness(), abs=12)
        settled(labelled)


def test_it_belongs_to_the_image_and_is_told(labelled):
    told = []
    labelled.contrast.chosen.connect(told.append)
    usual, chosen = labelled.contrast.contrast, brighter(labelled)
    labelled.contrast.use(chosen)
    assert labelled.document.contrast == chosen
    labelled.contrast.use(usual)
    assert labelled.document.contrast is None
    assert told == [chosen, None]


def test_an_image_is_shown_as_it_was_chosen_before(labelled):
    image = labelled.document.image
    chosen = brighter(labelled)
    again = document(image, contrast=chosen)
    assert np.array_equal(again.picture, shown(image, chosen))
    labelled.show(again)
    assert labelled.contrast.contrast == chosen
    other = document(image, contrast=chosen[:1])  # of an image of fewer channels
    assert other.contrast is None
    assert np.array_equal(other.picture, document(image).picture)
