"""Comparison: by definition, on all pixels."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps
from skimage.metrics import variation_of_information

from segmenter.core.regions.comparison import compared

LABELS = nps.arrays(np.int32, (5, 6), elements=st.integers(0, 4))


def iou(one, other):
    return (one & other).sum() / (one | other).sum()


@settings(max_examples=100, deadline=None)
@given(LABELS, LABELS, st.sampled_from([1, 1000]))
def test_by_definition(first, second, factor):
    second = second * factor
    found = compared(first, second)
    others = [label for label in np.unique(second) if label]
    label, partner, value = found.best()
    assert label.tolist() == [each for each in np.unique(first) if each]
    for one, other, best in zip(label, partner, value, strict=True):
        scores = [iou(first == one, second == each) for each in others]
        assert best == pytest.approx(max(scores, default=0))
        assert other == (others[int(np.argmax(scores))] if max(scores, default=0) else 0)
    covering = sum(
        (first == one).sum() * max(iou(first == one, second == each) for each in np.unique(second))
        for one in np.unique(first)
    )
    assert found.covering() == pytest.approx(covering / first.size)
    split, joined = found.variation_of_information()
    expected = variation_of_information(first, second)
    assert (split, joined) == pytest.approx(tuple(expected), abs=1e-12)
    hits = sum(best > 0.5 for best in value)
    assert found.f1() == pytest.approx(2 * hits / (len(label) + len(others)) if len(label) + len(others) else 1)
    partners = dict(zip(label.tolist(), [each or -1 for each in partner.tolist()], strict=True)) | {0: 0}
    differing = np.array([partners[each] for each in first.ravel().tolist()]).reshape(first.shape) != second
    np.testing.assert_array_equal(found.differing(first, second), differing)


def test_the_same():
    labels = np.array([[1, 1, 0], [7, 7, 2]])
    found = compared(labels, labels[:, ::1])
    assert found.covering() == found.turned().covering() == found.f1() == 1
    assert found.variation_of_information() == (0, 0)
    assert not found.differing(labels, labels).any()


def test_other_shapes():
    with pytest.raises(ValueError, match="cannot be compared"):
        compared(np.zeros((2, 3), int), np.zeros((3, 2), int))
    with pytest.raises(ValueError, match="cannot be compared"):
        compared(np.zeros((0, 3), int), np.zeros((0, 3), int))


def test_a_segment_that_meets_none_differs_everywhere():
    one, none = np.array([[1, 1, 0]], np.int32), np.zeros((1, 3), np.int32)
    assert compared(one, none).differing(one, none).tolist() == [[True, True, False]]
    assert not compared(none, one).differing(none, one)[0, 2]
