"""Looking inside: cosines, margins, contours and eigengaps against their definitions."""

import numpy as np
import pytest

from segmenter import Parameters, segment
from segmenter.core.interaction.inspection import (
    eigengaps,
    generalized,
    margin,
    relative,
    similarity,
)
from segmenter.core.regions.tree import RegionTree

RNG = np.random.default_rng(0)


@pytest.fixture(scope="module")
def result():
    """A scene of three areas, and a strip that is left out."""
    values = np.full((36, 48, 3), 0.2)
    values[:, 20:] = 0.5
    values[20:, 20:] = 0.8
    mask = np.ones((36, 48), bool)
    mask[:2] = False
    image = values + np.random.default_rng(1).normal(0, 0.01, values.shape)
    parameters = Parameters().replace(k=3, radius=2, eigenvectors=8, reduction=1)
    return segment(np.clip(image, 0, 1), parameters, mask=mask, keep_eigenvectors=True)


def stack(*rows):
    """Images of one row from the rows of eigenvectors."""
    return np.array([rows], np.float32)


class TestSimilarity:
    def test_it_is_the_cosine(self):
        vectors = RNG.standard_normal((5, 6, 4)).astype(np.float32)
        found = similarity(vectors, (2, 3))
        unit = vectors / np.linalg.norm(vectors, axis=2, keepdims=True)
        np.testing.assert_allclose(found, unit @ unit[2, 3], atol=1e-6)
        assert found.dtype == np.float32
        assert found[2, 3] == pytest.approx(1)
        assert np.abs(found).max() <= 1

    def test_outside_the_graph_it_is_0(self):
        vectors = stack([0.6, 0.8], [0, 0], [-3, -4])
        np.testing.assert_allclose(similarity(vectors, (0, 0)), [[1, 0, -1]], atol=1e-6)
        assert similarity(vectors, (0, 1)).tolist() == [[0, 0, 0]]

    def test_a_pixel_is_like_its_area(self, result):
        found = similarity(result.eigenvectors[:, :, :3], (10, 5))
        assert found[2:, :20].min() > 0.9
        assert np.abs(found[2:, 20:]).max() < 0.2
        assert not found[:2].any()


class TestMargin:
    def test_it_is_the_silhouette_with_mean_directions(self):
        vectors, labels = RNG.standard_normal((6, 7, 3)).astype(np.float32), RNG.integers(1, 4, (6, 7))
        unit = vectors / np.linalg.norm(vectors, axis=2, keepdims=True)
        means = np.array([unit[labels == label].mean(axis=0) for label in (1, 2, 3)])
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        distances = np.linalg.norm(unit[:, :, None] - means, axis=3)
        own = np.take_along_axis(distances, labels[:, :, None] - 1, axis=2)[:, :, 0]
        np.put_along_axis(distances, labels[:, :, None] - 1, np.inf, axis=2)
        expected = np.maximum(1 - own / distances.min(axis=2), 0)
        np.testing.assert_allclose(margin(vectors, labels), expected, atol=1e-5)

    def test_sure_torn_and_wrong(self):
        vectors = stack([2, 0], [1, 1], [0, 1], [0, 3], [5, 0])
        found = margin(vectors, np.array([[7, 7, 9, 9, 7]]))[0]
        # the mean direction of the 7s lies 15° off the first axis
        assert found[2] == found[3] == pytest.approx(1)
        assert 0 < found[1] < found[0] == pytest.approx(found[4])
        assert margin(vectors, np.array([[7, 9, 9, 7, 7]]))[0, 3] == 0

    def test_background_and_what_is_no_node_are_0(self):
        vectors = stack([1, 0], [0, 0], [1, 0], [0, 1])
        assert margin(vectors, np.array([[1, 1, 0, 2]])).tolist() == [[1, 0, 0, 1]]

    def test_one_label_is_sure(self):
        vectors = stack([1, 0], [0, 1], [0, 0])
        assert margin(vectors, np.array([[3, 3, 3]])).tolist() == [[1, 1, 0]]
        assert margin(vectors, np.zeros((1, 3), int)).tolist() == [[0, 0, 0]]

    def test_areas_are_sure(self, result):
        assert margin(result.eigenvectors[:, :, :3], result.labels)[2:].min() > 0.5


def test_generalized_eigenvectors_are_constant_in_an_area(result):
    found = generalized(result.eigenvectors)
    assert not found[:2].any()
    np.testing.assert_allclose(found[2:, :, 0], 1, rtol=1e-6)
    for column in (1, 2):
        spread = max(np.ptp(found[2:, :20, column]), np.ptp(found[20:, 20:, column]))
        assert spread < 0.1 * np.ptp(found[:, :, column])


class TestRelativeStrength:
    def test_the_order_of_the_merges_counts_alone(self, result):
        shown = relative(result.tree)
        assert shown.max() == 1
        assert shown.min() > 0
        assert (np.diff(shown) >= 0).all()
        stretched = RegionTree(result.tree.base, result.tree.merges, result.tree.heights**3)
        np.testing.assert_array_equal(relative(stretched), shown)

    def test_what_nothing_joins_is_as_strong_as_the_strongest(self):
        merges = np.array([[2, 3], [1, 2], [4, 1]], np.int32)
        base = np.array([[1, 1, 2, 2], [1, 1, 2, 3], [4, 4, 4, 0]], np.int32)
        assert relative(RegionTree(base, merges, np.array([1.0, 5.0, np.inf])))[1:].tolist() == [1, 1]
        assert relative(RegionTree(base, merges, np.full(3, np.inf))).tolist() == [1, 1, 1]
        assert relative(RegionTree(np.ones((3, 4), np.int32), np.zeros((0, 2), np.int32), np.zeros(0))).shape == (0,)


class TestEigengaps:
    def test_the_step_after_three(self):
        assert eigengaps(np.array([0, 0.001, 0.002, 0.1, 0.11, 0.12, 0.13])) == [3]

    def test_the_largest_relative_gap_comes_first_and_there_are_at_most_three(self):
        values = np.array([0, 1, 10, 11, 30, 31, 32, 90, 91, 180]) * 1e-3
        assert eigengaps(values) == [2, 7, 4]

    def test_components_have_no_gaps_between_them_but_a_large_one_after_the_last(self):
        assert eigengaps(np.array([0, 3e-8, 8e-8, 0.01, 0.02, 0.03])) == [3]
        assert eigengaps(np.array([0, 3e-8, 0.01, 0.011, 0.1, 0.11])) == [2, 4]

    @pytest.mark.parametrize("values", [np.arange(20) * 0.01, [0] * 5, [0], [], [0, 1]])
    def test_even_growth_suggests_nothing(self, values):
        assert eigengaps(np.array(values, float)) == []
