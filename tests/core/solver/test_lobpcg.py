"""One step of LOBPCG: orthonormal, without the null vector, never worse."""

import numpy as np
import pytest

from segmenter.core.affinity import build
from segmenter.core.features import compute
from segmenter.core.image import from_array
from segmenter.core.solver import lobpcg, multigrid
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


@pytest.fixture
def hierarchy(monkeypatch):
    monkeypatch.setattr(multigrid, "COARSEST", 100)
    graph = build(compute(from_array(RNG.random((30, 40, 3))), None, 0.0, ignore), 20.0, 2.0, 2, ignore)
    return multigrid.build(graph.S, graph.null, ignore)


def noise(level, columns=5):
    return RNG.standard_normal((len(level.null), columns)).astype(np.float32)


def assert_orthonormal(level, basis):
    everything = np.concatenate([level.null, basis.X, basis.P], axis=1).astype(float)
    assert np.abs(everything.T @ everything - np.eye(everything.shape[1])).max() < 1e-4


def test_the_start_is_ritz_vectors_without_the_null_vector(hierarchy):
    level = hierarchy.levels[0]
    basis = lobpcg.start(level, noise(level) + 3 * level.null)
    assert_orthonormal(level, basis)
    H = basis.X.T.astype(float) @ (level.A @ basis.X)
    np.testing.assert_allclose(H, np.diag(basis.values), atol=1e-5)


def test_dependent_columns_are_dropped_at_the_start(hierarchy):
    level = hierarchy.levels[0]
    X = noise(level)
    assert lobpcg.start(level, np.hstack([X, X[:, :2]])).width == 5


def test_residuals_are_orthogonal_to_the_vectors(hierarchy):
    level = hierarchy.levels[0]
    basis = lobpcg.start(level, noise(level))
    assert np.abs(basis.X.T @ lobpcg.residuals(level, basis)).max() < 1e-5


def test_steps_lower_the_values_and_stay_orthonormal(hierarchy):
    level = hierarchy.levels[0]
    basis = lobpcg.start(level, noise(level))
    sums = [basis.values.sum()]
    for _ in range(8):
        lobpcg.step(level, basis, hierarchy.cycle(lobpcg.residuals(level, basis), 0))
        sums.append(basis.values.sum())
        assert_orthonormal(level, basis)
        quotients = np.einsum("ij,ij->j", basis.X.astype(float), level.A @ basis.X)
        np.testing.assert_allclose(quotients, basis.values, atol=1e-5)
    assert (np.diff(sums) < 1e-6).all()
    assert sums[-1] < 0.1 * sums[0]


def test_directions_that_are_known_already_do_no_harm(hierarchy):
    level = hierarchy.levels[0]
    basis = lobpcg.start(level, noise(level))
    before = basis.values.copy()
    lobpcg.step(level, basis, basis.X + np.float32(1e-3) * noise(level))
    assert_orthonormal(level, basis)
    assert (basis.values <= before + 1e-5).all()
