"""What is kept for an open image."""

import math
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from segmenter.core.image import from_array
from segmenter.core.regions.region_map import TYPICAL
from segmenter.document.state import State
from segmenter.gui.session.document import PREVIEW_NODES, PREVIEW_PIXELS, document
from segmenter.parameters import DEFAULTS


@pytest.fixture(scope="module")
def large():
    """Return a document of an image five times as large as previews are."""
    rows, columns = 500, math.ceil(5 * PREVIEW_PIXELS / 500)
    ramp = np.linspace(0, 255, columns).astype(np.uint8)
    return document(from_array(np.broadcast_to(ramp, (rows, columns)).copy()))


def test_a_small_image_is_its_own_preview(picture):
    made = document(from_array(picture))
    assert made.factor == 1
    assert made.small.shape == made.image.shape
    assert made.picture.shape == (*made.image.shape, 3)
    assert made.segmentation is None
    assert made.name == ""


def test_a_large_image_is_reduced(large):
    rows, columns = large.small.shape
    assert large.factor == 3
    assert rows * columns <= PREVIEW_PIXELS
    assert rows == math.ceil(large.image.shape[0] / large.factor)


def test_lengths_and_areas_shrink_with_the_image(large):
    wanted = large.preview_parameters(DEFAULTS.replace(smoothing=6, minimum_region=90, k=5, sigma_intensity=3))
    assert wanted.features.smoothing == 2
    assert wanted.regions.minimum_region == 10
    assert wanted.labels.k == 5
    assert wanted.affinity.sigma_intensity == 3


def test_boundaries_of_a_preview_are_weaker_as_its_regions_have_fewer_nodes(large, picture):
    asked = DEFAULTS.replace(strength=1000.0)
    assert 500 < large.preview_parameters(asked).labels.strength < 950
    assert large.preview_parameters(DEFAULTS).labels.strength == pytest.approx(
        TYPICAL / 1000 * large.preview_parameters(asked).labels.strength
    )
    assert document(from_array(picture[:20, :20])).preview_parameters(asked).labels.strength == 1000


def test_a_preview_takes_the_merge_threshold_that_was_found(large):
    found = SimpleNamespace(strength=3000.0)
    known = replace(large, segmentation=found)
    ratio = known.preview_parameters(DEFAULTS).labels.strength / large.preview_parameters(DEFAULTS).labels.strength
    assert ratio == pytest.approx(3000 / TYPICAL)


def test_the_graph_of_a_preview_is_small_whatever_is_asked(large):
    rows, columns = large.small.shape
    for reduction in ("auto", 1, 64):
        factor = large.preview_parameters(DEFAULTS.replace(reduction=reduction)).features.reduction
        assert rows * columns / factor**2 <= PREVIEW_NODES


def test_earlier_work_comes_with_it(picture):
    state = State(parameters=DEFAULTS.replace(k=3))
    made = document(from_array(picture), state)
    assert made.history.state is state
    assert not made.history.modified
