"""Multigrid: the hierarchy keeps the null vector, the cycle reduces errors."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import sparse

from segmenter.core.affinity import build as build_graph
from segmenter.core.features import compute
from segmenter.core.image import from_array
from segmenter.core.solver import multigrid
from segmenter.progress import ignore


def graph_of(image, radius=1, sigma=8.0, roi=None):
    return build_graph(compute(from_array(image), roi, 0.0, ignore), sigma, max(radius, 1), radius, ignore)


@pytest.fixture(autouse=True)
def _many_levels(monkeypatch):
    monkeypatch.setattr(multigrid, "COARSEST", 30)


def photograph(rows=50, columns=60):
    """Two textured areas with a blurred border between them."""
    rng = np.random.default_rng(1)
    ramp = np.clip((np.arange(columns) - columns / 2) / 6, 0, 1)
    return np.clip(0.3 + 0.4 * ramp[None, :, None] + rng.normal(0, 0.03, (rows, columns, 3)), 0, 1)


@pytest.mark.parametrize("radius", [1, 2, 4])
def test_every_level_has_the_null_vector_and_the_next_is_its_galerkin_product(radius):
    graph = graph_of(photograph(), radius)
    hierarchy = multigrid.build(graph.S, graph.null, ignore)
    assert len(hierarchy.levels) >= 2
    finest = hierarchy.levels[0]
    assert finest.A.rows == 3000
    for level, below in pairwise(hierarchy.levels):
        assert np.abs(level.A @ level.null).max() < 1e-5
        assert np.linalg.norm(level.null) == pytest.approx(1, abs=1e-4)
        np.testing.assert_allclose(level.P @ below.null, level.null, atol=1e-5)
        dense = level.A @ np.eye(level.A.rows, dtype=np.float32)
        P = level.P.matrix
        np.testing.assert_allclose(P.T @ dense @ P, below.A.matrix.toarray(), atol=1e-5)
        assert (abs(level.P.matrix.T - level.R.matrix)).max() == 0


def test_the_lumped_mass_of_a_level_is_the_identity():
    graph = graph_of(photograph())
    level, below = multigrid.build(graph.S, graph.null, ignore).levels[:2]
    P = level.P.matrix
    np.testing.assert_allclose(P.T @ (P @ below.null), below.null, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("radius", [1, 2, 4])
def test_cycles_converge(radius):
    graph = graph_of(photograph(), radius)
    hierarchy = multigrid.build(graph.S, graph.null, ignore)
    level = hierarchy.levels[0]
    rng = np.random.default_rng(0)
    exact = rng.standard_normal((3000, 4)).astype(np.float32)
    exact -= level.null @ (level.null.T @ exact)
    B = level.A @ exact
    X = np.zeros_like(exact)
    errors = []
    for _ in range(10):
        X += hierarchy.cycle(B - level.A @ X, 0)
        error = X - exact
        error -= level.null @ (level.null.T @ error)
        errors.append(np.sqrt((error * (level.A @ error)).sum()))
    assert errors[-1] < 0.05 * errors[0]
    assert all(after < before for before, after in pairwise(errors))


def test_the_cycle_of_a_coarse_level_is_symmetric():
    graph = graph_of(photograph())
    hierarchy = multigrid.build(graph.S, graph.null, ignore)
    B = hierarchy.cycle(np.eye(hierarchy.levels[1].A.rows, dtype=np.float32), 1)
    assert np.abs(B - B.T).max() < 1e-5 * np.abs(B).max()


def test_aggregates_do_not_straddle_a_sharp_edge():
    image = np.zeros((40, 40))
    image[:, 20:] = 1
    graph = graph_of(image)
    tentative, _ = multigrid._aggregate(multigrid._strong_links(*_with_sizes(graph.S)), graph.null)
    left = np.indices((40, 40))[1].ravel() < 20
    groups_left = set(tentative[left].indices)
    assert not groups_left & set(tentative[~left].indices)


def _with_sizes(S):
    rows = multigrid.SparseRows(S, identity=True)
    return rows, multigrid._link_sizes(rows)[0]


def test_specks_keep_a_place_on_every_level_or_none_has():
    roi = np.zeros((40, 40), bool)
    roi[:20] = True
    roi[30, ::4] = roi[31, ::4] = True  # ten components of two pixels
    graph = graph_of(photograph(40, 40), roi=roi)
    hierarchy = multigrid.build(graph.S, graph.null, ignore)
    values = np.linalg.eigvalsh(hierarchy.A)
    assert np.count_nonzero(values < 1e-5) == 11


def test_many_specks_are_dropped(monkeypatch):
    monkeypatch.setattr(multigrid, "MAX_SPECKS", 3)
    roi = np.zeros((40, 40), bool)
    roi[:20] = True
    roi[30, ::4] = roi[31, ::4] = True
    graph = graph_of(photograph(40, 40), roi=roi)
    hierarchy = multigrid.build(graph.S, graph.null, ignore)
    assert np.isfinite(hierarchy.A).all()
    assert np.isfinite(hierarchy.cycle(np.ones((len(graph.null), 2), np.float32), 0)).all()


def test_a_graph_without_nodes_or_with_one_pair():
    empty = sparse.csr_array((0, 0), dtype=np.float32)
    assert multigrid.build(empty, np.zeros(0), ignore).A.shape == (0, 0)
    pair = sparse.csr_array(np.array([[0, 1], [1, 0]], np.float32))
    hierarchy = multigrid.build(pair, np.full(2, 0.5**0.5), ignore)
    np.testing.assert_allclose(hierarchy.A, [[1, -1], [-1, 1]])
