"""The graph: symmetric, normalized, the formula's weights."""

import numpy as np
import pytest

from segmenter.core.affinity import FLOOR, TRACE, build, normalized_cut, offsets
from segmenter.core.features import compute
from segmenter.core.image import from_array
from segmenter.progress import ignore

RNG = np.random.default_rng(0)


def graph_of(image, sigma=10.0, position=2.0, radius=1, roi=None):
    return build(compute(from_array(image), roi, 0.0, ignore), sigma, position, radius, ignore)


def by_the_formula(image, sigma, position, radius):
    """The definition, pair by pair."""
    described = compute(from_array(image), None, 0.0, ignore).values
    rows, columns, _ = described.shape
    W = np.zeros((rows * columns, rows * columns))
    places = [(i, j) for i in range(rows) for j in range(columns)]
    for a, (i, j) in enumerate(places):
        for b, (k, m) in enumerate(places):
            step = (i - k) ** 2 + (j - m) ** 2
            if 0 < step <= radius * radius and (step <= 4 or step % 2 == 0):
                colour = ((described[i, j].astype(float) - described[k, m]) ** 2).sum()
                weight = np.exp(-colour / (2 * sigma**2)) * np.exp(-step / (2 * position**2))
                W[a, b] = max(weight, FLOOR if step == 1 else TRACE)
    return W


@pytest.mark.parametrize("radius", [1, 2, 3])
@pytest.mark.parametrize("channels", [1, 3, 5])
def test_weights_are_those_of_the_formula(radius, channels):
    image = RNG.random((7, 9) if channels == 1 else (7, 9, channels))
    graph = graph_of(image, 15.0, 2.0, radius)
    W = by_the_formula(image, 15.0, 2.0, radius)
    np.testing.assert_allclose(graph.W.toarray(), W, rtol=1e-4, atol=1e-9)
    np.testing.assert_allclose(graph.degrees, W.sum(axis=1), rtol=1e-5)


def test_the_graph_is_symmetric_to_the_last_bit_and_has_no_loops():
    graph = graph_of(RNG.random((40, 30, 3)), radius=3)
    assert (graph.S != graph.S.T).nnz == 0
    assert not graph.S.diagonal().any()
    assert graph.S.has_sorted_indices


def test_rows_are_normalized_so_that_the_null_vector_is_one():
    graph = graph_of(RNG.random((40, 30, 3)), radius=2)
    null = graph.null
    assert null @ null == pytest.approx(1)
    np.testing.assert_allclose(graph.S @ null, null, rtol=1e-5)


@pytest.mark.parametrize("radius", [1, 2, 5, 10])
def test_offsets_are_the_disc_in_pixel_order_thinned_where_far(radius):
    steps = offsets(radius)
    assert steps == sorted(steps)
    assert {(-i, -j) for i, j in steps} == set(steps)
    assert all(0 < i * i + j * j <= radius * radius for i, j in steps)
    disc = [(i, j) for i in range(-radius, radius + 1) for j in range(-radius, radius + 1)]
    near = {(i, j) for i, j in disc if 0 < i * i + j * j <= min(radius * radius, 4)}
    far = {(i, j) for i, j in disc if 4 < i * i + j * j <= radius * radius}
    assert near | {step for step in far if sum(step) % 2 == 0} == set(steps)
    assert len(offsets(1)) == 4
    assert len(offsets(2)) == 12


def test_a_mask_leaves_pixels_out_and_lonely_ones_are_no_nodes():
    roi = np.zeros((10, 10), bool)
    roi[2:5, 2:5] = True
    roi[8, 8] = True
    graph = graph_of(RNG.random((10, 10)), roi=roi)
    assert graph.nodes.sum() == 9
    assert not graph.nodes[8, 8]
    assert graph.S.shape == (9, 9)
    assert graph.S.nnz == 24


def test_turning_the_image_turns_the_graph():
    image = RNG.random((12, 12, 3))
    number = np.arange(144).reshape(12, 12)
    turned = graph_of(np.rot90(image).copy(), radius=2).W.toarray()
    order = np.rot90(number).ravel()
    np.testing.assert_allclose(turned, graph_of(image, radius=2).W.toarray()[np.ix_(order, order)], rtol=1e-5)


@pytest.mark.parametrize("sigma", [1e-6, 1e6])
def test_extreme_sigmas_keep_every_degree_above_zero(sigma):
    roi = np.indices((10, 10)).sum(axis=0) % 2 == 0  # only diagonal neighbours
    graph = graph_of(RNG.random((10, 10)), sigma, sigma, 2, roi)
    assert (graph.degrees > 0).all()
    assert np.isfinite(graph.S.data).all()


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (7, 1), (2, 1)])
def test_thin_images(shape):
    graph = graph_of(RNG.random(shape), radius=3)
    assert graph.nodes.sum() == (0 if shape == (1, 1) else np.prod(shape))


def test_too_many_links_are_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr("segmenter.core.affinity.MAX_LINKS", 100)
    with pytest.raises(Exception, match="smaller radius"):
        graph_of(RNG.random((20, 20)))


def test_the_normalized_cut_is_that_of_the_definition():
    image = RNG.random((8, 9, 3))
    graph = graph_of(image, radius=2)
    labels = RNG.integers(0, 3, 72)
    W = graph.W.toarray()
    expected = sum(W[labels == at][:, labels != at].sum() / W[labels == at].sum() for at in range(3))
    assert normalized_cut(graph, labels, 3) == pytest.approx(expected, rel=1e-5)
    assert normalized_cut(graph, labels, 5) == pytest.approx(expected, rel=1e-5)
    assert normalized_cut(graph, np.zeros(72, int), 1) == 0
