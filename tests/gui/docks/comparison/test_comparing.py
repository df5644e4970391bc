"""Segments beside another segmentation, as numbers."""

import numpy as np
import pytest

from segmenter.core.regions.comparison import compared
from segmenter.document.label_map import LabelMap
from segmenter.gui.docks.comparison.comparing import HERE, THERE, compare
from segmenter.progress import Cancelled, ignore

ONE = np.array([[1, 1, 2, 2], [1, 1, 2, 2], [0, 0, 0, 0]], np.int32)
OTHER = np.array([[5, 5, 5, 6], [5, 5, 6, 6], [0, 0, 0, 9]], np.int32)


def test_the_numbers_are_those_of_the_command():
    found = compare(LabelMap.of(ONE), OTHER, ignore)
    same = compared(ONE, OTHER)
    assert (found.covering, found.f1) == (same.covering(), same.f1())
    assert found.information == sum(same.variation_of_information())
    assert found.best == [(2, 6, 0.75), (1, 5, 0.8)]


def test_where_they_differ():
    drawn = compare(LabelMap.of(ONE), OTHER, ignore).differences
    assert drawn.tolist() == [[0, 0, HERE + THERE, 0], [0, 0, 0, 0], [0, 0, 0, THERE]]


def test_the_same_differs_nowhere_whatever_its_numbers():
    found = compare(LabelMap.of(ONE), ONE * 7, ignore)
    assert (found.covering, found.information, found.f1) == (1.0, 0.0, 1.0)
    assert not found.differences.any()


def test_it_can_be_cancelled():
    def stop(stage, fraction):
        raise Cancelled

    with pytest.raises(Cancelled):
        compare(LabelMap.of(ONE), OTHER, stop)
