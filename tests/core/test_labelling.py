"""Labels of the reduced image: lonely pixels, flat images, back to full size."""

import numpy as np
import pytest

from segmenter.core.affinity import build
from segmenter.core.features import compute, reduce
from segmenter.core.image import from_array
from segmenter.core.labelling import Solved, clusters
from segmenter.core.regions.pieces import pieces
from segmenter.core.solver import multigrid
from segmenter.core.solver.eigenvectors import solve
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


def solved(image, roi=None, factor=1):
    full = compute(from_array(image), roi, 0.0, ignore)
    reduced = reduce(full, factor)
    graph = build(reduced, 5.0, 2.0, 1, ignore)
    eigen = solve(multigrid.build(graph.S, graph.null, ignore), graph.null, 4, 0.01, ignore)
    return Solved(full, reduced, factor, graph, eigen)


def halves(rows=20, columns=30):
    image = np.zeros((rows, columns))
    image[:, columns // 2 :] = 0.8
    return image + RNG.normal(0, 0.005, image.shape)


@pytest.mark.parametrize("method", ["kmeans", "colour"])
def test_two_halves(method):
    found = clusters(solved(halves()), method, 2, 0, ignore)
    assert len(np.unique(found[:, :15])) == len(np.unique(found[:, 15:])) == 1
    assert found[0, 0] != found[0, -1]


def test_a_lonely_pixel_takes_the_label_it_resembles():
    roi = np.zeros((20, 30), bool)
    roi[:8] = True
    roi[12, 3] = roi[12, 27] = True
    found = clusters(solved(halves(), roi), "kmeans", 2, 0, ignore)
    assert found[12, 3] == found[0, 3]
    assert found[12, 27] == found[0, 27]
    assert np.array_equal(found > 0, roi)


def test_only_lonely_pixels_are_one_region():
    roi = np.zeros((9, 9), bool)
    roi[::4, ::4] = True
    found = clusters(solved(RNG.random((9, 9)), roi), "kmeans", 3, 0, ignore)
    assert np.array_equal(found, roi.astype(np.int32))


def test_more_clusters_than_eigenvectors():
    assert clusters(solved(halves()), "kmeans", 9, 0, ignore).max() <= 4


def test_flat():
    assert solved(np.full((5, 6), 0.3)).flat
    assert solved(np.full((5, 6), np.nan)).flat
    assert not solved(halves()).flat


def test_finished_labels_are_of_full_size_by_area_and_read_only():
    material = solved(halves(), factor=3)
    found = clusters(material, "kmeans", 2, 0, ignore)
    found[4, 2] = found.max() + 1  # a speck
    labels = material.finished(found, 20)
    assert labels.shape == (20, 30)
    assert not labels.flags.writeable
    assert np.bincount(labels.ravel()).tolist() == [0, 300, 300]
    assert labels[0, 0] == 1
    assert material.finished(found, 1).max() == 3


def test_labels_that_are_spread_stay_connected():
    material = solved(RNG.random((40, 60)), factor=4)
    regions = np.arange(1, 151, dtype=np.int32).reshape(10, 15)
    torn, whole = material.enlarged(regions), material.spread(regions)
    assert len(pieces(torn.astype(np.int32))[1]) > len(np.unique(torn)) + 1
    assert len(pieces(whole.astype(np.int32))[1]) == len(np.unique(whole)) + 1
