"""What the table of segments tells of pixels."""

import numpy as np
import pytest
from scipy.ndimage import label

from segmenter.core.regions.pieces import STRIP
from segmenter.document.label_map import LabelMap, Rectangle
from segmenter.gui.docks.segments.measuring import Measured, measured
from segmenter.progress import Cancelled, ignore


@pytest.fixture
def labels():
    """Return labels with gaps in their numbers and pieces that reach over several strips."""
    rng = np.random.default_rng(2)
    labels = np.kron(rng.integers(0, 6, (2 * STRIP // 8 + 5, 9)), np.ones((8, 7))).astype(np.int32)
    return np.where(labels == 3, 9, labels).astype(np.int32)


@pytest.mark.parametrize("channels", [(), (1,), (3,)])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16, np.float32, bool])
def test_pieces_and_means_are_those_of_each_segment(labels, channels, kind):
    pixels = (np.random.default_rng(1).random((*labels.shape, *channels)) * 200).astype(kind)
    found = measured(LabelMap.of(labels), pixels, ignore)
    for number in np.unique(labels[labels > 0]):
        inside = labels == number
        assert found.pieces[number] == label(inside)[1]
        assert found.mean(number) == pytest.approx(pixels[inside].mean(), rel=1e-5)
        assert found.means[number] == pytest.approx(np.atleast_1d(pixels[inside].mean(axis=0)), rel=1e-5)
        assert found.has(number)
    assert not any(found.has(number) for number in (0, 3, 10))


def test_edited_labels_are_measured_as_they_are(labels):
    pixels = np.zeros(labels.shape, np.uint8)
    edited = LabelMap.of(labels).replaced(Rectangle(0, 0, 1, 1), np.array([[40]], np.int32))
    assert measured(edited, pixels, ignore).pieces[40] == 1


def test_infinities_outside_the_mask_do_not_disturb(labels):
    pixels = np.ones(labels.shape)
    pixels[labels == 0] = np.nan
    found = measured(LabelMap.of(labels), pixels, ignore)
    assert found.mean(1) == 1


def test_nothing_but_background():
    found = measured(LabelMap.of(np.zeros((3, 4), np.int32)), np.ones((3, 4)), ignore)
    assert not found.has(0)
    assert not found.has(1)


def test_nothing_is_known_before():
    assert not Measured().has(1)


def test_it_can_be_stopped(labels):
    def stop(stage, fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        measured(LabelMap.of(labels), np.ones(labels.shape), stop)
