"""The two-way cut: the best of all thresholds."""

import numpy as np
import pytest

from segmenter.core.affinity import build, normalized_cut
from segmenter.core.features import compute
from segmenter.core.image import from_array
from segmenter.core.interaction.bisection import bisect
from segmenter.core.solver import multigrid
from segmenter.core.solver.eigenvectors import solve
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


def graph_of(image, roi=None):
    return build(compute(from_array(image), roi, 0.0, ignore), 8.0, 2.0, 2, ignore)


def test_the_cut_is_the_best_of_all_thresholds():
    graph = graph_of(RNG.random((6, 7, 3)))
    vector = RNG.standard_normal(42).astype(np.float32)
    side, cut = bisect(graph, vector)
    height = vector / np.sqrt(graph.degrees)
    every = [normalized_cut(graph, (height > at).astype(int), 2) for at in np.sort(height)[:-1]]
    assert cut == pytest.approx(min(every), rel=1e-5)
    assert normalized_cut(graph, side.astype(int), 2) == pytest.approx(cut, rel=1e-5)


def test_two_halves_are_found():
    image = np.zeros((20, 30))
    image[:, 12:] = 1
    image += RNG.normal(0, 0.01, image.shape)
    graph = graph_of(image)
    eigen = solve(multigrid.build(graph.S, graph.null, ignore), graph.null, 3, 1e-4, ignore)
    side, cut = bisect(graph, eigen.vectors[:, 1])
    right = np.indices((20, 30))[1].ravel() >= 12
    assert np.array_equal(side, right) or np.array_equal(~side, right)
    assert cut >= eigen.values[1] - 1e-6


def test_separate_pieces_cost_nothing():
    roi = np.ones((10, 11), bool)
    roi[:, 4:7] = False
    graph = graph_of(RNG.random((10, 11)), roi)
    vector = (np.indices((10, 11))[1][roi] > 5).astype(np.float32)
    side, cut = bisect(graph, vector)
    assert cut == pytest.approx(0, abs=1e-9)
    assert side.sum() == 40


def test_nothing_to_cut():
    graph = graph_of(np.zeros((1, 2)))
    side, cut = bisect(graph, np.sqrt(graph.degrees).astype(np.float32))
    assert not side.any()
    assert cut == float("inf")


def test_a_least_part():
    graph = graph_of(RNG.random((6, 7, 3)))
    vector = RNG.standard_normal(42).astype(np.float32)
    height = vector / np.sqrt(graph.degrees)
    every = [normalized_cut(graph, (height > at).astype(int), 2) for at in np.sort(height)[:-1]]
    side, cut = bisect(graph, vector, 15)
    assert 15 <= side.sum() <= 27
    assert cut == pytest.approx(min(every[14:27]), rel=1e-5)
    assert bisect(graph, vector, 21)[0].sum() == 21
    assert bisect(graph, vector, 22)[1] == bisect(graph, vector, 99)[1] == float("inf")
