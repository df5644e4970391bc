"""Run lengths are those of pycocotools."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as nps
from pycocotools import mask as reference

from segmenter.files.formats.run_lengths import lengths, mask, pack, unpack


def boxed(inside):
    """Return the lengths of a mask, made of the box around it."""
    rows, columns = (np.flatnonzero(inside.any(axis=axis)) for axis in (1, 0))
    part = inside[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return lengths(part, int(rows[0]), int(columns[0]), inside.shape)


@settings(max_examples=200, deadline=None)
@given(nps.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))).filter(np.any))
def test_any_mask(inside):
    found = boxed(inside)
    expected = reference.encode(np.asfortranarray(inside, np.uint8))
    assert pack(found) == expected["counts"].decode()
    np.testing.assert_array_equal(unpack(pack(found)), found)
    np.testing.assert_array_equal(mask(found, inside.shape), inside)


def test_large_numbers():
    inside = np.zeros((4000, 3000), bool)
    inside[17:3980, 40:2990:7] = True
    packed = pack(boxed(inside))
    assert packed == reference.encode(np.asfortranarray(inside, np.uint8))["counts"].decode()
    np.testing.assert_array_equal(mask(unpack(packed), inside.shape), inside)


@pytest.mark.parametrize("text", ["", "é", "o", "P" * 9, " ", "~"])
def test_damage(text):
    with pytest.raises(ValueError, match=r"damaged|codec"):
        unpack(text)


@pytest.mark.parametrize("found", [[3], [2, 3], [-1, 5], [2**40, 1]])
def test_of_another_image(found):
    with pytest.raises(ValueError, match="not of this image"):
        mask(np.array(found), (2, 2))
