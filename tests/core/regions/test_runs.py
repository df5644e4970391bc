"""Runs and connected parts, beside scikit-image's."""

import numpy as np
import pytest
from skimage.measure import label

from segmenter.core.regions import runs as module
from segmenter.core.regions.runs import Parts, present, runs

RNG = np.random.default_rng(0)


def patches(rows, columns, labels):
    coarse = RNG.integers(0, labels, (-(-rows // 3), -(-columns // 4)))
    rough = np.kron(coarse, np.ones((3, 4), int))[:rows, :columns]
    return np.where(RNG.random(rough.shape) < 0.1, RNG.integers(0, labels, rough.shape), rough).astype(np.uint16)


def test_runs_end_with_the_row_and_the_label():
    found = runs(np.array([[1, 1, 2], [2, 2, 2]], np.uint16))
    assert found.starts.tolist() == [0, 2, 3, 6]
    assert found.labels.tolist() == [1, 2, 2]
    assert found.lengths.tolist() == [2, 1, 3]
    assert [side.tolist() for side in found.beside()] == [[0], [1]]
    assert set(zip(*(side.tolist() for side in found.above()), strict=True)) == {(0, 2), (1, 2)}


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (40, 50)])
def test_what_touches_are_the_pixels_beside_each_other(shape):
    labels = patches(*shape, 5)
    found = runs(labels)
    pairs = {
        tuple(sorted(pair))
        for sides in (found.beside(), found.above())
        for pair in zip(*(found.labels[side].tolist() for side in sides), strict=True)
    }
    expected = set()
    for one, other in ((labels[:, 1:], labels[:, :-1]), (labels[1:], labels[:-1])):
        expected |= {tuple(sorted(pair)) for pair in zip(one.ravel().tolist(), other.ravel().tolist(), strict=True)}
    assert {pair for pair in pairs if pair[0] != pair[1]} == {pair for pair in expected if pair[0] != pair[1]}


@pytest.mark.parametrize("strip", [1, 7, 256])
@pytest.mark.parametrize("shape", [(1, 1), (1, 30), (30, 1), (64, 81)])
def test_parts_are_those_of_scikit_image(monkeypatch, strip, shape):
    monkeypatch.setattr(module, "STRIP", strip)
    labels = patches(*shape, 4)
    split = label(labels.astype(int), background=-1, connectivity=1)  # 1 … by first pixel
    found = Parts(labels)
    assert found.areas.tolist() == np.bincount(split.ravel())[1:].tolist()
    assert found.owner.tolist() == labels.ravel()[np.unique(split, return_index=True)[1]].tolist()
    wanted = RNG.random(len(found.areas)) < 0.5
    assert found.places(wanted).tolist() == np.flatnonzero(wanted[split.ravel() - 1]).tolist()


def test_which_labels_occur():
    labels = patches(300, 40, 9).astype(np.int32)
    labels[0, 0] = 2**31 - 1
    assert present(labels).tolist() == [number for number in np.unique(labels).tolist() if number]
    assert present(np.zeros((3, 4), np.int32)).size == 0
