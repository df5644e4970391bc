"""Measurements are those of scikit-image."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from skimage.measure import regionprops_table

from segmenter.core.regions.measurements import measure

RNG = np.random.default_rng(0)
OURS = {"pieces", "touches_border"}
PROPERTIES = (
    "label",
    "area",
    "bbox",
    "centroid",
    "axis_major_length",
    "axis_minor_length",
    "eccentricity",
    "equivalent_diameter_area",
    "perimeter",
    "intensity_mean",
)
IMAGES = arrays(np.int32, array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.integers(0, 5))


@settings(max_examples=100, deadline=None)
@given(labels=IMAGES, channels=st.sampled_from([(), (1,), (3,)]))
def test_names_and_numbers_are_those_of_scikit_image(labels, channels):
    pixels = np.random.default_rng(0).integers(0, 65_536, labels.shape + channels).astype(np.uint16)
    expected = regionprops_table(labels, pixels, properties=PROPERTIES)
    table = measure(labels, pixels)
    assert table.keys() - OURS == expected.keys() or not labels.any()  # of no labels it does not count the channels
    for name in table.keys() & expected.keys():
        # the square root of what is rounded behind the 14th decimal
        np.testing.assert_allclose(table[name], expected[name], rtol=1e-9, atol=1e-6, err_msg=name)


def test_what_is_counted_is_whole():
    table = measure(np.array([[1, 1, 0, 2], [1, 1, 0, 2]], np.int32), np.arange(8.0).reshape(2, 4))
    assert {name: column.tolist() for name, column in table.items() if column.dtype.kind == "i"} == {
        "label": [1, 2],
        "area": [4, 2],
        "pieces": [1, 1],
        "bbox-0": [0, 0],
        "bbox-1": [0, 3],
        "bbox-2": [2, 2],
        "bbox-3": [2, 4],
        "touches_border": [1, 1],
    }
    assert table["centroid-1"].tolist() == [0.5, 3]
    assert table["intensity_mean"].tolist() == [2.5, 5]


def test_labels_that_touch_the_border_are_told():
    labels = np.zeros((6, 6), np.int32)
    labels[0, 3], labels[3, 0], labels[5, 2], labels[2, 5], labels[2:4, 2:4] = 1, 2, 3, 4, 5
    assert measure(labels, labels)["touches_border"].tolist() == [1, 1, 1, 1, 0]


def test_pieces_are_4_connected():
    assert measure(np.array([[1, 0, 2], [0, 1, 2]], np.int32), np.zeros((2, 3)))["pieces"].tolist() == [2, 1]


def test_numbers_may_have_gaps():
    table = measure(np.array([[7, 0, 70_000]], np.int32), np.array([[1, 2, 3]], np.uint8))
    assert table["label"].tolist() == [7, 70_000]
    assert table["intensity_mean"].tolist() == [1, 3]


def test_no_labels_are_an_empty_table():
    table = measure(np.zeros((2, 3), np.int32), np.zeros((2, 3, 3), np.uint8))
    assert {"label", "bbox-3", "intensity_mean-2"} <= table.keys()
    assert all(len(column) == 0 for column in table.values())


@pytest.mark.parametrize("kind", [bool, np.uint8, np.int16, np.uint64, np.float16, np.float32, np.longdouble])
def test_pixels_of_any_type(kind):
    pixels = np.ones((40, 50), kind)
    assert measure(np.full((40, 50), 1, np.int32), pixels)["intensity_mean"].tolist() == [1]


def test_pixels_that_are_no_numbers_show_in_their_own_label_alone():
    pixels = np.array([[np.inf, -np.inf, np.nan, 1, np.inf, 2]])
    means = measure(np.array([[0, 0, 1, 1, 2, 3]], np.int32), pixels)["intensity_mean"]
    np.testing.assert_array_equal(means, [np.nan, np.inf, 2])


def test_shapes_far_from_the_corner_are_measured_as_well():
    labels = np.zeros((3000, 5), np.int32)
    labels[:3, :4] = labels[-3:, -4:] = 1
    labels[-3:, -4:] = 2
    table = measure(labels, labels)
    for name in ("axis_major_length", "axis_minor_length", "eccentricity", "perimeter"):
        assert table[name][0] == table[name][1]


def test_the_order_in_memory_changes_nothing():
    labels, pixels = RNG.integers(0, 9, (30, 40)).astype(np.int32), RNG.random((30, 40, 3))
    expected, table = measure(labels, pixels), measure(np.asfortranarray(labels), np.asfortranarray(pixels))
    for name, column in expected.items():
        np.testing.assert_array_equal(table[name], column)
