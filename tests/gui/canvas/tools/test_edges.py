"""What a brush covers, cut down to what belongs together."""

import numpy as np
import pytest

from segmenter.gui.canvas.tools.edges import FINE, MOST, cut_to_edges, places
from segmenter.gui.canvas.tools.strokes import capsule


@pytest.mark.parametrize("known", [True, False])
def test_it_ends_at_the_edge_with_and_without_regions(opened, known):
    document = opened.document
    if not known:
        document.segmentation = None
    part, covered = capsule((46, 15), (46, 15), 16, document.image.shape)
    found = cut_to_edges(document, part, covered, (46, 15), 16)
    columns = np.arange(part.left, part.right)
    assert not (found & ~covered).any()
    assert not found[:, columns >= 51].any()
    assert found[covered & (columns < 49)].mean() > 0.95


def test_large_brushes_look_at_blocks(opened, monkeypatch):
    monkeypatch.setattr("segmenter.gui.canvas.tools.edges.FINE", 8)
    document = opened.document
    part, covered = capsule((46, 15), (46, 15), 16, document.image.shape)
    found = cut_to_edges(document, part, covered, (46, 15), 16)
    assert found.shape == covered.shape
    assert not found[:, np.arange(part.left, part.right) >= 53].any()
    assert found.any()
    assert FINE > 8


def test_the_way_of_a_brush():
    assert list(places((0, 0), (0, 0), 10)) == [(0, 0)]
    way = list(places((0, 0), (10, 0), 10))
    assert len(way) == 4
    assert way[-1] == (10, 0)
    assert len(list(places((0, 0), (1000, 0), 10))) == MOST
