"""Clustering: k-means finds what is there, the same every time."""

import numpy as np
import pytest

from segmenter.core import clustering
from segmenter.core.clustering import assign, colour, embedding, refine, spectral
from segmenter.core.solver.eigenvectors import Eigenvectors
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


def eigen_of(vectors):
    count = vectors.shape[1]
    return Eigenvectors(np.arange(count, dtype=float), vectors, np.zeros(count), (), converged=True)


def indicator(sizes):
    """The eigenvectors of a graph of components: constant on each, in a rotated basis."""
    labels = np.repeat(np.arange(len(sizes)), sizes)
    basis = np.eye(len(sizes))[labels] / np.sqrt(sizes)
    rotation = np.linalg.qr(RNG.standard_normal((len(sizes),) * 2))[0]
    return labels, (basis @ rotation).astype(np.float32)


@pytest.mark.parametrize("sizes", [[50, 50], [1000, 10, 10], [5000, 4000, 3000, 2000, 1000]])
def test_components_are_found_exactly(sizes):
    labels, vectors = indicator(sizes)
    found = spectral(eigen_of(vectors), len(sizes), 0, ignore)
    pairs = set(zip(labels.tolist(), found.tolist(), strict=True))
    assert len(pairs) == len(sizes)


def test_rows_of_the_embedding_have_length_1():
    vectors = RNG.standard_normal((100, 5)).astype(np.float32)
    vectors[3] = 0
    points = embedding(eigen_of(vectors), 3, slice(0, 100))
    lengths = np.linalg.norm(points, axis=1)
    assert points.shape == (100, 3)
    assert lengths[3] == 0
    np.testing.assert_allclose(np.delete(lengths, 3), 1, rtol=1e-6)


def test_flipped_signs_change_no_label():
    vectors = RNG.standard_normal((500, 6)).astype(np.float32)
    flipped = vectors * np.array([1, -1, 1, -1, -1, 1], np.float32)
    first, second = (spectral(eigen_of(V), 6, 0, ignore) for V in (vectors, flipped))
    pairs = set(zip(first.tolist(), second.tolist(), strict=True))
    assert len(pairs) == len(np.unique(first))


def test_colours_are_told_apart():
    points = np.repeat(np.array([[0, 0, 0], [50, 0, 0], [0, 50, 0], [90, 90, 90]], np.float32), 100, axis=0)
    points += RNG.normal(0, 1, points.shape).astype(np.float32)
    found = colour(points, 4, 0, ignore)
    assert [len(set(found[at : at + 100])) for at in range(0, 400, 100)] == [1, 1, 1, 1]
    assert len(set(found)) == 4


def test_the_same_seed_gives_the_same_labels_and_any_seed_a_fair_sample():
    points = RNG.random((30000, 3)).astype(np.float32)
    assert np.array_equal(colour(points, 5, 3, ignore), colour(points, 5, 3, ignore))
    sample = clustering._sample(30000, 1)
    assert len(sample) == clustering.SAMPLE
    assert (np.diff(sample) >= 0).all()
    assert not np.array_equal(sample, clustering._sample(30000, 2))


@pytest.mark.parametrize("k", [1, 3, 10])
def test_more_labels_than_points(k):
    points = np.array([[0.0], [1.0], [5.0]], np.float32)
    found = colour(points, k, 0, ignore)
    assert len(np.unique(found)) == min(k, 3)


def test_refining_never_makes_it_worse():
    points = RNG.random((2000, 4)).astype(np.float32)
    start = points[:7]

    def cost(centres):
        return ((points - centres[assign(points, centres)]) ** 2).sum()

    assert cost(refine(points, start)) < cost(start)


def test_assigning_is_to_the_nearest():
    points, centres = RNG.random((1000, 3)).astype(np.float32), RNG.random((6, 3)).astype(np.float32)
    distances = ((points[:, None] - centres) ** 2).sum(axis=2)
    assert (assign(points, centres) == distances.argmin(axis=1)).mean() > 0.999


def test_a_centre_without_points_stays():
    points = np.zeros((10, 1), np.float32)
    assert refine(points, np.array([[0.0], [9.0]], np.float32))[1] == 9
