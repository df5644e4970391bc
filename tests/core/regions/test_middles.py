"""Places with most room in regions."""

import numpy as np
import pytest
from scipy import ndimage

from segmenter.core.regions.middles import middles


def test_the_middle_of_a_disc_and_of_a_ring():
    rows, columns = np.mgrid[:61, :81]
    far = np.hypot(rows - 30, columns - 40)
    labels = np.select([far <= 10, far <= 25], [3, 1])
    places, radii = middles(labels)
    assert places[3].tolist() == [30, 40]
    assert radii[3] == pytest.approx(10.5, abs=1)
    assert 15 < np.hypot(*(places[1] - (30, 40))) < 20
    assert radii[1] == pytest.approx(7.5, abs=1)
    assert radii[[0, 2]].tolist() == [0, 0]


def test_each_is_where_a_search_of_its_own_finds_most_room():
    blocks = np.random.default_rng(1).integers(0, 9, (12, 15))
    labels = np.kron(blocks, np.ones((7, 7), int))
    places, radii = middles(labels)
    for label in np.unique(labels[labels > 0]):
        alone = np.pad(labels == label, 1)
        room = ndimage.distance_transform_edt(alone)[1:-1, 1:-1]
        assert labels[tuple(places[label])] == label
        assert room[tuple(places[label])] == room.max()
        assert radii[label] == pytest.approx(room.max(), abs=1)


@pytest.mark.parametrize("labels", [np.zeros((3, 4), int), np.ones((1, 1), int), np.array([[1, 2], [3, 4]])])
def test_small_images(labels):
    places, radii = middles(labels)
    for label in np.unique(labels[labels > 0]):
        assert labels[tuple(places[label])] == label
        assert radii[label] > 0
