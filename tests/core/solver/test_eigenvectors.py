"""Eigenvectors against dense solvers and known spectra."""

import numpy as np
import pytest

from segmenter.core.affinity import build as build_graph
from segmenter.core.features import compute
from segmenter.core.image import from_array
from segmenter.core.solver import eigenvectors, multigrid
from segmenter.core.solver.eigenvectors import solve
from segmenter.errors import SegmenterError
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


def graph_of(image, radius=1, sigma=8.0, roi=None):
    return build_graph(compute(from_array(image), roi, 0.0, ignore), sigma, max(radius, 1), radius, ignore)


def solved(graph, count=12, tolerance=0.01):
    return solve(multigrid.build(graph.S, graph.null, ignore), graph.null, count, tolerance, ignore)


def laplacian(graph):
    return np.eye(len(graph.degrees)) - graph.S.toarray().astype(float)


def photograph(rows=30, columns=40, noise=0.03):
    ramp = np.clip((np.arange(columns) - columns / 2) / 6, 0, 1)
    return np.clip(0.3 + 0.4 * ramp[None, :, None] + RNG.normal(0, noise, (rows, columns, 3)), 0, 1)


IMAGES = {
    "photograph": (photograph(), 1, 8.0),
    "far": (photograph(), 3, 8.0),
    "noise": (RNG.random((30, 30, 3)), 2, 8.0),
    "flat": (np.zeros((30, 30)), 1, 1.0),
    "tiny sigma": (photograph(), 2, 1e-6),
    "huge sigma": (photograph(), 2, 1e6),
    "one row": (RNG.random((1, 900)), 1, 20.0),
}


@pytest.fixture
def _many_levels(monkeypatch):
    monkeypatch.setattr(multigrid, "COARSEST", 30)


@pytest.mark.usefixtures("_many_levels")
@pytest.mark.parametrize("name", IMAGES)
def test_the_sum_of_the_values_is_within_the_tolerance_of_a_dense_solve(name):
    image, radius, sigma = IMAGES[name]
    graph = graph_of(image, radius, sigma)
    exact = np.linalg.eigvalsh(laplacian(graph))[:12].sum()
    result = solved(graph)
    assert result.converged
    assert len(result.iterations) >= 2
    assert -1e-5 < result.values.sum() / exact - 1 < 0.01


@pytest.mark.usefixtures("_many_levels")
def test_a_small_tolerance_gives_the_eigenvectors_themselves():
    graph = graph_of(photograph())
    values, vectors = np.linalg.eigh(laplacian(graph))
    result = solved(graph, 8, 1e-6)
    np.testing.assert_allclose(result.values, values[:8], atol=2e-7)
    overlap = np.abs(np.einsum("ij,ij->j", result.vectors, vectors[:, :8]))
    assert overlap.min() > 0.999


@pytest.mark.usefixtures("_many_levels")
@pytest.mark.parametrize("name", IMAGES)
def test_what_is_reported_is_true(name):
    image, radius, sigma = IMAGES[name]
    graph = graph_of(image, radius, sigma)
    result = solved(graph)
    U = result.vectors.astype(float)
    L = laplacian(graph)
    assert np.abs(U.T @ U - np.eye(12)).max() < 1e-4
    np.testing.assert_allclose(np.einsum("ij,ij->j", U, L @ U), result.values, atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(L @ U - U * result.values, axis=0), result.residuals, atol=2e-6)
    assert np.array_equal(result.vectors[:, 0], graph.null.astype(np.float32))
    assert (np.diff(result.values) > -1e-6).all()
    largest = result.vectors[np.abs(result.vectors).argmax(axis=0), np.arange(12)]
    assert (largest > 0).all()
    assert not result.vectors.flags.writeable


def test_a_path_has_the_known_spectrum():
    """A flat 1 × n image is a path; its normalized Laplacian has the eigenvalues 1 - cos(π j / (n - 1))."""
    result = solved(graph_of(np.zeros((1, 600))), 10, 1e-6)
    np.testing.assert_allclose(result.values, 1 - np.cos(np.pi * np.arange(10) / 599), atol=2e-7)


def test_a_path_solved_densely_has_the_known_spectrum():
    result = solved(graph_of(np.zeros((1, 100))), 10)
    np.testing.assert_allclose(result.values, 1 - np.cos(np.pi * np.arange(10) / 99), atol=1e-6)
    assert result.iterations == ()
    assert result.residuals.max() < 1e-6


def test_a_grid_has_nearly_the_known_spectrum():
    """Inside a flat image every pixel has 4 neighbours, so the smallest eigenvalues follow those of a torus."""
    result = solved(graph_of(np.zeros((60, 60))), 4, 1e-5)
    assert result.values[1] == pytest.approx((1 - np.cos(np.pi / 60)) / 2, rel=0.05)
    assert result.values[1] == pytest.approx(result.values[2], rel=1e-3)
    assert result.values[3] == pytest.approx(2 * result.values[1], rel=0.02)


@pytest.mark.usefixtures("_many_levels")
def test_the_order_of_the_pixels_does_not_matter():
    image = photograph(40, 40)
    straight = solved(graph_of(image, 2), 8, 1e-5)
    turned = solved(graph_of(np.rot90(image).copy(), 2), 8, 1e-5)
    np.testing.assert_allclose(turned.values, straight.values, atol=1e-6)


@pytest.mark.usefixtures("_many_levels")
def test_each_component_of_a_mask_has_a_zero():
    roi = np.zeros((50, 60), bool)
    roi[:20, :20] = roi[25:, 30:] = roi[30:35, 3:8] = True
    result = solved(graph_of(photograph(50, 60), roi=roi))
    assert result.converged
    assert np.count_nonzero(result.values < 1e-6) == 3


@pytest.mark.usefixtures("_many_levels")
def test_a_mask_of_specks_gives_numbers():
    roi = np.random.default_rng(1).random((50, 60)) < 0.35
    result = solved(graph_of(photograph(50, 60), roi=roi))
    assert np.isfinite(result.vectors).all()
    assert result.values.max() < 1e-5


@pytest.mark.parametrize("size", [2, 3, 5])
def test_fewer_pixels_than_vectors(size):
    result = solved(graph_of(RNG.random((1, size))), 12)
    assert result.vectors.shape == (size, size)
    exact = np.linalg.eigvalsh(laplacian(graph_of(np.zeros((1, size)))))
    assert result.values[-1] == pytest.approx(exact[-1], abs=1e-5)


@pytest.mark.usefixtures("_many_levels")
def test_few_iterations_are_enough():
    """One step a level is what the climb is for; a change that costs more steps should be noticed."""
    graph = graph_of(photograph(120, 120))
    result = solved(graph, 16)
    assert result.iterations[0] <= 2
    assert sum(result.iterations) <= 2 * len(result.iterations) + 2


@pytest.mark.usefixtures("_many_levels")
def test_what_float32_cannot_reach_is_said_not_raised(monkeypatch):
    monkeypatch.setattr(eigenvectors, "PATIENCE", 2)
    result = solved(graph_of(RNG.random((30, 30, 3)), 2), 12, 1e-12)
    assert not result.converged
    assert result.iterations[0] < eigenvectors.MAX_ITERATIONS
    assert result.residuals.max() < 1e-3


@pytest.mark.usefixtures("_many_levels")
def test_numbers_that_break_down_are_an_error(monkeypatch):
    monkeypatch.setattr(multigrid.Hierarchy, "cycle", lambda self, B, level: B * np.float32(np.nan))
    with pytest.raises(SegmenterError, match="broke down"):
        solved(graph_of(photograph()))
