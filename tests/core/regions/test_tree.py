"""The region tree: nested cuts, along the edges, whatever the mask."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from segmenter import Cache, Parameters, segment
from segmenter.core.affinity import build as build_graph
from segmenter.core.features import compute, reduce
from segmenter.core.image import from_array
from segmenter.core.regions import tree
from segmenter.core.regions.tree import build, spectral_gradients
from segmenter.core.solver import multigrid
from segmenter.core.solver.eigenvectors import solve
from segmenter.progress import Cancelled, ignore

RNG = np.random.default_rng(0)


def scene(rows=48, columns=64, noise=0.02):
    """A shaded sky, ground, and a disc."""
    i, j = np.indices((rows, columns))
    image = np.zeros((rows, columns, 3))
    image[:] = (0.5, 0.7, 0.9)
    image *= 0.8 + 0.2 * (j / columns)[:, :, None]  # shading is no boundary
    image[rows // 2 :] = (0.4, 0.5, 0.2)
    disc = (i - rows / 2) ** 2 + (j - columns / 3) ** 2 < (rows / 4) ** 2
    image[disc] = (0.8, 0.2, 0.2)
    truth = np.where(disc, 3, np.where(i < rows // 2, 1, 2))
    return np.clip(image + np.random.default_rng(1).normal(0, noise, image.shape), 0, 1), truth


def tree_of(image, roi=None, count=12, progress=ignore):
    described = compute(from_array(image), roi, 0.0, ignore)
    graph = build_graph(described, 3.0, 2.0, 2, ignore)
    eigen = solve(multigrid.build(graph.S, graph.null, ignore), graph.null, count, 0.01, ignore)
    return build(described, graph, eigen, progress)


def agreement(labels):
    """The share of pixels whose label is the most frequent one of their true region."""
    return sum(np.bincount(labels[at == TRUTH]).max() for at in (1, 2, 3)) / TRUTH.size


IMAGE, TRUTH = scene()
TREE = tree_of(IMAGE)


def test_the_base_covers_the_mask_and_all_of_it_merges():
    count = TREE.base.max()
    assert TREE.base.min() == 1
    assert set(np.unique(TREE.base)) == set(range(1, count + 1))
    assert len(TREE.merges) == len(TREE.heights) == count - 1
    assert (np.diff(TREE.heights) >= 0).all()


def test_cuts_are_nested_and_have_as_many_labels_as_asked_for():
    finer = None
    for k in range(TREE.base.max(), 0, -1):
        labels = TREE.cut(k=k)
        assert labels[0] == 0
        assert set(labels[1:]) == set(range(1, k + 1))
        if finer is not None:
            pairs = set(zip(finer.tolist(), labels.tolist(), strict=True))
            assert len(pairs) == len(np.unique(finer))
        finer = labels


def test_a_cut_by_strength_is_the_cut_by_the_k_it_leaves():
    for strength in (0.0, float(np.median(TREE.heights)), float(TREE.heights[-1]) + 1):
        labels = TREE.cut(strength=strength)
        assert np.array_equal(labels, TREE.cut(k=int(labels.max())))
        assert labels.max() == TREE.base.max() - np.count_nonzero(TREE.heights < strength)


def test_the_last_boundaries_are_those_of_the_scene():
    assert agreement(TREE.cut(k=3)[TREE.base]) > 0.97


def test_boundary_strength_is_high_on_edges_and_low_on_shading():
    described = compute(from_array(IMAGE), None, 0.0, ignore)
    graph = build_graph(described, 3.0, 2.0, 2, ignore)
    eigen = solve(multigrid.build(graph.S, graph.null, ignore), graph.null, 12, 0.01, ignore)
    strength, _ = spectral_gradients(graph, eigen)
    assert strength[23:25, 50:].mean() > 5 * strength[5:18, 50:].mean()


def test_a_mask_is_kept_and_its_components_join_last():
    roi = np.zeros((48, 64), bool)
    roi[:, :20] = roi[:, 40:] = True
    roi[3, 30] = True
    tree = tree_of(IMAGE, roi)
    assert np.array_equal(tree.base > 0, roi)
    assert len(tree.merges) == tree.base.max() - 1
    assert np.count_nonzero(np.isinf(tree.heights)) == 2
    two = tree.cut(k=3)[tree.base]
    assert len(set(two[:, 0]) | set(two[:, 63]) | {two[3, 30]}) == 3
    assert tree.cut(strength=1e300).max() == 3
    assert tree.cut(k=1).max() == 1


def test_a_tree_of_many_pixels_starts_from_basins_by_descent(monkeypatch):
    image, _ = scene()
    roi = np.ones(image.shape[:2], bool)
    roi[:, 30:33] = False
    flooded = tree_of(image, roi)
    monkeypatch.setattr(tree, "MANY", 1000)
    found = tree_of(image, roi)
    assert np.array_equal(found.base > 0, roi)
    assert not np.array_equal(found.base, flooded.base)
    assert len(found.merges) == found.base.max() - 1
    assert np.isinf(found.heights).sum() == 1
    assert agreement(found.cut(k=8)[found.base]) > 0.9 * agreement(flooded.cut(k=8)[flooded.base])


def test_the_spectral_gradient_is_the_same_in_strips_of_any_height(monkeypatch):
    roi = np.ones((48, 64), bool)
    roi[10:20, 5:40] = False
    for inside in (None, roi):
        graph = build_graph(compute(from_array(scene()[0]), inside, 0.0, ignore), 8.0, 4.0, 3, ignore)
        eigen = solve(multigrid.build(graph.S, graph.null, ignore), graph.null, 6, 0.01, ignore)
        whole = spectral_gradients(graph, eigen)
        monkeypatch.setattr(tree, "STRIP", 7)
        assert np.array_equal(spectral_gradients(graph, eigen), whole)
        monkeypatch.undo()


def test_a_value_out_of_all_proportion_hides_nothing():
    described = reduce(compute(from_array(IMAGE), None, 0.0, ignore), 1)
    values = described.values.copy()
    values[5, 5] = 1e30
    graph = build_graph(described, 3.0, 2.0, 2, ignore)
    eigen = solve(multigrid.build(graph.S, graph.null, ignore), graph.null, 12, 0.01, ignore)
    tree = build(replace(described, values=values), graph, eigen, ignore)
    assert np.isfinite(tree.heights).all()
    assert agreement(tree.cut(k=4)[tree.base]) > 0.97


@pytest.mark.parametrize("shape", [(1, 60), (60, 1), (2, 2), (1, 2)])
def test_thin_images(shape):
    tree = tree_of(RNG.random(shape), count=3)
    assert tree.base.shape == shape
    assert tree.base.min() >= 1
    assert len(tree.merges) == tree.base.max() - 1


def test_of_few_pixels_each_can_be_a_label():
    tree = tree_of(np.random.default_rng(4).random((5, 7)), count=3)
    assert set(tree.cut(k=35)[tree.base].ravel()) == set(range(1, 36))


def test_building_can_be_cancelled():
    calls = []
    tree_of(IMAGE, progress=lambda *_: calls.append(None))
    for last in range(len(calls)):
        left = [last]

        def check(stage, fraction, left=left):
            if left[0] == 0:
                raise Cancelled
            left[0] -= 1

        with pytest.raises(Cancelled):
            tree_of(IMAGE, progress=check)


def test_moving_k_only_splits_or_joins_in_the_pipeline():
    cache = Cache()
    parameters = Parameters().replace(radius=2, minimum_region=0)
    images = [segment(IMAGE, parameters.replace(k=k), cache=cache).labels for k in (3, 4, 5)]
    for coarse, fine in itertools.pairwise(images):
        pairs = set(zip(fine.ravel().tolist(), coarse.ravel().tolist(), strict=True))
        assert len(pairs) == fine.max() == coarse.max() + 1
