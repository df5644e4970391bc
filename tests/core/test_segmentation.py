"""What comes out of the pipeline."""

from dataclasses import replace

import numpy as np

from segmenter import Parameters, segment

SCENE = np.kron(np.array([[0.1, 0.9], [0.5, 0.1]]), np.ones((20, 20)))


def test_labels_are_counted_even_with_gaps():
    result = segment(SCENE, Parameters().replace(method="tree", k=3))
    assert replace(result, labels=result.labels * 5).count == result.count == 3


def test_tree_and_base_are_those_of_the_map():
    result = segment(SCENE, Parameters().replace(method="tree", k=3))
    assert result.tree is result.regions.tree
    assert result.base is result.regions.base
    other = segment(SCENE, Parameters().replace(method="colour", k=3))
    assert (other.regions, other.tree, other.base) == (None, None, None)
