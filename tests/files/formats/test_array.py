"""Labels come back from NumPy as they went out."""

import numpy as np
import pytest

from segmenter.files.formats import named

ARRAY = named("array")


@pytest.mark.parametrize(
    ("largest", "kind"), [(0, "|u1"), (255, "|u1"), (256, "<u2"), (65_535, "<u2"), (65_536, "<u4")]
)
def test_round_trip_in_the_smallest_type(outcome, tmp_path, largest, kind):
    labels = np.array([[0, largest, 0], [0, 0, largest]], np.int32)
    made = outcome(labels)
    ARRAY.write(tmp_path / "a.npy", made)
    read = np.load(tmp_path / "a.npy", allow_pickle=False)
    assert read.dtype.str == kind
    np.testing.assert_array_equal(read, labels)
    assert ARRAY.describe(made).endswith(f", {read.dtype.name} NPY")


def test_the_order_in_memory_changes_nothing(outcome, tmp_path):
    labels = np.arange(12).reshape(3, 4)
    for order in "CF":
        ARRAY.write(tmp_path / order, outcome(np.asarray(labels, np.int32, order=order)))
    assert (tmp_path / "C").read_bytes() == (tmp_path / "F").read_bytes()
